import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The files below exist only here, so rules that need a type checker cannot read them.
const linter = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: [tseslint.configs.disableTypeChecked],
  ruleFilter: ({ ruleId }) => WALL_RULES.has(ruleId),
});

const IMPORTS = '@typescript-eslint/no-restricted-imports';
const GLOBALS = 'no-restricted-globals';
const SYNTAX = 'no-restricted-syntax';
const ANY = '@typescript-eslint/no-explicit-any';
const NAMESPACE = '@typescript-eslint/no-namespace';
const PARAMETER = '@typescript-eslint/parameter-properties';
const WALL_RULES = new Set([IMPORTS, GLOBALS, SYNTAX, ANY, NAMESPACE, PARAMETER, 'no-console']);

async function reports(file: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath: file });
  assert.ok(result, `${file} is not linted at all`);
  const fatal = result.messages.find((message) => message.fatal);
  assert.equal(fatal?.message, undefined);
  return result.messages.map((message) => message.ruleId ?? '');
}

const uses = (from: string): string => `import { x } from '${from}';\nexport const y = x;\n`;
const usesType = (from: string): string =>
  `import { type X } from '${from}';\nexport const y = (x: X): X => x;\n`;

/** What breaks a wall: its name, where, the code, the rule that must say so. */
const BROKEN: readonly (readonly [string, string, string, string])[] = [
  ['model imports a package', 'src/model/a.ts', uses('lit'), IMPORTS],
  ['model imports the API', 'src/model/a.ts', uses('../api/errors.js'), IMPORTS],
  ['model imports a type of the API', 'src/model/a.ts', usesType('../api/errors.js'), IMPORTS],
  [
    'a nested model file imports elements',
    'src/model/b/a.ts',
    uses('../../elements/a.js'),
    IMPORTS,
  ],
  ['model imports the events', 'src/model/a.ts', uses('../events.js'), IMPORTS],
  ['model asks the page', 'src/model/a.ts', 'export const t = document.title;', GLOBALS],
  ['model fetches', 'src/model/a.ts', "export const t = fetch('/');", GLOBALS],
  ['api imports Lit', 'src/api/a.ts', uses('lit'), IMPORTS],
  ['api imports full zod', 'src/api/a.ts', uses('zod'), IMPORTS],
  ['api imports a controller', 'src/api/a.ts', uses('../controllers/load.js'), IMPORTS],
  ['api imports words', 'src/api/a.ts', uses('../i18n/en.js'), IMPORTS],
  ['a controller imports an element', 'src/controllers/a.ts', uses('../elements/a.js'), IMPORTS],
  ['a controller imports the public API', 'src/controllers/a.ts', uses('../index.js'), IMPORTS],
  ['a controller validates', 'src/controllers/a.ts', uses('zod/mini'), IMPORTS],
  ['a controller fetches', 'src/controllers/a.ts', "export const t = fetch('/');", GLOBALS],
  ['an element validates', 'src/elements/a.ts', uses('zod/mini'), IMPORTS],
  ['an element fetches', 'src/elements/a.ts', "export const t = fetch('/');", GLOBALS],
  ['an element fetches by a detour', 'src/elements/a.ts', 'export const f = window.fetch;', SYNTAX],
  ['an element imports its registration', 'src/elements/a.ts', uses('../define.js'), IMPORTS],
  ['words import an element', 'src/i18n/a.ts', uses('../elements/a.js'), IMPORTS],
  ['words import more of api than types', 'src/i18n/a.ts', uses('../api/errors.js'), IMPORTS],
  ['styles import the model', 'src/styles/a.ts', uses('../model/money.js'), IMPORTS],
  ['events import more of model than types', 'src/events.ts', uses('./model/money.js'), IMPORTS],
  ['events import an element', 'src/events.ts', usesType('./elements/a.js'), IMPORTS],
  ['the public API registers', 'src/index.ts', uses('./define.js'), IMPORTS],
  ['an element registers itself', 'src/elements/a.ts', "customElements.define('a-b', A);", SYNTAX],
  ['a detour registers', 'src/index.ts', "window.customElements.define('a-b', A);", SYNTAX],
  [
    'a decorator registers',
    'src/elements/a.ts',
    "import { customElement } from 'lit/decorators.js';\n@customElement('a-b')\nexport class A {}\n",
    IMPORTS,
  ],
  ['something is stored', 'src/api/a.ts', "localStorage.setItem('a', 'b');", GLOBALS],
  ['something is stored by a detour', 'src/api/a.ts', 'window.sessionStorage.clear();', SYNTAX],
  ['text becomes mark-up', 'src/elements/a.ts', "element.innerHTML = '<b>';", SYNTAX],
  ['text is inserted as mark-up', 'src/elements/a.ts', "e.insertAdjacentHTML('a', b);", SYNTAX],
  [
    'Lit takes text as mark-up',
    'src/elements/a.ts',
    uses('lit/directives/unsafe-html.js'),
    IMPORTS,
  ],
  ['the host page is searched', 'src/elements/a.ts', "document.querySelector('a');", SYNTAX],
  [
    'a template sets a style',
    'src/elements/a.ts',
    'export const t = html`<i style=${s}></i>`;',
    SYNTAX,
  ],
  ['an element logs', 'src/elements/a.ts', "console.log('a');", 'no-console'],
  ['a default export', 'src/model/a.ts', 'export default 1;', SYNTAX],
  ['a default export in a test', 'test/model/a.test.ts', 'export default 1;', SYNTAX],
  ['an enum', 'src/model/a.ts', 'export enum A { B }', SYNTAX],
  ['a namespace', 'src/model/a.ts', 'export namespace A { export const b = 1; }', NAMESPACE],
  ['any', 'src/model/a.ts', 'export const a = (b: any): unknown => b;', ANY],
  ['any in a test', 'test/model/a.test.ts', 'export const a = (b: any): unknown => b;', ANY],
  ['a soft private', 'src/model/a.ts', 'export class A { private b = 1; }', SYNTAX],
  [
    'a parameter property',
    'src/model/a.ts',
    'export class A { constructor(readonly b: number) {} }',
    PARAMETER,
  ],
];

