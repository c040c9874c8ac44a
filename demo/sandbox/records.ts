/** The sandbox's own view of rated usage, before a dialect writes it as JSON. */

/** What a call, a message or a fee is called on the wire; `usageType` of the answers [assumed]. */
export type UsageCode =
  | 'VOICE'
  | 'SMS'
  | 'MMS'
  | 'DATA'
  | 'PREMIUM'
  | 'ROAM_VOICE'
  | 'ROAM_SMS'
  | 'ROAM_DATA'
  | 'FEE'
  | 'CREDIT'
  | 'M2M_PING';

/** S seconds, KB kilobytes, MB megabytes, E events [known from PayEx' files]. */
export type Unit = 'S' | 'KB' | 'MB' | 'E';

export type VatBasis = 'excluded' | 'included' | 'unstated';

export interface RatedRecord {
  readonly id: string;
  readonly subscriptionNo: string;
  /** Wall-clock in Stockholm, `yyyy-mm-ddThh:mm:ss`, no offset. */
  readonly start: string;
  readonly type: UsageCode;
  readonly text: string;
  readonly to: string | null;
  readonly destination: string | null;
  readonly destinationCode: string | null;
  readonly unit: Unit;
  readonly volume: number;
  readonly chargedVolume: number;
  /** Hundredths of the currency's unit, whole: the sums of the sandbox are exact. */
  readonly ore: number;
  readonly currency: string;
  readonly vat: VatBasis;
  readonly contentProvider: string | null;
  readonly roamingProvider: string | null;
  readonly free: boolean;
}

/** Totals of the records of one subscription with one type, text, unit, currency and VAT basis. */
export interface SummaryRow {
  readonly subscriptionNo: string;
  readonly productGroup: string;
  readonly type: UsageCode;
  readonly text: string;
  readonly unit: Unit;
  /** `yyyy-mm-dd`, the first and the last day with usage. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly quantity: number;
  readonly volume: number;
  readonly chargedVolume: number;
  readonly ore: number;
  readonly currency: string;
  readonly vat: VatBasis;
}

const PRODUCT_GROUPS: Readonly<Record<UsageCode, string>> = {
  VOICE: 'Samtal',
  SMS: 'Meddelanden',
  MMS: 'Meddelanden',
  DATA: 'Data',
  PREMIUM: 'Betaltjänster',
  ROAM_VOICE: 'Utomlands',
  ROAM_SMS: 'Utomlands',
  ROAM_DATA: 'Utomlands',
  FEE: 'Avgifter',
  CREDIT: 'Krediteringar',
  M2M_PING: 'Maskiner',
};

/** Summaries are made from the records and from nothing else, so that the two always agree. */
export function summarise(records: readonly RatedRecord[]): SummaryRow[] {
  const groups = new Map<string, SummaryRow>();
  for (const record of records) {
    const key = [record.type, record.text, record.unit, record.currency, record.vat].join('\n');
    const day = record.start.slice(0, 10);
    const so = groups.get(key);
    groups.set(key, {
      subscriptionNo: record.subscriptionNo,
      productGroup: PRODUCT_GROUPS[record.type],
      type: record.type,
      text: record.text,
      unit: record.unit,
      periodStart: so !== undefined && so.periodStart < day ? so.periodStart : day,
      periodEnd: so !== undefined && so.periodEnd > day ? so.periodEnd : day,
      quantity: (so?.quantity ?? 0) + 1,
      volume: (so?.volume ?? 0) + record.volume,
      chargedVolume: (so?.chargedVolume ?? 0) + record.chargedVolume,
      ore: (so?.ore ?? 0) + record.ore,
      currency: record.currency,
      vat: record.vat,
    });
  }
  return [...groups.values()];
}
