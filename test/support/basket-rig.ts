import type { ActionDetail, Place, SelectedRecord } from '../../src/events.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from './usage-rig.js';

export const [A, B] = ['46700000001', '46700000002'] as const;
export const NUMBER = '+46701740567';
export const MASKED = '+46701740•••';
export const UNBILLED: Place = { view: 'unbilled', subscriptionNo: A };
export const BILLED: Place = { view: 'billed', invoiceNo: '900123', subscriptionNo: B };

export const mount = (
  attributes: Record<string, string> = {},
  set?: (element: UsageRig['element']) => void,
): Promise<UsageRig> =>
  mountUsage(
    { 'customer-no': 'C1', 'invoice-nos': '900123 900122', selection: 'multiple', ...attributes },
    set,
  );

/** Goes to a subscription as the host commands it; its records come if there are any to come. */
export async function goTo(
  rig: UsageRig,
  place: Place,
  ...rows: Record<string, unknown>[]
): Promise<void> {
  Object.assign(rig.element, { invoiceNo: undefined, ...place });
  await rig.rest();
  if (rows.length === 0) return;
  await rig.summary(place.subscriptionNo ?? '', summaryRow('1.00'));
  await rig.details(place.subscriptionNo ?? '', ...rows);
}

export async function check(rig: UsageRig, ...indexes: number[]): Promise<void> {
  for (const index of indexes) {
    rig.all('.row .check')[index]?.click();
    await rig.rest();
  }
}

export const bar = (rig: UsageRig): string =>
  rig.find('[part=basket]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
export const stateOf = (rig: UsageRig): SelectedRecord[] => rig.element.viewState.basket ?? [];
export const checked = (rig: UsageRig): boolean[] =>
  rig.all('.row').map((row) => row.getAttribute('aria-selected') === 'true');
export const action = (rig: UsageRig): ActionDetail => {
  const { detail } = rig.heard('payexaction').at(-1) ?? {};
  return detail as unknown as ActionDetail;
};

/** One record of what is not billed yet and one of an invoice, in other money. */
export async function collected(set?: (element: UsageRig['element']) => void): Promise<UsageRig> {
  const rig = await mount({}, (element) => {
    element.actions = [{ id: 'dispute', label: 'Dispute' }];
    set?.(element);
  });
  await goTo(rig, UNBILLED, detailRow('r1', '12.34'), detailRow('r2', '5.00'));
  await check(rig, 0);
  const norwegian = { amountInclVat: '100.10', currency: 'NOK' };
  await goTo(rig, BILLED, detailRow('r1', undefined, norwegian), detailRow('r9', '0.66'));
  await check(rig, 0, 1);
  return rig;
}
