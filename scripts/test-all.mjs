/**
 * `npm run test:all`: what `npm test` runs, then the browser tests in each other engine that is installed,
 * one line for each, and one with the sum. It installs no browser but the one of `npm test`.
 *
 * Arguments are as for `npm test`.
 */
import { ENGINES, findEngine } from './engines.mjs';
import { ensureBrowser, ensureBuild, ensureDependencies, main } from './prepare.mjs';
import { formatTally } from './tally.mjs';
import { runBrowserTests, runNodeTests, sumOf } from './test-runs.mjs';

const CONFIG = ['--config', 'web-test-runner.engines.config.mjs'];

await main(async () => {
  const args = process.argv.slice(2);
  await ensureDependencies();
  const executablePath = await ensureBrowser();
  await ensureBuild();
  const tallies = [];
  const lines = [];
  const note = (name, tally) => {
    tallies.push(tally);
    lines.push(`${name}: ${formatTally(tally)}`);
  };
  if (args.length === 0) note('Node.js', await runNodeTests());
  note('Chromium', await runBrowserTests(executablePath, args));
  for (const [key, { name, missing }] of Object.entries(ENGINES)) {
    if (findEngine(key)) {
      const env = { TEST_ENGINE: key };
      note(name, await runBrowserTests(executablePath, [...CONFIG, ...args], env));
    } else {
      lines.push(`${name}: not run, ${missing}.`);
    }
  }
  const sum = sumOf(tallies);
  for (const line of [...lines, formatTally(sum)]) console.log(line);
  return sum.failed > 0 ? 1 : 0;
});
