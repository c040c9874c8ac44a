import fc from 'fast-check';
import { addDecimals, type Decimal } from '../../src/model/decimal.js';
import type { UsageSummary } from '../../src/model/usage-record.js';
import { usageSummary } from './model-records.js';

/** Amounts as they are, those that make a double of a sum inexact, and those beyond any double; at most four decimals. */
export const anyAmount: fc.Arbitrary<Decimal> = fc.record({
  units: fc.oneof(
    fc.bigInt({ min: -9_000n, max: 90_000n }),
    fc.constantFrom(2n ** 52n, -(2n ** 52n), 2n ** 51n + 1n, -(2n ** 51n) - 1n),
    fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
  ),
  scale: fc.nat(4),
});

const amount = fc.option(
  fc.record({ units: fc.bigInt({ min: -5_000n, max: 90_000n }), scale: fc.nat(4) }),
  { freq: 9 },
);
const volume = fc.option(
  fc.record({ units: fc.bigInt({ min: 0n, max: 9_000_000n }), scale: fc.nat(3) }),
);

/** One line of a summary: whatever a service may sum up. */
const anyLine: fc.Arbitrary<UsageSummary> = fc
  .record({
    subscriptionNo: fc.constantFrom('1', '2', '3'),
    usageType: fc.constantFrom('VOICE', 'DATA', null),
    description: fc.constantFrom('Samtal', 'Data', null),
    unit: fc.constantFrom('S', 'MIN', 'KB', 'MB', 'E', 'kWh', null),
    volume,
    chargedVolume: volume,
    quantity: volume,
    amount,
    currency: fc.constantFrom('SEK', 'NOK', null),
    vat: fc.constantFrom('excluded' as const, 'included' as const),
  })
  .map((parts) => usageSummary(parts));

/** One side of a comparison, in any order. */
export const anySide: fc.Arbitrary<UsageSummary[]> = fc.array(anyLine, { maxLength: 9 });

const times = (decimal: Decimal | null, factor: bigint): Decimal | null =>
  decimal && { ...decimal, units: decimal.units * factor };

/** What may become of a line until the next bill. */
function later(line: UsageSummary, fate: string, factor: bigint): UsageSummary[] {
  const { amount: price, volume: used, chargedVolume, quantity } = line;
  const more = { volume: times(used, factor), chargedVolume: times(chargedVolume, factor) };
  const dearer = { amount: times(price, factor) };
  switch (fate) {
    case 'gone':
      return [];
    case 'used':
      return [{ ...line, ...more, ...dearer, quantity: times(quantity, factor) }];
    case 'split':
      return [{ ...line, ...more }];
    case 'priced':
      return [{ ...line, ...dearer }];
    case 'rounded':
      return [
        { ...line, ...more, amount: price && addDecimals(price, { units: factor, scale: 4 }) },
      ];
    case 'credited':
      return [line, { ...line, amount: { units: -factor, scale: 1 }, chargedVolume: null }];
    default:
      return [line];
  }
}

const fates = fc.constantFrom('gone', 'used', 'split', 'priced', 'rounded', 'credited', 'same');

/**
 * Two bills of one customer: two sides that have nothing to do with each other seldom have a line in common,
 * and never the price of one.
 */
export const anyTwoSides: fc.Arbitrary<[before: UsageSummary[], now: UsageSummary[]]> = fc
  .tuple(
    fc.array(fc.tuple(anyLine, fates, fc.bigInt({ min: 0n, max: 9n })), { maxLength: 7 }),
    anySide,
    fc.boolean(),
  )
  .map(([lines, others, swapped]) => {
    const before = lines.map(([line]) => line);
    const now = [
      ...lines.flatMap(([line, fate, factor]) => later(line, fate, factor)),
      ...others.slice(0, 3),
    ];
    return swapped ? [now, before] : [before, now];
  });