/** What must stay possible, or the walls are in the way. */
const ALLOWED: readonly (readonly [string, string, string])[] = [
  ['model imports model', 'src/model/a.ts', uses('./money.js')],
  ['a nested model file imports model', 'src/model/b/a.ts', uses('../money.js')],
  ['api imports model', 'src/api/a.ts', uses('../model/money.js')],
  ['api imports zod/mini', 'src/api/a.ts', uses('zod/mini')],
  ['api fetches', 'src/api/a.ts', "export const t = fetch('/');"],
  [
    'a controller imports api, model and Lit',
    'src/controllers/a.ts',
    uses('../api/client.js') + usesType('lit'),
  ],
  ['an element imports what is below it', 'src/elements/a.ts', uses('../controllers/load.js')],
  ['a nested element imports styles', 'src/elements/b/a.ts', uses('../../styles/tokens.js')],
  ['words import types of api', 'src/i18n/a.ts', usesType('../api/errors.js')],
  ['words read the model', 'src/i18n/a.ts', uses('../model/decimal.js')],
  ['events import types of model', 'src/events.ts', usesType('./model/money.js')],
  ['styles import Lit', 'src/styles/a.ts', uses('lit')],
  ['define registers', 'src/define.ts', "customElements.define('a-b', A);"],
  ['a test registers', 'test/elements/a.test.ts', "customElements.define('a-b', A);"],
  ['the one module that warns logs', 'src/controllers/warn.ts', "console.warn('a');"],
  ['a private constructor', 'src/model/a.ts', 'export class A { private constructor() {} }'],
];

for (const [name, file, code, rule] of BROKEN) {
  test(`the linter reports it when ${name}`, async () => {
    assert.deepEqual([...new Set(await reports(file, code))], [rule]);
  });
}

for (const [name, file, code] of ALLOWED) {
  test(`the linter is content when ${name}`, async () => {
    assert.deepEqual(await reports(file, code), []);
  });
}
