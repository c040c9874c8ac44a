import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseSync } from 'vite';
import { LIT_PIECES } from '../../scripts/build/lit-pieces.mjs';
import { taggedTemplates } from '../../scripts/build/minify-templates.mjs';
import { dropAttributes, litModule, trimLit } from '../../scripts/build/trim-lit.mjs';

const MODULES = Object.keys(LIT_PIECES);

function published(module: string): string {
  return readFileSync(new URL(`../../node_modules/${module}`, import.meta.url), 'utf8');
}

const folder = new URL('../../src/', import.meta.url);
const SOURCES = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const);

/** Stands for a value in a template. */
const VALUE = '\0';

interface Template {
  readonly tag: { readonly name: string };
  readonly quasi: {
    readonly quasis: readonly { readonly value: { readonly raw: string } }[];
    readonly expressions: readonly { readonly type: string; readonly name?: string }[];
  };
}

/** Every template of our sources with this tag. */
function* templates(name: string): Iterable<[file: string, text: string, template: Template]> {
  for (const [file, code] of SOURCES) {
    for (const template of taggedTemplates(parseSync(file, code).program) as Iterable<Template>) {
      if (template.tag.name !== name) continue;
      yield [file, template.quasi.quasis.map(({ value }) => value.raw).join(VALUE), template];
    }
  }
}

test('every piece is found in the Lit that is installed, and the rest is still a module', () => {
  for (const module of MODULES) {
    const trimmed = trimLit(module, published(module));
    assert.deepEqual(parseSync(module, trimmed).errors, [], module);
  }
});

test('a Lit without one of the pieces, or with one more, stops the build', () => {
  for (const module of MODULES) {
    const code = published(module);
    for (const [, find] of LIT_PIECES[module] ?? []) {
      assert.throws(() => trimLit(module, code.replace(find, '')), /revise/, find);
      assert.throws(() => trimLit(module, code + find), /revise/, find);
    }
  }
});

test('nothing of what must not ship is left', () => {
  for (const module of MODULES) {
    assert.doesNotMatch(
      trimLit(module, published(module)),
      /PolyfillSupport|HydrateSupport|Versions|ShadyCSS|<math>|taskComplete/,
    );
  }
});

test('a template that is forged of data is refused as before', () => {
  const trimmed = trimLit('lit-html/lit-html.js', published('lit-html/lit-html.js'));
  assert.match(trimmed, /hasOwnProperty\("raw"\)\)throw/);
});

test('no source of ours takes more of Lit than is left', () => {
  let count = 0;
  const names =
    /^(?:type \w+|html|css|nothing|noChange|render|LitElement|Task|TaskStatus|initialState)$/;
  for (const [file, code] of SOURCES) {
    for (const [, list = '', from] of code.matchAll(
      /import (?:type )?\{([^}]*)\} from '((?:lit|@lit)\b[^']*)'/g,
    )) {
      count += 1;
      assert.match(from ?? '', /^(?:lit|@lit\/task)$/, file);
      if (code.includes(`import type {${list}}`)) continue;
      for (const name of list.split(',')) assert.match(name.trim(), names, file);
    }
    assert.doesNotMatch(
      code,
      /\b(?:scheduleUpdate|getUpdateComplete|createRenderRoot|shadowRootOptions|getPropertyDescriptor|getPropertyOptions|finalizeStyles|addInitializer|removeController|renderOptions|setConnected)\b/,
      file,
    );
    assert.doesNotMatch(
      code,
      /[tT]ask\.(?!status\b|run\()|\b(?:argsEqual|autoRun|initialValue)\b/,
      file,
    );
  }
  assert.ok(count > 30);
});

test('no property has an option that is left out', () => {
  const option =
    /^\w+: \{(?: (?:reflect: true|(?:type: (?:Number|Boolean))?(?:, )?(?:attribute: (?:false|'[a-z-]+'))?) )?\},$/;
  let count = 0;
  for (const [file, code] of SOURCES) {
    for (const [, list = ''] of code.matchAll(
      /static override properties(?:: \w+)? = \{([^]*?)\n {2}\};/g,
    )) {
      for (const line of list.trim().split('\n')) {
        // What is trimmed does not look at the properties of a class above.
        if (line.trim() === '...SettingsElement.properties,') continue;
        assert.match(line.trim(), option, file);
        // The Lit of the npm modules would make another attribute of it.
        assert.doesNotMatch(line.trim(), /^\w*[A-Z]\w*: (?!.*attribute: )/, file);
        count += 1;
      }
    }
    assert.doesNotMatch(code, /static override styles = (?!\[[\w,\s]+\];)/, file);
  }
  assert.ok(count > 30);
});

test('no hook of ours asks what has changed', () => {
  for (const [file, code] of SOURCES) {
    assert.doesNotMatch(
      code,
      /override (?:shouldUpdate|willUpdate|update|firstUpdated|updated)\(\w/,
      file,
    );
  }
});

test('an attribute goes without saying only where it is the name of its property', () => {
  const code = `{ ownerNo: { attribute: "owner-no" }, a: { attribute: "b" }, b: { attribute: false },
    headingLevel: { type: Number, attribute: "heading-level" } }`;
  assert.equal(
    dropAttributes(code),
    `{ ownerNo: { }, a: { attribute: "b" }, b: { attribute: false },
    headingLevel: { type: Number } }`,
  );
});

/** For `JSON.stringify` of a syntax tree, which may hold a bigint. */
const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? null : value);

test('no template is written in a way that is left out', () => {
  let count = 0;
  for (const [file, text, { quasi }] of templates('html')) {
    count += 1;
    // A comment, the name of a tag as a value, raw text, single quotes, `<a b=${c}/>`.
    assert.doesNotMatch(text, /<!--|<\/?\0|<(?:script|style|textarea|title)\b|='|\0\/>/i, file);
    // A value in place of an attribute, blanks around the sign of equality.
    const tags = text.replaceAll(/"[^"]*"/g, '""');
    assert.doesNotMatch(tags, /<[a-z][^<>]*(?:\s\0|\s=|=\s)/, file);
    const parts = text.split(VALUE);
    quasi.expressions.forEach((value, index) => {
      // A listener that is an object, an attribute that stays as it is.
      if (/@[\w-]+=$/.test(parts[index] ?? ''))
        assert.notEqual(value.type, 'ObjectExpression', file);
      if (/<[a-z][^<>]*$/i.test(parts.slice(0, index + 1).join(''))) {
        assert.doesNotMatch(JSON.stringify(value, plain), /"noChange"/, file);
      }
    });
  }
  assert.ok(count > 30);
  for (const name of ['svg', 'mathml']) assert.deepEqual([...templates(name)], []);
});

test('no style sheet holds another', () => {
  const sheets = [...templates('css')];
  assert.ok(sheets.length > 10);
  for (const [file, , { quasi }] of sheets) {
    for (const { name = '' } of quasi.expressions) assert.match(name, /^[A-Z_]+$/, file);
  }
});

test('code of others is left alone', () => {
  assert.equal(litModule('/a/node_modules/other/lit-html.js'), undefined);
  assert.equal(litModule('/a/lit-html/lit-html.js'), undefined);
  assert.equal(trimLit('other', 'Symbol.metadata'), 'Symbol.metadata');
});
