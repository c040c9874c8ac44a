/**
 * `npm run build`: everything in dist.
 *
 * dist/payex-usage.js, dist/payex-usage.iife.js   script-tag files, all dependencies inside
 * dist/index.js, dist/define.js, …                npm modules as in src, dependencies outside, with types
 * dist/custom-elements.json                       custom elements manifest
 * dist/sri.json                                   sha384 hashes for `integrity`; written last
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, SCRIPT_FILES, integrityOf, sizesOf } from './build/script-files.mjs';
import { ROOT, UserError, binary, ensureDependencies, main, runNode } from './prepare.mjs';

async function tool(what, args) {
  const { code, output } = await runNode(args, { quiet: true });
  if (code !== 0) throw new UserError(`${what} failed.\n${output}`);
}

/** The script-tag files. */
async function buildScripts() {
  const { build } = await import('vite');
  for (const mode of ['es', 'iife']) {
    await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), mode }).catch((error) => {
      throw new UserError(`vite failed.\n${error.message}`);
    });
  }
}

/** The npm modules and their types: the compiler keeps the structure, and a bundler does the rest. */
async function buildModules() {
  await tool('tsc', [binary('typescript', 'tsc'), '-p', 'tsconfig.build.json']);
  // Its types describe payex-usage.js; as a module it would be a second way to the same thing.
  rmSync(join(DIST, 'bundle.js'));
}

async function buildManifest() {
  await tool('The custom elements manifest', [
    binary('@custom-elements-manifest/analyzer', 'cem'),
    'analyze',
  ]);
}

/** Prints the sizes and hashes of the script-tag files and writes the hashes. */
function writeHashes() {
  const columns = (values) => values.map((value) => String(value).padStart(9)).join('');
  console.log(`${'bytes'.padEnd(20)}${columns(['min', 'gzip', 'brotli'])}`);
  const hashes = {};
  for (const file of SCRIPT_FILES) {
    hashes[file] = integrityOf(file);
    const { min, gzip, brotli } = sizesOf(file);
    console.log(`${file.padEnd(20)}${columns([min, gzip, brotli])}  ${hashes[file]}`);
  }
  writeFileSync(join(DIST, 'sri.json'), `${JSON.stringify(hashes, null, 2)}\n`);
}

await main(async () => {
  await ensureDependencies();
  rmSync(DIST, { recursive: true, force: true });
  await buildScripts();
  await buildModules();
  await buildManifest();
  writeHashes();
});
