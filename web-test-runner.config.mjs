import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserArguments, findBrowser } from './scripts/browser.mjs';
import { browserReporter } from './scripts/browser-reporter.mjs';
import { litModule, trimLit } from './scripts/build/trim-lit.mjs';
import { pagesMiddleware, sandboxMiddleware } from './scripts/test-server.mjs';

const executablePath = findBrowser();
if (!executablePath) {
  throw new Error('No Chrome, Chromium or Edge found: install one or set CHROME_PATH.');
}

/** One DevTools session a page: each session has media of its own, and they end with it. */
const sessions = new WeakMap();

/** Sets the given media features and none else, whichever way others were set. */
async function emulateFeatures(page, { media = '', ...features }) {
  await page.emulateMediaType();
  await page.emulateMediaFeatures([]);
  await sessions.get(page).send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/**
 * A page that keeps the focus although others run beside it, and that starts every test file with
 * the media of a plain screen: pages are reused, and an emulated dark scheme would leak.
 */
async function createPage({ context }) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  sessions.set(page, session);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || frame.url() !== 'about:blank') return;
    // The page may be closing: then there is nothing left to reset.
    emulateFeatures(page, {}).catch(() => {});
  });
  return page;
}

/**
 * `executeServerCommand('emulate-features', { 'forced-colors': 'active', … })`: any media features,
 * all at once, and `media: 'print'`; `{}` resets them. The runner's own `emulateMedia` knows no forced
 * colours and its plugin answers first, hence a command name of our own.
 */
const emulateFeaturesPlugin = {
  name: 'emulate-features-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return undefined;
    await emulateFeatures(session.browser.getPage(session.id), payload ?? {});
    return true;
  },
};

/** What the script-tag files leave out of Lit is missing here, too. */
const trimmedLitPlugin = {
  name: 'trimmed-lit',
  transform({ path, body }) {
    const module = litModule(path);
    return module && trimLit(module, body);
  },
};

export default {
  files: ['test/**/*.test.ts', '!test/node/**'],
  // The default condition is 'development', which loads Lit's debugging build: it warns on every
  // page and differs from what customers get. Tests run the build that ships.
  nodeResolve: { exportConditions: [] },
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath, args: browserArguments() },
      createPage,
    }),
  ],
  concurrency: 2,
  // A page in the background of a busy machine may get a frame a second, and some tests need thirty.
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  testsFinishTimeout: 300_000,
  plugins: [
    // Before the compiler, which writes code anew.
    trimmedLitPlugin,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    emulateFeaturesPlugin,
  ],
  middleware: [sandboxMiddleware(), pagesMiddleware],
  reporters: [browserReporter()],
};
