/**
 * The walls of the house as lint rules: who may import whom, and who may touch what.
 *
 *   model ← api ← controllers ← elements ← define ← bundle;   i18n, styles, events: leaves
 *   (i18n reads amounts and volumes, so it may use the pure model)
 *
 * test/node/walls.test.ts breaks every one of them and expects the report.
 */

/** Any package. */
const PACKAGES = '^[^.]';
const ZOD = '^zod(?:/|$)';
/** Full zod costs four times zod/mini and evaluates code unless told not to. */
const FULL_ZOD = '^zod(?!/mini$)';

/** Rooms, from wherever below src the import stands. */
const rooms = (...names) => String.raw`^\.{1,2}/(?:\.\./)*(?:${names.join('|')})/`;
/** Files right below src. */
const files = (...names) => String.raw`^\.{1,2}/(?:\.\./)*(?:${names.join('|')})\.js$`;

const wall = (regex, message, options = {}) => ({ regex, message, ...options });

/** Everywhere in src. */
const EVERYWHERE = [
  wall(
    '/unsafe-(?:html|svg|mathml)\\.js$',
    'Data of others is text: nothing of it may become mark-up.',
  ),
  wall(
    String.raw`^lit/decorators(?:\.js$|/custom-element)`,
    'Only src/define.ts registers elements.',
    {
      importNames: ['customElement'],
    },
  ),
];

const TYPES_ONLY = { allowTypeImports: true };

const IMPORT_WALLS = {
  'src/model/**': [
    wall(PACKAGES, 'model is pure: no packages.'),
    wall(rooms('api', 'controllers', 'elements', 'i18n', 'styles'), 'model imports only model.'),
    wall(files('events', 'index', 'define', 'bundle'), 'model imports only model.'),
  ],
  'src/api/**': [
    wall('^(?!zod(?:/|$))[^.]', 'api imports only model, api and zod/mini.'),
    wall(FULL_ZOD, 'Use zod/mini.'),
    wall(
      rooms('controllers', 'elements', 'i18n', 'styles'),
      'api imports only model, api and zod.',
    ),
    wall(files('events', 'index', 'define', 'bundle'), 'api imports only model, api and zod.'),
  ],
  'src/controllers/**': [
    wall(ZOD, 'Only api validates.'),
    wall(rooms('elements', 'styles'), 'Controllers know no elements.'),
    wall(files('index', 'define', 'bundle'), 'Controllers know no elements.'),
  ],
  'src/elements/**': [
    wall(ZOD, 'Only api validates.'),
    wall(files('index', 'define', 'bundle'), 'Elements do not import what is built on them.'),
  ],
  'src/i18n/**': [
    wall(PACKAGES, 'i18n is a leaf.'),
    wall(rooms('controllers', 'elements', 'styles'), 'i18n is a leaf.'),
    wall(files('events', 'index', 'define', 'bundle'), 'i18n is a leaf.'),
    wall(rooms('api'), 'i18n is a leaf: types only.', TYPES_ONLY),
  ],
  'src/styles/**': [
    wall('^(?!lit(?:/|$))[^.]', 'styles is a leaf: only lit.'),
    wall(rooms('model', 'api', 'controllers', 'elements', 'i18n'), 'styles is a leaf.'),
    wall(files('events', 'index', 'define', 'bundle'), 'styles is a leaf.'),
  ],
  'src/events.ts': [
    wall(PACKAGES, 'events is a leaf.'),
    wall(rooms('model', 'api'), 'events is a leaf: types only.', TYPES_ONLY),
    wall(rooms('controllers', 'elements', 'i18n', 'styles'), 'events is a leaf.'),
    wall(files('index', 'define', 'bundle'), 'events is a leaf.'),
  ],
  'src/index.ts': [
    wall(files('define', 'bundle'), 'The public API has no side effects: it does not register.'),
  ],
  'src/define.ts': [wall(files('bundle', 'index'), 'define registers elements and no more.')],
};

/** Ways round `no-restricted-globals`. */
const WINDOW = '[object.name=/^(?:window|globalThis|self)$/]';

const ban = (selector, message) => ({ selector, message });

/** Everywhere in src, demo and test. */
export const LANGUAGE_BANS = [
  ban('ExportDefaultDeclaration', 'Name what you export.'),
  ban('TSEnumDeclaration', 'Use a const object and its derived type.'),
  ban(
    // Decorators of the kind we compile cannot stand on #private members.
    ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"])[accessibility="private"][decorators.length=0]',
    'Use #private, which is private at run time too.',
  ),
];

const SOURCE_BANS = [
  ...LANGUAGE_BANS,
  ban(
    `MemberExpression${WINDOW}[property.name=/^(?:localStorage|sessionStorage|indexedDB)$/]`,
    'No storage: hosts forbid it, and the data is personal.',
  ),
  ban(
    'MemberExpression[property.name=/^(?:innerHTML|outerHTML)$/]',
    'Data of others is text: nothing of it may become mark-up.',
  ),
  ban(
    'CallExpression[callee.property.name=/^(?:insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    'Data of others is text: nothing of it may become mark-up.',
  ),
  ban(
    'CallExpression[callee.object.name="document"][callee.property.name=/^(?:querySelector(?:All)?|getElement(?:s)?By\\w+)$/]',
    'We live in any shadow root: look from your own root.',
  ),
  ban(
    'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle=/]',
    "Refused under style-src 'none', styleMap too: use a class or the style property.",
  ),
];

const FETCH_BAN = ban(`MemberExpression${WINDOW}[property.name="fetch"]`, 'Only api calls out.');

const REGISTRATION_BAN = ban(
  'CallExpression[callee.property.name="define"]:matches([callee.object.name="customElements"], [callee.object.property.name="customElements"])',
  'Only src/define.ts registers elements.',
);

const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
  name,
  message: 'No storage: hosts forbid it, and the data is personal.',
}));
const FETCH = { name: 'fetch', message: 'Only api calls out.' };
const PAGE = ['window', 'document', 'navigator', 'customElements', 'HTMLElement'].map((name) => ({
  name,
  message: 'model is pure: no page.',
}));

/** Flat-config objects that hold the walls; they need the typescript-eslint plugin to be set up. */
export const walls = [
  {
    name: 'walls/source',
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...STORAGE, FETCH],
      'no-restricted-syntax': ['error', ...SOURCE_BANS, FETCH_BAN, REGISTRATION_BAN],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: EVERYWHERE }],
    },
  },
  ...Object.entries(IMPORT_WALLS).map(([place, patterns]) => ({
    name: `walls/imports of ${place}`,
    files: [place],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [...EVERYWHERE, ...patterns] },
      ],
    },
  })),
  {
    name: 'walls/model is pure',
    files: ['src/model/**'],
    rules: { 'no-restricted-globals': ['error', ...STORAGE, FETCH, ...PAGE] },
  },
  {
    name: 'walls/api may fetch',
    files: ['src/api/**'],
    rules: {
      'no-restricted-globals': ['error', ...STORAGE],
      'no-restricted-syntax': ['error', ...SOURCE_BANS, REGISTRATION_BAN],
    },
  },
  {
    name: 'walls/define may register',
    files: ['src/define.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SOURCE_BANS, FETCH_BAN] },
  },
  {
    name: 'walls/one place warns',
    files: ['src/controllers/warn.ts'],
    rules: { 'no-console': 'off' },
  },
];
