import { expect } from '@open-wc/testing';
import type { DetailsAnswer, SubscriptionList } from '../../src/api/index.js';
import { Gathering } from '../../src/controllers/gathering.js';
import { call, lines, tableOf } from '../support/model-records.js';

/** More than a step takes. */
const MANY = 10_000;

const LIST = {
  items: [{ subscriptionNo: '46701' }, { subscriptionNo: '46702' }],
  gaps: {},
  errors: [],
  asOf: 2,
  complete: true,
} as unknown as SubscriptionList;

function answerOf(subscriptionNo: string): DetailsAnswer {
  const records = Array.from({ length: MANY }, (_, i) =>
    call({ subscriptionNo, recordId: `R${i}` }),
  );
  const table = tableOf(records);
  return { table, gaps: {}, errors: [], asOf: 1 } as unknown as DetailsAnswer;
}

describe('records of all subscriptions on their way into one table', () => {
  it('a long answer lets the page breathe while it comes in', async () => {
    const gathering = new Gathering(LIST, {});
    const taken = gathering.take('46701', { ok: true, value: answerOf('46701') });
    expect(gathering.table.length).to.be.within(1, MANY - 1);
    await taken;
    expect(gathering.table.length).to.equal(MANY);
  });

  it('what is half in counts as missing', async () => {
    const gathering = new Gathering(LIST, {});
    const taken = gathering.take('46701', { ok: true, value: answerOf('46701') });
    expect([gathering.done, gathering.table.gaps.missingAnswers]).to.deep.equal([0, 2]);
    await taken;
    expect([gathering.done, gathering.table.gaps.missingAnswers]).to.deep.equal([1, 1]);
  });

  it('what is half in is not asked for again', () => {
    const gathering = new Gathering(LIST, {});
    void gathering.take('46701', { ok: true, value: answerOf('46701') });
    expect([gathering.has('46701'), gathering.has('46702')]).to.deep.equal([true, false]);
  });

  it('two long answers at a time come in whole, each with its sum', async () => {
    const gathering = new Gathering(LIST, {});
    const takes = LIST.items.map(({ subscriptionNo: no }) =>
      gathering.take(no, { ok: true, value: answerOf(no) }),
    );
    await Promise.all(takes);
    const { count, sums } = gathering.table.total(null);
    expect([gathering.ended, count, lines(sums)]).to.deep.equal([
      true,
      2 * MANY,
      ['SEK excluded 30000.00'],
    ]);
  });
});
