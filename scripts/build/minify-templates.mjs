/**
 * Takes the source's indentation out of `html`, `svg` and `css` templates, which minifiers leave alone
 * because it is text to them.
 *
 * HTML: white space with a line break in it becomes one space, which a page shows as the same, and none before
 * the end of a tag. CSS: comments go, and white space and zeros where they cannot matter. Templates where that
 * would not be sound (`<pre>`, `<textarea>`, a CSS string that an expression interrupts) stay as they are.
 */
import { parseSync } from 'vite';

const GAP = String.raw`(?:\s|\/\*[^]*?\*\/)`;
const CSS_TOKEN = new RegExp(
  String.raw`(["'])(?:\\.|(?!\1).)*\1|${GAP}*([{};,~]|[<>]=?)${GAP}*|:${GAP}+|${GAP}+|\b0(?=\.\d)`,
  'g',
);

/** @param {string[]} parts raw text between the expressions @returns {string[]} */
export function minifyHtml(parts) {
  if (parts.some((raw) => /<(?:pre|textarea)\b/i.test(raw))) return parts;
  return parts.map((raw) => raw.replace(/[ \t]*[\r\n]\s*(>?)/g, (_, end) => end || ' '));
}

/** @param {string[]} parts raw text between the expressions @returns {string[]} */
export function minifyCss(parts) {
  const hasOpenString = (raw) => /["']/.test(raw.replace(CSS_TOKEN, ''));
  if (parts.some(hasOpenString)) return parts;
  return parts.map((raw) => raw.replace(CSS_TOKEN, smallestToken).replaceAll(';}', '}'));
}

function smallestToken(found, quote, mark) {
  if (quote) return found;
  if (mark) return mark;
  if (found === '0') return '';
  if (found.startsWith(':')) return ':';
  // `a/**/.b` is one compound selector: a comment alone is no white space.
  return /\s/.test(found.replace(/\/\*[^]*?\*\//g, '')) ? ' ' : '';
}

/** For classic scripts, which are read in the page's encoding: minifiers leave it out in templates. */
function escapeNonAscii(raw) {
  return raw.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const MINIFIERS = new Map([
  ['html', minifyHtml],
  ['svg', minifyHtml],
  ['css', minifyCss],
]);

/** Every tagged template at or below a syntax tree's node. */
export function* taggedTemplates(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'TaggedTemplateExpression' && MINIFIERS.has(node.tag.name)) yield node;
  for (const child of Object.values(node)) yield* taggedTemplates(child);
}

/**
 * @param {string} code JavaScript
 * @param {{ asciiOnly?: boolean }} [options] asciiOnly escapes all other letters in templates
 * @returns {string} the same with smaller templates
 */
export function minifyTemplates(code, { asciiOnly = false } = {}) {
  const edits = [];
  for (const { tag, quasi } of taggedTemplates(parseSync('module.js', code).program)) {
    const texts = MINIFIERS.get(tag.name)(quasi.quasis.map(({ value }) => value.raw));
    quasi.quasis.forEach(({ start, end }, index) =>
      edits.push({ start, end, text: asciiOnly ? escapeNonAscii(texts[index]) : texts[index] }),
    );
  }
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    code,
  );
}

/** Vite plugin over our own sources, after TypeScript is gone. Options as for `minifyTemplates`. */
export function minifyTemplatesPlugin(options) {
  return {
    name: 'minify-templates',
    transform: {
      filter: { id: /\/src\/.*\.ts$/ },
      handler: (code) => ({ code: minifyTemplates(code, options), map: null }),
    },
  };
}
