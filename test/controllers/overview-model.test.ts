import { expect } from '@open-wc/testing';
import type { SubscriptionList, SummariesAnswer } from '../../src/api/index.js';
import type { Load } from '../../src/controllers/load.js';
import { figuresOf, overviewOf, type Overview } from '../../src/controllers/overview-model.js';
import { parseDecimal } from '../../src/model/decimal.js';
import { usageSummary } from '../support/model-records.js';

describe('what any number of summaries say together', () => {
  it('has room for more lines than a call has for arguments', () => {
    const line = usageSummary({ usageType: 'VOICE', amount: parseDecimal('0.01') });
    const answer = { summaries: Array.from({ length: 200_000 }, () => line), gaps: {}, asOf: 1 };
    const { total, types, from, asOf } = figuresOf(answer as unknown as SummariesAnswer, {});
    expect(total.sums[0]?.amount).to.deep.equal({ units: 200_000n, scale: 2 });
    expect(types.map(({ share }) => share)).to.deep.equal([1]);
    expect([from, asOf]).to.deep.equal([Infinity, 1]);
  });
});

function answerOf(...lines: [usageType: string, description: string, amount: string][]) {
  const summaries = lines.map(([usageType, description, amount]) =>
    usageSummary({ usageType, description, amount: parseDecimal(amount) }),
  );
  return { summaries, gaps: {}, errors: [], asOf: 1 } satisfies SummariesAnswer;
}

/** Draws a list of two that goes from one state to the next, null = not there; what the last draw says. */
function drawn(...states: (SummariesAnswer | null)[][]): Overview | undefined {
  const items = [{ subscriptionNo: '1' }, { subscriptionNo: '2' }];
  const list = { items, complete: true, gaps: {}, errors: [], asOf: 1 } as unknown;
  return states
    .map((values) => values.map((value) => ({ value, error: null }) as Load<SummariesAnswer>))
    .map((loads) => overviewOf(list as SubscriptionList, loads, {}))
    .at(-1);
}

describe('totals that come one after the other', () => {
  const a = answerOf(['VOICE', 'Call', '5.00'], ['SMS', 'Text', '5.00']);
  const b = answerOf(['SMS', 'Message', '1.00'], ['VOICE', 'Voice', '1.00']);

  it('say the same in whatever order they come', () => {
    const said = [drawn([a, null], [a, b]), drawn([null, b], [a, b]), drawn([null, a], [b, a])].map(
      (overview) => overview?.types.map(({ description }) => description),
    );
    expect(said).to.deep.equal(Array(3).fill(['Message', 'Call']));
  });

  it('are not counted twice when one is replaced, and not at all when it is taken away', () => {
    const unitsAfter = (...last: (SummariesAnswer | null)[]) =>
      drawn([a, b], last)?.total.sums[0]?.amount.units;
    expect(unitsAfter(a, answerOf(['SMS', '', '3.00']))).to.equal(1300n);
    expect(unitsAfter(a, null)).to.equal(1000n);
  });
});
