import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { ERROR_CODES } from '../../src/api/index.js';

// What a host reads must be so: each name in the docs exists, each name of the product is in the docs, each
// link leads somewhere, and each snippet compiles against the types that `npm test` has just built.

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const GENERATED = 'docs/api-reference.md';
const PAGES = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

interface Member {
  readonly name: string;
  readonly static?: boolean;
}
interface Element {
  readonly tagName?: string;
  readonly attributes?: readonly Member[];
  readonly members?: readonly Member[];
  readonly cssParts?: readonly Member[];
  readonly cssProperties?: readonly Member[];
}
const { modules } = JSON.parse(read('dist/custom-elements.json')) as {
  modules: readonly { declarations: readonly Element[] }[];
};
const elements = modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName !== undefined);

/** What a page has between back-ticks on a line. */
const codesIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);

/** Cells of the rows of the first table of a page. */
const rowsIn = (page: string): string[][] =>
  read(page)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(/ *(?<!\\)\| */).slice(1, -1));

/** Where a link on a page may lead: as the page's viewer names its headings. */
const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('no link of a page leads nowhere', () => {
  const links = PAGES.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].map(
      ([, link = '', anchor]) => ({ page, link, anchor }),
    ),
  );
  assert.ok(links.length > 10);
  const dead = links.filter(({ page, link, anchor }) => {
    const to = normalize(join(dirname(page), link));
    if (!existsSync(join(root, to))) return true;
    return anchor !== undefined && !anchorsOf(link ? to : page).includes(anchor);
  });
  assert.deepEqual(dead, []);
});

test('no page names a file that is not there', () => {
  const named = PAGES.flatMap((page) =>
    codesIn(read(page))
      .filter((code) => /^(?:src|test|scripts|demo|docs|bench)\/[\w./-]+$/.test(code))
      .map((path) => ({ page, path })),
  );
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter(({ path }) => !existsSync(join(root, normalize(path)))),
    [],
  );
});

test('the file that is said to hold a fact of the API holds it', () => {
  const facts = [
    ...read('docs/api-contract.md').matchAll(/((?:`\w+`(?:, )?)+) in `(src\/[\w./-]+)`/g),
  ];
  assert.ok(facts.length > 10);
  const wrong = facts.flatMap(([, names, path]) =>
    codesIn(names!)
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(read(path!)))
      .map((name) => `${name} in ${path}`),
  );
  assert.deepEqual(wrong, []);
});

test('no event is left out of the page of events, and none is in it that does not exist', () => {
  const [, map = ''] = /interface PayexUsageEventMap \{([^}]*)\}/.exec(read('src/events.ts')) ?? [];
  const events = [...map.matchAll(/^\s*(\w+):/gm)].map(([, name]) => name);
  assert.deepEqual(
    rowsIn('docs/events.md').map(([event]) => codesIn(event!)[0]),
    events,
  );
});

test('no field of an event is left out of the page of events', () => {
  const source = read('src/events.ts');
  const missing = rowsIn('docs/events.md').flatMap(([event = '', , detail = '']) => {
    const name = codesIn(event)[0]!;
    const [, type] = new RegExp(`PayexUsageEvent<'${name}', (\\w+)>`).exec(source)!;
    const [, body] = new RegExp(`interface ${type} [^{]*\\{\\n([^]*?)\\n\\}`).exec(source)!;
    const told = codesIn(detail);
    return [...body!.matchAll(/^ {2}(\w+)(\??):/gm)]
      .map(([, field, optional]) => `${field}${optional}`)
      .filter((field) => !told.includes(field))
      .map((field) => `${name}: ${field}`);
  });
  assert.deepEqual(missing, []);
});

test('the page of errors lists the codes, and no others', () => {
  assert.deepEqual(
    rowsIn('docs/errors.md').map(([code]) => codesIn(code!)[0]),
    [...ERROR_CODES],
  );
});

