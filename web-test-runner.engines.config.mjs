/** The browser tests in the engine that `TEST_ENGINE` names, as `npm run test:all` runs them. */
import { ENGINES, findEngine } from './scripts/engines.mjs';
import config from './web-test-runner.config.mjs';

const { TEST_ENGINE } = process.env;

export default {
  ...config,
  browsers: [await ENGINES[TEST_ENGINE].launcher(findEngine(TEST_ENGINE))],
  // Outside Chromium a page has the focus only while it is the one in front.
  concurrency: 1,
};
