/**
 * Where a Chromium-family browser may be on this machine, and with which arguments the tests start it.
 * Only node built-ins: this runs before anything is installed.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const LINUX_COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** Every path worth a look, best first. */
function candidates({ platform, env }) {
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
    return MAC_APPS.flatMap((app) =>
      roots.map((root) => join(root, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return WINDOWS_PATHS.flatMap((parts) =>
      roots.filter(Boolean).map((root) => join(root, ...parts)),
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return LINUX_COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Whether a path leads to a program that may be started. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The browser to test with: `CHROME_PATH`, else an installed Chrome, Chromium or Edge.
 * A `CHROME_PATH` that leads nowhere is an error, not a reason to test with something else in silence.
 *
 * @returns {string | null} path of the executable, null when there is none
 */
export function findBrowser({ platform = process.platform, env = process.env } = {}) {
  if (env.CHROME_PATH) {
    if (isExecutable(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error('CHROME_PATH is set, but there is no program at that path.');
  }
  return candidates({ platform, env }).find(isExecutable) ?? null;
}

/** Quiet, local and repeatable: no GPU, no calls home, no shared memory (small in containers). */
export function browserArguments() {
  const isRoot = process.getuid?.() === 0;
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    // Chromium refuses to start its sandbox as root, which is what containers run as.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}
