import type { UsageError } from '../api/index.js';
import type { Localizer, TextKey } from '../i18n/index.js';
import { type Incompleteness, type MoneySum, type VatBasis } from '../model/money.js';
import type { UsageTypeInfo } from '../model/usage-type.js';

/** Sentences put together from data: the one place where a state, a type or a gap becomes words. */

/** The message of a word from a closed list: `keyOf('vat', 'excluded')` is `vatExcluded`. */
function keyOf<P extends string, W extends string>(prefix: P, word: W): `${P}${Capitalize<W>}` {
  return `${prefix}${word.slice(0, 1).toUpperCase()}${word.slice(1)}` as `${P}${Capitalize<W>}`;
}

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
  const kind = words.text(keyOf('type', type.kind));
  const used = type.kind === 'roaming' ? usedAbroad(type.code) : null;
  return used ? `${kind} – ${words.text(used)}` : kind;
}

function usedAbroad(code: string): TextKey | null {
  if (/DATA|GPRS/i.test(code)) return 'typeData';
  if (/SMS|MMS/i.test(code)) return 'typeMessage';
  return /VOICE|CALL/i.test(code) ? 'typeCall' : null;
}

export function vatWords(words: Localizer, vat: VatBasis): string {
  return words.text(keyOf('vat', vat));
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

type After<P extends string, K = TextKey> = K extends `${P}${infer Rest}` ? Rest : never;
type Advice = `${After<'error'>} ${After<'next'>}` | After<'error'>;

/** What happened and what to do next: the ends of an `error…` and a `next…` message. */
const ADVICE: Readonly<Record<UsageError['code'] | 'bad-id' | 'offline', Advice>> = {
  'bad-id': 'Number CheckNumber',
  offline: 'Offline Online',
  config: 'Config TellPage',
  adapter: 'Network TellPage',
  timeout: 'Timeout Later',
  invalid: 'Invalid CheckNumber',
  auth: 'Auth SignIn',
  forbidden: 'Forbidden AskAccess',
  'not-found': 'NotFound CheckNumber',
  protocol: 'Server Later',
  'too-large': 'TooLarge Narrow',
  throttled: 'Throttled Later',
  server: 'Server Later',
  network: 'Network Later',
  data: 'Data Support',
  partial: 'Partial',
  mismatch: 'Partial',
  foreign: 'Foreign Support',
  render: 'Render TellPage',
};

/** The words for a failure and its next step; a text of the answer is never among them. */
export function failureWords(words: Localizer, error: UsageError, timeZone: string): string {
  const known: Readonly<Record<string, Advice | undefined>> = ADVICE;
  const [what, next] = (known[error.reason ?? ''] ?? ADVICE[error.code]).split(' ');
  const happened = specific(words, error) ?? words.text(`error${what}` as TextKey);
  if (error.retryAt !== undefined) {
    // The next whole minute: within this one it may still be too early.
    return `${happened} ${words.text('nextAfter', { time: words.time(error.retryAt + 59_999, timeZone) })}`;
  }
  return next ? `${happened} ${words.text(`next${next}` as TextKey)}` : happened;
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
