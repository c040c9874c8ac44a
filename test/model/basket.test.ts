import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Basket, type BasketItem } from '../../src/model/basket.js';
import { VAT_BASES } from '../../src/model/money.js';
import { RECORD_MARKS, type UsageRecord } from '../../src/model/usage-record.js';
import { at, call, dec, lines } from '../support/model-records.js';

function item(record: Partial<UsageRecord>, parts: Partial<BasketItem> = {}): BasketItem {
  return {
    customerNo: '100045',
    invoiceNo: undefined,
    record: call(record),
    numberClass: 'ordinary',
    nth: 0,
    asOf: undefined,
    isBare: false,
    ...parts,
  };
}

/** Few of everything that tells records apart, so that many are the same; an id has one content. */
const anyItem: fc.Arbitrary<BasketItem> = fc
  .record({
    no: fc.nat(6),
    hasId: fc.boolean(),
    subscriptionNo: fc.constantFrom('46700000001', '46700000002'),
    invoiceNo: fc.constantFrom(undefined, '900122', '900123'),
    nth: fc.nat(1),
  })
  .map(({ no, hasId, subscriptionNo, invoiceNo, nth }) =>
    item(
      {
        subscriptionNo,
        recordId: hasId ? `r${no}` : null,
        amount: no === 0 ? null : { units: BigInt(no) ** 40n * (no % 2 ? 1n : -1n), scale: no % 4 },
        currency: ['SEK', 'NOK', null][no % 3] ?? null,
        vat: VAT_BASES[no % 3] ?? 'unstated',
      },
      { invoiceNo, nth },
    ),
  );

const anySteps = fc.array(fc.tuple(fc.boolean(), anyItem), { maxLength: 60 });

function nameOf({ invoiceNo, nth, record }: BasketItem): string {
  const { subscriptionNo, recordId, amount } = record;
  return [invoiceNo, nth, subscriptionNo, recordId, recordId === null && amount?.units].join('/');
}

/** Added up by hand, in thousandths. */
function sumsOf(items: Iterable<BasketItem>): string[] {
  const sums = new Map<string, bigint>();
  for (const { record } of items) {
    const { amount, currency, vat } = record;
    const name = `${currency ?? '-'} ${vat}`;
    if (!amount) continue;
    const thousandths = amount.units * 10n ** BigInt(3 - amount.scale);
    sums.set(name, (sums.get(name) ?? 0n) + thousandths);
  }
  return [...sums].map(([name, sum]) => `${name} ${sum}`).sort();
}

function totalOf(basket: Basket): string[] {
  return basket
    .total()
    .sums.map(
      ({ currency, vat, amount }) =>
        `${currency ?? '-'} ${vat} ${amount.units * 10n ** BigInt(3 - amount.scale)}`,
    )
    .sort();
}

describe('a basket', () => {
  it('has exact sums of what is in it, in whatever order records came and went', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const basket = new Basket();
        const expected = new Map<string, BasketItem>();
        for (const [isIn, each] of steps) {
          if (isIn) basket.add(each);
          else basket.remove(each);
          if (isIn) expected.set(nameOf(each), each);
          else expected.delete(nameOf(each));
        }
        expect(totalOf(basket)).to.deep.equal(sumsOf(expected.values()));
        expect(basket.items.length).to.equal(expected.size);
        expect(basket.total().count).to.equal(expected.size);
      }),
    );
  });

  it('lists the same records in one order, however they came', () => {
    fc.assert(
      fc.property(fc.array(anyItem), (items) => {
        const [there, back] = [new Basket(), new Basket()];
        there.add(...items);
        back.add(...items.toReversed());
        expect(there.items.map(nameOf)).to.deep.equal(back.items.map(nameOf));
      }),
    );
  });

  it('counts a record once that is taken twice', () => {
    const basket = new Basket();
    basket.add(item({ recordId: 'a', amount: dec('1.50') }));
    basket.add(item({ recordId: 'a', amount: dec('1.5000') }));
    expect(lines(basket.total().sums)).to.have.length(1);
    expect(basket.total().count).to.equal(1);
  });

  it('tells two records without id apart by their place among those alike', () => {
    const basket = new Basket();
    basket.add(item({}), item({}, { nth: 1 }), item({ amount: dec('1.500') }));
    expect(lines(basket.total().sums)).to.deep.equal(['SEK excluded 3.000']);
  });

  it('tells records of the same id apart on another invoice and subscription', () => {
    const basket = new Basket();
    basket.add(item({ recordId: 'a' }), item({ recordId: 'a' }, { invoiceNo: '900122' }));
    basket.add(item({ recordId: 'a', subscriptionNo: '46700000009' }));
    expect(basket.items.length).to.equal(3);
  });

  it('says which amounts are missing, and takes none for zero', () => {
    const basket = new Basket();
    const { free, conflicting } = RECORD_MARKS;
    basket.add(item({ recordId: 'a', amount: null }), item({ recordId: 'b', marks: conflicting }));
    basket.add(item({ recordId: 'c', amount: null, marks: free }));
    expect(basket.total().gaps).to.deep.equal({ missingAmounts: 1, conflictingRows: 1 });
    expect(lines(basket.total().sums)).to.deep.equal(['SEK excluded 1.50']);
  });

  it('says whether what was taken out had been in it', () => {
    const basket = new Basket();
    basket.add(item({ recordId: 'a' }));
    expect(basket.remove(item({ recordId: 'b' }))).to.equal(false);
    expect(basket.remove(item({ recordId: 'a' }))).to.equal(true);
  });

  it('is empty once it was emptied, and says so', () => {
    let told = 0;
    const basket = new Basket(() => (told += 1));
    basket.add(item({ recordId: 'a' }));
    basket.clear();
    expect([basket.items.length, basket.total().sums.length, told]).to.deep.equal([0, 0, 2]);
  });

  it('keeps nothing of another customer', () => {
    const basket = new Basket();
    basket.add(item({ recordId: 'a' }), item({ recordId: 'b' }, { customerNo: 'X' }));
    basket.keep('100045');
    expect(basket.items.map(({ record }) => record.recordId)).to.deep.equal(['a']);
  });

  it('has what is not billed yet first, then each invoice from the earliest record on', () => {
    const basket = new Basket();
    basket.add(
      item({ recordId: 'd', startTime: at('2026-03-02') }, { invoiceNo: '900123' }),
      item({ recordId: 'b', startTime: at('2026-02-02') }, { invoiceNo: '900122' }),
      item({ recordId: 'c', startTime: at('2026-03-01') }, { invoiceNo: '900123' }),
      item({ recordId: 'a' }),
    );
    expect(basket.items.map(({ record }) => record.recordId).join('')).to.equal('abcd');
  });
});
