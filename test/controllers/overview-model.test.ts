import { expect } from '@open-wc/testing';
import type { SummariesAnswer } from '../../src/api/index.js';
import { figuresOf } from '../../src/controllers/overview-model.js';
import { parseDecimal } from '../../src/model/decimal.js';
import { usageSummary } from '../../src/model/usage-record.js';

describe('what any number of summaries say together', () => {
  it('has room for more lines than a call has for arguments', () => {
    const line = usageSummary({ usageType: 'VOICE', amount: parseDecimal('0.01') });
    const answer = { summaries: Array.from({ length: 200_000 }, () => line), gaps: {}, asOf: 1 };
    const { total, types, from, asOf } = figuresOf([answer as unknown as SummariesAnswer], {});
    expect(total.sums[0]?.amount).to.deep.equal({ units: 200_000n, scale: 2 });
    expect(types.map(({ share }) => share)).to.deep.equal([1]);
    expect([from, asOf]).to.deep.equal([Infinity, 1]);
  });
});
