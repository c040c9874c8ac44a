/** Who takes part: names, versions and bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { LIMIT, OURS } from '../goals.js';
import type { ContestantFacts } from '../results.js';
import { BENCH, DIST } from './builds.js';

export interface Entry {
  readonly name: string;
  /** File of `bench/peers/`, without its ending. */
  readonly file: string;
  /** The package whose version is named; null for the limit, which has none. */
  readonly package: string | null;
}

export const ENTRIES: readonly Entry[] = [
  { name: OURS, file: 'ours', package: null },
  { name: LIMIT, file: 'limit', package: null },
  { name: 'ag-grid', file: 'ag-grid', package: 'ag-grid-community' },
  { name: 'vaadin', file: 'vaadin', package: '@vaadin/grid' },
  { name: 'tabulator', file: 'tabulator', package: 'tabulator-tables' },
  { name: 'revogrid', file: 'revogrid', package: '@revolist/revogrid' },
  { name: 'regular-table', file: 'regular-table', package: 'regular-table' },
  { name: 'tanstack', file: 'tanstack', package: '@tanstack/lit-virtual' },
];

/** Bytes of a file as it is and as servers send it at their best; null when there is none. */
function sizeOf(path: string): ContestantFacts['style'] {
  try {
    const bytes = readFileSync(path);
    return { min: bytes.length, br: brotliCompressSync(bytes).length };
  } catch {
    return null;
  }
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** The contestant's own style sheet, as the page has to load it; null for none. */
export function styleOf({ file }: Entry): string | null {
  return sizeOf(join(DIST, `${file}.css`)) && `/${file}.css`;
}

/** @param root of the product, with its built files */
export function factsOf(entry: Entry, root: string): ContestantFacts {
  const { name, file } = entry;
  const script = name === OURS ? join(root, 'dist', 'payex-usage.js') : join(DIST, `${file}.js`);
  const found = sizeOf(script);
  if (!found) throw new Error(`There is no script of ${name}.`);
  return {
    name,
    version: entry.package
      ? versionOf(join(BENCH, 'node_modules', entry.package))
      : name === OURS
        ? versionOf(root)
        : '–',
    script: found,
    style: sizeOf(join(DIST, `${file}.css`)),
  };
}
