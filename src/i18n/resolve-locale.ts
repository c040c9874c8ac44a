import { da } from './da.js';
import { en } from './en.js';
import { fi } from './fi.js';
import type { Messages } from './messages.js';
import { nb } from './nb.js';
import { sv } from './sv.js';

/** The languages there are words for. */
export const LOCALES = ['sv', 'nb', 'da', 'fi', 'en'] as const;
export type Language = (typeof LOCALES)[number];

/** Words, and the region whose formats a bare language tag means. */
const LANGUAGES: Readonly<Record<Language, { messages: Messages; region: string }>> = {
  sv: { messages: sv, region: 'SE' },
  nb: { messages: nb, region: 'NO' },
  da: { messages: da, region: 'DK' },
  fi: { messages: fi, region: 'FI' },
  // Not US: its month-first dates and 12-hour clock are read wrongly beside Nordic paper.
  en: { messages: en, region: 'GB' },
};

export interface ResolvedLocale {
  /** Full tag for Intl and `lang`: language and region, nothing more. */
  readonly locale: string;
  readonly messages: Messages;
  /** False when the tag was not understood as it stands: worth a warning to the developer. */
  readonly exact: boolean;
}

/**
 * The nearest language to a BCP 47 tag, English when there is none. Never throws.
 *
 * `sv_SE` and `sv_SE.UTF-8`, as servers write them, are understood but not exact. Norwegian without
 * a written form is Bokmål; a reader of Nynorsk gets it too, as the nearest. A region is kept for
 * its formats (`sv-FI`, `en-US`); script and extensions are not: `-u-nu-arab` would put figures on
 * the screen that nobody can compare with the invoice.
 */
export function resolveLocale(tag: string | null | undefined): ResolvedLocale {
  const wanted = tag?.trim() ?? '';
  const repaired = wanted.replace(/[.@].*$/s, '').replaceAll('_', '-');
  const parsed = parse(repaired);
  const spoken = parsed?.language === 'no' ? 'nb' : parsed?.language;
  const language = LOCALES.find((known) => known === (spoken === 'nn' ? 'nb' : spoken));
  const { messages, region } = LANGUAGES[language ?? 'en'];
  return {
    locale: `${language ?? 'en'}-${(language && parsed?.region) || region}`,
    messages,
    exact: language !== undefined && language === spoken && repaired === wanted,
  };
}

function parse(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
