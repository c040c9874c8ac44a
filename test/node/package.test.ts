import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { build, type Rollup } from 'vite';
import { isHidden, isInternal } from '../../scripts/docs/exports.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; sideEffects: string[] };

/** What a host's bundler makes of a module that uses the package, without making names short. */
async function bundleOf(code: string): Promise<string> {
  const host = join(root, 'host.js');
  const result = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'host',
        enforce: 'pre',
        resolveId: (id) => (id === host ? id : null),
        load: (id) => (id === host ? code : null),
      },
    ],
    build: { write: false, minify: false, target: 'es2022', lib: { entry: host, formats: ['es'] } },
  })) as Rollup.RollupOutput[];
  return result
    .flatMap(({ output }) => output.map((file) => ('code' in file ? file.code : '')))
    .join('');
}

test('a host that needs one function gets no element with it', async () => {
  const code = await bundleOf("export { parseDecimal } from './dist/index.js';");

  assert.doesNotMatch(code, /customElements|HTMLElement|jitless/);
  assert.ok(code.length < 10_000, `${code.length} bytes`);
});

test('the API client alone brings nothing that needs a page', async () => {
  const code = await bundleOf("export * from './dist/api/index.js';");

  assert.doesNotMatch(code, /customElements|HTMLElement|adoptedStyleSheets/);
});

test('importing the public API registers nothing', async () => {
  const code = await bundleOf("export * from './dist/index.js';");

  assert.doesNotMatch(code, /customElements\s*\.\s*define/);
});

test('a host’s bundler does not drop the registration', async () => {
  const code = await bundleOf("import './dist/define.js';");

  assert.match(code, /customElements\.define/);
});

test('every module that is imported for its effect is declared to have one', () => {
  const importers = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    // Its compiled form is the script-tag files, which are declared.
    .filter((name) => name.endsWith('.ts') && name !== 'bundle.ts');
  const imported = importers.flatMap((name) =>
    [...read(join('src', name)).matchAll(/^import '(\.[^']+)';/gm)].map(
      (match) => `./${join('dist', name, '..', match[1]!)}`,
    ),
  );
  assert.deepEqual(
    imported.filter((path) => !manifest.sideEffects.includes(path)),
    [],
  );
});

test('the version that the elements tell is the version of the package', () => {
  assert.match(read('src/version.ts'), new RegExp(`VERSION = '${manifest.version}'`));
});

/** Types of ours that a host meets in what an entry exports, but that it has no name for. */
function namelessTypes(entry: string): string[] {
  const program = ts.createProgram([join(root, entry)], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const real = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const module = checker.getSymbolAtLocation(program.getSourceFile(join(root, entry))!)!;
  const exported = checker.getExportsOfModule(module).map(real);
  const nameless = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassElement(node) && isHidden(node)) return;
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const symbol = real(
        checker.getSymbolAtLocation(
          ts.isTypeReferenceNode(node) ? node.typeName : node.expression,
        )!,
      );
      const [declaration] = symbol.declarations ?? [];
      const isOurs = declaration?.getSourceFile().fileName.startsWith(join(root, 'dist'));
      if (isOurs && !exported.includes(symbol) && !ts.isTypeParameterDeclaration(declaration!)) {
        // Of a base the reference gives the members.
        if (ts.isTypeReferenceNode(node)) nameless.add(`${symbol.name} in ${entry}`);
        else if (!isInternal(declaration!)) visit(declaration!);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const declaration of exported.flatMap(({ declarations = [] }) => declarations)) {
    visit(declaration);
  }
  return [...nameless];
}

test('no type that a host meets is without a name that it can import', () => {
  const entries = ['dist/index.d.ts', 'dist/api/index.d.ts'];
  assert.deepEqual(entries.flatMap(namelessTypes), []);
});
