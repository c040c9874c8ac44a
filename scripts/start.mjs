/** `npm start`: the demo CRM and the PayEx sandbox on this machine. Arguments reach demo/server.ts. */
import { ensureBuild, ensureDependencies, main, runNode } from './prepare.mjs';

// Ctrl+C reaches the server too, being in the same terminal: let it close first, then follow.
process.on('SIGINT', () => {});

await main(async () => {
  await ensureDependencies();
  await ensureBuild();
  const { code } = await runNode(['--import', 'tsx', 'demo/server.ts', ...process.argv.slice(2)]);
  return code;
});
