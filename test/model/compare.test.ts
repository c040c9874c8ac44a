import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Comparison, compareSteps, type Driver } from '../../src/model/compare.js';
import { accountSteps } from '../../src/model/explain.js';
import { type MoneySum, MoneyTally } from '../../src/model/money.js';
import type { Steps } from '../../src/model/steps.js';
import { usageSummary, type UsageSummary } from '../../src/model/usage-record.js';
import { compareUsage } from '../support/compared.js';
import { dec, lines, plain } from '../support/model-records.js';
import { anySide } from '../support/random-usage.js';

const NO = '46701740612';

/** 60 minutes of calls for 30.00 SEK, changed as the test wants. */
function calls(parts: Partial<UsageSummary> = {}): UsageSummary {
  return usageSummary({
    subscriptionNo: NO,
    usageType: 'VOICE',
    description: 'Samtal',
    unit: 'S',
    chargedVolume: dec('3600'),
    amount: dec('30.00'),
    currency: 'SEK',
    vat: 'excluded',
    ...parts,
  });
}

const compare = (before: UsageSummary[], now: UsageSummary[]): Comparison =>
  compareUsage({ summaries: before }, { summaries: now });

/** 'dearer 46701740612 VOICE 5.00' */
const told = ({ drivers }: Comparison): string[] =>
  drivers.map(({ cause, subscriptionNo, usageType, amount }) =>
    [cause, subscriptionNo, usageType ?? '*', plain(amount)].join(' '),
  );

/** Per currency and basis, without those that are zero. */
function sumOf(parts: readonly (Driver | MoneySum)[]): string[] {
  const tally = new MoneyTally();
  for (const { currency, vat, amount } of parts) tally.add(currency, vat, amount);
  const zeros = { units: 0n, scale: 6 };
  for (const { currency, vat } of parts) tally.add(currency, vat, zeros);
  return lines(tally.total().sums.filter(({ amount }) => amount.units !== 0n)).sort();
}

/** The most that one step adds to a count. */
function mostAtOnce(steps: Steps<unknown>, count: () => number): number {
  let most = 0;
  for (let before = 0; !steps.next().done; before = count()) {
    most = Math.max(most, count() - before);
  }
  return most;
}

describe('the difference of thousands of subscriptions', () => {
  it('is found a few of them at a time', () => {
    let looked = 0;
    const pairs = Array.from({ length: 2_500 }, (_, no) => ({
      subscriptionNo: String(no),
      unsure: false,
      get sides() {
        looked += 1;
        return [[calls()], [calls({ amount: dec('36.00') })]];
      },
    }));
    const most = mostAtOnce(compareSteps(pairs), () => looked);
    expect(looked).to.be.at.least(2_500);
    expect(most).to.be.below(100);
  });

  it('is told a few of its parts at a time', () => {
    let looked = 0;
    const { differences, drivers, ...rest } = compare([calls()], [calls({ amount: dec('36.00') })]);
    const many = Array.from({ length: 20_000 }, () => ({
      ...drivers[0]!,
      get amount() {
        looked += 1;
        return dec('6.00');
      },
    }));
    const most = mostAtOnce(accountSteps({ ...rest, differences, drivers: many }), () => looked);
    expect(looked).to.be.at.least(20_000);
    expect(most).to.be.below(2_000);
  });
});

