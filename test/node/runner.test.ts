import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBrowser } from '../../scripts/browser.mjs';
import { browserReporter } from '../../scripts/browser-reporter.mjs';
import { findEngine } from '../../scripts/engines.mjs';
import { formatTally } from '../../scripts/tally.mjs';

/** A folder with one program in it. */
function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'payex-usage-'));
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '', { mode: 0o755 });
  }
  return folder;
}

test('CHROME_PATH wins over what is installed', () => {
  const folder = folderWith('chromium', 'own');
  const env = { PATH: folder, CHROME_PATH: join(folder, 'own') };
  assert.equal(findBrowser({ platform: 'linux', env }), join(folder, 'own'));
});

test('a CHROME_PATH that leads nowhere is said, not replaced in silence', () => {
  const env = { PATH: folderWith('chromium'), CHROME_PATH: join(tmpdir(), 'no-such-browser') };
  assert.throws(() => findBrowser({ platform: 'linux', env }), /CHROME_PATH/);
});

test('Chrome is found before Chromium, Chromium before Edge', () => {
  const folder = folderWith('microsoft-edge', 'chromium', 'google-chrome');
  assert.equal(
    findBrowser({ platform: 'linux', env: { PATH: folder } }),
    join(folder, 'google-chrome'),
  );
});

test('a browser among the user’s own Mac applications is found', () => {
  const HOME = folderWith('Applications/Chromium.app/Contents/MacOS/Chromium');
  const found = findBrowser({ platform: 'darwin', env: { HOME } });
  assert.equal(found, join(HOME, 'Applications/Chromium.app/Contents/MacOS/Chromium'));
});

test('Edge is found where Windows puts it', () => {
  const PROGRAMFILES = folderWith('Microsoft/Edge/Application/msedge.exe');
  const found = findBrowser({ platform: 'win32', env: { PROGRAMFILES } });
  assert.equal(found, join(PROGRAMFILES, 'Microsoft/Edge/Application/msedge.exe'));
});

test('no browser is null, for the caller to say what to do', () => {
  assert.equal(findBrowser({ platform: 'linux', env: { PATH: folderWith() } }), null);
});

test('an engine that is not installed is not there, whatever the system', () => {
  const env = { PATH: folderWith('chromium') };
  for (const platform of ['linux', 'win32'] as const) {
    assert.equal(findEngine('firefox', { platform, env }), null);
    assert.equal(findEngine('webkit', { platform, env }), null);
  }
});

test('Firefox is found under the name that Debian gives it', () => {
  const folder = folderWith('firefox-esr');
  assert.deepEqual(findEngine('firefox', { platform: 'linux', env: { PATH: folder } }), {
    executablePath: join(folder, 'firefox-esr'),
  });
});

test('a FIREFOX_PATH that leads nowhere is said, too', () => {
  const env = { PATH: folderWith('firefox'), FIREFOX_PATH: join(tmpdir(), 'no-such-browser') };
  assert.throws(() => findEngine('firefox', { platform: 'linux', env }), /FIREFOX_PATH/);
});

test('skipped tests are named only when there are some', () => {
  assert.equal(formatTally({ passed: 2, failed: 1, skipped: 0 }), '2 passed, 1 failed');
  assert.equal(formatTally({ passed: 2, failed: 0, skipped: 3 }), '2 passed, 0 failed, 3 skipped');
});

/** What the reporter of the browser tests prints about one test file. */
function reported(session: object, t: { mock: typeof test.mock }): string[] {
  const lines: string[] = [];
  t.mock.method(console, 'log', (line: string) => void lines.push(line));
  const reporter = browserReporter();
  reporter.start({ config: { rootDir: '/' } });
  delete process.env['TEST_TALLY'];
  const whole = { testFile: '/a.test.ts', errors: [], request404s: [], logs: [], ...session };
  reporter.reportTestFileResults({ sessionsForTestFile: [whole] });
  reporter.stop({ sessions: [whole] });
  return lines;
}

function lastLine(session: object, t: { mock: typeof test.mock }): string {
  return reported(session, t).at(-1) ?? '';
}

const passing = { name: 'a', passed: true, skipped: false };

test('tests of nested suites are counted', (t) => {
  const inner = { name: 'inner', suites: [], tests: [passing, { ...passing, passed: false }] };
  const testResults = { name: '', suites: [inner], tests: [passing] };
  assert.equal(lastLine({ testResults, passed: false }, t), '2 passed, 1 failed');
});

test('a test file that does not load counts as a failure', (t) => {
  const errors = [{ message: 'Could not import your test module.' }];
  assert.equal(lastLine({ errors, passed: false }, t), '0 passed, 1 failed');
});

test('a test file that fails without saying why counts as a failure', (t) => {
  const testResults = { name: '', suites: [], tests: [passing] };
  assert.equal(lastLine({ testResults, passed: false }, t), '1 passed, 1 failed');
});

test('a test that is skipped is named', (t) => {
  const skipped = { name: 'b (no scroll anchoring)', passed: false, skipped: true };
  const testResults = { name: '', suites: [], tests: [passing, skipped] };
  assert.deepEqual(reported({ testResults, passed: true }, t), [
    '– a.test.ts: b (no scroll anchoring): skipped',
    '1 passed, 0 failed, 1 skipped',
  ]);
});
