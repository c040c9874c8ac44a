import { expect } from '@open-wc/testing';
import { cached, cacheSize } from '../../src/i18n/intl-cache.js';

describe('intl cache', () => {
  it('makes a thing once', () => {
    let made = 0;
    const make = (): object => ({ made: ++made });
    expect(cached('once', make)).to.equal(cached('once', make));
  });

  it('does not grow with every currency that an answer names', () => {
    for (let n = 0; n < 1000; n++) cached(`currency ${n}`, () => n);
    expect(cacheSize()).to.equal(64);
  });

  it('makes anew what has left', () => {
    const first = cached('leaving', () => ({}));
    for (let n = 0; n < 64; n++) cached(`later ${n}`, () => n);
    expect(cached('leaving', () => ({}))).not.to.equal(first);
  });

  it('does not keep what failed', () => {
    const fail = (): never => {
      throw new RangeError('no such zone');
    };
    expect(() => cached('failing', fail)).to.throw(RangeError);
    expect(cached('failing', () => 'works')).to.equal('works');
  });
});
