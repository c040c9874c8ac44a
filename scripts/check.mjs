/**
 * `npm run check`: everything a reviewer would want to see hold, one line a step.
 *
 * `-- --only size,lint` runs just those steps, `-- --skip tests` all but those; `--list` names them.
 */
import { parseArgs } from 'node:util';
import { CHECKS } from './check/steps.mjs';
import { UserError, ensureDependencies, main } from './prepare.mjs';

function selected() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      skip: { type: 'string', multiple: true },
      list: { type: 'boolean' },
    },
  });
  const split = (list) => list?.flatMap((names) => names.split(',')) ?? [];
  const [only, skip] = [split(values.only), split(values.skip)];
  const known = CHECKS.map(({ name }) => name);
  const unknown = [...only, ...skip].find((name) => !known.includes(name));
  if (unknown || values.list) {
    throw new UserError(`${unknown ? `No step "${unknown}". ` : ''}Steps: ${known.join(', ')}`);
  }
  return CHECKS.filter(
    ({ name }) => (only.length === 0 || only.includes(name)) && !skip.includes(name),
  );
}

/** Runs one step; what it throws is a failure like any other. */
async function runStep({ name, run }) {
  const startedAt = performance.now();
  const result = await run().catch((error) => ({ ok: false, detail: error.message, output: '' }));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `${result.ok ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${`${seconds} s`.padStart(8)}  ${result.detail}`,
  );
  if (!result.ok && result.output) console.log(result.output.trimEnd().replace(/^/gm, '       '));
  return result.ok;
}

await main(async () => {
  const steps = selected();
  await ensureDependencies();
  const failed = [];
  for (const step of steps) if (!(await runStep(step))) failed.push(step.name);
  console.log(failed.length === 0 ? 'All checks hold.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
