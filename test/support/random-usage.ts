import fc from 'fast-check';
import { usageSummary, type UsageSummary } from '../../src/model/usage-record.js';

const amount = fc.option(
  fc.record({ units: fc.bigInt({ min: -5_000n, max: 90_000n }), scale: fc.nat(4) }),
  { freq: 9 },
);
const volume = fc.option(
  fc.record({ units: fc.bigInt({ min: 0n, max: 9_000_000n }), scale: fc.nat(3) }),
);

/** One side of a comparison: whatever a service may sum up, in any order. */
export const anySide: fc.Arbitrary<UsageSummary[]> = fc.array(
  fc
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
    .map((parts) => usageSummary(parts)),
  { maxLength: 9 },
);
