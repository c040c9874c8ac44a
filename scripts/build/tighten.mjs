import { brotliCompressSync } from 'node:zlib';
import { minify } from 'terser';

/**
 * What makes the text shorter does not always make it smaller once it is compressed, and that turns with
 * every change of the sources: both ways are tried.
 */
const VARIANTS = [{}, { keep_fargs: false }];

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
        const results = await Promise.all(
          VARIANTS.map((variant) =>
            minify(file.code, {
              module: toplevel,
              toplevel,
              ecma: 2020,
              compress: { passes: 3, pure_getters: true, ...variant },
              format: { ascii_only: asciiOnly, comments: /^!/ },
            }),
          ),
        );
        const [smallest] = results
          .flatMap(({ code }) => code || [])
          .sort((a, b) => brotli(a) - brotli(b));
        if (!smallest) this.error(`nothing is left of ${file.fileName}`);
        file.code = smallest;
      }
    },
  };
}
