/**
 * `npm start`: the demo on http://127.0.0.1:5173 (or the next free port, or PORT), with the sandbox, or
 * with a real PayEx when PAYEX_BASE_URL and its companions are set (see forward.ts).
 */
import type { Server } from 'node:http';
import { createDemoServer } from './demo-server.js';
import { readForwardConfig } from './forward.js';

// This machine only: nobody else's browser is to reach a server that may hold a PayEx token.
const ADDRESS = '127.0.0.1';
const FIRST_PORT = 5173;
const PORTS_TO_TRY = 50;

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => {
      server.off('error', reject);
      resolve();
    });
  });

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Gives the port. With PORT set there is no looking further: whoever sets it counts on it. */
async function listenSomewhere(server: Server, wanted: string | undefined): Promise<number> {
  if (wanted) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Error('PORT must be a number between 1 and 65535');
    }
    await listen(server, port);
    return port;
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port += 1) {
    try {
      await listen(server, port);
      return port;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Error(`No free port from ${FIRST_PORT} on: set PORT`);
}

function closeOn(signal: NodeJS.Signals, server: Server): void {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}

try {
  const forward = readForwardConfig(process.env);
  const server = createDemoServer(forward);
  const port = await listenSomewhere(server, process.env.PORT);
  closeOn('SIGINT', server);
  closeOn('SIGTERM', server);
  const what = forward === null ? 'with the PayEx sandbox' : 'forwarding to PAYEX_BASE_URL';
  console.log(`The demo is at http://${ADDRESS}:${port}/ (${what}). Ctrl+C ends it.`);
} catch (error) {
  const taken = isTaken(error) ? 'The port is taken: set PORT to another' : null;
  console.error(taken ?? (error instanceof Error ? error.message : 'The demo cannot start'));
  process.exitCode = 1;
}
