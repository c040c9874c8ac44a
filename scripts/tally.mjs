/** Counts of passed, failed and skipped tests, and how they travel from a runner to scripts/test.mjs. */
import { readFileSync, writeFileSync } from 'node:fs';

/** `12 passed, 0 failed`, and `, 3 skipped` only if any were. */
export function formatTally({ passed, failed, skipped = 0 }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Writes the counts to the file named by TEST_TALLY; false when nobody asked for them. */
export function publishTally(tally) {
  if (!process.env.TEST_TALLY) return false;
  writeFileSync(process.env.TEST_TALLY, JSON.stringify(tally));
  return true;
}

/** The counts a runner left behind; null when it died before it could count. */
export function readTally(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
