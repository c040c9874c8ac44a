/**
 * Leaves out of Lit what no page of ours can use: the hooks for polyfills and hydration, the styles for
 * browsers without adopted style sheets (which a strict policy would refuse anyway), and the lists of
 * versions, by which its debugging builds warn of each other; and what our sources do not use.
 *
 * Every piece must be found as often as it is known to be there; another Lit stops the build.
 */
const PIECES = [
  {
    what: 'hooks for polyfills and hydration',
    pattern:
      /[\w$]+\.(?:litHtmlPolyfillSupport|reactiveElementPolyfillSupport|litElementPolyfillSupport|litElementHydrateSupport)\b/g,
    instead: '(void 0)',
    times: 4,
  },
  {
    what: 'lists of versions',
    pattern:
      /\([\w$]+\.(?:litHtmlVersions|reactiveElementVersions|litElementVersions)\?\?=\[\]\)\.push\("[^"]*"\)/g,
    instead: '0',
    times: 3,
  },
  {
    what: 'test for adopted style sheets',
    pattern:
      /[\w$]+\.ShadowRoot&&\(void 0===[\w$]+\.ShadyCSS\|\|[\w$]+\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/g,
    instead: '!0',
    times: 1,
  },
  {
    what: 'wrappers of SVG and MathML templates, which our sources have none of',
    pattern: /2===([\w$]+)\?"<(\/?)svg>":3===\1\?"<\2math>":""|2===([\w$]+)\|\|3===\3/g,
    instead: (piece) => (piece.includes('svg') ? '""' : '!1'),
    times: 3,
  },
  {
    what: 'ways to wait for a task or to draw it, which our controllers do not take',
    pattern:
      /get taskComplete\(\)\{return this\.t\|\|.*?,this\.t\}|render\(t\)\{switch\(this\.i\).*?this\.i\)\}\}(?=\})/g,
    instead: '',
    times: 2,
  },
  {
    what: 'resolving of directives, of which our sources have none',
    pattern:
      /(function ([\w$]+)\(t,i,s=t,e\)\{)if\(i===[\w$]+\)return i;let h=.*?\(i=\2\(t,h\._\$AS\(t,i\.values\),h,e\)\),i\}/g,
    instead: '$1return i}',
    times: 1,
  },
  {
    what: 'sentences about mistakes in sources',
    pattern: /\bError\("[^"]*"(?:\+[\w$.]+(?:\+"[^"]*")?)?\)/g,
    instead: 'Error()',
    times: 5,
  },
];

/**
 * @param {string} code a published module of Lit
 * @returns {{ code: string, found: number[] }} without the pieces, and how many there were of each
 */
export function trimLit(code) {
  const found = PIECES.map(({ pattern }) => code.match(pattern)?.length ?? 0);
  const trimmed = PIECES.reduce(
    (text, { pattern, instead }) => text.replace(pattern, instead),
    code,
  );
  return { code: trimmed, found };
}

/** @param {number[]} found of each piece in all modules; throws when Lit has changed */
export function checkTrimmed(found) {
  PIECES.forEach(({ what, times }, index) => {
    if (found[index] !== times) {
      throw new Error(
        `Lit has ${found[index]} ${what} and not ${times}: revise scripts/build/trim-lit.mjs.`,
      );
    }
  });
}

/** Vite plugin. */
export function trimLitPlugin() {
  let found = PIECES.map(() => 0);
  return {
    name: 'trim-lit',
    buildStart() {
      found = PIECES.map(() => 0);
    },
    transform: {
      filter: {
        id: /[\\/]node_modules[\\/](?:@lit[\\/](?:reactive-element|task)|lit-element|lit-html)[\\/]/,
      },
      handler(code) {
        const trimmed = trimLit(code);
        found = found.map((count, index) => count + (trimmed.found[index] ?? 0));
        return { code: trimmed.code, map: null };
      },
    },
    buildEnd(error) {
      if (!error) checkTrimmed(found);
    },
  };
}
