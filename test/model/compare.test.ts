import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Comparison, compareSteps, type Driver } from '../../src/model/compare.js';
import { absDecimal, compareDecimals, isNegative, ZERO } from '../../src/model/decimal.js';
import { accountSteps } from '../../src/model/explain.js';
import { type MoneySum, MoneyTally } from '../../src/model/money.js';
import type { Steps } from '../../src/model/steps.js';
import type { UsageSummary } from '../../src/model/usage-record.js';
import { compare, compareUsage } from '../support/compared.js';
import { dec, lines, plain, usageSummary } from '../support/model-records.js';
import { anySide, anyTwoSides } from '../support/random-usage.js';

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
      fc.property(anyTwoSides, ([before, now]) => {
        const { drivers, differences } = compare(before, now);
        expect(sumOf(drivers)).to.deep.equal(sumOf(differences));
        expect(drivers.every((driver) => driver.amount.units !== 0n)).to.equal(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('turns its sign when the sides change places', () => {
    fc.assert(
      fc.property(anyTwoSides, ([before, now]) => {
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
      fc.property(anyTwoSides, ([before, now]) => {
        const backwards = compare(before.toReversed(), now.toReversed());
        expect(told(backwards)).to.deep.equal(told(compare(before, now)));
      }),
    );
  });

  it('has its largest part first, up or down', () => {
    fc.assert(
      fc.property(anyTwoSides, ([before, now]) => {
        const sizes = compare(before, now).drivers.map(({ amount }) => absDecimal(amount));
        expect(sizes).to.deep.equal(sizes.toSorted((a, b) => compareDecimals(b, a)));
      }),
    );
  });

  it('has parts of one size in the order of their subscriptions', () => {
    const now = ['1', '2'].map((subscriptionNo) => calls({ subscriptionNo }));
    expect(told(compare([], now))).to.deep.equal([
      'newSubscription 1 * 30.00',
      'newSubscription 2 * 30.00',
    ]);
  });

  it('is not called more for less, or dearer for cheaper, new for known, or credit for use', () => {
    const has = (
      side: UsageSummary[],
      { subscriptionNo, usageType, currency, vat }: Driver,
    ): boolean =>
      side.some(
        (line) =>
          line.subscriptionNo === subscriptionNo &&
          line.usageType === usageType &&
          line.currency === currency &&
          line.vat === vat,
      );
    fc.assert(
      fc.property(anyTwoSides, ([before, now]) => {
        for (const driver of compare(before, now).drivers) {
          const { cause, amount, volume } = driver;
          const used = volume && compareDecimals(volume.now, volume.before);
          if (cause === 'moreUsed') expect(used).to.equal(1);
          if (cause === 'lessUsed') expect(used).to.equal(-1);
          if (cause === 'dearer') expect(compareDecimals(amount, ZERO)).to.equal(1);
          if (cause === 'cheaper') expect(compareDecimals(amount, ZERO)).to.equal(-1);
          if (cause === 'newType') expect(has(before, driver)).to.equal(false);
          if (cause === 'goneType') expect(has(now, driver)).to.equal(false);
          if (cause === 'credit') {
            expect(
              [...before, ...now].some((line) => line.amount && isNegative(line.amount)),
            ).to.equal(true);
          }
        }
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
    const { drivers } = compare([calls()], [third]);
    expect(told(compare([calls()], [third]))).to.deep.equal([`lessUsed ${NO} VOICE -21.66`]);
    expect(drivers[0]?.volume?.now).to.deep.equal(dec('1000'));
  });

  it('is another price from half a percent of what was to be expected, either way', () => {
    const twice = (amount: string): string[] =>
      told(compare([calls()], [calls({ chargedVolume: dec('7200'), amount: dec(amount) })]));
    expect(twice('60.30')).to.deep.equal([`moreUsed ${NO} VOICE 30.30`]);
    expect(twice('59.70')).to.deep.equal([`moreUsed ${NO} VOICE 29.70`]);
    expect(twice('60.31')).to.deep.equal([`moreUsed ${NO} VOICE 30.00`, `dearer ${NO} VOICE 0.31`]);
    expect(twice('59.69')).to.deep.equal([
      `moreUsed ${NO} VOICE 30.00`,
      `cheaper ${NO} VOICE -0.31`,
    ]);
  });

  it('is a higher price, however little, where as much was used', () => {
    const { drivers } = compare([calls()], [calls({ amount: dec('30.10') })]);
    expect(drivers.map(({ cause, volume }) => [cause, volume?.now])).to.deep.equal([
      ['dearer', dec('3600')],
    ]);
  });

  it('counts what was used to all decimals, and halves of an öre away from zero', () => {
    const hour = calls({ unit: 'MIN', chargedVolume: dec('60.0') });
    const now = (minutes: string, amount: string): string[] =>
      told(
        compare([hour], [calls({ unit: 'MIN', chargedVolume: dec(minutes), amount: dec(amount) })]),
      );
    expect(now('90.55', '60.00')).to.deep.equal([
      `moreUsed ${NO} VOICE 15.28`,
      `dearer ${NO} VOICE 14.72`,
    ]);
    expect(now('29.45', '20.00')).to.deep.equal([
      `lessUsed ${NO} VOICE -15.28`,
      `dearer ${NO} VOICE 5.28`,
    ]);
  });

  it('keeps a credit beside what was used more at the same price', () => {
    const twice = calls({ chargedVolume: dec('7200'), amount: dec('60.00') });
    expect(told(compare([calls()], [twice, calls({ amount: dec('-5.00') })]))).to.deep.equal([
      `moreUsed ${NO} VOICE 30.00`,
      `credit ${NO} VOICE -5.00`,
    ]);
  });

  it('compares volumes in other units of the same kind', () => {
    const minutes = calls({ unit: 'MIN', chargedVolume: dec('120'), amount: dec('60.00') });
    expect(told(compare([calls()], [minutes]))).to.deep.equal([`moreUsed ${NO} VOICE 30.00`]);
  });

  it('says how much was used in seconds, bytes, events, or the unit of the operator', () => {
    const unitOf = (parts: Partial<UsageSummary>): string | undefined => {
      const [before, now] = ['1', '2'].map((value) =>
        calls({ chargedVolume: dec(value), amount: dec(value), ...parts }),
      ) as [UsageSummary, UsageSummary];
      return compare([before], [now]).drivers[0]?.volume?.unit;
    };
    expect(['MIN', 'GB', 'E', 'kWh', null].map((unit) => unitOf({ unit }))).to.deep.equal([
      'S',
      'B',
      'E',
      'kWh',
      '',
    ]);
    const events = ['1', '2'].map((value) =>
      calls({ unit: null, chargedVolume: null, quantity: dec(value), amount: dec(value) }),
    ) as [UsageSummary, UsageSummary];
    expect(compare([events[0]], [events[1]]).drivers[0]?.volume?.unit).to.equal('E');
  });

  it('guesses no cause where one line of several, on either side, is of another measure or lacks one', () => {
    const uncounted = { unit: null, chargedVolume: null };
    const plainly: [UsageSummary, Partial<UsageSummary>][] = [
      [calls(), { unit: 'KB' }],
      [calls(), { chargedVolume: null, volume: dec('3600') }],
      [calls(), { amount: null }],
      [calls({ ...uncounted, quantity: dec('3') }), { ...uncounted, quantity: null }],
    ];
    for (const [line, parts] of plainly) {
      const odd = { ...line, ...parts };
      const more = { ...line, amount: dec('36.00') };
      for (const [before, now] of [
        [[line, odd], [more]],
        [[line], [more, odd]],
        [
          [line, odd],
          [more, odd],
        ],
      ] as const) {
        const causes = compare([...before], [...now]).drivers.map(({ cause }) => cause);
        expect(causes, JSON.stringify(Object.keys(parts))).to.deep.equal(['other']);
      }
    }
  });

  it('has the words of its lines only where all of them have the same', () => {
    const wordsOf = (...now: UsageSummary[]): unknown =>
      compare([calls()], now).drivers.map(({ description }) => description);
    expect(wordsOf(calls({ amount: dec('36.00') }))).to.deep.equal(['Samtal']);
    expect(wordsOf(calls({ amount: dec('36.00'), description: 'Tal' }))).to.deep.equal([null]);
    expect(
      wordsOf(calls({ description: 'Tal' }), calls({ chargedVolume: dec('1') })),
    ).to.deep.equal([null, null]);
    expect(wordsOf(calls(), calls({ subscriptionNo: '2' }))).to.deep.equal([null]);
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
