/** The pages of the benchmark, built as one would build a page for production. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

export const BENCH = join(import.meta.dirname, '..');
export const DIST = join(BENCH, 'dist');

/** Everything of one entry in one minified file, its style sheet beside it. */
async function bundle(entry: string, name: string): Promise<void> {
  await build({
    root: BENCH,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: DIST,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(BENCH, entry),
        preserveEntrySignatures: 'strict',
        output: {
          codeSplitting: false,
          entryFileNames: `${name}.js`,
          assetFileNames: `${name}[extname]`,
          minify: true,
        },
      },
    },
  });
}

/** @param peers files of `bench/peers/`, without their ending */
export async function buildPages(peers: readonly string[]): Promise<void> {
  rmSync(DIST, { recursive: true, force: true });
  for (const page of ['grid-page', 'data-page']) await bundle(`page/${page}.ts`, page);
  for (const peer of peers) await bundle(`peers/${peer}.ts`, peer);
}
