import { expect } from '@open-wc/testing';
import { isInvoice, isList, isSubscription } from '../../src/api/schemas.js';

describe('shapes of answers', () => {
  it('zod compiles no code and leaves the settings that it shares with the page alone', () => {
    const platform = globalThis.Function;
    let compiled = 0;
    globalThis.Function = new Proxy(platform, {
      construct: (...call) => {
        compiled++;
        return Reflect.construct(...call) as object;
      },
    });
    try {
      expect(isList({ items: [] })).to.equal(true);
      expect(isInvoice({ invoiceNo: '1' })).to.equal(true);
    } finally {
      globalThis.Function = platform;
    }
    expect(compiled).to.equal(0);
    expect((globalThis as { __zod_globalConfig?: object }).__zod_globalConfig).to.deep.equal({});
  });

  it('a top level that is no object has no shape', () => {
    for (const body of [null, undefined, [], 'x', 7, Object.assign([], { items: [] })]) {
      expect(isList(body)).to.equal(false);
    }
  });

  it('unknown members do not matter, a missing or wrong one does', () => {
    expect(isList({ items: [1, null], navigation: 7, x: {} })).to.equal(true);
    expect(isList({})).to.equal(false);
    expect(isList({ items: { length: 0 } })).to.equal(false);
  });

  it('a number is a text, or a number that lost no digit', () => {
    for (const [value, fits] of [
      ['007', true],
      [46701234567, true],
      [2 ** 53, false],
      [1.5, false],
      [null, false],
      [{}, false],
    ] as const) {
      expect(isSubscription({ subscriptionNo: value }), String(value)).to.equal(fits);
    }
  });
});
