/**
 * What no page of ours can use of Lit, by module: what it is, the published code, and what stays of it.
 *
 * Lit is published minified, so the pieces are spelled with the letters of the installed version. Each must
 * be there exactly as often as said (once, if nothing is said): another Lit stops the build, and a test
 * holds that no source of ours uses what is left out.
 *
 * @typedef {[what: string, find: string, instead: string, times?: number]} Piece
 */
import { LIT_HTML } from './lit-html-pieces.mjs';

/** Style sheets: made of one `css` template each, of which the only values are numbers. */
const CSS_TAG = [
  [
    'styles for browsers without adopted style sheets, which a strict policy would refuse anyway',
    't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
    '!0',
  ],
  [
    'results that are not made by css`…`, and sheets that are made of one template twice',
    `{const o=1===t.length?t[0]:e.reduce((e,s,o)=>e+(t=>{if(!0===t._$cssResult$)return t.cssText;if("number"==typeof t)return t;throw Error("Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+t[o+1],t[0]);return new n(o,t,s)}`,
    '{let o;return{get styleSheet(){return o||(o=new CSSStyleSheet).replaceSync(String.raw({raw:t},...e)),o}}}',
  ],
  ['sheets that are none of ours', 't instanceof CSSStyleSheet?t:t.styleSheet', 't.styleSheet'],
];

