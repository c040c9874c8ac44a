import { expect } from '@open-wc/testing';
import { totalsOfSummaries } from '../../src/model/summaries.js';
import type { UsageSummary } from '../../src/model/usage-record.js';
import { dec, lines, usageSummary } from '../support/model-records.js';

const line = (parts: Partial<UsageSummary>): UsageSummary =>
  usageSummary({ usageType: 'VOICE', currency: 'SEK', vat: 'excluded', unit: 'S', ...parts });

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
