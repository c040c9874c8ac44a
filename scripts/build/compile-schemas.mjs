/**
 * Writes the schemas of `src/api/schemas.ts` out as the plain checks that they stand for, for the
 * script-tag files: three small schemas would bring 3 KB of library along.
 *
 * A schema is read by what it says of itself, never by its source. Whatever is not known here stops
 * the build, so no check can be weaker than its schema; a test holds both against each other.
 */
import { join } from 'node:path';
import { runnerImport } from 'vite';

const SOURCE = join('src', 'api', 'schemas.ts');

/** A member that can be read with a point. */
const MEMBER = /^[A-Za-z_$][\w$]*$/;

/** @param {string} what @returns {never} */
function refuse(what) {
  throw new Error(`No check can be written for ${what}: see scripts/build/compile-schemas.mjs.`);
}

/**
 * @param {object} schema of zod
 * @param {string} value the expression that is checked; it may be evaluated several times
 * @returns {string} an expression that is true where the schema accepts the value
 */
export function compileSchema(schema, value) {
  const { def } = schema._zod;
  if (def.checks?.length) refuse('a schema with further checks');
  switch (def.type) {
    case 'string':
      if (def.coerce || def.format) refuse('a text of a certain form');
      return `typeof ${value} === 'string'`;
    case 'number':
      // A format is a check that the schema has of itself.
      if (def.coerce || def.format !== 'safeint') refuse(`a number of the format ${def.format}`);
      return `Number.isSafeInteger(${value})`;
    case 'union':
      return `(${def.options.map((option) => compileSchema(option, value)).join(' || ')})`;
    case 'custom':
      if (def.fn !== Array.isArray) refuse('a function of our own');
      return `Array.isArray(${value})`;
    case 'object': {
      if (def.catchall) refuse('members without a name');
      const members = Object.entries(def.shape).map(([name, member]) => {
        if (!MEMBER.test(name)) refuse(`the member "${name}"`);
        return compileSchema(member, `${value}.${name}`);
      });
      return [`isObject(${value})`, ...members].join(' && ');
    }
    default:
      return refuse(`a schema of the type "${def.type}"`);
  }
}

/**
 * @param {Readonly<Record<string, object>>} schemas by the name of their check
 * @returns {string} a module that exports the checks
 */
export function compileSchemas(schemas) {
  const checks = Object.entries(schemas).map(
    ([name, schema]) => `export const ${name} = (body) => ${compileSchema(schema, 'body')};`,
  );
  return `
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
${checks.join('\n')}
`;
}

/** Vite plugin; the build fails if the schemas went by without being compiled. */
export function compileSchemasPlugin() {
  let file = '';
  let compiled = false;
  return {
    name: 'compile-schemas',
    configResolved({ root }) {
      file = join(root, SOURCE);
    },
    buildStart() {
      compiled = false;
    },
    async load(id) {
      if (id !== file) return null;
      const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
      compiled = true;
      return compileSchemas(module.SCHEMAS);
    },
    buildEnd(error) {
      if (!error && !compiled) throw new Error(`${SOURCE} is not in the bundle any more.`);
    },
  };
}
