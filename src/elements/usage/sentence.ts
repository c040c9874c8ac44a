import { plainMoney } from '../../controllers/basket.js';
import type { Compared, SoFar } from '../../controllers/comparison.js';
import type { Settings } from '../../controllers/settings.js';
import type { Explanation, PlainDriver } from '../../events.js';
import type { Localizer, TextKey } from '../../i18n/index.js';
import type { Cause, Driver } from '../../model/compare.js';
import {
  absDecimal,
  type Decimal,
  decimalToString,
  isNegative,
  isZero,
} from '../../model/decimal.js';
import type { Facts } from '../../model/driver-facts.js';
import type { Account, Part } from '../../model/explain.js';
import type { MoneySum } from '../../model/money.js';
import { DAY_MS } from '../../model/time.js';
import { describeUsageType } from '../../model/usage-type.js';
import { safeText } from '../records/safe-text.js';
import { gapWords, scopeWords, signedMoney, typeWords, usedAbroad } from '../words.js';

/**
 * Why one side is higher than the other, in words that an agent can read out and paste: the largest parts of
 * the difference by name, the rest with its figure, and what is missing. Every figure is one of the
 * comparison, and equal comparisons give equal words.
 */

/** Words and what the host has said about names. */
export interface Speech {
  readonly localizer: Localizer;
  readonly settings: Pick<Settings, 'usageTypes' | 'labels'>;
}

/** Causes of which only the older side has any usage; `NEW` of the newer one. */
export const GONE = /^gone/;
export const NEW = /^new/;

/** A driver's cause, where its words have another name. */
const CAUSE_TEXTS: Partial<Record<Cause, TextKey>> = {
  goneSubscription: 'gone',
  goneType: 'gone',
  other: 'rest',
};

export function causeWords(localizer: Localizer, cause: Cause): string {
  return localizer.text(CAUSE_TEXTS[cause] ?? (cause as TextKey));
}

/** The text, and every driver as plain JSON: thousands of them take their time. */
export function explanationOf(speech: Speech, compared: Compared): Explanation {
  const drivers = compared.told?.comparison.drivers.map(plainDriver) ?? [];
  return { text: sentenceOf(speech, compared), drivers };
}

/** Without any answer it is empty. */
export function sentenceOf({ localizer, settings }: Speech, { sides, told }: Compared): string {
  if (!told) return '';
  const { accounts, facts, soFar, gaps } = told;
  const speech = { localizer, settings };
  const side = localizer.lower(scopeWords(localizer, sides[0]));
  // Without parts there is no difference.
  const changes = accounts.filter(({ parts }) => parts.length > 0);
  const withBasis = accounts.length > 1;
  const sentences = changes.map((account) => {
    const parts = account.parts.map((part) => partWords(speech, account, part, facts.get(part)));
    if (!isZero(account.rest)) {
      parts.push(
        amountFor(localizer, account, account.rest) + localizer.lower(localizer.text('rest')),
      );
    }
    return [headWords(localizer, account.difference, side, withBasis), parts.join(', ')]
      .filter(Boolean)
      .join(': ');
  });
  const gap = gapWords(localizer, gaps);
  // Where something is missing, nobody knows that both are equal.
  if (changes.length === 0 && !gap) sentences.push(`${localizer.text('sameAs')} ${side}`);
  if (soFar) sentences.push(...soFarWords(localizer, soFar, side));
  if (gap) sentences.push(gap);
  return sentences.map((sentence) => `${sentence}.`).join(' ');
}

/** "286,75 kr more than invoice 900122" */
function headWords(
  localizer: Localizer,
  { amount, currency, vat }: MoneySum,
  side: string,
  withBasis: boolean,
): string {
  if (isZero(amount)) return `${localizer.text('sameAs')} ${side}`;
  const money = localizer.money(absDecimal(amount), currency);
  const stated = withBasis ? `${money} ${localizer.text(vat)}` : money;
  return `${localizer.text(isNegative(amount) ? 'lessThan' : 'moreThan', stated)} ${side}`;
}