const REACTIVE_ELEMENT = [
  [
    'polyfills, versions by which debugging builds warn of each other, properties of Lit itself',
    'y.elementStyles=[],y.shadowRootOptions={mode:"open"},y[d("elementProperties")]=new Map,y[d("finalized")]=new Map,p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");',
    '',
  ],
  ['hooks for polyfills', 'p=a.reactiveElementPolyfillSupport,', ''],
  [
    'attributes of objects and reflected ones that are no texts',
    'u={toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},fromAttribute(t,s){let i=t;switch(s){case Boolean:i=null!==t;break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}return i}}',
    'u=(t,s)=>s===Boolean?null!==t:s===Number&&null!==t?Number(t):t',
  ],
  [
    'converters of a property',
    'void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}',
    '1)this._$Em=t,null==s?this.removeAttribute(e):this.setAttribute(e,s),this._$Em=null',
  ],
  [
    'converters and defaults of a property',
    'const t=i.getPropertyOptions(e),h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null',
    'this._$Em=e,this[e]=u(s,i.properties[e].type),this._$Em=null',
  ],
  [
    'options that nobody sets',
    'b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}',
    'b=0',
  ],
  [
    'classes with properties that inherit others, initializers, accessors of our own making',
    'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,s=b){if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(t,s),!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}}',
    'static get observedAttributes(){if(!this._$Eh){this._$Eh=new Map;for(const t in this.properties){const s=this.properties[t],i=this._$Eu(t,s);i&&this._$Eh.set(i,t),e(this.prototype,t,this.getPropertyDescriptor(t,Symbol(),s))}}return[...this._$Eh.keys()]}',
  ],
  [
    'the same, decorators, styles within styles; an attribute is the name of its property with hyphens',
    'static getPropertyOptions(t){return this.elementProperties.get(t)??b}static _$Ei(){if(this.hasOwnProperty(d("elementProperties")))return;const t=n(this);t.finalize(),void 0!==t.l&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(d("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}this._$Eh=new Map;for(const[t,s]of this.elementProperties){const i=this._$Eu(t,s);void 0!==i&&this._$Eh.set(i,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(s){const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i}static _$Eu(t,s){const i=s.attribute;return!1===i?void 0:"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0}',
    'static _$Eu(t,s){const i=s.attribute;return!1===i?void 0:i??t.replace(/[A-Z]/g,t=>"-"+t.toLowerCase())}',
  ],
  ['properties that are inherited', 'for(const i of s.keys())', 'for(const i in s)'],
  [
    'properties that are inherited',
    's=this.constructor.elementProperties;',
    's=this.constructor.properties;',
  ],
  [
    'properties that are inherited',
    'i=this.constructor.elementProperties.get(t)',
    'i=this.constructor.properties[t]',
  ],
  ['styles that are inherited', 'this.constructor.elementStyles', 'this.constructor.styles'],
  ['decorators', 'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
  ['initializers', ',this.constructor.l?.forEach(t=>t(this))', ''],
  [
    'the first value of a property with an accessor of its own',
    'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
    '',
  ],
  ['controllers that leave', 'removeController(t){this._$EO?.delete(t)}', ''],
  [
    'a test of our own of what has changed, and defaults of a property',
    'requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;this.C(t,s,i)}',
    'requestUpdate(t,s,i){if(void 0!==t){if(!f(this[t],s))return;i?.reflect&&this._$Em!==t&&(this._$Eq??=new Set).add(t)}',
  ],
  [
    'defaults of a property, what has changed, which no hook of ours asks',
    'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
    '',
  ],
  ['what has changed', 'this._$AL=new Map,this._$E_()', 'this._$E_()'],
  ['what has changed', 'const s=this._$AL;', ''],
  ['what has changed', '_$EM(){this._$AL=new Map,', '_$EM(){'],
  [
    'what has changed',
    't=this.shouldUpdate(s),t?(this.willUpdate(s),',
    't=this.shouldUpdate(),t?(this.willUpdate(),',
  ],
  ['what has changed', 'this.update(s)', 'this.update()'],
  ['what has changed', 'this._$AE(s)', 'this._$AE()'],
  [
    'what has changed',
    'this.firstUpdated(t)),this.updated(t)',
    'this.firstUpdated()),this.updated()',
  ],
  [
    'an update at a time of our own',
    'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}',
    'return this.performUpdate(),!this.isUpdatePending}',
  ],
  [
    'updates that wait for more than themselves',
    'return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}',
    'return this._$ES}',
  ],
  [
    'an update before the element was in a page',
    'this.renderRoot??=this.createRenderRoot(),this._$Ep',
    'this._$Ep',
  ],
  [
    'a root that the page has made, options of the root',
    'this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions)',
    'this.attachShadow({mode:"open"})',
  ],
];

const LIT_ELEMENT = [
  [
    'hooks for polyfills and hydration, versions by which debugging builds warn of each other',
    'i._$litElement$=!0,i["finalized"]=!0,s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
    '',
  ],
  ['versions', '(s.litElementVersions??=[]).push("4.2.2");', ''],
  [
    'styles in the root, before which would be rendered',
    'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
    '',
  ],
  [
    'directives that are told when they leave the page, an element that renders nothing',
    'this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=e(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return r}',
    'super.update(t),e(r,this.renderRoot,this.renderOptions)}',
  ],
  [
    'directives',
    'this.renderOptions={host:this},this._$Do=void 0',
    'this.renderOptions={host:this}',
  ],
];

const TASK = [
  [
    'ways to wait for a task',
    'get taskComplete(){return this.t||(1===this.i?this.t=new Promise(((t,s)=>{this.o=t,this.h=s})):3===this.i?this.t=Promise.reject(this.l):this.t=Promise.resolve(this.u)),this.t}',
    '',
  ],
  [
    'ways to wait for a task',
    '1===this.i?this.q?.abort():(this.t=void 0,this.o=void 0,this.h=void 0),',
    '1===this.i&&this.q.abort(),',
  ],
  ['ways to wait for a task', 'this.i=2,this.o?.(s)', 'this.i=2'],
  ['ways to wait for a task', 'this.i=3,this.h?.(h)', 'this.i=3'],
  [
    'ways to draw a task',
    'render(t){switch(this.i){case 0:return t.initial?.();case 1:return t.pending?.();case 2:return t.complete?.(this.value);case 3:return t.error?.(this.error);default:throw Error("Unexpected status: "+this.i)}}',
    '',
  ],
  [
    'a task without an object of options, comparison of our own, a value from the start, a time of our own',
    'const h="object"==typeof s?s:{task:s,args:i};this.v=h.task,this.j=h.args,this.m=h.argsEqual??r,this.k=h.onComplete,this.A=h.onError,this.autoRun=h.autoRun??!0,"initialValue"in h&&(this.u=h.initialValue,this.i=2,this.O=this.T?.())}hostUpdate(){!0===this.autoRun&&this.S()}hostUpdated(){"afterUpdate"===this.autoRun&&this.S()}T(){if(void 0===this.j)return;const t=this.j();if(!Array.isArray(t))throw Error("The args function must return an array");return t}async S(){const t=this.T(),s=this.O;this.O=t,t===s||void 0===t||void 0!==s&&this.m(s,t)||await this.run(t)}',
    'this.v=s.task,this.j=s.args,this.k=s.onComplete,this.A=s.onError}hostUpdate(){const t=this.j(),s=this.O;this.O=t,s&&r(s,t)||this.run(t)}',
  ],
  ['a run without arguments, a time of our own', 't??=this.T(),this.O=t,', 'this.O=t,'],
  [
    'a time of our own',
    '"afterUpdate"===this.autoRun?queueMicrotask((()=>this._.requestUpdate())):this._.requestUpdate();',
    'this._.requestUpdate();',
  ],
  ['values that nobody reads', 'this.u=s,this.l=h', ''],
  [
    'values that nobody reads',
    'abort(t){1===this.i&&this.q?.abort(t)}get value(){return this.u}get error(){return this.l}',
    '',
  ],
];

/** @type {Readonly<Record<string, readonly Piece[]>>} */
export const LIT_PIECES = {
  '@lit/reactive-element/css-tag.js': CSS_TAG,
  '@lit/reactive-element/reactive-element.js': REACTIVE_ELEMENT,
  'lit-element/lit-element.js': LIT_ELEMENT,
  'lit-html/lit-html.js': LIT_HTML,
  '@lit/task/task.js': TASK,
};
