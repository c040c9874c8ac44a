import type { UsageError } from '../api/index.js';
import type { Localizer, TextKey } from '../i18n/index.js';
import { type Incompleteness, type MoneySum, type VatBasis } from '../model/money.js';
import type { UsageKind, UsageTypeInfo } from '../model/usage-type.js';

/** Sentences put together from data: the one place where a state, a type or a gap becomes words. */

const KIND_WORDS: Readonly<Record<Exclude<UsageKind, 'other'>, TextKey>> = {
  call: 'typeCall',
  message: 'typeMessage',
  data: 'typeData',
  premium: 'typePremium',
  roaming: 'typeRoaming',
  fee: 'typeFee',
  credit: 'typeCredit',
};

/** The host's words, else ours for a kind we know, else what the service calls it. */
export function typeWords(
  words: Localizer,
  type: UsageTypeInfo,
  description: string | null = null,
): string {
  if (type.label) return type.label;
  if (type.code === '') return description ?? words.text('notStated');
  if (/^MMS$/i.test(type.code)) return 'MMS';
  if (type.kind === 'other') return description ?? words.text('typeOther', { code: type.code });
  const kind = words.text(KIND_WORDS[type.kind]);
  const used = type.kind === 'roaming' ? usedAbroad(type.code) : null;
  return used ? `${kind} – ${words.text(used)}` : kind;
}

function usedAbroad(code: string): TextKey | null {
  if (/DATA|GPRS/i.test(code)) return 'typeData';
  if (/SMS|MMS/i.test(code)) return 'typeMessage';
  return /VOICE|CALL/i.test(code) ? 'typeCall' : null;
}

const VAT_WORDS: Readonly<Record<VatBasis, TextKey>> = {
  excluded: 'vatExcluded',
  included: 'vatIncluded',
  unstated: 'vatUnstated',
};

export function vatWords(words: Localizer, vat: VatBasis): string {
  return words.text(VAT_WORDS[vat]);
}

/** Several sums in one line: "12,50 kr + 3,00 NOK". */
export function moneyList(words: Localizer, sums: readonly MoneySum[]): string {
  return sums.map((sum) => words.money(sum.amount, sum.currency)).join(' + ');
}

/** "Amount excl. VAT (kr)": the heading of a column whose amounts are all of one kind. */
export function amountHeading(words: Localizer, sums: readonly MoneySum[]): string {
  const [first] = sums;
  if (!first || sums.length > 1) return words.text('amount');
  const comma = first.vat === 'unstated' ? ',' : '';
  const heading = `${words.text('amount')}${comma} ${vatWords(words, first.vat)}`;
  return first.currency === null ? heading : `${heading} (${words.currencySymbol(first.currency)})`;
}

/** Why a total is not all there is, in one line; null when it is. */
export function gapWords(words: Localizer, gaps: Incompleteness): string | null {
  const reasons = [
    gaps.missingAnswers ? words.plural('gapAnswers', gaps.missingAnswers) : null,
    gaps.unreadableRows ? words.plural('gapRows', gaps.unreadableRows) : null,
    gaps.missingAmounts ? words.plural('gapAmounts', gaps.missingAmounts) : null,
    gaps.conflictingRows ? words.plural('gapConflicts', gaps.conflictingRows) : null,
    gaps.cutOff ? words.text('gapCutOff', { limit: words.integer(3000) }) : null,
    gaps.brokenPaging ? words.text('gapPaging') : null,
  ].filter((reason) => reason !== null);
  return reasons.length > 0 ? `${words.text('incomplete')}: ${reasons.join(', ')}` : null;
}

/** What happened and what to do next. */
export interface FailureWords {
  readonly what: string;
  readonly next: string | null;
}

const BY_REASON: Partial<Record<NonNullable<UsageError['reason']>, readonly [TextKey, TextKey]>> = {
  'bad-id': ['errorNumber', 'nextCheckNumber'],
  'dot-segment': ['errorNumber', 'nextCheckNumber'],
  offline: ['errorOffline', 'nextOnline'],
};

const BY_CODE: Readonly<Record<UsageError['code'], readonly [TextKey, TextKey | null]>> = {
  config: ['errorConfig', 'nextTellPage'],
  adapter: ['errorNetwork', 'nextTellPage'],
  timeout: ['errorTimeout', 'nextLater'],
  invalid: ['errorInvalid', 'nextCheckNumber'],
  auth: ['errorAuth', 'nextSignIn'],
  forbidden: ['errorForbidden', 'nextAskAccess'],
  'not-found': ['errorNotFound', 'nextCheckNumber'],
  protocol: ['errorServer', 'nextLater'],
  'too-large': ['errorTooLarge', 'nextNarrow'],
  throttled: ['errorThrottled', 'nextLater'],
  server: ['errorServer', 'nextLater'],
  network: ['errorNetwork', 'nextLater'],
  data: ['errorData', 'nextSupport'],
  partial: ['errorPartial', null],
  mismatch: ['errorPartial', null],
  foreign: ['errorForeign', 'nextSupport'],
  render: ['errorRender', 'nextTellPage'],
};

/** The words for a failure; a text of the answer is never among them. */
export function failureWords(words: Localizer, error: UsageError, timeZone: string): FailureWords {
  const [what, next] = (error.reason && BY_REASON[error.reason]) ?? BY_CODE[error.code];
  if (error.retryAt !== undefined) {
    const time = words.time(error.retryAt, timeZone);
    return { what: words.text(what), next: words.text('nextAfter', { time }) };
  }
  return { what: specific(words, error) ?? words.text(what), next: next && words.text(next) };
}

function specific(words: Localizer, error: UsageError): string | null {
  if (error.code === 'invalid' && error.parameter !== undefined) {
    return ['customerNo', 'invoiceNo', 'subscriptionNo'].includes(error.parameter)
      ? words.text('errorNumber')
      : words.text('errorInvalidParameter', { parameter: error.parameter });
  }
  if (error.code === 'forbidden' && error.status === 451) return words.text('errorNotAvailable');
  if (error.code !== 'not-found') return null;
  if (error.status === 410) return words.text('errorGone');
  return error.problem === 'invoice-not-found' ? words.text('emptyInvoice') : null;
}
