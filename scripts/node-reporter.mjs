/** Reporter of the node tests: failures as they come, and the counts for scripts/test.mjs. */
import { basename } from 'node:path';
import { formatTally, publishTally } from './tally.mjs';

function describe({ name, file, details }) {
  const cause = details.error?.cause ?? details.error;
  const text = cause?.stack ?? cause?.message ?? String(cause);
  const place = file ? `${basename(file)}: ` : '';
  return `✖ ${place}${name}\n      ${text.replaceAll('\n', '\n      ')}\n`;
}

export default async function* nodeReporter(events) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite is not a test: its children are counted.
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) tally.skipped += 1;
    else if (type === 'test:pass') tally.passed += 1;
    else {
      tally.failed += 1;
      yield describe(data);
    }
  }
  if (!publishTally(tally)) yield `${formatTally(tally)}\n`;
}
