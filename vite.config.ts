import { defineConfig } from 'vite';
import { compileSchemasPlugin } from './scripts/build/compile-schemas.mjs';
import { LICENSES_FILE, licensesPlugin } from './scripts/build/licenses.mjs';
import { minifyTemplatesPlugin } from './scripts/build/minify-templates.mjs';
import { packMessagesPlugin } from './scripts/build/pack-messages.mjs';
import { tightenPlugin } from './scripts/build/tighten.mjs';
import { trimLitPlugin } from './scripts/build/trim-lit.mjs';
import { trustedTypesPolicyPlugin } from './scripts/build/trusted-types-policy.mjs';
import manifest from './package.json' with { type: 'json' };

/**
 * The two script-tag files, one build each: `--mode es` (ES module) and `--mode iife` (global
 * `PayexUsage`). Everything is inside, so that one tag is enough under any policy. The npm modules are
 * compiled by tsc, see scripts/build.mjs.
 */
export default defineConfig(({ mode }) => {
  const format = mode === 'iife' ? 'iife' : 'es';
  // A classic script is read in the encoding of its page, an ES module always as UTF-8.
  const asciiOnly = format === 'iife';
  return {
    // Dependencies ask for it, and a page has no `process`.
    define: { 'process.env.NODE_ENV': '"production"' },
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      compileSchemasPlugin(),
      packMessagesPlugin(),
      minifyTemplatesPlugin({ asciiOnly }),
      trimLitPlugin(),
      trustedTypesPolicyPlugin(),
      licensesPlugin(),
      tightenPlugin({ asciiOnly }),
    ],
    build: {
      target: 'es2022',
      emptyOutDir: false,
      lib: {
        entry: 'src/bundle.ts',
        name: 'PayexUsage',
        formats: [format],
        fileName: () => (format === 'iife' ? 'payex-usage.iife.js' : 'payex-usage.js'),
      },
      rolldownOptions: {
        // The second minifier takes its time, and that is known.
        checks: { pluginTimings: false },
        output: {
          codeSplitting: false,
          exports: 'named',
          // The global is for pages, which do not ask whether it is a module.
          generatedCode: { symbols: false },
          // Vite keeps the white space of ES libraries for the sake of bundlers; these files are for browsers.
          minify: { compress: true, mangle: true, codegen: { asciiOnly } },
          comments: false,
          postBanner: `/*! payex-usage ${manifest.version} | MIT | inside: lit, see ${LICENSES_FILE} */`,
        },
      },
    },
  };
});