test('nothing that an element has is left out of the reference', () => {
  const missing = elements.flatMap(
    ({ tagName, attributes = [], members = [], cssParts = [], cssProperties = [] }) => {
      const [, section = ''] = read(GENERATED).split(`\n## \`<${tagName}>\`\n`);
      const told = codesIn(section.split('\n## ')[0]!).map((code) => code.replace(/\(.*/, ''));
      return [...attributes, ...members, ...cssParts, ...cssProperties]
        .filter(({ name, static: isStatic }) => !isStatic && !told.includes(name))
        .map(({ name }) => `${tagName} ${name}`);
    },
  );
  assert.deepEqual(missing, []);
});

test('no page names an event, a variable or an attribute of ours that does not exist', () => {
  const attributes = elements.flatMap(({ attributes: own = [] }) => own.map(({ name }) => name));
  const variables = elements.flatMap(({ cssProperties = [] }) =>
    cssProperties.map(({ name }) => name),
  );
  const known = new Set([...variables, ...rowsIn('docs/events.md').map(([event]) => event)]);
  const wrong = PAGES.flatMap((page) => {
    const text = read(page);
    const names = [...text.matchAll(/--payex-usage-[a-z-]*[a-z]|`payex[a-z]+`/g)].map(
      ([name]) => name,
    );
    const tags = [...text.matchAll(/<payex-usage(?:-records)?\s+([^<>]+)>/g)];
    const used = tags.flatMap(([, list]) =>
      [...list!.matchAll(/(?<!\S)([\w-]+)="/g)].map(([, name]) => name!),
    );
    return [
      ...names.filter((name) => !known.has(name)),
      ...used.filter((name) => !attributes.includes(name)),
    ].map((name) => `${page}: ${name}`);
  });
  assert.deepEqual(wrong, []);
});

/** What the snippets take from their host. */
const HOST = `
  import type { PayexUsage, PlainRecord, UsageRecord } from 'payex-usage';
  declare global {
    const usage: PayexUsage;
    const element: PayexUsage;
    const records: UsageRecord[];
    const caseIsLocked: boolean;
    function addToCase(record: PlainRecord | undefined): void;
    function renewSession(): Promise<void>;
  }`;

test('no snippet says what the types do not allow', () => {
  const files = new Map([['host.d.ts', HOST]]);
  for (const page of PAGES.filter((name) => name !== GENERATED)) {
    const blocks = [...read(page).matchAll(/^( *)```(js|ts|html)\n([^]*?)^ *```$/gm)];
    for (const [index, [, , language, block]] of blocks.entries()) {
      const scripts = [...block!.matchAll(/<script[^>]*>([^]+?)<\/script>/g)].map(([, js]) => js);
      const code = language === 'html' ? scripts.join('\n') : block!;
      const text = code.replaceAll('/assets/payex-usage.js', 'payex-usage/payex-usage.js');
      files.set(`${page.replace(/\W/g, '_')}_${index + 1}.ts`, `export {};\n${text}`);
    }
  }
  assert.ok(files.size > 5);
  assert.deepEqual(complaintsAbout(files), []);
});

/** An element that a snippet looks for: of its page the snippet knows that it is there. */
const POSSIBLY_NULL = [2531, 18047];

/** What the compiler says of files that are nowhere but in the test. */
function complaintsAbout(files: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noImplicitAny: false,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    paths: {
      'payex-usage': [join(root, 'dist/index.d.ts')],
      'payex-usage/client.js': [join(root, 'dist/api/index.d.ts')],
      'payex-usage/define.js': [join(root, 'dist/define.d.ts')],
      'payex-usage/payex-usage.js': [join(root, 'dist/bundle.d.ts')],
    },
  };
  const host = ts.createCompilerHost(options);
  const own = new Map([...files].map(([name, text]) => [join(root, name), text]));
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => {
    const text = own.get(normalize(name));
    return text === undefined
      ? readSource(name, version)
      : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...own.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ code }) => !POSSIBLY_NULL.includes(code))
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.replace(root, '') ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}
