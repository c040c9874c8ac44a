/** A row of `usage-details` → one usage record. The body is not published: names in aliases.ts. */
import type { UsageRecord } from '../model/usage-record.js';
import { DETAIL_ALIASES, type DetailField } from './aliases.js';
import { ok, type Result } from './errors.js';
import type { PageNotes, RowContext } from './read-context.js';
import { RowPage, type RowRecipe } from './read-page.js';
import { joinDayAndClock, rawText, type ValueReader } from './read-values.js';

/** A page of usage records with what is known to be missing from it. */
export interface DetailsPage extends PageNotes {
  readonly records: readonly UsageRecord[];
}

/** All records of one answer of `usage-details`. Errors as `openDetails` and `RowPage.read` have them. */
export function readDetails(body: unknown, context: RowContext): Result<DetailsPage> {
  const page = openDetails(body, context);
  if (!page.ok) return page;
  const records = page.value.read();
  if (!records.ok) return records;
  return ok({ ...page.value.notes(), records: records.value });
}

/** The same for long answers, to be read in slices. Errors: data, protocol, foreign. */
export function openDetails(body: unknown, context: RowContext): Result<RowPage<UsageRecord>> {
  const recipe: RowRecipe<DetailField, UsageRecord> = {
    table: DETAIL_ALIASES,
    mapper: context.mapUsageDetail ?? null,
    suspectFullPage: true,
    builder: (at, values) => recordBuilder(context.subscriptionNo, at, values),
  };
  return RowPage.open(body, context, recipe);
}

/** Without any of these a row says nothing about usage. */
const ESSENTIAL = [
  'startTime',
  'amount',
  'amountExVat',
  'amountIncVat',
  'volume',
  'chargedVolume',
  'quantity',
] as const satisfies readonly DetailField[];

function recordBuilder(
  subscriptionNo: string,
  at: Readonly<Record<DetailField, number>>,
  values: ValueReader,
): (read: readonly unknown[]) => UsageRecord | null {
  const essential = ESSENTIAL.map((field) => at[field]);
  return (read) => {
    if (essential.every((place) => read[place] === undefined)) return null;
    const start = joinDayAndClock(read[at.startTime], read[at.startDay], read[at.startClock]);
    const startTime = values.time(start);
    values.freeMarks(read[at.isFree], read[at.isIncluded], read[at.usageRatingTag]);
    const { amount, currency, vat } = values.amount({
      excluded: read[at.amountExVat],
      included: read[at.amountIncVat],
      unstated: read[at.amount],
      currency: read[at.currency],
    });
    return {
      recordId: values.text(read[at.recordId]),
      subscriptionNo,
      startTime,
      rawTime: startTime ? null : rawText(start),
      endTime: values.endTime(read[at.endTime], startTime),
      usageType: values.text(read[at.usageType]),
      description: values.text(read[at.description]),
      otherParty: values.text(read[at.otherParty]),
      destination: values.text(read[at.destination]),
      destinationCode: values.text(read[at.destinationCode]),
      volume: values.volume(read[at.volume]),
      chargedVolume: values.volume(read[at.chargedVolume]),
      quantity: values.volume(read[at.quantity]),
      unit: values.text(read[at.unit]),
      unitPrice: values.decimal(read[at.unitPrice]),
      amount,
      currency,
      vat,
      vatAmount: values.decimal(read[at.vatAmount]),
      vatRate: values.decimal(read[at.vatRate]),
      contentProvider: values.text(read[at.contentProvider]),
      roamingProvider: values.text(read[at.roamingProvider]),
      // Last: by now every value has left its mark.
      marks: values.marks,
    };
  };
}
