import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

// What hosts read about the elements must be all there is: editors, wrappers and the reference are made
// from the manifest, which `npm test` has just built.

interface Described {
  readonly name: string;
  readonly description?: string;
}
interface ElementDeclaration {
  readonly name: string;
  readonly tagName?: string;
  readonly summary?: string;
  readonly events?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly (Described & { readonly default?: string })[];
  readonly attributes?: readonly Described[];
  readonly members?: readonly Described[];
}
interface Manifest {
  readonly modules: readonly {
    path: string;
    declarations: readonly ElementDeclaration[];
    exports: readonly {
      kind: string;
      name: string;
      declaration: { name: string; module: string };
    }[];
  }[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json')) as Manifest;
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName !== undefined);

const sources = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join(folder, name)))
    .join('\n');

/** Words of all matches' first groups, each once. */
function words(text: string, pattern: RegExp): string[] {
  const found = [...text.matchAll(pattern)].flatMap((match) => match[1]!.trim().split(/\s+/));
  return [...new Set(found)].sort();
}

/** Names without a description, of what is used and what the manifest tells. */
function undescribed(used: readonly string[], told: readonly Described[]): string[] {
  const known = new Set(told.filter(({ description }) => description).map(({ name }) => name));
  return used.filter((name) => !known.has(name));
}

test('no public element is missing from the manifest, no inner one is in it', () => {
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [
    'payex-usage',
    'payex-usage-records',
  ]);
});

test('a tool that looks for tags finds each with the class and the module behind it', () => {
  const definitions = manifest.modules
    .flatMap(({ exports }) => exports)
    .filter(({ kind }) => kind === 'custom-element-definition')
    .map(({ name, declaration }) => [name, declaration.name, declaration.module]);
  assert.deepEqual(definitions, [
    ['payex-usage', 'PayexUsage', 'dist/elements/payex-usage.js'],
    ['payex-usage-records', 'PayexUsageRecords', 'dist/elements/payex-usage-records.js'],
  ]);
});

test('no inner module is told of', () => {
  const inner = manifest.modules.filter(({ path }) => !path.includes('elements/'));
  assert.deepEqual(inner.map(({ path }) => path).sort(), ['dist/define.js', 'dist/events.js']);
  assert.ok(!manifest.modules.some(({ path }) => /elements\/.+\//.test(path)));
});

test('no public element is without a summary', () => {
  assert.deepEqual(
    elements.filter(({ summary }) => !summary).map(({ tagName }) => tagName),
    [],
  );
});

test('no inner property is told of', () => {
  const told = elements.flatMap(({ members = [] }) => members.map(({ name }) => name));
  assert.ok(told.includes('records'));
  assert.ok(!told.includes('localizer'));
});

test('no public event is left undescribed', () => {
  const [, map = ''] = /interface PayexUsageEventMap \{([^}]*)\}/.exec(read('src/events.ts')) ?? [];
  const used = words(map, /^\s*(\w+):/gm);
  assert.ok(used.length > 0);
  assert.deepEqual(
    undescribed(
      used,
      elements.flatMap(({ events = [] }) => events),
    ),
    [],
  );
});

test('no event is described that does not exist', () => {
  const used = new Set(words(sources('src'), /'(payex[a-z]+)'/g));
  const told = elements.flatMap(({ events = [] }) => events.map(({ name }) => name));
  assert.deepEqual(
    told.filter((name) => !used.has(name)),
    [],
  );
});

/** Parts in templates, and those that code sets on nodes it makes. */
const PART = /(?:\spart="|'part', ')([\w\s-]+)["']/g;

test('no part is left undescribed', () => {
  const used = words(sources('src/elements'), PART);
  assert.ok(used.length > 0);
  const told = elements.flatMap(({ cssParts = [] }) => cssParts);
  assert.deepEqual(undescribed(used, told), []);
});

test('no part is described that does not exist', () => {
  const used = new Set(words(sources('src/elements'), PART));
  const told = elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
  assert.deepEqual(
    told.filter((name) => !used.has(name)),
    [],
  );
});

test('no style variable is left undescribed', () => {
  const used = words(sources('src'), /(--payex-usage-\w[\w-]*)/g);
  assert.ok(used.length > 0);
  const told = elements.flatMap(({ cssProperties = [] }) => cssProperties);
  assert.deepEqual(undescribed(used, told), []);
});

test('no style variable is described that does nothing', () => {
  const code = sources('src').replace(/\/\*[^]*?\*\//g, '');
  const used = new Set(words(code, /(--payex-usage-\w[\w-]*)/g));
  const told = elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));
  assert.deepEqual(
    told.filter((name) => !used.has(name)),
    [],
  );
});

test('no attribute is left undescribed', () => {
  const missing = elements.flatMap(({ tagName, attributes = [] }) =>
    attributes
      .filter(({ description }) => !description)
      .map(({ name }) => `${String(tagName)} ${name}`),
  );
  assert.deepEqual(missing, []);
});

test('the manifest speaks of published files, not of sources', () => {
  assert.deepEqual(
    manifest.modules.map(({ path }) => path).filter((path) => !/^dist\/.*\.js$/.test(path)),
    [],
  );
});
