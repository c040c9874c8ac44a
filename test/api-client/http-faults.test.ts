import { expect } from '@open-wc/testing';
import {
  ClientRig,
  CUSTOMER,
  errorOf,
  INVOICE,
  rows,
  SUBSCRIPTION,
  valueOf,
  watch,
  type Watched,
} from '../support/client-rig.js';
import { readInvoice, type DetailsAnswer, type Result } from '../../src/api/index.js';

describe('HTTP faults', () => {
  let rig: ClientRig;
  let call: Watched<Result<DetailsAnswer>>;

  beforeEach(() => {
    rig = new ClientRig();
    call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
  });

  /** Answers every attempt with a status until no more come; gives back how many came. */
  async function refuseAll(status: number, headers?: Record<string, string>): Promise<number> {
    for (let round = 0; round < 10; round += 1) {
      await rig.clock.advance(0);
      await rig.server.open[0]?.status(status, headers);
      await rig.clock.advance(8_000);
    }
    return rig.server.count;
  }

  const once: [row: string, status: number, code: string, retryable: boolean][] = [
    ['22', 403, 'forbidden', false],
    ['29', 405, 'protocol', false],
    ['29', 406, 'protocol', false],
    ['29', 415, 'protocol', false],
    ['31', 409, 'invalid', true],
    ['31', 412, 'invalid', true],
    ['31', 422, 'invalid', true],
    ['32', 410, 'not-found', false],
    ['33', 413, 'too-large', false],
    ['33', 414, 'too-large', false],
    ['40', 451, 'forbidden', false],
    ['42', 501, 'server', false],
    ['42', 505, 'server', false],
    ['42', 511, 'server', false],
    ['28', 404, 'protocol', false],
    ['(unlisted)', 418, 'invalid', false],
    ['(unlisted)', 599, 'server', true],
    ['(unlisted)', 302, 'protocol', false],
  ];
  for (const [row, status, code, retryable] of once) {
    it(`${row}: ${status} is E(${code}) and is never sent again`, async () => {
      expect(await refuseAll(status)).to.equal(1);
      expect(errorOf(call)).to.include({ code, status, retryable, attempt: 1 });
    });
  }

  const thrice: [row: string, status: number, code: string][] = [
    ['30', 408, 'timeout'],
    ['34', 425, 'server'],
    ['37', 429, 'throttled'],
    ['41', 500, 'server'],
    ['41', 502, 'server'],
    ['41', 503, 'server'],
    ['41', 504, 'server'],
  ];
  for (const [row, status, code] of thrice) {
    it(`${row}: ${status} is tried three times, then E(${code})`, async () => {
      expect(await refuseAll(status)).to.equal(3);
      expect(errorOf(call)).to.include({ code, status, retryable: true, attempt: 3 });
    });
    it(`${row}: ${status} is forgotten when the second attempt goes well`, async () => {
      await (await rig.server.next()).status(status);
      await rig.clock.advance(1_500);
      await (await rig.server.next()).json({ items: rows('1') });
      expect(valueOf(call).table.length).to.equal(1);
    });
  }

  it('28: 404 with HTML of a wrong api-base is not "not found"', async () => {
    await (await rig.server.next()).html(404);
    expect(errorOf(call)).to.include({ code: 'protocol', status: 404 });
  });

  it('25: 404 subscription-not-found, with a blank in the code, is told as what it is', async () => {
    await (await rig.server.next()).problem(404, 'subscription-not found', { instance: 'abc-1' });
    expect(errorOf(call)).to.include({
      code: 'not-found',
      problem: 'subscription-not-found',
      instance: 'abc-1',
    });
  });

  it('23: 404 customer-not-found is told by its kind', async () => {
    const list = watch(rig.client.subscriptions({ kind: 'customer', customerNo: 'C2' }));
    await (await rig.server.next('/subscriptions')).problem(404, 'customer-not-found');
    expect(errorOf(list)).to.include({ code: 'not-found', problem: 'customer-not-found' });
  });

  it('26: an invoice without usage is a calm answer', async () => {
    const state = watch(readInvoice(rig.client, INVOICE.invoiceNo));
    await (await rig.server.next(INVOICE.invoiceNo)).problem(404, 'invoice-has-no-usage');
    expect(valueOf(state)).to.eql({ invoiceNo: INVOICE.invoiceNo, hasUsage: false });
  });

  it('26: the list of an invoice without usage is empty and complete', async () => {
    const list = watch(rig.client.subscriptions(INVOICE));
    await (await rig.server.next('/subscriptions')).problem(404, 'invoice-has-no-usage');
    expect(valueOf(list)).to.deep.include({ items: [], complete: true });
  });

  it('44: the HTTP status wins over the one in the problem, with a warning', async () => {
    await (await rig.server.next()).problem(403, 'x', { status: 200 });
    expect(errorOf(call)).to.include({ code: 'forbidden', status: 403 });
    expect(rig.warnings).to.eql([{ code: 'problem-status', count: 1 }]);
  });

  it('14: what a problem says in words never reaches the error', async () => {
    const detail = 'Customer 19121212-1212 secret';
    await (await rig.server.next()).problem(400, 'validation', { detail, title: detail });
    expect(JSON.stringify(errorOf(call))).not.to.include('secret');
  });

  it('a failure is never kept: the next call asks again', async () => {
    await (await rig.server.next()).status(403);
    const second = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
    await (await rig.server.next()).json({ items: rows('1') });
    expect(second.value?.ok).to.equal(true);
  });
});