describe('the difference of two bills', () => {
  it('is the sum of its parts, to the last decimal, whatever is compared', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, now) => {
        const { drivers, differences } = compare(before, now);
        expect(sumOf(drivers)).to.deep.equal(sumOf(differences));
        expect(drivers.every((driver) => driver.amount.units !== 0n)).to.equal(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('turns its sign when the sides change places', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, now) => {
        const [there, back] = [compare(before, now), compare(now, before)];
        const negative = back.differences.map((sum) => ({
          ...sum,
          amount: { units: -sum.amount.units, scale: sum.amount.scale },
        }));
        expect(sumOf(there.differences)).to.deep.equal(sumOf(negative));
      }),
    );
  });

  it('has the same parts in whatever order the answers come', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, now) => {
        const backwards = compare(before.toReversed(), now.toReversed());
        expect(told(backwards)).to.deep.equal(told(compare(before, now)));
      }),
    );
  });

  it('has no part where nothing differs', () => {
    fc.assert(
      fc.property(anySide, (summaries) => {
        expect(compare(summaries, summaries).drivers).to.deep.equal([]);
      }),
    );
  });

  it('is one part for a subscription that is new or gone, with all its types', () => {
    const fibre = [
      calls({ subscriptionNo: 'F', amount: dec('5') }),
      calls({ subscriptionNo: 'F', usageType: 'DATA', amount: dec('7') }),
    ];
    expect(told(compare([calls()], [calls(), ...fibre]))).to.deep.equal(['newSubscription F * 12']);
    expect(told(compare([calls(), ...fibre], [calls()]))).to.deep.equal([
      'goneSubscription F * -12',
    ]);
  });

  it('names a type that is new or gone within a subscription', () => {
    const premium = calls({ usageType: 'PREMIUM', amount: dec('241.25') });
    expect(told(compare([calls()], [calls(), premium]))).to.deep.equal([
      `newType ${NO} PREMIUM 241.25`,
    ]);
    expect(told(compare([calls(), premium], [calls()]))).to.deep.equal([
      `goneType ${NO} PREMIUM -241.25`,
    ]);
  });

  it('tells more used at the same price from the same used at another', () => {
    const twice = calls({ chargedVolume: dec('7200'), amount: dec('60.00') });
    expect(told(compare([calls()], [twice]))).to.deep.equal([`moreUsed ${NO} VOICE 30.00`]);
    expect(told(compare([twice], [calls()]))).to.deep.equal([`lessUsed ${NO} VOICE -30.00`]);
    const dear = calls({ amount: dec('36.00') });
    expect(told(compare([calls()], [dear]))).to.deep.equal([`dearer ${NO} VOICE 6.00`]);
    expect(told(compare([dear], [calls()]))).to.deep.equal([`cheaper ${NO} VOICE -6.00`]);
  });

  it('splits more used and dearer into the two', () => {
    const both = calls({ chargedVolume: dec('5400'), amount: dec('54.00') });
    const { drivers } = compare([calls()], [both]);
    expect(drivers.map(({ cause, amount }) => [cause, plain(amount)])).to.deep.equal([
      ['moreUsed', '15.00'],
      ['dearer', '9.00'],
    ]);
    expect(drivers[0]?.volume).to.deep.include({ unit: 'S', now: dec('5400') });
  });

  it('takes what rounding leaves for no other price, but keeps it', () => {
    const third = calls({ chargedVolume: dec('1000'), amount: dec('8.34') });
    expect(told(compare([calls()], [third]))).to.deep.equal([`lessUsed ${NO} VOICE -21.66`]);
  });

  it('compares volumes in other units of the same kind', () => {
    const minutes = calls({ unit: 'MIN', chargedVolume: dec('120'), amount: dec('60.00') });
    expect(told(compare([calls()], [minutes]))).to.deep.equal([`moreUsed ${NO} VOICE 30.00`]);
  });

  it('does not guess a cause where a volume or its unit is missing', () => {
    const silent = calls({ chargedVolume: null, amount: dec('40.00') });
    expect(told(compare([calls()], [silent]))).to.deep.equal([`other ${NO} VOICE 10.00`]);
    const data = calls({ unit: 'KB', amount: dec('40.00') });
    expect(told(compare([calls()], [data]))).to.deep.equal([`other ${NO} VOICE 10.00`]);
  });

  it('does not compare what was charged for with what was used', () => {
    const used = calls({ chargedVolume: null, volume: dec('7200'), amount: dec('40.00') });
    expect(told(compare([calls()], [used]))).to.deep.equal([`other ${NO} VOICE 10.00`]);
    expect(told(compare([calls()], [calls(), used]))).to.deep.equal([`other ${NO} VOICE 40.00`]);
  });

  it('keeps credits apart from what was used', () => {
    const credit = calls({ amount: dec('-99.00'), chargedVolume: null });
    expect(told(compare([calls()], [calls(), credit]))).to.deep.equal([
      `credit ${NO} VOICE -99.00`,
    ]);
  });

  it('calls money given back a credit, and no new type, where the other side has none of its type', () => {
    const credit = calls({ usageType: 'CREDIT', amount: dec('-99.00'), chargedVolume: null });
    expect(told(compare([calls()], [calls(), credit]))).to.deep.equal([
      `credit ${NO} CREDIT -99.00`,
    ]);
    expect(told(compare([calls(), credit], [calls()]))).to.deep.equal([
      `credit ${NO} CREDIT 99.00`,
    ]);
  });

  it('calls nothing new or gone of a subscription that may lack lines', () => {
    const premium = calls({ usageType: 'PREMIUM', amount: dec('241.25') });
    const unsure = new Set([NO]);
    const both = compareUsage({ summaries: [calls()] }, { summaries: [premium] }, unsure);
    expect(told(both)).to.deep.equal([`other ${NO} PREMIUM 241.25`, `other ${NO} VOICE -30.00`]);
    const one = compareUsage({ summaries: [] }, { summaries: [premium] }, unsure);
    expect(told(one)).to.deep.equal([`other ${NO} * 241.25`]);
  });

  it('calls nothing more or less used, dearer or cheaper, where lines may be missing', () => {
    const more = calls({ chargedVolume: dec('7200'), amount: dec('66.00') });
    const both = compareUsage({ summaries: [calls()] }, { summaries: [more] }, new Set([NO]));
    expect(told(both)).to.deep.equal([`other ${NO} VOICE 36.00`]);
  });

  it('calls no subscription new that the older side has, though without any usage', () => {
    const { drivers } = compareUsage({ summaries: [], silent: [NO] }, { summaries: [calls()] });
    expect(drivers.map(({ cause }) => cause)).to.deep.equal(['newType']);
  });

  it('never adds across currencies or VAT bases', () => {
    const now = [calls({ currency: 'NOK' }), calls({ vat: 'included' })];
    expect(sumOf(compare([calls()], now).differences)).to.deep.equal([
      'NOK excluded 30.000000',
      'SEK excluded -30.000000',
      'SEK included 30.000000',
    ]);
  });

  it('says what either side lacks', () => {
    const incomplete = compareUsage(
      { summaries: [calls({ amount: null })], gaps: { missingAnswers: 2 } },
      { summaries: [calls()] },
    );
    expect(incomplete.gaps).to.deep.equal({ missingAnswers: 2, missingAmounts: 1 });
  });
});
