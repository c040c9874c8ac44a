import { waitUntil } from '@open-wc/testing';

/** Waits until it is so. How long that takes is the machine's affair: the limit is for what never comes. */
export function until(isSo: () => boolean, otherwise: string): Promise<void> {
  return waitUntil(isSo, otherwise, { interval: 10, timeout: 20_000 });
}
