import type { Dialect } from './dialects.js';
import type { RatedRecord } from './records.js';

/** The usage of one subscription on one invoice, or not billed yet. */
export interface SubscriptionUsage {
  readonly subscriptionNo: string;
  /** The same in each call; kept, unless there are too many of them. */
  readonly records: () => readonly RatedRecord[];
  /** What they come to where that is known without them: hundredths of the invoice's currency, VAT excluded. */
  readonly ore?: () => number;
}

export interface SandboxInvoice {
  readonly invoiceNo: string;
  /** `yyyy-mm-dd` */
  readonly invoiceDate: string;
  readonly dueDate: string;
  readonly currency: string;
  /** Monthly fees and the like, VAT included, in öre: in the ledger's amount, but no usage. */
  readonly feesOre: number;
  /** Empty: the invoice is known, but has no usage. */
  readonly usage: readonly SubscriptionUsage[];
}

/**
 * One part of what an invoice is more or less than the one before it: worked out by hand from what the
 * story adds, so that whatever explains a bill can be held against it.
 */
export interface Reason {
  readonly cause:
    | 'newSubscription'
    | 'goneSubscription'
    | 'newType'
    | 'goneType'
    | 'moreUsed'
    | 'dearer'
    | 'credit';
  readonly subscriptionNo: string;
  /** As on the wire; null: all that the subscription used. */
  readonly usageType: string | null;
  /** What it adds to the difference, in the unit of its currency: `241.25`. */
  readonly amount: string;
  /** Where it is not that of the invoice. */
  readonly currency?: string;
}

/** What the caller wants to know of an invoice, and what is true of it. */
export interface Question {
  /** The caller's own words: in Swedish, like names and places. */
  readonly words: string;
  readonly invoiceNo: string;
  /** The next older invoice. */
  readonly before: string;
  /** Largest first; none where both invoices hold the same. */
  readonly answer: readonly Reason[];
}

export interface SandboxCustomer {
  readonly customerNo: string;
  readonly name: string;
  readonly city: string;
  /** What this customer shows, as the CRM's own note: in Swedish, like names and places. */
  readonly story: string;
  readonly question: Question;
  readonly dialect: Dialect;
  /** What the CRM calls each subscription. */
  readonly labels: Readonly<Record<string, string>>;
  /** Newest first. */
  readonly invoices: readonly SandboxInvoice[];
  /** `null`: PayEx knows no unbilled usage for this customer. */
  readonly unbilled: readonly SubscriptionUsage[] | null;
}

/** Runs `make` at the first call only. */
export function memoise<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
