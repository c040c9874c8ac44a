import { expect } from '@open-wc/testing';
import { readBytes } from '../../src/api/http.js';
import type { DetailsAnswer, Result } from '../../src/api/index.js';
import type { UsageTable } from '../../src/model/usage-table.js';
import {
  ClientRig,
  CUSTOMER,
  DETAILS_PATH,
  errorOf,
  rows,
  SUBSCRIPTION,
  valueOf,
  watch,
  type Watched,
} from '../support/client-rig.js';

const textOf = (...ids: string[]): string => JSON.stringify(rows(...ids)).slice(1, -1);

describe('an answer that is still on its way', () => {
  let rig: ClientRig;
  let call: Watched<Result<DetailsAnswer>>;
  let tables: UsageTable[];

  beforeEach(() => {
    rig = new ClientRig();
    tables = [];
    const onRows = (table: UsageTable): void => void tables.push(table);
    call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION, { onRows }));
  });

  it('its first rows are told of before the last have come, in the table of the answer', async () => {
    const body = await (await rig.server.next()).stream();
    await body.push(`{"items":[${textOf('1', '2')},{"id":"3","am`);
    expect(tables.map(({ length }) => length)).to.eql([2]);
    expect(call.state).to.equal('pending');
    const { version } = tables[0]!;
    await body.push('ount":1}]}');
    await body.close();
    expect(valueOf(call).table).to.equal(tables[0]);
    expect(tables[0]!.length).to.equal(3);
    expect(tables[0]!.version).to.be.greaterThan(version);
    expect(valueOf(call).gaps).to.eql({});
  });

  it('nothing is told of an answer without rows', async () => {
    const body = await (await rig.server.next()).stream();
    await body.push('{"items":[');
    await body.push(']}');
    await body.close();
    expect([tables.length, valueOf(call).table.length]).to.eql([0, 0]);
  });

  it('an attempt that breaks leaves nothing in the next: neither rows nor warnings', async () => {
    const body = await (await rig.server.next()).stream();
    await body.push(`{"items":[7,${textOf('1', '2', '3')},{`);
    await body.break();
    await rig.clock.advance(1_000);
    await (await rig.server.next()).json({ items: [7, ...rows('1')] });
    expect(valueOf(call).table.length).to.equal(1);
    expect(valueOf(call).table).not.to.equal(tables[0]);
    expect(valueOf(call).gaps).to.eql({ unreadableRows: 1 });
    expect(rig.warnings).to.eql([{ code: 'unreadable-row', count: 1 }]);
  });

  it('85: a foreign row behind others is E(foreign), and no row after it is shown', async () => {
    const body = await (await rig.server.next()).stream();
    const foreign = '{"subscriptionNo":"999","amount":1}';
    await body.push(`{"items":[${textOf('1')},${foreign},${textOf('2')}`);
    expect(tables[0]?.length).to.equal(1);
    await body.push(']}');
    await body.close();
    expect(errorOf(call).code).to.equal('foreign');
    expect(tables[0]?.length).to.equal(1);
  });

  it('85: so is an envelope that names somebody else behind its rows', async () => {
    const body = await (await rig.server.next()).stream();
    await body.push(`{"items":[${textOf('1')}],"customerNo":"C2"}`);
    await body.close();
    expect(errorOf(call).code).to.equal('foreign');
  });

  it('62: what is malformed behind its rows is E(data) after the one retry', async () => {
    for (let n = 0; n < 2; n += 1) {
      await (await rig.server.next()).text(`{"items":[${textOf('1')}],}`);
      await rig.clock.advance(1_000);
    }
    expect(errorOf(call)).to.include({ code: 'data', attempt: 2 });
  });

  it('a later page is seen when it is whole, and then in the same table', async () => {
    const next = `${DETAILS_PATH}?page=2`;
    await (await rig.server.next()).json({ items: rows('1'), navigation: { next } });
    const body = await (await rig.server.next('?page=2')).stream();
    await body.push(`{"items":[${textOf('2', '3')}`);
    expect(tables.map(({ length }) => length)).to.eql([1]);
    await body.push(']}');
    await body.close();
    expect(valueOf(call).table).to.equal(tables[0]);
    expect(tables[0]!.length).to.equal(3);
  });

  it('a caller who left is told nothing', async () => {
    const told: UsageTable[] = [];
    const leaving = new AbortController();
    const { signal } = leaving;
    void rig.client
      .details(CUSTOMER, '2', { signal, onRows: (table) => void told.push(table) })
      .catch(() => undefined);
    const staying = watch(rig.client.details(CUSTOMER, '2'));
    const body = await (await rig.server.next('2/usage-details')).stream();
    leaving.abort();
    await body.push(`{"items":[${textOf('1')}]}`);
    await body.close();
    expect([told.length, staying.value?.ok]).to.eql([0, true]);
  });

  it('of a row to a helpline nothing that tells who was called is learned', async () => {
    const row = {
      ...rows('1')[0],
      to: '116111',
      description: 'secret',
      zone: 'secret',
      duration: 61,
    };
    await (await rig.server.next()).json({ items: [row] });
    const { table } = valueOf(call);
    expect([table.length, table.withheld.count]).to.eql([0, 1]);
    for (const part of table.parts) {
      for (const column of [part.otherParty, part.description, part.destination]) {
        expect(column.values).to.eql(['']);
      }
      expect(part.volume.at(0)).to.equal(null);
    }
  });
});

describe('a long body', () => {
  const { now } = performance;
  const { postMessage } = MessagePort.prototype;

  afterEach(() => {
    performance.now = now;
    MessagePort.prototype.postMessage = postMessage;
  });

  const SIZE = 1_000_000;

  /** Reads a body on a clock that goes on by 5 ms with every look at it. Gives the bytes at each pause. */
  async function pausesOf(signal: AbortSignal, onPause?: () => void): Promise<number[]> {
    let time = 0;
    let taken = 0;
    const pauses: number[] = [];
    performance.now = () => (time += 5);
    MessagePort.prototype.postMessage = function (message: unknown) {
      pauses.push(taken);
      onPause?.();
      postMessage.call(this, message);
    };
    const size = await readBytes(new Response(new Uint8Array(SIZE)), signal, (bytes) => {
      taken += bytes.length;
    });
    expect([size, taken]).to.eql([SIZE, SIZE]);
    return pauses;
  }

  it('is read in slices, between which the page can do other things', async () => {
    const pauses = await pausesOf(new AbortController().signal);
    expect(pauses.length).to.be.greaterThan(4);
    for (const [n, at] of pauses.entries()) {
      expect(at - (pauses[n - 1] ?? 0)).to.be.within(1, 4 * 65_536);
    }
  });

  it('shows the page its first rows before there is more to do than fits between two frames', async () => {
    const [first = 0, second = 0] = await pausesOf(new AbortController().signal);
    expect(first).to.be.within(1, 16_384);
    expect(second - first).to.be.within(1, 16_384);
  });

  it('is left at a pause when nobody wants it any more', async () => {
    const leaving = new AbortController();
    let pauses = 0;
    const reading = pausesOf(leaving.signal, () => {
      pauses += 1;
      leaving.abort();
    });
    expect(await reading.catch((reason: unknown) => reason)).to.equal(leaving.signal.reason);
    expect(pauses).to.equal(1);
  });
});
