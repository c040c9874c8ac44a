import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { SCRIPT_FILES, integrityOf, readScript } from '../../scripts/build/script-files.mjs';
import { forbiddenIn } from '../../scripts/check/script-files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

for (const [what, code] of [
  ['evaluated code', 'new Function("a")'],
  ['storage', 'localStorage.a=1'],
  ['a cookie', 'document.cookie'],
  ['a second way out', 'new XMLHttpRequest'],
  ['a further file', 'import("./a.js")'],
  ['a process', 'process.env.A'],
  ['mark-up from text', 'a.innerHTML=b;c.innerHTML=d'],
  ['the demo', 'a["data-sandbox"]'],
  ['a source map', '//# sourceMappingURL=a.map'],
  ["Lit's policy", 'a.createPolicy("lit-html",b)'],
  ['a letter that needs an encoding', 'a="ö"'],
] as const) {
  test(`the gate stops ${what} in a script file`, () => {
    assert.equal(forbiddenIn(code, { classic: true }).length, 1);
  });
}

test('the gate lets a module hold any letter, for it is always read as UTF-8', () => {
  assert.deepEqual(forbiddenIn('a="ö"'), []);
});

test('the gate lets a plain script pass', () => {
  assert.deepEqual(forbiddenIn('(()=>{a.innerHTML=b;fetch("/c")})()'), []);
});

test('the script-tag file parses as a classic script', () => {
  assert.throws(
    () => runInNewContext(readScript('payex-usage.iife.js'), {}),
    // It is understood to the end and then finds no page.
    (error: Error) => error.name !== 'SyntaxError',
  );
});

test('the hashes that are published are those of the files', () => {
  const hashes = JSON.parse(readFileSync(join(root, 'dist', 'sri.json'), 'utf8')) as object;
  assert.deepEqual(
    hashes,
    Object.fromEntries(SCRIPT_FILES.map((file: string) => [file, integrityOf(file)])),
  );
});
