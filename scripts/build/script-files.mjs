/** What is known about the built script-tag files: their names, sizes and hashes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ROOT } from '../prepare.mjs';

export const DIST = join(ROOT, 'dist');
export const SCRIPT_FILES = ['payex-usage.js', 'payex-usage.iife.js'];

/** @param {string} file one of SCRIPT_FILES @returns {string} its text */
export function readScript(file) {
  return readFileSync(join(DIST, file), 'utf8');
}

/** @param {string} file one of SCRIPT_FILES @returns sizes in bytes, compressed as servers do at their best */
export function sizesOf(file) {
  const bytes = readFileSync(join(DIST, file));
  return {
    min: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

/** @param {string} file one of SCRIPT_FILES @returns {string} value for the `integrity` attribute */
export function integrityOf(file) {
  const hash = createHash('sha384').update(readFileSync(join(DIST, file)));
  return `sha384-${hash.digest('base64')}`;
}
