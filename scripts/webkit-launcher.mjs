/**
 * Runs browser tests in WebKitGTK: its MiniBrowser, on a screen of its own, driven over WebDriver.
 *
 * The runner's own launcher for WebDriver would bring a hundred and fifty packages, some of which download
 * drivers when they are installed, and it runs tests in frames: here each file has the page to itself.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const STARTS_WITHIN_MS = 20_000;
/** A page that takes longer to leave hangs, and its browser with it. */
const LEAVES_WITHIN_MS = 10_000;
/** What tests in the other engines see. */
const VIEWPORT = { width: 800, height: 600 };

/** The keys that WebDriver knows by a code of its own, by the names that tests use. */
const KEY_CODES = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/**
 * A launcher of one page at a time.
 *
 * @param {{ driver: string, browser: string, screen: string }} programs paths of WebKitWebDriver,
 *   MiniBrowser and Xvfb
 */
export function webkitLauncher(programs) {
  const children = [];
  /** The browser, once a file asked for it. */
  let starting;
  let active = null;

  async function start() {
    const screen = spawn(programs.screen, ['-displayfd', '3', '-screen', '0', '1400x1000x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    });
    children.push(screen);
    const display = await new Promise((resolve, reject) => {
      screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
      screen.once('exit', () => reject(new Error('Xvfb did not start.')));
    });
    const port = await freePort();
    // Of the language it would speak on a desk of its own; in none, pages are told that it is "C".
    const env = { ...process.env, DISPLAY: display, LANG: 'en_US.UTF-8', LANGUAGE: 'en_US' };
    // A group of its own, which ends with all that the driver starts.
    const options = { env, stdio: 'ignore', detached: true };
    children.push(spawn(programs.driver, [`--port=${port}`], options));
    return openBrowser(`http://127.0.0.1:${port}`, programs.browser);
  }

  /** The next file has a browser of its own. */
  function end() {
    starting = undefined;
    for (const { pid, exitCode } of children.splice(0)) {
      if (exitCode === null) process.kill(-pid, 'SIGKILL');
    }
  }

  async function act(...actions) {
    const { call } = await starting;
    await call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  const down = (name) => ({ type: 'keyDown', value: KEY_CODES[name] ?? name });
  const up = (name) => ({ type: 'keyUp', value: KEY_CODES[name] ?? name });
  const press = (name) => [down(name), up(name)];
  const keyboard = {
    type: (text) => act(...[...text].flatMap(press)),
    press: (name) => act(...press(name)),
    down: (name) => act(down(name)),
    up: (name) => act(up(name)),
  };

  return {
    name: 'WebKit',
    // The runner's commands speak to its page as they do to one of puppeteer, of which it has the keyboard.
    type: 'puppeteer',
    concurrency: 1,
    getPage: () => ({ keyboard }),
    async startSession(id, url) {
      starting ??= start();
      const { call } = await starting;
      active = id;
      await call('POST', '/url', { url });
    },
    isActive: (id) => active === id,
    async getBrowserUrl() {
      return (await starting).call('GET', '/url');
    },
    async stopSession() {
      active = null;
      const { call } = await starting;
      try {
        await call('DELETE', '/actions');
        // Ends whatever still runs in the page.
        await call('POST', '/url', { url: 'about:blank' });
        // A window that a test opened took the focus, and no window manager gives it back.
        const script = 'return document.hasFocus()';
        if (!(await call('POST', '/execute/sync', { script, args: [] }))) end();
      } catch {
        end();
      }
      return {};
    },
    startDebugSession() {
      throw new Error('WebKit is not debugged from here.');
    },
    async stop() {
      await (await starting?.catch(() => null))?.call('DELETE', '').catch(() => {});
      end();
    },
  };
}

/** A session of WebDriver, in which a path is below that of the session. */
async function openBrowser(driver, binary) {
  const capabilities = {
    alwaysMatch: {
      // The runner knows by itself when a page has loaded.
      pageLoadStrategy: 'none',
      'webkitgtk:browserOptions': {
        binary,
        // Tests open pages without anybody's click.
        args: ['--automation', '--javascript-can-open-windows-automatically=true'],
      },
    },
  };
  await untilReady(driver);
  const { sessionId } = await request('POST', `${driver}/session`, { capabilities });
  const call = (method, path, body) =>
    request(method, `${driver}/session/${sessionId}${path}`, body);
  await call('POST', '/window/rect', VIEWPORT);
  const script = 'return [innerWidth, innerHeight]';
  const [width, height] = await call('POST', '/execute/sync', { script, args: [] });
  await call('POST', '/window/rect', {
    width: 2 * VIEWPORT.width - width,
    height: 2 * VIEWPORT.height - height,
  });
  return { call };
}

async function request(method, url, body) {
  const signal = AbortSignal.timeout(LEAVES_WITHIN_MS);
  const response = await fetch(url, { method, body: body && JSON.stringify(body), signal });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

async function untilReady(driver) {
  const until = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    try {
      await request('GET', `${driver}/status`);
      return;
    } catch (cause) {
      if (Date.now() > until) throw new Error('WebKitWebDriver did not start.', { cause });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
