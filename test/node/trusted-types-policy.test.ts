import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { renamePolicy } from '../../scripts/build/trusted-types-policy.mjs';

const litHtml = readFileSync(
  fileURLToPath(new URL('../../node_modules/lit-html/lit-html.js', import.meta.url)),
  'utf8',
);

/** Runs only the statement that creates the policy; answers with the names that it asked for. */
function policiesCreated(code: string, isDefined: boolean): string[] {
  const names: string[] = [];
  const statement = /const t=globalThis.*?void 0(?=,)/s.exec(code)?.[0];
  assert.ok(statement, 'lit-html begins otherwise');
  const page = {
    trustedTypes: { createPolicy: (name: string) => void names.push(name) },
    customElements: { get: () => (isDefined ? Object : undefined) },
  };
  // eslint-disable-next-line no-new-func -- the very code under test
  new Function('globalThis', 'customElements', statement)(page, page.customElements);
  return names;
}

test("a second Lit on the page keeps its policy name, for the bundle's has its own", () => {
  assert.deepEqual(policiesCreated(renamePolicy(litHtml), false), ['payex-usage']);
});

test('a script that is loaded twice asks for no second policy', () => {
  assert.deepEqual(policiesCreated(renamePolicy(litHtml), true), []);
});

test('a Lit that creates its policy otherwise stops the build', () => {
  assert.throws(() => renamePolicy('const e = s.createPolicy("other", {})'), /revise/);
});
