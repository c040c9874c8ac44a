import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkTrimmed, trimLit } from '../../scripts/build/trim-lit.mjs';

const MODULES = [
  'lit-html/lit-html.js',
  'lit-element/lit-element.js',
  '@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/css-tag.js',
  '@lit/task/task.js',
].map((name) => readFileSync(new URL(`../../node_modules/${name}`, import.meta.url), 'utf8'));

/** How many of each piece there are in all modules. */
function countAll(modules: readonly string[]): number[] {
  return modules
    .map((code) => trimLit(code).found)
    .reduce((sum, found) => sum.map((count, index) => count + (found[index] ?? 0)));
}

test('every piece is found in the Lit that is installed', () => {
  assert.doesNotThrow(() => checkTrimmed(countAll(MODULES)));
});

test('a Lit without one of the pieces stops the build', () => {
  for (const [index] of MODULES.entries()) {
    const others = MODULES.filter((_, other) => other !== index);
    assert.throws(() => checkTrimmed(countAll(others)), /revise/);
  }
});

test('nothing of the pieces is left', () => {
  for (const code of MODULES) {
    assert.doesNotMatch(
      trimLit(code).code,
      /PolyfillSupport|HydrateSupport|Versions|ShadyCSS|<math>|taskComplete|_\$litDirective\$/,
    );
  }
});

test('no source of ours uses what is left out', () => {
  const folder = new URL('../../src/', import.meta.url);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const code = readFileSync(new URL(file, folder), 'utf8');
    assert.doesNotMatch(
      code,
      /\b(?:svg|mathml)`|\.taskComplete\b|[tT]ask\.render\(|lit\/(?:async-)?directive/,
      file,
    );
  }
});

test('code of others is left alone', () => {
  const code = 'export const versions=[];versions.push("1");a.ShadowRoot&&b';
  assert.equal(trimLit(code).code, code);
});
