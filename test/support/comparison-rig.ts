import { detailRow, mountUsage, summaryRow, type UsageRig } from './usage-rig.js';

export const NO = '46700000001';
export const OTHER = '46700000002';
export const INVOICES = { 'customer-no': 'C1', 'invoice-nos': '900123 900122 900121' };
export const COMPARE = { ...INVOICES, view: 'compare', 'invoice-no': '900123' };
export const NOW = '/invoices/900123';
export const BEFORE = '/invoices/900122';

export type Row = Record<string, unknown>;

async function answer(rig: UsageRig, ending: string, ...items: Row[]): Promise<void> {
  await (await rig.server.next(ending)).json({ items, navigation: {} });
  await rig.rest();
}

export const summary = (rig: UsageRig, scope: string, no: string, ...rows: Row[]): Promise<void> =>
  answer(rig, `${scope}/subscriptions/${no}/usage-summaries`, ...rows);

export const details = (rig: UsageRig, scope: string, no: string, ...rows: Row[]): Promise<void> =>
  answer(rig, `${scope}/subscriptions/${no}/usage-details`, ...rows);

export const premium = (amount: string): Row => summaryRow(amount, { typeOfCall: 'PREMIUM' });
export const premiumCall = (id: string, amount: string, more: Row = {}): Row =>
  detailRow(id, amount, { typeOfCall: 'PREMIUM', bNumber: '0939-1124000', ...more });

/** Calls are alike on both sides; two calls to a premium number are new. */
export async function shock(attributes: Record<string, string> = COMPARE): Promise<UsageRig> {
  const rig = await mountUsage(attributes);
  await rig.listOf(NOW, NO);
  await rig.listOf(BEFORE, NO);
  await summary(rig, NOW, NO, summaryRow('10.00'), premium('241.25'));
  await summary(rig, BEFORE, NO, summaryRow('10.00'));
  return rig;
}

/** Answers every request with this ending, in whatever order they come, until none is left. */
export async function every(
  rig: UsageRig,
  ending: string,
  rows: (url: string) => readonly Row[],
): Promise<void> {
  for (;;) {
    const open = rig.server.open.filter(({ url }) => url.endsWith(ending));
    if (open.length === 0) return;
    for (const request of open) await request.json({ items: rows(request.url), navigation: {} });
    await rig.rest();
  }
}
