/** `npm run setup`: everything that `npm start` and `npm test` would otherwise do on their first run. */
import { ensureBrowser, ensureBuild, ensureDependencies, main } from './prepare.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureBrowser();
  await ensureBuild();
  console.log('Ready: npm start, npm test, npm run check.');
});
