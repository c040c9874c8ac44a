/** The engines besides Chromium that `npm run test:all` runs the browser tests in, where they are installed. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isExecutable } from './browser.mjs';

const FIREFOX_ELSEWHERE = {
  darwin: () => ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ({ PROGRAMFILES }) =>
    PROGRAMFILES ? [join(PROGRAMFILES, 'Mozilla Firefox', 'firefox.exe')] : [],
};

/** Where distributions put the browser that comes with WebKitGTK, below folders named by version. */
const WEBKIT_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'];

/** A program of the PATH; undefined when there is none of that name. */
function inPath({ PATH = '' }, ...names) {
  const folders = PATH.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function findMiniBrowser() {
  return WEBKIT_FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-'))
        .map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find(isExecutable);
}

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} missing what to install where it is not found
 * @property {(system: { platform: string, env: Record<string, string | undefined> }) => object | null} find
 *   the paths of its programs, null unless all are there
 * @property {(programs: object) => Promise<object>} launcher for the test runner
 */

/** @type {Record<string, Engine>} */
export const ENGINES = {
  firefox: {
    name: 'Firefox',
    missing: 'install it (on Debian firefox-esr), or set FIREFOX_PATH to its program file',
    find({ platform, env }) {
      const { FIREFOX_PATH } = env;
      if (FIREFOX_PATH && !isExecutable(FIREFOX_PATH)) {
        throw new Error('FIREFOX_PATH is set, but there is no program at that path.');
      }
      const paths = FIREFOX_ELSEWHERE[platform]?.(env) ?? [inPath(env, 'firefox', 'firefox-esr')];
      const executablePath = FIREFOX_PATH || paths.find((path) => path && isExecutable(path));
      return executablePath ? { executablePath } : null;
    },
    async launcher({ executablePath }) {
      const { chromeLauncher } = await import('@web/test-runner-chrome');
      return chromeLauncher({ launchOptions: { browser: 'firefox', executablePath } });
    },
  },
  webkit: {
    name: 'WebKit',
    missing: 'install WebKitGTK’s driver and Xvfb, on Linux (on Debian webkit2gtk-driver and xvfb)',
    find({ platform, env }) {
      if (platform !== 'linux') return null;
      const programs = {
        driver: inPath(env, 'WebKitWebDriver'),
        browser: findMiniBrowser(),
        screen: inPath(env, 'Xvfb'),
      };
      return Object.values(programs).every(Boolean) ? programs : null;
    },
    async launcher(programs) {
      const { webkitLauncher } = await import('./webkit-launcher.mjs');
      return webkitLauncher(programs);
    },
  },
};

/** What the tests of an engine are started with; null where it is not installed. */
export function findEngine(key, { platform = process.platform, env = process.env } = {}) {
  return ENGINES[key].find({ platform, env });
}
