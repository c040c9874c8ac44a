import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifyCss, minifyHtml, minifyTemplates } from '../../scripts/build/minify-templates.mjs';

const html = (raw: string): string => minifyHtml([raw])[0]!;
const css = (raw: string): string => minifyCss([raw])[0]!;

test('indentation between tags becomes one space, because inline content shows it', () => {
  assert.equal(html('<b>a</b>\n      <b>c</b>'), '<b>a</b> <b>c</b>');
});

test('a tag that ends on a line of its own keeps no space for that', () => {
  assert.equal(html('<b\n  title="a"\n  hidden\n>\n  c</b>'), '<b title="a" hidden> c</b>');
});

test('white space that somebody typed on one line stays', () => {
  assert.equal(html('<b>a  b</b>'), '<b>a  b</b>');
});

test('preformatted text keeps its lines', () => {
  const parts = ['<pre>\n  ', '\n</pre>'];
  assert.deepEqual(minifyHtml(parts), parts);
});

test('a style sheet loses comments, line breaks and the last semicolon', () => {
  assert.equal(
    css(':host {\n  color: red;\n  /* why */\n  top: 0;\n}\n'),
    ':host{color:red;top:0}',
  );
});

test('an apostrophe in a comment is not taken for a string', () => {
  assert.equal(css("a { b: c; /* don't */ d: 'x  y' }"), "a{b:c;d:'x  y'}");
});

test('strings keep their white space and their marks', () => {
  assert.equal(css('a::after { content: " ;  } " }'), 'a::after{content:" ;  } "}');
});

test('spaces that mean something stay: descendants, calc, media queries', () => {
  const rule = '@media (width > 10px) and (height: 1px) { a .b :hover { top: calc(1px + 2px) } }';
  assert.equal(css(rule), '@media (width>10px) and (height:1px){a .b :hover{top:calc(1px + 2px)}}');
});

test('combinators and comparisons need no spaces', () => {
  assert.equal(css('a > b ~ c { & > d { e: f } }'), 'a>b~c{&>d{e:f}}');
  assert.equal(css('@container (width >= 2px) { a { b: c } }'), '@container (width>=2px){a{b:c}}');
});

test('a fraction loses its zero, a whole number none of its own', () => {
  assert.equal(
    css('a { b: 0.5em 10.5em calc(0.25 * 1px) 0; c: rgb(0 0 0 / 0.5) }'),
    'a{b:.5em 10.5em calc(.25 * 1px) 0;c:rgb(0 0 0 / .5)}',
  );
});

test('a comment alone does not become a descendant combinator', () => {
  assert.equal(css('a/* x */.b {}'), 'a.b{}');
});

test('a style sheet whose string an expression interrupts is left alone', () => {
  const parts = ["a { content: '", " ;  '; }"];
  assert.deepEqual(minifyCss(parts), parts);
});

test('only templates change, nested ones and expressions too', () => {
  const code = 'const a = `x\n  y`; const b = html`<p>\n  ${c ? html`<i>\n  </i>` : `\n  `}</p>`;';
  assert.equal(
    minifyTemplates(code),
    'const a = `x\n  y`; const b = html`<p> ${c ? html`<i> </i>` : `\n  `}</p>`;',
  );
});

test('letters outside ASCII survive a page in another encoding', () => {
  const code = minifyTemplates('export const text = html`å – 𝄞`;', { asciiOnly: true });
  assert.equal(code, 'export const text = html`\\u00e5 \\u2013 \\ud834\\udd1e`;');
});
