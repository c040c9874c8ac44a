import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Localizer, type MessageOverrides, resolveLocale } from '../i18n/index.js';
import { warnOnce } from './warn.js';

type Host = ReactiveControllerHost & Element;

/**
 * The language of the place the element stands in: the closest `lang`, through shadow roots, then the
 * browser's. Looked up once for each time the element is put somewhere.
 */
export class LanguageController implements ReactiveController {
  readonly #host: Host;
  #language = '';
  #localizer: Localizer | null = null;
  #spoken = '';
  #overrides: MessageOverrides | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The words to use: in the language asked for, else in that of the place. Kept until either changes. */
  localizer(asked: string | null | undefined, overrides: MessageOverrides | undefined): Localizer {
    const tag = asked || this.#language;
    if (!this.#localizer || tag !== this.#spoken || overrides !== this.#overrides) {
      const { locale, messages, exact } = resolveLocale(tag);
      // The page's own language may well be none of ours; only what was asked for is worth a word.
      if (!exact && asked) warnOnce(`locale is not known, using ${locale}`);
      this.#localizer = new Localizer(locale, messages, overrides);
      this.#spoken = tag;
      this.#overrides = overrides;
    }
    return this.#localizer;
  }

  hostConnected(): void {
    this.#language = closestLanguage(this.#host) || navigator.language;
  }
}

function closestLanguage(element: Element | undefined): string | null {
  const marked = element?.closest('[lang]');
  if (marked || !element) return marked?.getAttribute('lang') ?? null;
  return closestLanguage((element.getRootNode() as Partial<ShadowRoot>).host);
}
