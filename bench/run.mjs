/**
 * `npm run bench`: ours beside others, in this machine's browser; writes bench/RESULTS.md.
 *
 *   -- --quick              less of everything, in two minutes; printed, and written to bench/dist/results.md
 *   -- --only limit,vaadin  ours and just these
 *   -- --records 1000,5000  numbers of records
 *   -- --samples 7          fresh browsers for each figure
 *   -- --again              writes the page of the last run again, measuring nothing
 *
 * Only node built-ins and prepare.mjs at the top: this runs before anything is installed.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserArguments } from '../scripts/browser.mjs';
import {
  ROOT,
  UserError,
  ensureBrowser,
  ensureBuild,
  ensureDependencies,
  main,
} from '../scripts/prepare.mjs';

const BENCH = join(ROOT, 'bench');

function readOptions() {
  try {
    return parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        records: { type: 'string' },
        samples: { type: 'string' },
        again: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UserError(error.message);
  }
}

function wholeNumber(text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new UserError(`"${text}" is no whole number.`);
  return value;
}

await main(async () => {
  const { quick, only, records, samples, again } = readOptions();
  await ensureDependencies();
  // The peers have a lock file of their own; none of them needs a script at its installation.
  await ensureDependencies(BENCH, '--ignore-scripts');
  const executablePath = await ensureBrowser();
  await ensureBuild();
  const { tsImport } = await import('tsx/esm/api');
  const load = (file) => tsImport(`./node/${file}.ts`, import.meta.url);
  const [{ ENTRIES }, { FULL, QUICK }, { run, writeAgain }] = await Promise.all(
    ['contestants', 'plan', 'run'].map(load),
  );
  if (again) {
    await writeAgain(ROOT);
    return 0;
  }
  const wanted = only.flatMap((names) => names.split(','));
  const unknown = wanted.find((name) => !ENTRIES.some((entry) => entry.name === name));
  if (unknown) {
    const names = ENTRIES.map(({ name }) => name).join(', ');
    throw new UserError(`There is no "${unknown}": ${names}.`);
  }
  const [ours, ...others] = ENTRIES;
  const plan = {
    ...(quick ? QUICK : FULL),
    entries:
      wanted.length === 0 ? ENTRIES : [ours, ...others.filter(({ name }) => wanted.includes(name))],
    ...(records ? { records: records.split(',').map(wholeNumber) } : {}),
    ...(samples ? { samples: wholeNumber(samples) } : {}),
  };
  const browser = { executablePath, args: browserArguments() };
  return (await run({ plan, browser, root: ROOT }, ENTRIES)) ? 0 : 1;
});
