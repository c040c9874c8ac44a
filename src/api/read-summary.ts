/** A row of `usage-summaries` → one usage summary. The body is not published: names in aliases.ts. */
import type { UsageSummary } from '../model/usage-record.js';
import { SUMMARY_ALIASES, type SummaryField } from './aliases.js';
import { ok, type Result } from './errors.js';
import type { PageNotes, RowContext } from './read-context.js';
import { RowPage, type RowRecipe } from './read-page.js';
import type { ValueReader } from './read-values.js';

/** A page of summaries with what is known to be missing from it. */
export interface SummariesPage extends PageNotes {
  readonly summaries: readonly UsageSummary[];
}

/** All summaries of one answer of `usage-summaries`. Errors: data, protocol, foreign. */
export function readSummaries(body: unknown, context: RowContext): Result<SummariesPage> {
  const recipe: RowRecipe<SummaryField, UsageSummary> = {
    table: SUMMARY_ALIASES,
    mapper: context.mapUsageSummary ?? null,
    suspectFullPage: false,
    builder: (at, values) => summaryBuilder(context.subscriptionNo, at, values),
  };
  const page = RowPage.open(body, context, recipe);
  if (!page.ok) return page;
  const summaries = page.value.read();
  if (!summaries.ok) return summaries;
  return ok({ ...page.value.notes(), summaries: summaries.value });
}

/** Without any of these a row sums nothing up. */
const ESSENTIAL = [
  'amount',
  'amountExVat',
  'amountIncVat',
  'volume',
  'chargedVolume',
  'quantity',
] as const satisfies readonly SummaryField[];

function summaryBuilder(
  subscriptionNo: string,
  at: Readonly<Record<SummaryField, number>>,
  values: ValueReader,
): (read: readonly unknown[]) => UsageSummary | null {
  const essential = ESSENTIAL.map((field) => at[field]);
  return (read) => {
    if (essential.every((place) => read[place] === undefined)) return null;
    const periodStart = values.time(read[at.periodStart]);
    values.freeMarks(read[at.isFree], read[at.isIncluded], read[at.usageRatingTag]);
    const { amount, currency, vat } = values.amount({
      excluded: read[at.amountExVat],
      included: read[at.amountIncVat],
      unstated: read[at.amount],
      currency: read[at.currency],
    });
    return {
      subscriptionNo,
      usageType: values.text(read[at.usageType]),
      description: values.text(read[at.description]),
      productGroup: values.text(read[at.productGroup]),
      unit: values.text(read[at.unit]),
      periodStart,
      periodEnd: values.endTime(read[at.periodEnd], periodStart),
      quantity: values.volume(read[at.quantity]),
      volume: values.volume(read[at.volume]),
      chargedVolume: values.volume(read[at.chargedVolume]),
      amount,
      currency,
      vat,
      // Last: by now every value has left its mark.
      marks: values.marks,
    };
  };
}
