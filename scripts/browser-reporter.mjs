/**
 * Reporter of the browser tests: failures as they come, one countable line at the end.
 *
 * With TEST_TALLY set to a file, the counts go there instead of being printed, so that
 * scripts/test.mjs can print one sum over both runners.
 */
import { relative } from 'node:path';
import { formatTally, publishTally } from './tally.mjs';

/** All tests of a suite tree with their full names. */
function* testsOf(suite, path = []) {
  for (const test of suite.tests) yield { ...test, title: [...path, test.name].join(' › ') };
  for (const child of suite.suites) yield* testsOf(child, [...path, child.name]);
}

function describeError(error) {
  const lines = [error.message ?? error.name ?? 'failed without a message'];
  if (error.expected !== undefined && error.expected !== error.actual) {
    lines.push(`expected: ${error.expected}`, `actual:   ${error.actual}`);
  }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s*at /.test(line) && !line.includes('/node_modules/'))
    .slice(0, 6);
  return [...lines, ...frames.map((line) => line.trim())].join('\n      ');
}

function describeSession(session, rootDir) {
  const out = [];
  const file = relative(rootDir, session.testFile);
  for (const error of session.errors) out.push(`✖ ${file}\n      ${describeError(error)}`);
  const tests = session.testResults ? [...testsOf(session.testResults)] : [];
  for (const test of tests) {
    if (test.passed || test.skipped) continue;
    out.push(
      `✖ ${file}: ${test.title}\n      ${test.error ? describeError(test.error) : 'failed'}`,
    );
  }
  const skipped = tests
    .filter((test) => test.skipped)
    .map(({ title }) => `– ${file}: ${title}: skipped`);
  if (out.length === 0) return skipped;
  for (const url of session.request404s) out.push(`  not found: ${url}`);
  for (const log of session.logs)
    out.push(`  console: ${log.map(String).join(' ').slice(0, 2000)}`);
  return [...skipped, ...out];
}

/** A file that did not load counts as one failure: it must never vanish from the sum. */
function tallySession(session) {
  const tests = session.testResults ? [...testsOf(session.testResults)] : [];
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.length - skipped - passed + session.errors.length;
  const unexplained = failed === 0 && session.passed === false ? 1 : 0;
  return { passed, failed: failed + unexplained, skipped };
}

function print(line) {
  // The runner wraps console.log so that its own terminal line and its messages keep their order.
  console.log(line);
}

function summarise(sessions) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const one = tallySession(session);
    for (const key of Object.keys(tally)) tally[key] += one[key];
  }
  if (!publishTally(tally)) print(formatTally(tally));
}

export function browserReporter() {
  let rootDir = '';
  let watching = false;
  return {
    start({ config }) {
      rootDir = config.rootDir;
      watching = Boolean(config.watch);
    },
    reportTestFileResults({ sessionsForTestFile }) {
      sessionsForTestFile.flatMap((session) => describeSession(session, rootDir)).forEach(print);
    },
    onTestRunFinished({ sessions }) {
      if (watching) summarise(sessions);
    },
    stop({ sessions }) {
      summarise(sessions);
    },
  };
}
