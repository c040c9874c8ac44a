import { expect } from '@open-wc/testing';
import { MAX_BODY_BYTES, readBytes } from '../../src/api/http.js';
import type { DetailsAnswer, Result } from '../../src/api/index.js';
import { streamOf } from '../support/fake-server.js';
import {
  ClientRig,
  CUSTOMER,
  errorOf,
  rows,
  SUBSCRIPTION,
  valueOf,
  watch,
  type Watched,
} from '../support/client-rig.js';

describe('body faults', () => {
  let rig: ClientRig;
  let call: Watched<Result<DetailsAnswer>>;

  beforeEach(() => {
    rig = new ClientRig();
    call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
  });

  it('46: problem+json with 200 is not shown as data', async () => {
    const headers = { 'content-type': 'application/problem+json' };
    await (await rig.server.next()).json({ items: rows('1') }, { headers });
    expect(errorOf(call)).to.include({ code: 'protocol', attempt: 1 });
  });

  for (const type of ['text/plain', 'text/json', 'application/octet-stream', '']) {
    it(`58: the content type "${type}" is refused, whatever the body looks like`, async () => {
      const headers = { 'content-type': type };
      await (await rig.server.next()).json({ items: rows('1') }, { headers });
      await rig.clock.advance(60_000);
      expect(errorOf(call)).to.include({ code: 'protocol', attempt: 1 });
    });
  }

  for (const type of [
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'application/hal+json',
  ]) {
    it(`58: the content type "${type}" is taken`, async () => {
      const headers = { 'content-type': type };
      await (await rig.server.next()).json({ items: rows('1') }, { headers });
      expect(call.value?.ok).to.equal(true);
    });
  }

  it('58: part of an answer (206) is not taken for the whole', async () => {
    await (await rig.server.next()).json({ items: rows('1') }, { status: 206 });
    expect(errorOf(call).code).to.equal('protocol');
  });

  const empties: Record<string, () => Response> = {
    '204': () => new Response(null, { status: 204 }),
    '205': () => new Response(null, { status: 205 }),
    '200 without a body': () => new Response(null),
    '200 with an empty body': () =>
      new Response(streamOf(''), { headers: { 'content-type': 'application/json' } }),
    '200 with blanks': () =>
      new Response(streamOf(' \n'), { headers: { 'content-type': 'application/json' } }),
  };
  for (const [name, make] of Object.entries(empties)) {
    it(`59: ${name} is tried once more, then E(protocol), never "no usage"`, async () => {
      for (let n = 0; n < 2; n += 1) {
        await (await rig.server.next()).respond(make());
        await rig.clock.advance(1_000);
      }
      expect(errorOf(call)).to.include({ code: 'protocol', attempt: 2 });
    });
  }

  it('60: a byte order mark does not matter', async () => {
    await (await rig.server.next()).text(`\uFEFF${JSON.stringify({ items: rows('1') })}`);
    expect(valueOf(call).table.length).to.equal(1);
  });

  it('60: neither does a character that is cut by two chunks', async () => {
    const body = await (await rig.server.next()).stream();
    const bytes = new TextEncoder().encode('{"items":[{"amount":1,"description":"å"}]}');
    const cut = bytes.indexOf(0xc3) + 1;
    await body.push(bytes.slice(0, cut));
    await body.push(bytes.slice(cut));
    await body.close();
    expect(valueOf(call).table.record(0).description).to.equal('å');
  });

  it('61: invalid UTF-8 costs the text of one row and no number', async () => {
    const encoder = new TextEncoder();
    const bytes = [
      ...encoder.encode('{"items":[{"amount":12.5,"description":"'),
      0xff,
      ...encoder.encode('"},{"amount":1,"description":"b"}]}'),
    ];
    await (await rig.server.next()).text(new Uint8Array(bytes));
    expect(valueOf(call).table.length).to.equal(2);
    expect(rig.warnings.map(({ code }) => code)).to.include('bad-value');
  });

  it('62: malformed JSON is tried once more, then E(data) without the parser text', async () => {
    for (let n = 0; n < 2; n += 1) {
      await (await rig.server.next()).text('<secret>');
      await rig.clock.advance(1_000);
    }
    expect(errorOf(call)).to.include({ code: 'data', attempt: 2 });
    expect(JSON.stringify(errorOf(call))).not.to.include('secret');
  });

  it('62: odd answers of different kinds share the one retry', async () => {
    await (await rig.server.next()).text('{');
    await rig.clock.advance(1_000);
    await (await rig.server.next()).status(204);
    expect(errorOf(call)).to.include({ code: 'protocol', attempt: 2 });
  });

  for (const text of ['[]', '"x"', '1', 'null']) {
    it(`63: the top level ${text} is E(data) and not tried again`, async () => {
      await (await rig.server.next()).text(text);
      await rig.clock.advance(60_000);
      expect(errorOf(call)).to.include({ code: 'data', attempt: 1 });
    });
  }

  it('63: an envelope without items is E(protocol)', async () => {
    await (await rig.server.next()).json({ rows: [] });
    expect(errorOf(call)).to.include({ code: 'protocol', attempt: 1 });
  });

  it('64: a body announced above 200 MB is not even read', async () => {
    const headers = { 'content-length': String(MAX_BODY_BYTES + 1) };
    const body = await (await rig.server.next()).stream(headers);
    expect(errorOf(call)).to.include({ code: 'too-large', attempt: 1 });
    expect(body).to.be.an('object');
  });

  it('64: a body that grows past the limit is let go', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(100).fill(32)),
      cancel: () => {
        cancelled = true;
      },
    });
    const { signal } = new AbortController();
    const size = await readBytes(new Response(endless), signal, () => {}, 1_000);
    expect(size).to.equal(null);
    expect(cancelled).to.equal(true);
  });

  it('65: nesting 200,000 deep is E(data)', async () => {
    await (await rig.server.next()).text(`{"items":${'['.repeat(200_000)}`);
    await rig.clock.advance(60_000);
    expect(errorOf(call)).to.include({ code: 'data', attempt: 1 });
  });
});
