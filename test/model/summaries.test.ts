import { expect } from '@open-wc/testing';
import { MoneyTally, type Total } from '../../src/model/money.js';
import { reconcile, totalsOfSummaries } from '../../src/model/summaries.js';
import { usageSummary, type UsageSummary } from '../../src/model/usage-record.js';
import { call, dec, lines, tableOf } from '../support/model-records.js';

const line = (parts: Partial<UsageSummary>): UsageSummary =>
  usageSummary({ usageType: 'VOICE', currency: 'SEK', vat: 'excluded', unit: 'S', ...parts });

function totalOf(amount: string, currency = 'SEK'): Total {
  const tally = new MoneyTally();
  tally.add(currency, 'excluded', dec(amount));
  return tally.total();
}

describe('totals of summaries', () => {
  it('are kept apart by type, largest first', () => {
    const { total, byType } = totalsOfSummaries([
      line({ amount: dec('10.00') }),
      line({ amount: dec('2.50') }),
      line({ amount: dec('0.10') }),
      line({ amount: dec('99.00'), usageType: 'DATA' }),
    ]);
    expect(lines(total.sums)).to.deep.equal(['SEK excluded 111.60']);
    expect(byType.map(({ usageType, total: of }) => [usageType, ...lines(of.sums)])).to.deep.equal([
      ['DATA', 'SEK excluded 99.00'],
      ['VOICE', 'SEK excluded 12.60'],
    ]);
  });

  it('a missing amount leaves its type and the whole incomplete (fault 70)', () => {
    const { total, byType } = totalsOfSummaries([
      line({ amount: null }),
      line({ amount: dec('1'), usageType: 'SMS' }),
    ]);
    expect(total.gaps).to.deep.equal({ missingAmounts: 1 });
    expect(byType.map(({ total: ofType }) => ofType.complete)).to.deep.equal([true, false]);
  });

  it('of nothing are no sums, and complete', () => {
    expect(totalsOfSummaries([])).to.deep.equal({
      total: { sums: [], count: 0, complete: true, gaps: {} },
      byType: [],
    });
  });
});

describe('records against their summary', () => {
  it('agree whatever the scale of the figures', () => {
    const table = tableOf([call({ amount: dec('1.5') }), call({ amount: dec('1.500') })]);
    expect(reconcile(table.total(null), totalOf('3.00'))).to.deep.equal({
      matches: true,
      difference: [],
    });
  });

  it('differ by records minus summary (fault 77)', () => {
    const { matches, difference } = reconcile(totalOf('9.90'), totalOf('10.00'));
    expect(matches).to.equal(false);
    expect(lines(difference)).to.deep.equal(['SEK excluded -0.10']);
  });

  it('a sum on one side only differs by all of itself, per currency (fault 77)', () => {
    const { difference } = reconcile(totalOf('5', 'NOK'), totalOf('7'));
    expect(lines(difference)).to.deep.equal(['SEK excluded -7', 'NOK excluded 5']);
  });

  it('agree where withheld calls are paid for but not listed (faults 77, 87)', () => {
    const table = tableOf([call({ otherParty: '116123', amount: dec('0.50') }), call()]);
    expect(reconcile(table.total(null), totalOf('2.00')).matches).to.equal(true);
  });
});
