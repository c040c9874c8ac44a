/** The gate of the script-tag files: their size, and what must not be in them. */
import { SCRIPT_FILES, readScript, sizesOf } from '../build/script-files.mjs';
import { ensureBuild } from '../prepare.mjs';

/** Bytes after brotli, see docs/decisions/0007-bytes.md: raised only by the commit that needs it. */
const CEILING = 72_000;

/**
 * What must not appear, and why. Each holds for the text of the whole file, so dependencies are
 * included; a name is looked for as code spells it, not as a word in a message.
 */
const FORBIDDEN = [
  [/\bnew Function\b|\beval\(/, 'evaluates code: refused by every strict policy'],
  [/\b(?:localStorage|sessionStorage|indexedDB)\b|\.cookie\b/, 'stores something: hosts forbid it'],
  [/\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b/, 'calls out by itself'],
  [/\bimport\(|\bimport["'`{]/, 'loads another file: one tag must be enough'],
  [/\bprocess\.env\b/, 'breaks in a page, which has no process'],
  [
    /\bdocument\.write\b|\b(?:outerHTML|insertAdjacentHTML|setHTMLUnsafe)\b/,
    'makes mark-up of text',
  ],
  [/data-sandbox|\/sandbox\//, 'comes from the demo'],
  [/sourceMappingURL=/, 'points at a file that is not published'],
  [/\b_zod\b/, 'is the schema library, of which the build leaves the checks only'],
  [/lit-dev-mode|Lit is in dev mode/, "is Lit's debugging build"],
  [
    /createPolicy\([`"']lit-html/,
    "is Lit's own Trusted Types policy, which a second Lit also creates",
  ],
];

/** For the file that is no module. */
const FORBIDDEN_IN_CLASSIC = [
  [/[^\0-\x7f]/, 'is not ASCII: classic scripts are read in the encoding of their page'],
];

/** lit-html fills its own `<template>` in one place; any further one is ours. */
const INNER_HTML = { pattern: /\.innerHTML\b/g, allowed: 1 };

/**
 * @param {string} text of a script file
 * @param {{ classic?: boolean }} [options] classic: it is no module
 * @returns {string[]} one sentence for each thing that must not be there
 */
export function forbiddenIn(text, { classic = false } = {}) {
  const patterns = classic ? [...FORBIDDEN, ...FORBIDDEN_IN_CLASSIC] : FORBIDDEN;
  const found = patterns.flatMap(([pattern, why]) => {
    const match = pattern.exec(text);
    return match ? [`"${match[0]}" ${why}`] : [];
  });
  const count = text.match(INNER_HTML.pattern)?.length ?? 0;
  if (count > INNER_HTML.allowed) found.push(`".innerHTML" makes mark-up of text (${count} times)`);
  return found;
}

/** @returns {Promise<import('./steps.mjs').CheckResult>} */
export async function checkScriptFiles() {
  await ensureBuild();
  const problems = [];
  const sizes = [];
  for (const file of SCRIPT_FILES) {
    const { brotli } = sizesOf(file);
    sizes.push(`${file} ${brotli}`);
    if (brotli >= CEILING) problems.push(`${file}: ${brotli} bytes are not below ${CEILING}`);
    const found = forbiddenIn(readScript(file), { classic: file.endsWith('.iife.js') });
    problems.push(...found.map((problem) => `${file}: ${problem}`));
  }
  return {
    ok: problems.length === 0,
    detail: `${sizes.join(', ')} bytes of brotli, ceiling ${CEILING}`,
    output: problems.join('\n'),
  };
}
