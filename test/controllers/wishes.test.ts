import { expect } from '@open-wc/testing';
import type { Result, SubscriptionList } from '../../src/api/index.js';
import type { Connection } from '../../src/controllers/connection.js';
import { Gathering } from '../../src/controllers/gathering.js';
import { Loads, type Wish } from '../../src/controllers/load.js';
import { keyOf, nameOf, type Sight, wishesOf } from '../../src/controllers/wishes.js';
import { UsageTable } from '../../src/model/usage-table.js';
import { settle } from '../support/fake-clock.js';
import { longAnswer, MANY } from '../support/long-answer.js';
import { until } from '../support/until.js';

const SCOPE = { kind: 'customer', customerNo: 'C1' } as const;
const NAME = nameOf(SCOPE);
const NOS = Array.from({ length: 3_000 }, (_, index) => String(46_700_000_000 + index));
const LIST: SubscriptionList = {
  items: NOS.map((subscriptionNo) => ({ subscriptionNo })),
  complete: true,
  gaps: {},
  errors: [],
  asOf: 1,
} as unknown as SubscriptionList;

/** A list of thousands that is there, and a client whose answers the test gives by subscription. */
async function setUp(sight: Partial<Sight>, whole = '') {
  const loads = new Loads();
  const asked = new Map<string, (result: Result<unknown>) => void>();
  const ask = (_: unknown, no: string): Promise<unknown> =>
    new Promise((resolve) => asked.set(no, resolve));
  const gathering = new Gathering(LIST, {});
  const connection = {
    loads,
    whole,
    client: {
      subscriptions: () => LIST,
      summaries: ask,
      details: ask,
      prioritise: () => undefined,
    },
    gather: () => gathering,
  } as unknown as Connection;
  const list: Wish = {
    load: () => Promise.resolve({ ok: true, value: LIST }),
    settled: () => undefined,
  };
  loads.want(new Map([[keyOf(NAME, 'subscriptions'), list]]));
  await settle();
  const heard: (string | undefined)[] = [];
  const want = (): void => {
    const here = { scope: SCOPE, place: {}, seen: [] };
    loads.want(
      wishesOf(
        connection,
        { ...here, ...sight },
        { settled: (_, no) => heard.push(no), grown: () => undefined },
      ),
    );
  };
  return { loads, asked, gathering, want, heard };
}

describe('what is wanted of thousands of subscriptions', () => {
  it('is under way a few at a time, however often it is said', async () => {
    const { asked, want } = await setUp({}, NAME);
    want();
    want();
    await settle();
    expect([...asked.keys()]).to.deep.equal(NOS.slice(0, 24));
  });

  it('goes on behind what has come, and behind what has failed', async () => {
    const { asked, want } = await setUp({}, NAME);
    want();
    const value = { summaries: [], gaps: {}, errors: [], asOf: 1 };
    asked.get(NOS[0] ?? '')?.({ ok: true, value });
    asked.get(NOS[1] ?? '')?.({ ok: false, error: { code: 'server' } as never });
    await settle();
    want();
    expect([...asked.keys()]).to.deep.equal(NOS.slice(0, 26));
  });

  it('is what is on screen and no more until someone asks for all', async () => {
    const seen = NOS.slice(2_000, 2_030);
    const { asked, want } = await setUp({ seen });
    want();
    expect([...asked.keys()]).to.deep.equal(seen);
  });

  it('the table of an answer is not kept beside the table of all', async () => {
    const { loads, asked, gathering, want } = await setUp({ place: { all: true } });
    want();
    expect([...asked.keys()]).to.deep.equal(NOS.slice(0, 6));
    const [no = ''] = NOS;
    const value = { table: UsageTable.create(), gaps: {}, errors: [], asOf: 1 };
    asked.get(no)?.({ ok: true, value });
    await settle();
    expect(gathering.has(no)).to.equal(true);
    expect(loads.get(keyOf(NAME, 'records', no)).value).to.equal(null);
  });

  it('a long answer is heard of at its end, whatever is asked for while it comes in', async () => {
    const { asked, gathering, want, heard } = await setUp({ place: { all: true } });
    want();
    const [no = ''] = NOS;
    asked.get(no)?.({ ok: true, value: longAnswer(no) });
    await settle();
    want();
    expect([gathering.done, heard]).to.deep.equal([0, []]);
    await until(() => gathering.done === 1, 'it is never taken');
    await settle();
    expect(heard).to.deep.equal([no]);
  });

  it('what comes in while the page is left is heard of by who comes back', async () => {
    const { loads, asked, gathering, want, heard } = await setUp({ place: { all: true } });
    want();
    const [no = ''] = NOS;
    asked.get(no)?.({ ok: true, value: longAnswer(no) });
    await settle();
    loads.want(new Map());
    want();
    await until(() => gathering.done === 1, 'it is never taken');
    await settle();
    expect([heard, gathering.table.length]).to.deep.equal([[no], MANY]);
  });
});
