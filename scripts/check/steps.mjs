/** The steps of `npm run check`, in their order. Only node built-ins at the top: see scripts/prepare.mjs. */
import { binary, ensureBuild, runNode } from '../prepare.mjs';
import { checkScriptFiles } from './script-files.mjs';
import { checkPackage } from './package.mjs';

/**
 * @typedef {{ ok: boolean, detail: string, output?: string }} CheckResult
 *   detail: what was found, in one line; output: what a failed tool said
 */

/** A step that is one tool's run. */
function tool(args, detail, options = {}) {
  return async () => {
    if (options.needsBuild) await ensureBuild();
    const { code, output } = await runNode(args(), { quiet: true });
    return { ok: code === 0, detail: code === 0 ? detail : 'see below', output };
  };
}

async function checkTests() {
  const { code, output } = await runNode(['scripts/test.mjs'], { quiet: true });
  return { ok: code === 0, detail: output.trimEnd().split('\n').at(-1) ?? '', output };
}

/** @type {readonly { name: string, run(): Promise<CheckResult> }[]} */
export const CHECKS = [
  { name: 'types', run: tool(() => [binary('typescript', 'tsc'), '--noEmit'], 'no type errors') },
  {
    name: 'lint',
    run: tool(() => [binary('eslint'), '.', '--max-warnings', '0'], 'style, walls, accessibility'),
  },
  { name: 'format', run: tool(() => [binary('prettier'), '--check', '.'], 'prettier') },
  { name: 'build', run: tool(() => ['scripts/build.mjs'], 'dist is new') },
  { name: 'tests', run: checkTests },
  { name: 'size', run: checkScriptFiles },
  { name: 'package', run: checkPackage },
  {
    name: 'publint',
    run: tool(() => [binary('publint'), '--strict'], 'package.json fits the files', {
      needsBuild: true,
    }),
  },
  {
    name: 'attw',
    run: tool(
      () => [
        binary('@arethetypeswrong/cli', 'attw'),
        '--pack',
        '.',
        '--profile',
        'esm-only',
        '--no-definitely-typed',
        '--no-color',
        // For a script tag: its global has no types to resolve.
        '--exclude-entrypoints',
        'payex-usage.iife.js',
      ],
      'types resolve from every export',
      { needsBuild: true },
    ),
  },
  {
    name: 'unused',
    run: tool(() => [binary('knip'), '--no-progress'], 'no dead files or exports'),
  },
  {
    name: 'docs',
    run: tool(() => ['scripts/api-reference.mjs', '--check'], 'docs/api-reference.md is current', {
      needsBuild: true,
    }),
  },
];
