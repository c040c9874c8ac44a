/** Units of volume. The codes are known from PayEx' file terms; the factors are assumed. */
import { multiplyDecimals, type Decimal } from './decimal.js';

/** Time in seconds, data in bytes, events in pieces, or a unit that is not known. */
export type VolumeKind = 'time' | 'data' | 'events' | 'other';

/**
 * What a unit measures, and one of it in seconds, bytes or events. Data units are decimal (KB =
 * 1000 B), as operators sell them and as SI has it. Assumed: if an operator's KB holds 1024 bytes,
 * this is the one place to say so.
 */
const UNITS: Readonly<Record<string, readonly [kind: VolumeKind, factor: number]>> = {
  S: ['time', 1],
  MIN: ['time', 60],
  E: ['events', 1],
  B: ['data', 1],
  KB: ['data', 1e3],
  MB: ['data', 1e6],
  GB: ['data', 1e9],
};

function inCapitals(unit: string | null): string {
  return unit?.trim().toUpperCase() ?? '';
}

/** Known unit codes in capitals, so that 'mb' and 'MB' are one; any other text as it is. */
export function canonicalUnit(unit: string | null): string | null {
  return (volumeFactor(unit) ? inCapitals(unit) : unit) || null;
}

/** What a unit measures. A code that is not known is 'other' and shown as it is. */
export function volumeKind(unit: string | null): VolumeKind {
  return UNITS[inCapitals(unit)]?.[0] ?? 'other';
}

/** Seconds, bytes or events in one of the unit; null when the unit is not known. */
export function volumeFactor(unit: string | null): number | null {
  // No name that every object inherits is in capitals only.
  return UNITS[inCapitals(unit)]?.[1] ?? null;
}

/** The value in seconds, bytes or events; null when the unit is not known. */
export function toBaseVolume(value: Decimal, unit: string | null): Decimal | null {
  const factor = volumeFactor(unit);
  return factor ? multiplyDecimals(value, { units: BigInt(factor), scale: 0 }) : null;
}
