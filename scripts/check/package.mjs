/** The gate of the npm package: what is in it, and that everything package.json points at is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, ensureBuild, run, runNode } from '../prepare.mjs';

/** Nothing else has a place in the package. */
const EXPECTED = /^(?:dist\/.+\.(?:js|d\.ts|json|txt)|docs\/.+|[A-Z-]+(?:\.md)?|package\.json)$/;

async function packedFiles() {
  const npm = process.env.npm_execpath;
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
  const { code, output } = npm
    ? await runNode([npm, ...args], { quiet: true })
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { quiet: true });
  if (code !== 0) throw new Error(`npm pack failed: ${output}`);
  const [pack] = JSON.parse(output.slice(output.search(/^\[/m)));
  return pack;
}

/** Every file that package.json names, patterns left out. */
function* namedFiles(value) {
  if (typeof value === 'string') {
    if (/^(?:\.\/)?dist\//.test(value) && !value.includes('*')) yield value.replace(/^\.\//, '');
  } else if (value && typeof value === 'object') {
    for (const child of Object.values(value)) yield* namedFiles(child);
  }
}

/** @returns {Promise<import('./steps.mjs').CheckResult>} */
export async function checkPackage() {
  await ensureBuild();
  const { files, size } = await packedFiles();
  const paths = new Set(files.map(({ path }) => path));
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const problems = [
    ...[...paths].filter((path) => !EXPECTED.test(path)).map((path) => `${path} is packed`),
    ...[...new Set(namedFiles(manifest))]
      .filter((path) => !paths.has(path))
      .map((path) => `package.json names ${path}, which is not packed`),
  ];
  return {
    ok: problems.length === 0,
    detail: `${paths.size} files, ${Math.round(size / 1000)} kB packed`,
    output: problems.join('\n'),
  };
}
