import { Localizer, type MessageOverrides, resolveLocale } from '../../src/i18n/index.js';

/** Words and formats of a language, as an element makes them. */
export function localizerOf(tag: string, overrides?: MessageOverrides): Localizer {
  const { locale, messages } = resolveLocale(tag);
  return new Localizer(locale, messages, overrides);
}
