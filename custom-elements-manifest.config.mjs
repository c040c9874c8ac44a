/**
 * The manifest names published modules (`dist/elements/x.js`), not sources, so that editors and
 * wrapper generators that read it from the package find what it speaks of.
 */
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

function publishedPathsPlugin() {
  const rename = (node) => {
    if (!node || typeof node !== 'object') return;
    for (const [key, value] of Object.entries(node)) {
      if ((key === 'path' || key === 'module') && typeof value === 'string') {
        node[key] = published(value);
      } else rename(value);
    }
  };
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest }) {
      rename(customElementsManifest);
    },
  };
}

/** Elements that hosts may use, by class; all others are parts of these and free to change. */
const PUBLIC_ELEMENTS = { PayexUsage: 'payex-usage', PayexUsageRecords: 'payex-usage-records' };

/** What the elements inherit from, and modules that hosts import, are spoken of beside the elements. */
const PUBLIC_CLASSES = new Set([...Object.keys(PUBLIC_ELEMENTS), 'SettingsElement']);
const PUBLIC_MODULES = new Set(['src/events.ts', 'src/define.ts']);

/** Inner modules, elements and members are nobody's business outside. */
function publicOnlyPlugin() {
  // Of an @internal property Lit's list of properties still gives the bare name.
  const isBare = ({ kind, type, description }) => kind === 'field' && !type && !description;
  const isPublic = ({ privacy = 'public', name = '', ...rest }) =>
    privacy === 'public' && !name.startsWith('#') && !name.startsWith('_') && !isBare(rest);
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        const isSpokenOf = ({ name }) =>
          PUBLIC_MODULES.has(module.path) || PUBLIC_CLASSES.has(name);
        module.declarations = module.declarations.filter(isSpokenOf);
        module.exports = module.exports.filter(isSpokenOf);
        for (const declaration of module.declarations) {
          if (declaration.members) declaration.members = declaration.members.filter(isPublic);
          // What is dispatched inside without being described is not spoken to hosts.
          if (declaration.events)
            declaration.events = declaration.events.filter(({ name }) => name);
        }
      }
      customElementsManifest.modules = customElementsManifest.modules.filter(
        ({ declarations }) => declarations.length > 0,
      );
    },
  };
}

/** The module that registers does so in a loop, of which the analyzer makes an element called "tag". */
function definitionsPlugin() {
  return {
    name: 'definitions',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const define = modules.find(({ path }) => path === 'src/define.ts');
      const moduleOf = (name) =>
        modules.find(({ declarations }) => declarations.some((each) => each.name === name)).path;
      define.exports = [
        ...define.exports.filter(({ kind }) => kind !== 'custom-element-definition'),
        ...Object.entries(PUBLIC_ELEMENTS).map(([name, tag]) => ({
          kind: 'custom-element-definition',
          name: tag,
          declaration: { name, module: moduleOf(name) },
        })),
      ];
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts', 'src/events.ts', 'src/define.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicOnlyPlugin(), definitionsPlugin(), publishedPathsPlugin()],
};
