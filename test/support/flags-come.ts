import { oneEvent } from '@open-wc/testing';
import { OfferedFiles } from './csv-file.js';

/**
 * The flags of the rows are worked out and drawn, whether there are any or none: a file waits for them, and
 * this is where it has left.
 */
export async function flagsCome(
  element: HTMLElement & { exportCsv(): void; readonly updateComplete: Promise<boolean> },
): Promise<void> {
  const files = new OfferedFiles();
  try {
    const left = oneEvent(element, 'payexaudit');
    element.exportCsv();
    await left;
  } finally {
    files.release();
  }
  await element.updateComplete;
}
