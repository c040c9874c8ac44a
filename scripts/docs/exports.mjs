/** The exports' part of the API reference, from the declarations of the package's entry. */
import { basename, dirname, relative } from 'node:path';
import ts from 'typescript';

/** Parts of the reference in their order, by the folder that declares a name. */
const PARTS = [
  ['.', 'Set-up and events'],
  ['elements', 'Element classes'],
  ['model', 'Model'],
  ['api', 'API client'],
  ['controllers', 'Controllers'],
  ['i18n', 'Languages'],
  ['styles', 'Styles'],
];

function declarationsOf(symbol, checker) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return { target, declarations: target.declarations ?? [] };
}

/** What others cannot reach is no part of the reference. */
function isHidden(member) {
  if (member.name && ts.isPrivateIdentifier(member.name)) return true;
  const flags = ts.getCombinedModifierFlags(member);
  return Boolean(flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected));
}

/** A class without bodies (declaration files have none) and without hidden members. */
function classText(declaration, source) {
  const head = source.text.slice(declaration.getStart(source), declaration.members.pos);
  const members = declaration.members
    .filter((member) => !isHidden(member))
    .map((member) => member.getFullText(source).trim());
  return [head, ...members, '}'].join('\n');
}

/** A declaration as it reads in code; the notes on its members stay, they hold shapes and units. */
function signature(declaration) {
  const source = declaration.getSourceFile();
  if (ts.isVariableDeclaration(declaration)) return `const ${declaration.getText(source)};`;
  const text = ts.isClassDeclaration(declaration)
    ? classText(declaration, source)
    : declaration.getText(source);
  return text.replace(/^export (?:declare )?/, '');
}

function documentation(symbol, checker) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
}

function entry(symbol, checker, root) {
  const { target, declarations } = declarationsOf(symbol, checker);
  const [first] = declarations;
  if (!first) return null;
  const path = relative(root, first.getSourceFile().fileName);
  const folder = path.startsWith('..') ? null : dirname(path).split(/[\\/]/)[0];
  // The elements are described above, by their attributes, parts and events.
  const shown = folder === 'elements' ? declarations.slice(0, 0) : declarations;
  return { name: symbol.name, folder, doc: documentation(target, checker), shown };
}

function blocks({ name, doc, shown }) {
  const code = shown.map(signature).join('\n');
  return [`### ${name}`, ...(doc ? [doc] : []), ...(code ? [`\`\`\`ts\n${code}\n\`\`\``] : [])];
}

/** @param {string} entryFile path of the entry's d.ts @returns {string[]} Markdown blocks */
export function exportSections(entryFile) {
  const root = dirname(entryFile);
  const program = ts.createProgram([entryFile], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(entryFile));
  if (!module) throw new Error(`${basename(entryFile)} exports nothing.`);
  const entries = checker
    .getExportsOfModule(module)
    .map((symbol) => entry(symbol, checker, root))
    .filter((found) => found?.folder)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return PARTS.flatMap(([folder, title]) => {
    const inFolder = entries.filter((found) => found.folder === folder);
    return inFolder.length === 0 ? [] : [`## ${title}`, ...inFolder.flatMap(blocks)];
  });
}
