import { expect } from '@open-wc/testing';
import type { SubscriptionList } from '../../src/api/index.js';
import { answersOf, type Sides, sidesOf, tellSteps } from '../../src/controllers/comparison.js';
import type { Connection } from '../../src/controllers/connection.js';
import { Loads } from '../../src/controllers/load.js';
import { resolveSettings } from '../../src/controllers/settings.js';
import { keyOf, nameOf } from '../../src/controllers/wishes.js';
import type { Place } from '../../src/events.js';
import { finish } from '../../src/model/steps.js';

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

describe('what was told of two sides', () => {
  const side = (invoiceNo: string): Sides[0] => ({ kind: 'invoice', invoiceNo });

  it('is shown of these, and never of two others', () => {
    const loads = new Loads();
    for (const no of ['1', '2', '3']) {
      const list: SubscriptionList = { items: [], gaps: {}, errors: [], asOf: 0, complete: true };
      loads.put(keyOf(nameOf(side(no)), 'subscriptions'), list);
    }
    const connection = { loads, sameDays: false } as Connection;
    const answers = answersOf(connection, [side('1'), side('2')], null);
    const told = finish(tellSteps(connection, answers, 'Europe/Stockholm'));
    expect(answersOf(connection, [side('1'), side('2')], told)).to.include({ told, isTold: true });
    expect(answersOf(connection, [side('3'), side('2')], told)).to.include({
      told: null,
      isTold: false,
    });
  });
});
