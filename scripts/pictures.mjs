/**
 * `npm run pictures`: the screenshots in docs/pictures, from the built file on the sandbox. Look at them after
 * each visible change, as a designer would.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { browserArguments } from './browser.mjs';
import { ROOT, ensureBrowser, ensureBuild, ensureDependencies, main } from './prepare.mjs';

const FOLDER = join(ROOT, 'docs', 'pictures');
const SUBSCRIPTION = '46701740612';

const PICTURES = [
  { name: 'overview', query: 'view=billed' },
  { name: 'records', query: `view=billed&subscription-no=${SUBSCRIPTION}`, open: true },
];
const WIDTHS = { wide: 1120, medium: 640, narrow: 320 };

await main(async () => {
  await ensureDependencies();
  const executablePath = await ensureBrowser();
  await ensureBuild();
  const { chromium } = await import('playwright-core');
  const { tsImport } = await import('tsx/esm/api');
  const { createDemoServer } = await tsImport('../demo/demo-server.ts', import.meta.url);
  const server = createDemoServer(null);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath, args: browserArguments() });
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, query, open } of PICTURES) {
    for (const [size, width] of Object.entries(WIDTHS)) {
      for (const theme of ['light', 'dark']) {
        const page = await browser.newPage({
          viewport: { width, height: 760 },
          colorScheme: theme,
          reducedMotion: 'reduce',
        });
        const language = theme === 'light' ? 'sv' : 'en';
        await page.goto(
          `${origin}/strict.html?customer-no=100045&theme=${theme}&locale=${language}&${query}`,
        );
        await page
          .getByText(/241[.,]25/)
          .first()
          .waitFor();
        if (open) await page.locator('[role=row][aria-rowindex="3"]').click();
        await page.waitForTimeout(300);
        const element = page.locator('payex-usage');
        await element.screenshot({ path: join(FOLDER, `${name}-${size}-${theme}.png`) });
        await page.close();
      }
    }
  }
  await browser.close();
  server.closeAllConnections();
  server.close();
});
