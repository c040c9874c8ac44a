import type { Scope, UsageError } from '../api/index.js';
import { warnOnce } from '../controllers/warn.js';
import type { Localizer, TextKey } from '../i18n/index.js';
import type { Incompleteness, MoneySum } from '../model/money.js';
import { describeUsageType, type UsageKind, type UsageTypeInfo } from '../model/usage-type.js';
import { safeText } from './records/safe-text.js';

/** Sentences put together from data: the one place where a state, a type or a gap becomes words. */

/**
 * The host's words, else ours for a kind we know, else "Other" with the raw code and what the service calls
 * it. The page is told once that there is such a code, not which: it is data.
 */
export function typeWords(
  localizer: Localizer,
  type: UsageTypeInfo,
  description: string | null = null,
): string {
  if (type.label) return type.label;
  if (type.code === '') return description ?? localizer.text('notStated');
  if (/^MMS$/i.test(type.code)) return 'MMS';
  if (!type.known) warnOnce('a usage type is not known, set usageTypes');
  if (type.kind === 'other') {
    const other = localizer.text('other', type.code);
    return description ? `${other} – ${description}` : other;
  }
  const kind = localizer.text(type.kind);
  // "Roaming – Data"
  const used = usedAbroad(type);
  return used ? `${kind} – ${localizer.text(used)}` : kind;
}

/** "Invoice 900122" or "Not yet billed". */
export function scopeWords(localizer: Localizer, scope: Scope): string {
  return scope.kind === 'invoice'
    ? localizer.text('invoiceNo', safeText(scope.invoiceNo))
    : localizer.text('unbilled');
}

/** What was used abroad, where the code says so. */
export function usedAbroad({ code, kind }: UsageTypeInfo): UsageKind | null {
  const used = describeUsageType(code.replace(/^.*ROAM(ING)?[\s_-]*/i, ''));
  return kind === 'roaming' && used.known ? used.kind : null;
}

/** With its sign: "+45,50 kr". */
export function signedMoney(
  localizer: Localizer,
  { amount, currency }: Omit<MoneySum, 'vat'>,
): string {
  return (amount.units > 0n ? '+' : '') + localizer.money(amount, currency);
}

/** Several sums in one line: "12,50 kr + 3,00 NOK". */
export function moneyList(localizer: Localizer, sums: readonly MoneySum[]): string {
  return sums.map((sum) => localizer.money(sum.amount, sum.currency)).join(' + ');
}

/** "Amount excl. VAT (kr)": the heading of a column whose amounts are all of one kind. */
export function amountHeading(localizer: Localizer, sums: readonly MoneySum[]): string {
  const [first] = sums;
  if (!first || sums.length > 1) return localizer.text('amount');
  const comma = first.vat === 'unstated' ? ',' : '';
  const heading = `${localizer.text('amount')}${comma} ${localizer.text(first.vat)}`;
  return first.currency === null
    ? heading
    : `${heading} (${localizer.currencySymbol(first.currency)})`;
}

/** Why a total is not all there is, in one line; null when it is. */
export function gapWords(localizer: Localizer, gaps: Incompleteness): string | null {
  const counted: readonly (readonly [TextKey, number | undefined])[] = [
    ['gapAnswers', gaps.missingAnswers],
    ['unreadable', gaps.unreadableRows],
    ['gapAmounts', gaps.missingAmounts],
    ['markConflicting', gaps.conflictingRows],
  ];
  const reasons = counted.flatMap(([key, n]) =>
    n ? `${localizer.text(key)} (${localizer.integer(n)})` : [],
  );
  if (gaps.cutOff || gaps.brokenPaging) reasons.push(localizer.text('gapCutOff'));
  return reasons.length > 0 ? `${localizer.text('incomplete')}: ${reasons.join(', ')}` : null;
}

const NUMBER = 'errorInvalid nextCheckNumber';
const PAGE = 'errorConfig nextSupport';
const ANSWER = 'errorData nextSupport';

/** What happened and what to do next, by reason, status or code; of all others the service is the cause. */
const ADVICE: Readonly<Record<string, `${TextKey} ${TextKey}` | TextKey>> = {
  'bad-id': NUMBER,
  offline: 'waitingOnline',
  410: 'errorNotAvailable nextCheckNumber',
  451: 'errorNotAvailable nextSupport',
  config: PAGE,
  adapter: PAGE,
  render: PAGE,
  timeout: 'errorTimeout nextLater',
  invalid: NUMBER,
  auth: 'nextSignIn',
  forbidden: 'errorForbidden nextSupport',
  'not-found': 'empty nextCheckNumber',
  'too-large': 'nextNarrow',
  data: ANSWER,
  foreign: ANSWER,
};

/** The words for a failure and its next step; a text of the answer is never among them. */
export function failureWords(localizer: Localizer, error: UsageError, timeZone: string): string {
  const { code, status, reason, parameter, retryAt } = error;
  const advice =
    ADVICE[reason ?? ''] ?? ADVICE[status ?? ''] ?? ADVICE[code] ?? 'errorServer nextLater';
  const [what, next] = advice.split(' ') as [TextKey, TextKey?];
  // The agent knows which of the numbers it is; the ledger's is the page's to set.
  const which = parameter === 'ownerNo' ? 'owner-no: ' : '';
  const steps = [which + localizer.text(what)];
  // The next whole minute: within this one it may still be too early.
  if (retryAt) steps.push(localizer.text('nextAfter', localizer.time(retryAt + 59_999, timeZone)));
  else if (next) steps.push(localizer.text(next));
  return steps.join(' ');
}

/** "12 / 310": how many of how many, once they differ. */
export function partOf(localizer: Localizer, some: number, all: number): string {
  return some === all
    ? localizer.integer(all)
    : `${localizer.integer(some)} / ${localizer.integer(all)}`;
}

/** "1 record", "184 records", "12 / 310 records". */
export function recordCount(localizer: Localizer, some: number, all: number): string {
  return localizer.text(all === 1 ? 'oneRecord' : 'manyRecords', partOf(localizer, some, all));
}

/** '21:00–21:59' */
export function hourWords(hour: string): string {
  return `${hour}:00–${hour}:59`;
}

/** "Subscriptions: 12 / 310". */
export function subscriptionCount(localizer: Localizer, some: number, all: number): string {
  return `${localizer.text('subscriptions')}: ${partOf(localizer, some, all)}`;
}
