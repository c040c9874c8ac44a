/**
 * `npm test`: node tests, then browser tests, and one line with the sum of both.
 *
 * Arguments are for the browser runner (`npm test -- --files 'test/model/*.test.ts'`), and then only it
 * runs. The end-to-end tests load the built files, so dist is brought up to date first.
 */
import { ensureBrowser, ensureBuild, ensureDependencies, main } from './prepare.mjs';
import { formatTally } from './tally.mjs';
import { runBrowserTests, runNodeTests, sumOf } from './test-runs.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  await ensureDependencies();
  const executablePath = await ensureBrowser();
  await ensureBuild();
  const sum = sumOf([
    ...(args.length === 0 ? [await runNodeTests()] : []),
    await runBrowserTests(executablePath, args),
  ]);
  console.log(formatTally(sum));
  return sum.failed > 0 ? 1 : 0;
});
