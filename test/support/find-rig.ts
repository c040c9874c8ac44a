import { mountUsage, type UsageRig } from './usage-rig.js';

export const NO = '46700000001';
export const OTHER = '46700000002';
export const UNBILLED = '/customers/C1';
export const INVOICE = '/invoices/900123';

/** A call on 14 March for 48 kr to a number that ends in 567. */
export const CALL = { startTime: '2026-03-14T21:14:00', destination: 'Norge' };

/** The element on its view for searching, with one invoice. */
export const mountFind = (
  attributes: Record<string, string> = {},
  set?: Parameters<typeof mountUsage>[1],
): Promise<UsageRig> =>
  mountUsage({ 'customer-no': 'C1', 'invoice-nos': '900123', view: 'find', ...attributes }, set);

export const field = (rig: UsageRig): HTMLInputElement => rig.find<HTMLInputElement>('.question')!;

export async function ask(rig: UsageRig, question: string): Promise<void> {
  field(rig).value = question;
  field(rig).dispatchEvent(new Event('change'));
  await rig.rest();
}

/** Nothing on the unbilled side, and one subscription with these rows on the invoice. */
export async function searchInvoice(
  rig: UsageRig,
  ...rows: Record<string, unknown>[]
): Promise<void> {
  await rig.listOf(UNBILLED);
  await rig.listOf(INVOICE, NO);
  await rig.details(NO, ...rows);
}

/** What each hit says. */
export const hits = (rig: UsageRig): string[] =>
  rig
    .all('[part="hits"] .choice')
    .map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
/** How each part of the question was understood. */
export const chips = (rig: UsageRig): string[] =>
  rig.all('.chip').map((chip) => {
    const [option] = chip.querySelectorAll('option');
    return (option ?? chip.querySelector('bdi'))?.textContent ?? '';
  });