/** "Not yet billed: 1–19 Apr 2026, invoice 900123: 1–31 Mar 2026", and what as many days come to. */
function soFarWords(
  localizer: Localizer,
  { period, older, differences }: SoFar,
  side: string,
): string[] {
  const [now, then] = [period, older].map(({ from, days }) =>
    localizer.dayRange(from * DAY_MS, (from + days - 1) * DAY_MS),
  );
  const heads = differences?.map((sum) => headWords(localizer, sum, side, differences.length > 1));
  const told = heads && (heads.join(', ') || localizer.text('notItemised'));
  const same = told ? [`${localizer.text('sameDays')}: ${told}`] : [];
  return [`${localizer.text('unbilled')}: ${now}, ${side}: ${then}`, ...same];
}

/** "241,25 kr from 2 calls to premium-rate numbers on 8 March 2026" */
function partWords(speech: Speech, account: Account, part: Part, facts?: Facts): string {
  const { localizer } = speech;
  const { cause } = part;
  const why = localizer.lower(causeWords(localizer, cause));
  const name = nameWords(speech, part);
  const used = facts && factWords(speech, part, facts);
  let what: string;
  // A day or a number of calls says that it is new, and a credit need not be called so twice.
  if (used && !facts.amount) what = cause === 'newType' || name === why ? used : `${used} (${why})`;
  else if (GONE.test(cause)) what = `${name} (${why})`;
  else if (name === why) what = why;
  else if (facts?.amount) {
    what = `${why} (${name}; ${amountFor(localizer, account, facts.amount)}${used})`;
  } else what = `${why} (${name})`;
  return amountFor(localizer, account, part.amount) + what;
}

/** Where the whole is less, or nothing, what adds to it has its sign, too. */
function amountFor(localizer: Localizer, { difference }: Account, amount: Decimal): string {
  const { currency } = difference;
  const money =
    difference.amount.units > 0n
      ? localizer.money(amount, currency)
      : signedMoney(localizer, { amount, currency });
  return `${localizer.text('amountFor', money)} `;
}

/** The usage type, or the subscriptions: their labels if there are few. */
function nameWords({ localizer, settings }: Speech, part: Part): string {
  const { whole, usageType, description, drivers } = part;
  if (whole) {
    return drivers.length > 3
      ? `${localizer.text('subscriptions')}: ${localizer.integer(drivers.length)}`
      : drivers.map(({ subscriptionNo: no }) => safeText(settings.labels[no] ?? no)).join(', ');
  }
  const type = describeUsageType(usageType ?? '', settings.usageTypes);
  const name = safeText(typeWords(localizer, type, description));
  return type.label || type.kind === 'other' ? name : localizer.lower(name);
}

/** "2 calls (roaming: Danmark) on 12–15 March 2026" */
function factWords(speech: Speech, part: Part, facts: Facts): string {
  const { localizer, settings } = speech;
  const { count, from, to, timed, premium, destination } = facts;
  const type = describeUsageType(part.usageType ?? '', settings.usageTypes);
  const abroad = usedAbroad(type);
  const kind = abroad ?? type.kind;
  const isPremium = premium || kind === 'premium';
  const [one, many]: TextKey[] = isPremium
    ? ['onePremium', 'manyPremium']
    : ['oneCall', 'manyCalls'];
  const counted = count === 1 ? one : many;
  const isNamed = !type.label && (isPremium || kind === 'call') && timed;
  const used = isNamed && counted ? localizer.text(counted, localizer.integer(count)) : null;
  // "Data", not "Roaming – Data": where it was used follows.
  const what =
    abroad && !type.label ? localizer.lower(localizer.text(abroad)) : nameWords(speech, part);
  const where =
    type.kind === 'roaming' ? [localizer.lower(localizer.text('roaming')), destination] : [];
  const when = from <= to ? localizer.text('onDays', localizer.dayRange(from, to)) : '';
  const place = where.filter(Boolean).join(': ');
  return [used ?? what, place && `(${safeText(place)})`, when].filter(Boolean).join(' ');
}

function plainDriver(driver: Driver): PlainDriver {
  const { cause, subscriptionNo, usageType, description, volume } = driver;
  return {
    cause,
    subscriptionNo,
    usageType,
    description,
    money: plainMoney(driver),
    volume: volume && {
      unit: volume.unit,
      before: decimalToString(volume.before),
      now: decimalToString(volume.now),
    },
  };
}
