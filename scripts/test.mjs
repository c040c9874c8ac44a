/**
 * `npm test`: node tests, then browser tests, and one line with the sum of both.
 *
 * Arguments are for the browser runner (`npm test -- --files 'test/model/*.test.ts'`), and then only it
 * runs. The end-to-end tests load the built files, so dist is brought up to date first.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ROOT,
  binary,
  ensureBrowser,
  ensureBuild,
  ensureDependencies,
  main,
  runNode,
} from './prepare.mjs';
import { formatTally, readTally } from './tally.mjs';

const NODE_TESTS = 'test/node';

/** Runs one runner; when it cannot even say how many failed, that counts as one failure. */
async function runTests(name, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'payex-usage-'));
  const tallyFile = join(folder, 'tally.json');
  try {
    const { code } = await runNode(args, { env: { ...env, TEST_TALLY: tallyFile } });
    const tally = readTally(tallyFile) ?? { passed: 0, failed: 0, skipped: 0 };
    if (code !== 0 && tally.failed === 0) {
      console.error(`The ${name} tests ended with exit code ${code}.`);
      tally.failed = 1;
    }
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runNodeTests() {
  const folder = join(ROOT, NODE_TESTS);
  if (!existsSync(folder)) return { passed: 0, failed: 0, skipped: 0 };
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  return runTests('node', [
    '--import',
    'tsx',
    '--test',
    '--test-reporter=./scripts/node-reporter.mjs',
    ...files.sort().map((name) => `${NODE_TESTS}/${name}`),
  ]);
}

function runBrowserTests(executablePath, args) {
  const runner = binary('@web/test-runner', 'web-test-runner');
  return runTests('browser', [runner, ...args], { CHROME_PATH: executablePath });
}

await main(async () => {
  const args = process.argv.slice(2);
  await ensureDependencies();
  const executablePath = await ensureBrowser();
  await ensureBuild();
  const tallies = [
    ...(args.length === 0 ? [await runNodeTests()] : []),
    await runBrowserTests(executablePath, args),
  ];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) for (const key of Object.keys(sum)) sum[key] += tally[key];
  console.log(formatTally(sum));
  return sum.failed > 0 ? 1 : 0;
});
