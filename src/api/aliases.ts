/**
 * The one table of the names under which the API may send a value, and the reader that applies it.
 *
 * The bodies of `usage-details` and `usage-summaries` are not published: all names here are
 * [assumed], PayEx' own file terms first, and one edit here corrects them.
 *
 * Rows are read by this and not by a zod schema: zod/mini costs 3.4 times the JSON.parse of the same
 * rows, and a schema has no first-of-several-names. Here a row costs one comparison per member:
 * rows of one answer have the same members, so the names are looked up once per distinct set.
 */

/** Who a row says it belongs to; compared with what was asked, never shown. */
export const IDENTITY_ALIASES = {
  subscriptionNo: ['subscriptionNo', 'subscriptionNumber'],
  customerNo: ['customerNo', 'customerNumber'],
  invoiceNo: ['invoiceNo', 'invoiceNumber'],
} as const;
export type IdentityField = keyof typeof IDENTITY_ALIASES;

const SHARED_ALIASES = {
  ...IDENTITY_ALIASES,
  usageType: ['usageType', 'typeOfCall', 'callType', 'usageCode', 'type'],
  description: ['description', 'usageTypeText', 'usageName', 'tariffName', 'productName'],
  volume: ['totalVolume', 'volume', 'duration', 'usage'],
  chargedVolume: ['chargedVolume', 'billedVolume'],
  quantity: ['quantity', 'count', 'numberOfCalls'],
  unit: ['volumeCode', 'unit', 'unitName'],
  amountExVat: ['amountExVat', 'amountExclVat', 'vatExclusiveAmount', 'taxExcludedAmount'],
  amountIncVat: ['amountIncVat', 'amountInclVat', 'vatInclusiveAmount', 'taxIncludedAmount'],
  amount: ['totalCharge', 'charge', 'amount', 'price', 'cost'],
  currency: ['currency', 'currencyCode'],
  isFree: ['isFree'],
  isIncluded: ['isIncluded', 'included'],
  usageRatingTag: ['usageRatingTag'],
} as const;

/** Canonical field of a usage record → accepted member names, best first. */
export const DETAIL_ALIASES = {
  ...SHARED_ALIASES,
  recordId: ['id', 'usageId', 'recordId', '@id'],
  startTime: [
    'startTime',
    'startDateTime',
    'startDate',
    'usageDate',
    'callDate',
    'dateTime',
    'date',
    'timestamp',
    'start',
  ],
  /** The day, where `startTime` turns out to be a time of day only. */
  startDay: ['startDate', 'usageDate', 'callDate', 'date'],
  /** The time of day, where `startTime` turns out to be a day only. */
  startClock: ['time', 'startTime'],
  endTime: ['endTime', 'endDateTime'],
  otherParty: ['detailInfo', 'bNumber', 'calledNumber', 'destinationNumber', 'to'],
  destination: ['destinationPlainText', 'destination', 'destinationName', 'zone', 'area'],
  destinationCode: ['destinationReferenceCode', 'destinationCode'],
  unitPrice: ['unitPrice'],
  vatAmount: ['vatAmount', 'vat'],
  vatRate: ['vatRate', 'taxRate'],
  contentProvider: ['contentProviderReferenceCode', 'contentProvider'],
  roamingProvider: ['roamingProviderReferenceCode', 'roamingProvider'],
} as const;
export type DetailField = keyof typeof DETAIL_ALIASES;

/** Canonical field of a usage summary → accepted member names, best first. */
export const SUMMARY_ALIASES = {
  ...SHARED_ALIASES,
  productGroup: ['productGroup', 'productGroupName'],
  periodStart: ['periodStart', 'startPeriod', 'startDate', 'fromDate'],
  periodEnd: ['periodEnd', 'endPeriod', 'endDate', 'toDate'],
} as const;
export type SummaryField = keyof typeof SUMMARY_ALIASES;

export type AliasTable<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** The table that a host's mapping is read with: each field under its own name only. */
export function canonicalTable<Field extends string>(table: AliasTable<Field>): AliasTable<Field> {
  const names = Object.keys(table) as Field[];
  return Object.fromEntries(names.map((name) => [name, [name]])) as unknown as AliasTable<Field>;
}

/** Which members to read for one set of member names, and into which slot each value goes. */
interface Plan {
  readonly members: readonly string[];
  readonly steps: readonly { readonly name: string; readonly slot: number }[];
}

/** Rows of an honest API have a few sets of members; a hostile one must not fill the memory. */
const MAX_PLANS = 200;

/**
 * Reads rows by an alias table, names without case. Only own members are looked at, and only by
 * names that the table knows: `__proto__` or `constructor` in a row are members like any unknown one.
 */
export class AliasReader<Field extends string> {
  /** Where each field's value is found in what `read` returns. */
  readonly slots: Readonly<Record<Field, number>>;
  readonly #targets = new Map<string, { slot: number; rank: number }[]>();
  readonly #plans = new Map<string, Plan>();
  readonly #values: unknown[];
  #last: Plan | null = null;

  constructor(table: AliasTable<Field>) {
    const fields = Object.keys(table) as Field[];
    const slots = fields.map((field, slot): [Field, number] => [field, slot]);
    this.slots = Object.fromEntries(slots) as Record<Field, number>;
    this.#values = new Array<unknown>(fields.length);
    fields.forEach((field, slot) => {
      table[field].forEach((alias, rank) => {
        const name = alias.toLowerCase();
        const targets = this.#targets.get(name) ?? [];
        targets.push({ slot, rank });
        this.#targets.set(name, targets);
      });
    });
  }

  /**
   * The row's values by slot: the first name of the table that has a value wins, null and empty text
   * are no values, undefined is "not there". The array is used again by the next call.
   */
  read(row: object): readonly unknown[] {
    const values = this.#values.fill(undefined);
    for (const { name, slot } of this.#planFor(Object.keys(row)).steps) {
      if (values[slot] !== undefined) continue;
      const value = (row as Record<string, unknown>)[name];
      if (value !== null && value !== '') values[slot] = value;
    }
    return values;
  }

  #planFor(members: string[]): Plan {
    if (this.#last && sameMembers(this.#last.members, members)) return this.#last;
    const key = members.join('\n');
    let plan = this.#plans.get(key);
    // Names may hold the separator, so a hit must be looked at.
    if (!plan || !sameMembers(plan.members, members)) {
      plan = this.#compile(members);
      if (this.#plans.size >= MAX_PLANS) this.#plans.clear();
      this.#plans.set(key, plan);
    }
    this.#last = plan;
    return plan;
  }

  #compile(members: readonly string[]): Plan {
    const steps = members
      .flatMap((name) => {
        const targets = this.#targets.get(name.toLowerCase()) ?? [];
        return targets.map((target) => ({ name, ...target }));
      })
      .sort((a, b) => a.rank - b.rank);
    return { members, steps };
  }
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
