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

/** What the code itself needs of a public thing, and hosts do not. */
export const isInternal = (node) =>
  ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');

/** What others cannot reach, or have no use for, is no part of the reference. */
export function isHidden(member) {
  if (isInternal(member)) return true;
  if (member.name && ts.isPrivateIdentifier(member.name)) return true;
  const flags = ts.getCombinedModifierFlags(member);
  return Boolean(flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected));
}

/** What it extends: of what is exported the names, of what is not the members, which nobody could look up. */
function inherited(declaration, { checker, exported }) {
  const names = [];
  const members = [];
  const clauses = declaration.heritageClauses ?? [];
  for (const type of clauses.flatMap((clause) => [...clause.types])) {
    const { target, declarations } = declarationsOf(
      checker.getSymbolAtLocation(ts.isExpressionWithTypeArguments(type) ? type.expression : type),
      checker,
    );
    const [base] = declarations;
    const isOurs = base && !base.getSourceFile().fileName.includes('node_modules');
    if (exported.has(target) || !isOurs) names.push(type.getText(declaration.getSourceFile()));
    else if (!isInternal(base)) {
      const above = inherited(base, { checker, exported });
      names.push(...above.names);
      members.push(...above.members, ...base.members);
    }
  }
  return { names, members };
}

/** Declaration files have no bodies: what is left of a member is what a host may use of it. */
function memberText(member) {
  return member.getFullText(member.getSourceFile()).trim();
}

function structure(declaration, context) {
  const source = declaration.getSourceFile();
  const { names, members } = inherited(declaration, context);
  const own = declaration.members;
  const redone = new Set(own.map((member) => member.name?.text));
  const others = members.filter(({ name }) => name && !redone.has(name.text));
  const kind = ts.isClassDeclaration(declaration) ? 'class' : 'interface';
  const parameters = declaration.typeParameters?.map((each) => each.getText(source)).join(', ');
  const head = `${kind} ${declaration.name.text}${parameters ? `<${parameters}>` : ''}`;
  const base = names.length > 0 ? ` extends ${names.join(', ')}` : '';
  const shown = new Set([...others, ...own].filter((member) => !isHidden(member)).map(memberText));
  return [`${head}${base} {`, ...shown, '}'].join('\n');
}

/** The words of a closed list, where the declaration says only what they are taken from. */
function wordsOf(declaration, checker) {
  if (!ts.isTypeAliasDeclaration(declaration) || ts.isUnionTypeNode(declaration.type)) return null;
  const type = checker.getTypeAtLocation(declaration);
  const parts = type.isUnion() ? type.types : [];
  return parts.length > 0 && parts.every((part) => part.isStringLiteral())
    ? parts
        .map(({ value }) => `'${value}'`)
        .sort()
        .join(' | ')
    : null;
}

/** A declaration as it reads in code; the notes on its members stay, they hold shapes and units. */
function signature(declaration, context) {
  const source = declaration.getSourceFile();
  if (ts.isVariableDeclaration(declaration)) return `const ${declaration.getText(source)};`;
  if (ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration)) {
    return structure(declaration, context);
  }
  const words = wordsOf(declaration, context.checker);
  return words
    ? `type ${declaration.name.text} = ${words};`
    : declaration.getText(source).replace(/^export (?:declare )?/, '');
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

function blocks({ name, doc, shown }, context) {
  const code = shown.map((declaration) => signature(declaration, context)).join('\n');
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
  const symbols = checker.getExportsOfModule(module);
  const exported = new Set(symbols.map((symbol) => declarationsOf(symbol, checker).target));
  const entries = symbols
    .map((symbol) => entry(symbol, checker, root))
    .filter((found) => found?.folder)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return PARTS.flatMap(([folder, title]) => {
    const inFolder = entries.filter((found) => found.folder === folder);
    return inFolder.length === 0
      ? []
      : [`## ${title}`, ...inFolder.flatMap((found) => blocks(found, { checker, exported }))];
  });
}
