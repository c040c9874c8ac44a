import { expect } from '@open-wc/testing';
import type { DetailsAnswer, Result } from '../../src/api/index.js';
import {
  ClientRig,
  CUSTOMER,
  DETAILS_PATH,
  errorOf,
  ROOT,
  rows,
  SUBSCRIPTION,
  valueOf,
  watch,
  type Watched,
} from '../support/client-rig.js';

const page = (next: unknown, ...ids: string[]): Record<string, unknown> => ({
  items: rows(...ids),
  navigation: { next },
});

describe('paging', () => {
  let rig: ClientRig;
  let call: Watched<Result<DetailsAnswer>>;

  beforeEach(() => {
    rig = new ClientRig();
    call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
  });

  it('follows the next link, bare or wrapped, to the end', async () => {
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, '1', '2'));
    await (await rig.server.next('?page=2')).json(page({ href: `${DETAILS_PATH}?page=3` }, '3'));
    await (await rig.server.next('?page=3')).json(page(null, '4'));
    expect(valueOf(call).table.length).to.equal(4);
    expect(valueOf(call)).to.deep.include({ gaps: {}, errors: [] });
  });

  it('83: a link that comes back ends the list, incomplete', async () => {
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, '1'));
    await (await rig.server.next('?page=2')).json(page(DETAILS_PATH, '2'));
    expect(valueOf(call).gaps).to.eql({ brokenPaging: true });
    expect(valueOf(call).table.length).to.equal(2);
    expect(rig.server.count).to.equal(2);
  });

  it('83: a list that always goes on ends after a thousand pages, incomplete', async () => {
    for (let n = 1; n <= 1_000; n += 1) {
      await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=${n + 1}`, `${n}`));
    }
    expect(valueOf(call).gaps).to.eql({ brokenPaging: true });
    expect([valueOf(call).table.length, rig.server.count]).to.eql([1_000, 1_000]);
  });

  it('83: a page that repeats a row of an earlier one is incomplete, the row counted once', async () => {
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, '1', '2'));
    await (await rig.server.next('?page=2')).json(page(null, '2', '3'));
    expect(valueOf(call).gaps).to.eql({ brokenPaging: true });
    expect(valueOf(call).table.length).to.equal(3);
  });

  it('83: a page that cannot be had leaves the others, incomplete and not kept', async () => {
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, '1'));
    await (await rig.server.next('?page=2')).status(501);
    expect(valueOf(call).gaps).to.eql({ missingAnswers: 1 });
    expect(valueOf(call).errors[0]).to.include({ code: 'server', status: 501 });
    void rig.client.details(CUSTOMER, SUBSCRIPTION);
    await rig.clock.advance(0);
    expect(rig.server.open.length).to.equal(1);
  });

  it('83: every page has attempts and time of its own', async () => {
    await rig.clock.advance(9_000);
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, '1'));
    await rig.clock.advance(9_000);
    await (await rig.server.next('?page=2')).json(page(`${DETAILS_PATH}?page=3`, '2'));
    await rig.clock.advance(9_000);
    await (await rig.server.next('?page=3')).json(page(null, '3'));
    expect(valueOf(call).table.length).to.equal(3);
  });

  it('22: a page that is forbidden takes the others with it', async () => {
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, '1'));
    await (await rig.server.next('?page=2')).status(403);
    expect(errorOf(call).code).to.equal('forbidden');
  });

  it('20: a page that is refused after the sign-in has failed takes the others with it', async () => {
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, '1'));
    await (await rig.server.next('?page=2')).status(401);
    rig.signIns[0]!.fail();
    await rig.clock.advance(0);
    expect(errorOf(call).code).to.equal('auth');
  });

  it('26: a later page that says "no usage" is a page that is missing', async () => {
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, '1'));
    await (await rig.server.next('?page=2')).problem(404, 'invoice-has-no-usage');
    expect(valueOf(call).gaps).to.eql({ missingAnswers: 1 });
    expect(valueOf(call).table.length).to.equal(1);
  });

  it('totals over two pages are each taken once', async () => {
    const totals = watch(rig.client.summaries(CUSTOMER, SUBSCRIPTION));
    const row = (amount: number): unknown => ({ typeOfCall: 'VOICE', amount, currency: 'SEK' });
    const next = DETAILS_PATH.replace('details', 'summaries') + '?page=2';
    const first = await rig.server.next('/usage-summaries');
    await first.json({ items: [row(1)], navigation: { next } });
    await (await rig.server.next('?page=2')).json({ items: [row(2), row(4)] });
    const units = valueOf(totals).summaries.map(({ amount }) => amount?.units);
    expect(units).to.eql([1n, 2n, 4n]);
  });

  it("the host's rules say which records are withheld", async () => {
    const own = new ClientRig({ numberRules: { free: ['0709*'] } });
    const answer = watch(own.client.details(CUSTOMER, SUBSCRIPTION));
    await (await own.server.next()).json({ items: [{ ...rows('1')[0], bNumber: '0709876543' }] });
    expect([valueOf(answer).table.length, valueOf(answer).table.withheld.count]).to.eql([0, 1]);
  });

  const elsewhere: Record<string, string> = {
    'another origin': `https://elsewhere.example${DETAILS_PATH}?page=2`,
    'another origin without scheme': `//elsewhere.example${DETAILS_PATH}`,
    'another ledger': DETAILS_PATH.replace('L01', 'L02'),
    'another ledger through dot segments': `${ROOT}/../L02/customers/C1`,
  };
  for (const [name, next] of Object.entries(elsewhere)) {
    it(`84: a next link to ${name} is not called`, async () => {
      await (await rig.server.next()).json(page(next, '1'));
      expect(rig.server.count).to.equal(1);
      expect(valueOf(call).table.length).to.equal(1);
      expect(valueOf(call).gaps).to.eql({ brokenPaging: true });
      expect(valueOf(call).errors.map(({ code }) => code)).to.eql(['protocol']);
    });
  }

  it('84: wherever the links of the list lead, the known route is called', async () => {
    const list = watch(rig.client.subscriptions(CUSTOMER));
    const usageDetails = `https://elsewhere.example${DETAILS_PATH}`;
    await (
      await rig.server.next('/subscriptions')
    ).json({
      items: [{ subscriptionNo: '2', usageDetails }],
    });
    void rig.client.details(CUSTOMER, valueOf(list).items[0]!);
    const request = await rig.server.next('/subscriptions/2/usage-details');
    expect(new URL(request.url).origin).to.equal(location.origin);
  });

  it('the same subscription twice on one page is listed once', async () => {
    const list = watch(rig.client.subscriptions(CUSTOMER));
    const items = [{ subscriptionNo: '1' }, { subscriptionNo: '1' }];
    await (await rig.server.next('/subscriptions')).json({ items });
    expect(valueOf(list)).to.deep.include({ items: [{ subscriptionNo: '1' }], complete: true });
  });

  it('85: one row of another subscription blocks the whole answer, earlier pages too', async () => {
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, '1'));
    const foreign = { ...rows('2')[0], subscriptionNo: '999' };
    await (await rig.server.next('?page=2')).json({ items: [foreign] });
    expect(errorOf(call).code).to.equal('foreign');
    expect(JSON.stringify(errorOf(call))).not.to.include('999');
  });

  const many = (count: number): string[] => Array.from({ length: count }, (_, n) => `${n}`);

  it('88: exactly 3,000 rows may have been cut off', async () => {
    await (await rig.server.next()).json({ items: rows(...many(3_000)) });
    await rig.clock.advance(0);
    expect(valueOf(call).gaps).to.eql({ cutOff: true });
  });

  it('88: 2,999 rows were not', async () => {
    await (await rig.server.next()).json({ items: rows(...many(2_999)) });
    await rig.clock.advance(0);
    expect(valueOf(call).gaps).to.eql({});
  });

  it('88: nor were 3,000 rows with a next page', async () => {
    await (await rig.server.next()).json(page(`${DETAILS_PATH}?page=2`, ...many(3_000)));
    await (await rig.server.next('?page=2')).json(page(null, 'last'));
    expect(valueOf(call).gaps).to.eql({});
  });

  it('a very long answer is taken, all of it', async () => {
    await (await rig.server.next()).json({ items: rows(...many(9_000)) });
    await rig.clock.advance(10);
    expect(valueOf(call).table.length).to.equal(9_000);
  });

  it('a list of subscriptions over two pages names each of them once', async () => {
    const list = watch(rig.client.subscriptions(CUSTOMER));
    const next = `${ROOT}/customers/C1/subscriptions?page=2`;
    const items = [{ subscriptionNo: '1' }, { subscriptionNo: '2' }];
    await (await rig.server.next('/subscriptions')).json({ items, navigation: { next } });
    await (await rig.server.next('?page=2')).json({ items: [{ subscriptionNo: '2' }] });
    expect(valueOf(list).items.map((item) => item.subscriptionNo)).to.eql(['1', '2']);
    expect(valueOf(list)).to.deep.include({ complete: false, gaps: { brokenPaging: true } });
  });

  it('a missing amount is counted once', async () => {
    await (await rig.server.next()).json({ items: [{ startTime: '2026-05-06' }] });
    expect(valueOf(call).gaps).to.eql({ missingAmounts: 1 });
  });
});
