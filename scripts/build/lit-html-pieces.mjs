/** What is left out of lit-html; the form is that of lit-pieces.mjs. */
export const LIT_HTML = [
  [
    'hooks for polyfills, versions by which debugging builds warn of each other',
    'B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const D=',
    'D=',
  ],
  ['sentences about mistakes in sources', 'Error("invalid template strings array")', 'Error()'],
  ['SVG and MathML', 'l=2===i?"<svg>":3===i?"<math>":""', 'l=""'],
  ['SVG and MathML', '(t[s]||"<?>")+(2===i?"</svg>":3===i?"</math>":"")', '(t[s]||"<?>")'],
  [
    'SVG and MathML',
    ',2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
    ');',
  ],
  [
    'comments, names of tags that are values',
    String.raw`v=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,_=/-->/g,m=/>/g,`,
    String.raw`v=/<\/?[a-zA-Z][^>\s]*/g,`,
  ],
  ['single quotes, blanks around the sign of equality', String.raw`f="[ \t\n\f\r]",`, ''],
  [
    'single quotes, blanks around the sign of equality',
    'p=RegExp(`>|${f}(?:([^\\\\s"\'>=/]+)(${f}*=${f}*(?:[^ \\t\\n\\f\\r"\'\\`<>=]|("|\')|))|$)`,"g")',
    String.raw`p=/>|\s(?:([^\s">=/]+)(=(?:[^\s">]|(")|))|$)/g`,
  ],
  [
    'comments, names of tags that are values, text in <script>, <style>, <textarea> and <title>',
    'c===v?"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p):void 0!==u[3]&&(c=p):c===p?">"===u[0]?(c=n??v,d=-1)',
    'c===v?c=p:c===p?">"===u[0]?(c=v,d=-1)',
  ],
  [
    'single quotes',
    `c=void 0===u[3]?p:'"'===u[3]?$:g):c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0)`,
    'c=void 0===u[3]?p:$):c=p',
  ],
  [
    'tags that close themselves after a value, values in place of an attribute',
    'const x=c===p&&t[i+1].startsWith("/>")?" ":"";l+=c===v?s+r:d>=0?(e.push(a),s.slice(0,d)+h+s.slice(d)+o+x):s+o+(-2===d?i:x)',
    'l+=c===v?s+r:d>=0?(e.push(a),s.slice(0,d)+h+s.slice(d)+o):s+o',
  ],
  [
    'values in place of an attribute; text in <script>, <style>, <textarea> and <title>; values in comments',
    'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}}else if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}l++',
    '}else r.data===n&&d.push({type:2,index:l});l++',
  ],
  ['a test that only saves time', 'if(r.hasAttributes())for', 'for'],
  ['directives', 't=M(this,t,i),a(t)?t===A', 'a(t)?t===A'],
  ['directives', 'void 0===h)t=M(this,t,i,0),o=', 'void 0===h)o='],
  [
    'directives, attributes that stay as they are',
    'r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),',
    'r=e[s+n],',
  ],
  ['attributes that stay as they are', 't!==this._$AH&&t!==E,o&&', 't!==this._$AH,o&&'],
  [
    'the tree of parts, which directives climb',
    'get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}',
    '',
  ],
  ['the tree of parts', 'get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  [
    'the tree of parts',
    'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}',
    '',
  ],
  ['the tree of parts', ',this._$AN=void 0,this._$AD=t,this._$AM=i', ',this._$AD=t'],
  [
    'the tree of parts, directives that are told when they leave the page',
    'this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
    'this._$AH=A,this._$AA=t,this._$AB=i,this.options=e}',
  ],
  [
    'the tree of parts',
    'this.type=1,this._$AH=A,this._$AN=void 0,this.element=t,this.name=i,this._$AM=e,',
    'this.element=t,this.name=i,',
  ],
  [
    'kinds of parts, which directives ask for',
    'constructor(){super(...arguments),this.type=3}',
    '',
  ],
  ['kinds of parts', 'constructor(){super(...arguments),this.type=4}', ''],
  ['kinds of parts', 'constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
  [
    'directives that are told when they leave the page',
    'setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}',
    '',
  ],
  [
    'directives that are told when they leave the page',
    'for(this._$AP?.(!1,!0,s);t!==this._$AB;)',
    'for(;t!==this._$AB;)',
  ],
  ['a document to make nodes in', '(t?.creationScope??l).importNode', 'l.importNode'],
  [
    'values in place of an attribute',
    '2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t)),',
    'i=2===r.type?new k(h,h.nextSibling,this,t):new r.ctor(h,r.name,r.strings,this,t),',
  ],
  ['parts without a value', 'void 0!==s&&(void 0!==s.strings', '(void 0!==s.strings'],
  [
    'names for a compiler of property names',
    'const s=i(t).nextSibling;i(t).remove()',
    'const s=t.nextSibling;t.remove()',
  ],
  [
    'templates that a compiler has prepared',
    'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
    'const{values:i}=t,e=this._$AC(t);',
  ],
  [
    'listeners that are objects or have options; what is no function is not called',
    '_$AI(t,i=this){if((t=M(this,t,i,0)??A)===E)return;const s=this._$AH,e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e);e&&this.element.removeEventListener(this.name,this,s),h&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}',
    '_$AI(t){this._$AH===A&&this.element.addEventListener(this.name,this),this._$AH=t}handleEvent(t){"function"==typeof this._$AH&&this._$AH.call(this.options?.host,t)}',
  ],
  [
    'a place to render before',
    'const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h',
    'let h=i._$litPart$;void 0===h&&(i._$litPart$=h=new k(i.appendChild(c()),null,void 0,s)),h._$AI(t)',
  ],
  ['directives that set an attribute by themselves', 'o&&!e&&this.j(t)', 'o&&this.j(t)'],
];
