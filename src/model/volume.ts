/** Units of volume. The codes are known from PayEx' file terms; the factors are assumed. */
import { multiplyDecimals, type Decimal } from './decimal.js';

export type VolumeKind = 'time' | 'data' | 'events' | 'other';

interface KnownUnit {
  readonly kind: VolumeKind;
  /** One of the unit in seconds, bytes or events. */
  readonly factor: Decimal;
}

const known = (kind: VolumeKind, factor: bigint): KnownUnit => ({
  kind,
  factor: { units: factor, scale: 0 },
});

/**
 * Data units are decimal (KB = 1000 B), as operators sell them and as SI has it. Assumed: if an
 * operator's KB holds 1024 bytes, this is the one place to say so.
 */
const UNITS: ReadonlyMap<string, KnownUnit> = new Map([
  ['S', known('time', 1n)],
  ['MIN', known('time', 60n)],
  ['E', known('events', 1n)],
  ['B', known('data', 1n)],
  ['KB', known('data', 1_000n)],
  ['MB', known('data', 1_000_000n)],
  ['GB', known('data', 1_000_000_000n)],
]);

function lookUp(unit: string | null): KnownUnit | undefined {
  return unit === null ? undefined : UNITS.get(unit.trim().toUpperCase());
}

/** Known unit codes in capitals, so that 'mb' and 'MB' are one; any other text as it is. */
export function canonicalUnit(unit: string | null): string | null {
  return lookUp(unit) ? (unit?.trim().toUpperCase() ?? null) : unit || null;
}

/** What a unit measures. A code that is not known is 'other' and shown as it is. */
export function volumeKind(unit: string | null): VolumeKind {
  return lookUp(unit)?.kind ?? 'other';
}

/** The value in seconds, bytes or events; null when the unit is not known. */
export function toBaseVolume(value: Decimal, unit: string | null): Decimal | null {
  const factor = lookUp(unit)?.factor;
  return factor ? multiplyDecimals(value, factor) : null;
}

/** Seconds, bytes or events in one of the unit; null when the unit is not known. */
export function volumeFactor(unit: string | null): number | null {
  const factor = lookUp(unit)?.factor;
  return factor ? Number(factor.units) : null;
}
