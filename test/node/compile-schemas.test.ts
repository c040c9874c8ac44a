import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import {
  compileSchema,
  compileSchemas,
  compileSchemasPlugin,
} from '../../scripts/build/compile-schemas.mjs';
import * as source from '../../src/api/schemas.js';

type Check = (body: unknown) => boolean;
type Name = keyof typeof source.SCHEMAS;

const NAMES = Object.keys(source.SCHEMAS) as Name[];
let compiled: Record<Name, Check>;

before(async () => {
  const code = compileSchemas(source.SCHEMAS);
  compiled = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as typeof compiled;
});

/** Bodies that are near a shape: its members with values of every kind, beside others. */
const value = fc.oneof(
  fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }),
  fc.constantFrom<unknown>('', '007', 0, -0, 7, 1.5, NaN, Infinity, 2 ** 53, 2 ** 53 - 1),
  fc.constantFrom<unknown>([], {}, { length: 0 }, new String('7'), new Number(7), null, undefined),
);
const member = fc.constantFrom('items', 'invoiceNo', 'subscriptionNo', 'x', '__proto__');
const body = fc.oneof(
  value,
  fc.dictionary(member, value),
  fc.dictionary(member, value).map((members) => Object.create(members) as unknown),
  fc.dictionary(member, value).map((members) => Object.assign([], members)),
);

test('a compiled check accepts and refuses exactly what its schema does', () => {
  fc.assert(
    fc.property(body, (given) => {
      for (const name of NAMES) {
        assert.equal(compiled[name](given), (source[name] as Check)(given), name);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('there is a compiled check for every check that the sources import', () => {
  const checks = Object.keys(source).filter((name) => name !== 'SCHEMAS');
  assert.deepEqual(Object.keys(compiled).sort(), checks.sort());
});

for (const [what, schema] of [
  ['a function of our own', z.custom((given) => given === 1)],
  ['a further check', z.string().check(z.minLength(1))],
  ['a form of text', z.email()],
  ['a number that may have lost digits', z.number()],
  ['a value that is converted', z.coerce.string()],
  ['named and unnamed members', z.looseObject({ a: z.string() })],
  ['a member that no point can read', z.object({ 'a-b': z.string() })],
  ['a kind of schema that is not known', z.optional(z.string())],
] as const) {
  test(`the build stops at ${what} instead of checking less`, () => {
    assert.throws(() => compileSchema(schema, 'body'), /No check can be written/);
  });
}

test('the build stops when the schemas have moved to where they are not compiled', () => {
  const plugin = compileSchemasPlugin();
  plugin.buildStart();
  assert.throws(() => plugin.buildEnd(), /not in the bundle/);
});
