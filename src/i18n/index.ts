/** Words and formats of the five languages. A leaf: knows nothing of elements, fetching or state. */
export { MISSING, type MoneyParts } from './formats.js';
export { Localizer } from './localizer.js';
export type { MessageOverrides, Messages, TextKey } from './messages.js';
export { type Language, LOCALES, type ResolvedLocale, resolveLocale } from './resolve-locale.js';
