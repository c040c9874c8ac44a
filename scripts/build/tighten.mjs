import { brotliCompressSync } from 'node:zlib';
import { minify } from 'terser';

const SMALL = 'etaoinsrhldcumfpgwybvkxjqz';
const GREAT = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SIGNS = '$_';
const DIGITS = '0123456789';

/**
 * Letters of the short names, the most wanted first. Which of them compress best turns with every change
 * of the sources, by as much as an afternoon's work takes off: some are tried, beside terser's own.
 */
const ALPHABETS = [
  SMALL + GREAT + SIGNS,
  SMALL + SIGNS + GREAT,
  'tesinraolucdhfpgmyvbwxkjzq' + GREAT + SIGNS,
  'teisnarolucdhpfgmbvywxkTASCEjzNIDLqRMBOVGPUHFWKJXYZQ' + SIGNS,
];

/**
 * Names in the order of the alphabet: 'e', 't', … 'ee', 'te', …
 *
 * @param {string} first letters of names, which may not begin with a digit
 */
function namesOf(first) {
  const others = first + DIGITS;
  return {
    get(place) {
      let name = first[place % first.length];
      let left = Math.floor(place / first.length);
      for (; left > 0; left = Math.floor((left - 1) / others.length)) {
        name += others[(left - 1) % others.length];
      }
      return name;
    },
    consider() {},
    reset() {},
    sort() {},
  };
}

/** @param {string} code */
const brotli = (code) => brotliCompressSync(code).length;

/**
 * Vite plugin: one more pass over the finished script-tag file. The bundler's own minifier is fast; this one
 * evaluates and inlines further, which is worth about two per cent of what every page loads.
 *
 * @param {{ asciiOnly: boolean }} options
 * @returns {import('vite').Plugin}
 */
export function tightenPlugin({ asciiOnly }) {
  return {
    name: 'payex-usage:tighten',
    enforce: 'post',
    async generateBundle({ format }, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        // The outermost name of a classic script is its global.
        const toplevel = format === 'es';
        const options = {
          module: toplevel,
          toplevel,
          ecma: 2020,
          format: { ascii_only: asciiOnly, comments: /^!/ },
        };
        // A constant on the left is no shorter, and no longer like the others.
        const compress = { passes: 3, pure_getters: true, lhs_constants: false };
        const { code = '' } = await minify(file.code, { ...options, compress, mangle: false });
        const manglings = [
          true,
          ...ALPHABETS.map((letters) => ({ nth_identifier: namesOf(letters) })),
        ];
        const results = await Promise.all(
          manglings.map((mangle) => minify(code, { ...options, compress: false, mangle })),
        );
        const [smallest] = results
          .flatMap(({ code: mangled }) => mangled || [])
          .sort((a, b) => brotli(a) - brotli(b));
        if (!smallest) this.error(`nothing is left of ${file.fileName}`);
        file.code = smallest;
      }
    },
  };
}
