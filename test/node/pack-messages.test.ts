import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  packLanguages,
  packMessagesPlugin,
  readLanguage,
} from '../../scripts/build/pack-messages.mjs';

const FOLDER = new URL('../../src/i18n/', import.meta.url);

type Languages = Record<string, Record<string, unknown>>;

/** A language file with the given members; named like the language. */
function language(name: string, members: string): ReturnType<typeof readLanguage> {
  return readLanguage(`${name}.ts`, `export const ${name}: Messages = { ${members} };`);
}

function pack(languages: Record<string, string>): string {
  const read = Object.entries(languages).map(
    ([name, members]) => [name, language(name, members)] as const,
  );
  return packLanguages(new Map(read));
}

/** What the packed module exports when it is run. */
async function unpack(code: string): Promise<Languages> {
  return { ...((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Languages) };
}

test('every language says the same after packing as before, in the same order', async () => {
  const names = readdirSync(FOLDER)
    .filter((file) => /^[a-z]{2}\.ts$/.test(file))
    .map((file) => file.slice(0, 2));
  assert.deepEqual(names.sort(), ['da', 'en', 'fi', 'nb', 'sv']);
  const texts = new Map(
    names.map((name) => {
      const file = new URL(`${name}.ts`, FOLDER);
      return [name, readLanguage(file.pathname, readFileSync(file, 'utf8'))] as const;
    }),
  );
  const packed = await unpack(packLanguages(texts));
  for (const name of names) {
    const source = (await import(`../../src/i18n/${name}.ts`)) as Languages;
    assert.equal(JSON.stringify(packed[name]), JSON.stringify(source[name]));
  }
});

test('quotes, backslashes and letters of every kind survive', async () => {
  const code = pack({ en: String.raw`a: '"\'\\n 𝄞 ”å', b: 'c'` });
  assert.deepEqual(await unpack(code), { en: { a: String.raw`"'\n 𝄞 ”å`, b: 'c' } });
});

for (const [what, members] of [
  ['lacks a key', "a: 'x'"],
  ['has a key too many', "a: 'x', b: 'y', c: 'z'"],
  ['has another order', "b: 'y', a: 'x'"],
] as const) {
  test(`the build stops at a language that ${what}`, () => {
    assert.throws(() => pack({ en: "a: 'x', b: 'y'", sv: members }), /sv\.ts: "[bc]?"/);
  });
}

for (const [what, members] of [
  ['a text that is put together', "a: 'x' + 'y'"],
  ['a template', 'a: `x`'],
  ['a number', 'a: 1'],
  ['an empty text', "a: ''"],
  ['a separator in a text', "a: 'x|y'"],
  ['a line break in a text', String.raw`a: 'x\ny'`],
  ['a table within the table', "a: { one: 'x', other: 'y' }"],
  ['a key that stands there twice', "a: 'x', a: 'y'"],
  ['a key that is worked out', "[a]: 'x'"],
  ['a spread', '...a'],
] as const) {
  test(`the build stops at ${what}`, () => {
    assert.throws(() => language('en', members), /^Error: en\.ts: .* Revise/);
  });
}

test('the build stops at a file that exports something else than its language', () => {
  for (const code of ['export const sv = {};', 'export const en = {}, a = 1;', 'const en = {};']) {
    assert.throws(() => readLanguage('en.ts', code), /^Error: en\.ts: /);
  }
});

test('the build stops without English, which gives the order', () => {
  assert.throws(() => pack({ sv: "a: 'x'" }), /no English/);
});

test('the build stops when a language went into the bundle unpacked', () => {
  const plugin = packMessagesPlugin();
  const root = fileURLToPath(new URL('../../', import.meta.url));
  plugin.configResolved({ root });
  plugin.buildStart();
  for (const name of ['da', 'en', 'fi', 'nb']) {
    const code = plugin.load(fileURLToPath(new URL(`${name}.ts`, FOLDER)));
    assert.match(code ?? '', new RegExp(`^export \\{ ${name} \\} from 'virtual:`));
  }
  assert.throws(() => plugin.buildEnd(), /has no sv:/);
});
