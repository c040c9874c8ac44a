import { detailRow, mountUsage, summaryRow, type UsageRig } from './usage-rig.js';

export const NO = '46701740612';

/** On a subscription of an invoice that lies between another one and what is not billed yet. */
export async function onSubscription(...rows: Record<string, unknown>[]): Promise<UsageRig> {
  const rig = await mountUsage({
    'customer-no': 'C1',
    view: 'billed',
    'invoice-nos': '900123 900122',
    'invoice-no': '900123',
    'subscription-no': NO,
  });
  await rig.summary(NO, summaryRow('10.00'));
  await rig.details(NO, ...rows);
  await unfold(rig);
  return rig;
}

/** Opens the tables of the pictures. */
export async function unfold(rig: UsageRig): Promise<void> {
  for (const details of rig.all<HTMLDetailsElement>('.days details')) details.open = true;
  // The browser tells of it a task later.
  await rig.rest();
}

/** A record of 1.50. */
export const row = (id: string, start: string, more: Record<string, unknown> = {}) =>
  detailRow(id, '1.50', { startTime: start, ...more });
