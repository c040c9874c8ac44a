import { expect } from '@open-wc/testing';
import { sidesOf } from '../../src/controllers/comparison.js';
import { resolveSettings } from '../../src/controllers/settings.js';
import type { Place } from '../../src/events.js';

const INVOICES = ['3', '2', '1'].map((invoiceNo) => ({ invoiceNo }));

/** "older → newer", a dash for what is not known. */
function sides(place: Partial<Place>, host: Parameters<typeof resolveSettings>[0] = {}): string {
  const settings = resolveSettings({ customerNo: 'C1', ...host }, {});
  return sidesOf({ view: 'compare', ...place }, settings, INVOICES)
    .map((scope) => (scope?.kind === 'customer' ? scope.customerNo : (scope?.invoiceNo ?? '-')))
    .join(' → ');
}

describe('which sides are compared', () => {
  it('is the usage so far and the newest invoice, where nobody has said more', () => {
    expect(sides({})).to.equal('3 → C1');
  });

  it('is an invoice and the next older one', () => {
    expect(sides({ invoiceNo: '3' })).to.equal('2 → 3');
    expect(sides({ invoiceNo: '2' })).to.equal('1 → 2');
  });

  it('is not known of the oldest invoice, or of one that is not listed', () => {
    expect(sides({ invoiceNo: '1' })).to.equal('- → 1');
    expect(sides({ invoiceNo: '9' })).to.equal('- → 9');
  });

  it('is what the agent has chosen before what the host has said', () => {
    expect(sides({ invoiceNo: '3', compareWith: '2' }, { compareWith: '1' })).to.equal('2 → 3');
    expect(sides({ invoiceNo: '3' }, { compareWith: '1' })).to.equal('1 → 3');
  });

  it('is no invoice and itself because the host had said so of another', () => {
    expect(sides({ invoiceNo: '2' }, { compareWith: '2' })).to.equal('1 → 2');
  });

  it('is the two newest invoices without a customer', () => {
    expect(sides({}, { customerNo: null })).to.equal('2 → 3');
  });
});
