/** Runs of the tests, and how many of each passed. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, binary, runNode } from './prepare.mjs';
import { readTally } from './tally.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const NODE_TESTS = 'test/node';

/** Runs one runner; when it cannot even say how many failed, that counts as one failure. */
async function runTests(name, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'payex-usage-'));
  const tallyFile = join(folder, 'tally.json');
  try {
    const { code } = await runNode(args, { env: { ...env, TEST_TALLY: tallyFile } });
    const tally = readTally(tallyFile) ?? sumOf([]);
    if (code !== 0 && tally.failed === 0) {
      console.error(`The ${name} tests ended with exit code ${code}.`);
      tally.failed = 1;
    }
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<Tally>} */
export async function runNodeTests() {
  const folder = join(ROOT, NODE_TESTS);
  if (!existsSync(folder)) return sumOf([]);
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  return runTests('node', [
    '--import',
    'tsx',
    '--test',
    '--test-reporter=./scripts/node-reporter.mjs',
    ...files.sort().map((name) => `${NODE_TESTS}/${name}`),
  ]);
}

/**
 * @param {string} executablePath of a Chromium
 * @param {string[]} args for the runner
 * @param {Record<string, string>} [env] for its configuration
 * @returns {Promise<Tally>}
 */
export function runBrowserTests(executablePath, args, env = {}) {
  const runner = binary('@web/test-runner', 'web-test-runner');
  return runTests('browser', [runner, ...args], { ...env, CHROME_PATH: executablePath });
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sumOf(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) for (const key of Object.keys(sum)) sum[key] += tally[key];
  return sum;
}
