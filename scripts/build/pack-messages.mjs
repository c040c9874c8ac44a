/**
 * Packs the five languages of the script-tag files: every key once, and each language as the bare row of
 * its texts in that order. As objects the keys would stand in the file five times.
 *
 * The sources stay what they are. They are read as syntax, not run, so what is not a plain table of texts
 * stops the build; so does a language that lacks a key of English or has it in another place.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseSync } from 'vite';

const LANGUAGE_FILE = /^[a-z]{2}\.ts$/;
const PACKED = 'virtual:payex-usage-languages';
const RESOLVED = `\0${PACKED}`;

/** Between two texts, and between two languages. */
const TEXT = '|';
const LANGUAGE = '\n';

/** @param {string} name of the file @param {string} why @returns {never} */
function refuse(name, why) {
  throw new Error(`${name}: ${why}. Revise the file or scripts/build/pack-messages.mjs.`);
}

/** The members of an object literal, in order. */
function membersOf(name, node) {
  return node.properties.map(({ type, key, computed, value }) => {
    if (type !== 'Property' || computed || key.type !== 'Identifier') {
      refuse(name, 'a member has no plain key');
    }
    return [key.name, value];
  });
}

function textOf(name, key, node) {
  const { type, value } = node;
  if (type !== 'Literal' || typeof value !== 'string') refuse(name, `"${key}" is not a plain text`);
  if (!value || [TEXT, LANGUAGE].some((mark) => value.includes(mark))) {
    refuse(name, `"${key}" is empty or holds ${TEXT} or a line break`);
  }
  return value;
}

/**
 * @param {string} file its path; the name of the language is that of the file
 * @param {string} code `export const <language>: Messages = { … }`
 * @returns {Map<string, string>} in the order of the file
 */
export function readLanguage(file, code) {
  const name = basename(file);
  const exported = parseSync(file, code)
    .program.body.filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ declaration }) => declaration?.declarations ?? []);
  const [table] = exported;
  if (exported.length !== 1 || `${table.id.name}.ts` !== name) {
    refuse(name, 'it does not export its language and nothing else');
  }
  if (table.init?.type !== 'ObjectExpression') refuse(name, 'it is not one table of texts');
  const members = membersOf(name, table.init);
  const messages = new Map(members.map(([key, node]) => [key, textOf(name, key, node)]));
  if (messages.size !== members.length) refuse(name, 'a key stands in it twice');
  return messages;
}

/** The texts of a language as one line. */
function lineOf(language, messages, keys) {
  const own = [...messages.keys()];
  const at = Math.max(
    keys.findIndex((key, index) => key !== own[index]),
    own.findIndex((key, index) => key !== keys[index]),
  );
  if (at >= 0) {
    refuse(`${language}.ts`, `"${own[at] ?? ''}" stands where English has "${keys[at] ?? ''}"`);
  }
  return [...messages.values()].join(TEXT);
}

/**
 * @param {ReadonlyMap<string, Map<string, string>>} languages by name; English among them
 * @returns {string} a module that exports each language under its name, equal to what its file exports
 */
export function packLanguages(languages) {
  const english = languages.get('en');
  if (!english) throw new Error('There is no English to take the order of the keys from.');
  const keys = [...english.keys()];
  const names = [...languages.keys()];
  const lines = names.map((name) => lineOf(name, languages.get(name), keys));
  const packed = [keys.join(TEXT), ...lines].join(LANGUAGE);
  return `
const [keys, ...languages] = ${JSON.stringify(packed)}
  .split(${JSON.stringify(LANGUAGE)}).map((line) => line.split(${JSON.stringify(TEXT)}));
export const [${names.join(', ')}] = languages.map((texts) =>
  Object.fromEntries(keys.map((key, index) => [key, texts[index]])));
`;
}

/** Every language there is, in a fixed order. */
function languagesIn(folder) {
  const files = readdirSync(folder).filter((file) => LANGUAGE_FILE.test(file));
  return new Map(
    files.sort().map((file) => {
      const path = join(folder, file);
      return [basename(file, '.ts'), readLanguage(path, readFileSync(path, 'utf8'))];
    }),
  );
}

/** Vite plugin; the build fails if a language file went by without being packed. */
export function packMessagesPlugin() {
  let folder = '';
  let languages = new Map();
  const replaced = new Set();
  return {
    name: 'pack-messages',
    configResolved({ root }) {
      folder = join(root, 'src', 'i18n');
    },
    buildStart() {
      languages = languagesIn(folder);
      replaced.clear();
    },
    resolveId: {
      filter: { id: /^virtual:payex-usage-languages$/ },
      handler: () => RESOLVED,
    },
    load(id) {
      if (id === RESOLVED) return packLanguages(languages);
      if (dirname(id) !== folder || !LANGUAGE_FILE.test(basename(id))) return null;
      const language = basename(id, '.ts');
      replaced.add(language);
      return `export { ${language} } from '${PACKED}';`;
    },
    buildEnd(error) {
      const missed = [...languages.keys()].filter((language) => !replaced.has(language));
      if (!error && missed.length > 0) {
        throw new Error(
          `The bundle has no ${missed.join(', ')}: see scripts/build/pack-messages.mjs.`,
        );
      }
    },
  };
}
