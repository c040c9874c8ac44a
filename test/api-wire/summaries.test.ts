import { expect } from '@open-wc/testing';
import { readSummaries, type SummariesPage } from '../../src/api/read-answers.js';
import type { RowContext } from '../../src/api/read-context.js';
import { decimalToString } from '../../src/model/decimal.js';
import { hasMark } from '../../src/model/usage-record.js';
import { CONTEXT, errorOf, SUBSCRIPTION, valueOf, warned } from '../support/wire.js';

const GOOD = {
  productGroup: 'Mobile',
  usageType: 'VOICE',
  unit: 'S',
  startPeriod: '2026-05-01',
  endPeriod: '2026-05-31',
  quantity: 12,
  chargedVolume: 3_600,
  totalVolume: 3_590,
  totalCharge: 48.5,
};

function summariesOf(items: readonly unknown[], context: Partial<RowContext> = {}): SummariesPage {
  return valueOf(readSummaries({ items }, { ...CONTEXT, ...context }));
}

describe('usage summaries', () => {
  it('a good row is read whole', () => {
    const page = summariesOf([GOOD]);
    const summary = page.summaries[0]!;
    expect(page.gaps).to.deep.equal({});
    expect(summary).to.include({
      subscriptionNo: SUBSCRIPTION,
      usageType: 'VOICE',
      productGroup: 'Mobile',
      unit: 'S',
      vat: 'unstated',
      currency: null,
      marks: 0,
    });
    expect(summary.periodStart!.wall).to.equal(Date.UTC(2026, 4, 1));
    expect(summary.periodEnd!.wall).to.equal(Date.UTC(2026, 4, 31));
    const { quantity, volume, chargedVolume, amount } = summary;
    expect([quantity, volume, chargedVolume, amount].map((d) => decimalToString(d!))).to.deep.equal(
      ['12', '3590', '3600', '48.5'],
    );
  });

  for (const [start, end] of [
    ['startDate', 'endDate'],
    ['fromDate', 'toDate'],
    ['PeriodStart', 'PERIODEND'],
  ] as const) {
    it(`the period is found under ${start} and ${end}`, () => {
      const summary = summariesOf([{ amount: 1, [start]: '2026-05-01', [end]: '2026-05-31' }])
        .summaries[0]!;
      expect(summary.periodStart).not.to.equal(null);
      expect(summary.periodEnd).not.to.equal(null);
    });
  }

  it('rows that sum nothing up are counted', () => {
    const page = summariesOf([GOOD, null, {}, { usageType: 'SMS', startDate: '2026-05-01' }]);
    expect(page.summaries.length).to.equal(1);
    expect(page.gaps).to.deep.equal({ unreadableRows: 3 });
    expect(warned(page, 'unreadable-row')).to.equal(3);
  });

  it('fault 70: a summary without an amount makes the total incomplete', () => {
    const page = summariesOf([{ ...GOOD, totalCharge: null }]);
    expect(page.summaries[0]!.amount).to.equal(null);
    expect(page.gaps).to.deep.equal({ missingAmounts: 1 });
  });

  it('fault 73: an unreadable amount does, too, and is marked', () => {
    const page = summariesOf([{ ...GOOD, totalCharge: 'NaN' }]);
    expect(hasMark(page.summaries[0]!.marks, 'badAmount')).to.equal(true);
    expect(page.gaps).to.deep.equal({ missingAmounts: 1 });
  });

  it('fault 81: a period that ends before it starts has no end', () => {
    const page = summariesOf([{ ...GOOD, endPeriod: '2026-04-30' }]);
    expect(page.summaries[0]!.periodEnd).to.equal(null);
    expect(warned(page, 'bad-value')).to.equal(1);
  });

  it('fault 85: a row of another subscription blocks the answer', () => {
    const body = { items: [GOOD, { ...GOOD, subscriptionNo: '1' }] };
    expect(errorOf(readSummaries(body, CONTEXT)).code).to.equal('foreign');
  });

  it('fault 88: exactly 3,000 summaries may be cut off like any other list', () => {
    const gaps = summariesOf(Array.from({ length: 3_000 }, () => GOOD)).gaps;
    expect(gaps).to.deep.equal({ cutOff: true });
  });

  it("the host's mapping replaces the names", () => {
    const { summaries } = summariesOf([{ kr: 5 }], {
      mapUsageSummary: (row) => ({ amountIncVat: row['kr'], usageType: 'DATA' }),
    });
    expect(summaries[0]).to.include({ usageType: 'DATA', vat: 'included' });
    expect(decimalToString(summaries[0]!.amount!)).to.equal('5');
  });

  it('the mapping of details is not used for summaries', () => {
    const mapUsageDetail = () => {
      throw new Error('not for summaries');
    };
    expect(summariesOf([GOOD], { mapUsageDetail }).gaps).to.deep.equal({});
  });
});
