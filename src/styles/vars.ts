import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Vars = Readonly<Record<`--${string}`, string>>;

class VarsDirective extends Directive {
  #last: Vars = {};

  override render(_vars: Vars): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [vars]: [Vars]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(vars)) {
      if (this.#last[name as `--${string}`] !== value) style.setProperty(name, value);
    }
    this.#last = vars;
    return noChange;
  }
}

/**
 * Sets custom properties on an element: `<i ${vars({ '--share': '0.4' })}></i>`.
 * A `style="…"` in a template, and Lit's `styleMap` on its first render, write the attribute and are
 * refused under `style-src 'none'`; `style.setProperty` is not.
 */
export const vars = directive(VarsDirective);
