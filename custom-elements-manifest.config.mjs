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

/** Elements that hosts may use; all others are parts of these and free to change. */
const PUBLIC_ELEMENTS = new Set(['payex-usage', 'payex-usage-records']);

/** Internal elements and members are nobody's business outside. */
function publicOnlyPlugin() {
  const isInternalElement = ({ tagName }) => tagName && !PUBLIC_ELEMENTS.has(tagName);
  // Of an @internal property Lit's list of properties still gives the bare name.
  const isBare = ({ kind, type, description }) => kind === 'field' && !type && !description;
  const isPublic = ({ privacy = 'public', name = '', ...rest }) =>
    privacy === 'public' && !name.startsWith('#') && !name.startsWith('_') && !isBare(rest);
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter(
        ({ declarations }) => !declarations.some(isInternalElement),
      );
      for (const { declarations } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          if (declaration.members) declaration.members = declaration.members.filter(isPublic);
          // What is dispatched inside without being described is not spoken to hosts.
          if (declaration.events)
            declaration.events = declaration.events.filter(({ name }) => name);
        }
      }
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts', 'src/events.ts', 'src/define.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicOnlyPlugin(), publishedPathsPlugin()],
};
