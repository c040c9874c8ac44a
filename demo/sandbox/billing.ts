import type { Itemisation } from './itemisation.js';
import { memoise, type SandboxInvoice, type SubscriptionUsage } from './model.js';

/** The usage of one subscription; `write` runs when someone first asks for it. */
export function usage(subscriptionNo: string, write: () => Itemisation): SubscriptionUsage {
  return { subscriptionNo, records: memoise(() => write().records()) };
}

/** An invoice of one calendar month, dated its last day and due thirty days later. */
export function monthlyInvoice(
  invoiceNo: string,
  month: string,
  subscriptions: readonly SubscriptionUsage[],
  rest: { feesOre?: number; currency?: string } = {},
): SandboxInvoice {
  const [year, number] = month.split('-').map(Number);
  const lastDay = Date.UTC(year ?? 0, number ?? 0, 0);
  const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return {
    invoiceNo,
    invoiceDate: isoDay(lastDay),
    dueDate: isoDay(lastDay + 30 * 86_400_000),
    currency: rest.currency ?? 'SEK',
    feesOre: rest.feesOre ?? 0,
    usage: subscriptions,
  };
}
