/**
 * What every command of a fresh clone may need first: dependencies, a browser, a build.
 * Only node built-ins here: this runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What dist is made from; anything newer than dist means that dist is old. */
const BUILD_INPUTS = [
  'src',
  'package.json',
  'vite.config.ts',
  'custom-elements-manifest.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/build.mjs',
  'scripts/build',
];

/** Written last by the build, so its time is the time of a whole build. */
const BUILD_STAMP = 'dist/sri.json';

/** An expected failure: its message is for the reader, a stack would only be in the way. */
export class UserError extends Error {}

/**
 * Runs a program and waits for it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] quiet: collect the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>} exit code (1 when killed by a signal) and, if quiet, the output
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

/** Runs a script of an installed package with this node, which works the same on every system. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** The file behind a package's command, such as `binary('eslint')`. */
export function binary(packageName, command = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Installs dependencies when they are missing or are not those of the lock file.
 *
 * @param {string} [folder] that has a package.json and a lock file of its own
 * @param {...string} options for `npm ci`
 */
export async function ensureDependencies(folder = ROOT, ...options) {
  if (dependenciesMatchLock(folder)) return;
  const what = folder === ROOT ? 'dependencies' : `dependencies of ${basename(folder)}`;
  console.log(`Installing ${what} (npm ci, up to a minute) …`);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--prefix', folder, '--no-audit', '--no-fund', ...options];
  const { code } = npm
    ? await runNode([npm, ...args])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (code !== 0) throw new UserError('npm ci failed: see its message above.');
}

function dependenciesMatchLock(folder) {
  const installed = readJson(join(folder, 'node_modules/.package-lock.json'))?.packages;
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages;
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      // '' is the project itself; optional packages are for some other system.
      path === '' || optional || installed[path]?.version === version,
  );
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Finds a browser for the tests; as root on Debian and its relatives it installs one.
 *
 * @returns {Promise<string>} path of the executable
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium (apt-get, about half a minute) …');
    await run('apt-get', ['update']);
    await run(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
      { env: { DEBIAN_FRONTEND: 'noninteractive' } },
    );
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new UserError(
    'The tests need Chrome, Chromium or Edge: install one, or set CHROME_PATH to its program file.',
  );
}

/** One build is enough, and one that failed would fail again. */
let building;

/** Builds dist when it is missing or older than anything it is made from. */
export function ensureBuild() {
  building ??= build();
  return building;
}

async function build() {
  if (isBuildFresh()) return;
  const { code } = await runNode([join(ROOT, 'scripts', 'build.mjs')]);
  if (code !== 0) throw new UserError('The build failed: see its message above.');
}

function isBuildFresh() {
  const stamp = join(ROOT, BUILD_STAMP);
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return BUILD_INPUTS.every((input) => newestChange(join(ROOT, input)) <= builtAt);
}

function newestChange(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // The folder's own time tells of files that were removed.
  const inside = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(stats.mtimeMs, ...inside);
}

/** Runs a command's main function; an expected failure becomes one sentence and exit code 1. */
export async function main(command) {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
