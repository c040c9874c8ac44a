import { expect } from '@open-wc/testing';
import type { SubscriptionList } from '../../src/api/index.js';
import { Gathering } from '../../src/controllers/gathering.js';
import { longAnswer, MANY } from '../support/long-answer.js';
import { lines } from '../support/model-records.js';

const LIST = {
  items: [{ subscriptionNo: '46701' }, { subscriptionNo: '46702' }],
  gaps: {},
  errors: [],
  asOf: 2,
  complete: true,
} as unknown as SubscriptionList;

describe('records of all subscriptions on their way into one table', () => {
  it('a long answer lets the page breathe while it comes in', async () => {
    const gathering = new Gathering(LIST, {});
    const taken = gathering.take('46701', longAnswer('46701'));
    expect(gathering.table.length).to.be.within(1, MANY - 1);
    await taken;
    expect(gathering.table.length).to.equal(MANY);
  });

  it('what is half in counts as missing', async () => {
    const gathering = new Gathering(LIST, {});
    const taken = gathering.take('46701', longAnswer('46701'));
    expect([gathering.done, gathering.table.gaps.missingAnswers]).to.deep.equal([0, 2]);
    await taken;
    expect([gathering.done, gathering.table.gaps.missingAnswers]).to.deep.equal([1, 1]);
  });

  it('what is half in is not asked for again', () => {
    const gathering = new Gathering(LIST, {});
    void gathering.take('46701', longAnswer('46701'));
    expect([gathering.has('46701'), gathering.has('46702')]).to.deep.equal([true, false]);
  });

  it('does not end before the last answer is heard of', async () => {
    const gathering = new Gathering(LIST, {});
    for (const { subscriptionNo: no } of LIST.items) await gathering.take(no, longAnswer(no));
    expect([gathering.done, gathering.ended]).to.deep.equal([2, false]);
  });

  it('two long answers at a time come in whole, each with its sum', async () => {
    const gathering = new Gathering(LIST, {});
    const takes = LIST.items.map(({ subscriptionNo: no }) => gathering.take(no, longAnswer(no)));
    await Promise.all(takes);
    for (const { subscriptionNo: no } of LIST.items) gathering.heard(no, { ok: true, value: null });
    const { count, sums } = gathering.table.total(null);
    expect([gathering.ended, count, lines(sums)]).to.deep.equal([
      true,
      2 * MANY,
      ['SEK excluded 30000.00'],
    ]);
  });
});
