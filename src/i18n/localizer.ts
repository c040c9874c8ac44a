import { absDecimal, approximate, type Decimal, isNegative } from '../model/decimal.js';
import { toBaseVolume, volumeKind } from '../model/volume.js';
import { Formats, MINUS, MISSING, NO_BREAK_SPACE } from './formats.js';
import type { MessageOverrides, Messages, TextKey } from './messages.js';

/**
 * Words, numbers and times in one language. Holds no state but its words, so an element makes one
 * when its language or the host's `messages` change.
 */
export class Localizer extends Formats {
  readonly #messages: Messages;
  readonly #overrides: MessageOverrides | null | undefined;

  /** @param overrides the host's own words; what is not a text under a known key is ignored. */
  constructor(locale: string, messages: Messages, overrides?: MessageOverrides | null) {
    super(locale);
    this.#messages = messages;
    this.#overrides = overrides;
  }

  /** @param value goes into the text's place as it is; without one the place stays as it is written. */
  text(key: TextKey, value?: string): string {
    // Hosts write theirs by hand and in plain JavaScript.
    const own: unknown = this.#overrides?.[key];
    const text = typeof own === 'string' ? own : this.#messages[key];
    return value === undefined ? text : text.replace(/\{\w+\}/g, () => value);
  }

  /**
   * A volume as a person reads it: '41 min 7 s', exact; '1,2 GB', to two decimals or with every digit
   * when `exact`; a count of events; the number and the raw code when the unit is not known.
   */
  volume(value: Decimal | null, unit: string | null, exact = false): string {
    if (value === null) return MISSING;
    const base = toBaseVolume(value, unit) ?? value;
    switch (volumeKind(unit)) {
      case 'time':
        return this.#duration(base);
      case 'data':
        return this.#data(base, exact);
      case 'events':
        return this.#measure(base, this.text('eventUnit'));
      case 'other':
        return this.#measure(base, unit ?? '');
    }
  }

  /**
   * Hours, minutes and seconds without those that are zero; a decimal part stays with the seconds.
   * Hours grow beyond 24: a call of 30 hours is billed as such. Always in short units: digital
   * durations look like dates in Danish and Finnish ('1.02.03'), and Intl.DurationFormat is too young.
   */
  #duration(seconds: Decimal): string {
    const { units, scale } = absDecimal(seconds);
    const minute = 60n * 10n ** BigInt(scale);
    const parts: Decimal[] = [
      { units: units / (60n * minute), scale: 0 },
      { units: (units / minute) % 60n, scale: 0 },
      { units: units % minute, scale },
    ];
    const names = this.text('timeUnits').split(' ');
    const stated = parts.flatMap((part, index) =>
      part.units > 0n || (index === 2 && units === 0n) ? [this.#measure(part, names[index])] : [],
    );
    return (isNegative(seconds) ? MINUS : '') + stated.join(NO_BREAK_SPACE);
  }

  /**
   * Bytes in the largest unit of which there is at least one, in steps of a thousand, as operators sell
   * data and as SI has it.
   */
  #data(bytes: Decimal, exact: boolean): string {
    const names = this.text('dataUnits').split(' ');
    let value = bytes;
    let step = 0;
    // The rounded value counts: 999,999 bytes are "1 MB", never "1,000 kB".
    while (Math.abs(approximate(value)) >= 1000 && step < names.length - 1) {
      step += 1;
      const inUnit = { units: bytes.units, scale: bytes.scale + 3 * step };
      value = exact ? inUnit : roundToHundredths(inUnit);
    }
    return this.#measure(value, names[step]);
  }

  #measure(value: Decimal, unit = ''): string {
    return this.decimal(value) + (unit && NO_BREAK_SPACE + unit);
  }
}

/** Half away from zero. Only ever for volumes: an amount is never rounded. */
function roundToHundredths({ units, scale }: Decimal): Decimal {
  const step = 10n ** BigInt(scale - 2);
  const half = units < 0n ? -step / 2n : step / 2n;
  return { units: (units + half) / step, scale: 2 };
}
