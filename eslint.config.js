import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { LANGUAGE_BANS, walls } from './scripts/lint/walls.mjs';

const everywhere = {
  name: 'house/everywhere',
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-var': 'error',
    'object-shorthand': 'error',
    'prefer-const': 'error',
    'max-lines': ['error', 400],
    // With noUncheckedIndexedAccess, `!` is how one says that the index was checked.
    '@typescript-eslint/no-non-null-assertion': 'off',
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
  },
};

/** Rules that read types: only where the product is, they are the slow ones. */
const source = {
  name: 'house/source',
  files: ['src/**/*.ts'],
  extends: [
    tseslint.configs.strictTypeChecked,
    lit.configs['flat/recommended'],
    wc.configs['flat/recommended'],
    litA11y.configs.recommended,
  ],
  languageOptions: {
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/explicit-module-boundary-types': 'error',
    // What is merged into an interface of the platform.
    '@typescript-eslint/no-empty-object-type': [
      'error',
      { allowInterfaces: 'with-single-extends' },
    ],
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    // An event is known by its name: a class of another realm or copy is as good as ours.
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    '@typescript-eslint/parameter-properties': 'error',
    // The reason of an aborted signal is whatever the host gave.
    '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    // Lit binds the listeners of a template to the element.
    '@typescript-eslint/unbound-method': 'off',
    'lit/attribute-names': ['error', { convention: 'kebab' }],
    'lit/lifecycle-super': 'error',
    'lit/no-classfield-shadowing': 'error',
    'lit/no-this-assign-in-render': 'error',
    'lit/no-useless-template-literals': 'error',
    'lit/prefer-static-styles': 'error',
    'wc/max-elements-per-file': 'error',
    'wc/no-constructor-params': 'error',
    'wc/no-method-prefixed-with-on': 'error',
    'wc/require-listener-teardown': 'error',
  },
};

const demoAndTests = {
  name: 'house/demo and tests',
  files: ['demo/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
  rules: {
    'no-restricted-syntax': ['error', ...LANGUAGE_BANS],
  },
};

const tests = {
  name: 'house/tests',
  files: ['test/**/*.ts'],
  rules: {
    // chai's assertions are expressions.
    '@typescript-eslint/no-unused-expressions': 'off',
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'bench/dist/', 'bench/node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strict,
  everywhere,
  source,
  demoAndTests,
  tests,
  ...walls,
);
