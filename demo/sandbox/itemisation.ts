import { anyFixedLine, anyMobile } from './numbers.js';
import { hash, Random } from './random.js';
import type { RatedRecord, UsageCode, VatBasis } from './records.js';

/** What ordinary usage costs. Prices in öre. */
export interface Tariff {
  readonly callStart: number;
  readonly callMinute: number;
  readonly sms: number;
  readonly mms: number;
  readonly dataMegabyte: number;
  readonly currency: string;
  readonly vat: VatBasis;
}

export const EVERYDAY_TARIFF: Tariff = {
  callStart: 0,
  callMinute: 59,
  sms: 69,
  mms: 149,
  dataMegabyte: 2,
  currency: 'SEK',
  vat: 'excluded',
};

/** Everything is in the monthly fee, which is no usage: records cost nothing, and that is known. */
export const FLAT_TARIFF: Tariff = {
  ...EVERYDAY_TARIFF,
  callMinute: 0,
  sms: 0,
  dataMegabyte: 0,
};

/** How many of each a month. */
export interface Habits {
  readonly calls?: number;
  readonly messages?: number;
  readonly pictures?: number;
  readonly data?: number;
  /** The same durations and volumes each month, at other times: only what the story adds differs. */
  readonly steady?: boolean;
  /** Nothing after this day of the month (28 at most), and so much less in all. */
  readonly untilDay?: number;
}

type Draft = Omit<RatedRecord, 'id' | 'subscriptionNo'>;
type Extra = Partial<Draft>;

/** Writes the records of one subscription in one billing period. */
export class Itemisation {
  readonly #subscriptionNo: string;
  readonly #tariff: Tariff;
  readonly #drafts: Draft[] = [];

  constructor(subscriptionNo: string, tariff: Tariff = EVERYDAY_TARIFF) {
    this.#subscriptionNo = subscriptionNo;
    this.#tariff = tariff;
  }

  /** @param start wall-clock, `yyyy-mm-ddThh:mm:ss` */
  call(start: string, to: string, seconds: number, extra: Extra = {}): this {
    const { callStart, callMinute } = this.#tariff;
    return this.#add(start, 'VOICE', 'Samtal', {
      to,
      ...homeDestination(to),
      unit: 'S',
      volume: seconds,
      chargedVolume: seconds,
      ore: callMinute === 0 ? 0 : callStart + Math.round((seconds * callMinute) / 60),
      ...extra,
    });
  }

  message(start: string, to: string, extra: Extra = {}): this {
    const ore = this.#tariff.sms;
    return this.#add(start, 'SMS', 'Sms', { to, ...homeDestination(to), ore, ...extra });
  }

  picture(start: string, to: string, extra: Extra = {}): this {
    const ore = this.#tariff.mms;
    return this.#add(start, 'MMS', 'Mms', { to, ...homeDestination(to), ore, ...extra });
  }

  data(start: string, kilobytes: number, extra: Extra = {}): this {
    return this.#add(start, 'DATA', 'Data', {
      destination: 'Sverige',
      destinationCode: 'SE',
      unit: 'KB',
      volume: kilobytes,
      chargedVolume: kilobytes,
      ore: Math.round((kilobytes * this.#tariff.dataMegabyte) / 1000),
      ...extra,
    });
  }

  /** Data in another country's network, in whole megabytes. */
  roamingData(
    start: string,
    country: string,
    network: string,
    megabytes: number,
    ore: number,
  ): this {
    return this.#add(start, 'ROAM_DATA', 'Data utomlands', {
      destination: country,
      destinationCode: `ROAM-${network.slice(0, 2)}`,
      unit: 'MB',
      volume: megabytes,
      chargedVolume: megabytes,
      ore,
      roamingProvider: network,
    });
  }

  /** A single charge or credit without any volume of its own. */
  charge(start: string, type: UsageCode, text: string, ore: number, extra: Extra = {}): this {
    return this.#add(start, type, text, { volume: 1, chargedVolume: 1, ore, ...extra });
  }

  /** @param month `yyyy-mm` */
  life(month: string, habits: Habits): this {
    const seed = `${this.#subscriptionNo} ${month}`;
    const when = new Random(`${seed} when`);
    const much = new Random(habits.steady === true ? `${this.#subscriptionNo} much` : seed);
    const lastDay = habits.untilDay ?? 28;
    const at = (): string => anyTime(when, month, lastDay);
    const times = (aMonth = 0): number => Math.round((aMonth * lastDay) / 28);
    for (let n = 0; n < times(habits.calls); n += 1) {
      const to = when.next() < 0.75 ? anyMobile(when) : anyFixedLine(when);
      this.call(at(), to, much.between(1, 9) * much.between(7, 80));
    }
    for (let n = 0; n < times(habits.messages); n += 1) this.message(at(), anyMobile(when));
    for (let n = 0; n < times(habits.pictures); n += 1) this.picture(at(), anyMobile(when));
    for (let n = 0; n < times(habits.data); n += 1) this.data(at(), much.between(90, 900_000));
    return this;
  }

  /** In order of time; the ids are the same in every run. */
  records(): readonly RatedRecord[] {
    const sorted = [...this.#drafts].sort((a, b) =>
      a.start < b.start ? -1 : Number(a.start > b.start),
    );
    const subscriptionNo = this.#subscriptionNo;
    const place = hash(`${subscriptionNo} ${sorted[0]?.start ?? ''}`).toString(36);
    return sorted.map((draft, n) => ({ id: `${place}-${n + 1}`, subscriptionNo, ...draft }));
  }

  #add(start: string, type: UsageCode, text: string, rest: Extra): this {
    this.#drafts.push({
      start,
      type,
      text,
      to: null,
      destination: null,
      destinationCode: null,
      unit: 'E',
      volume: 1,
      chargedVolume: 1,
      ore: 0,
      currency: this.#tariff.currency,
      vat: this.#tariff.vat,
      contentProvider: null,
      roamingProvider: null,
      free: false,
      ...rest,
    });
    return this;
  }
}

function homeDestination(to: string): Pick<Draft, 'destination' | 'destinationCode'> {
  return to.startsWith('4670')
    ? { destination: 'Mobil Sverige', destinationCode: 'SE-M' }
    : { destination: 'Fast Sverige', destinationCode: 'SE-F' };
}

function anyTime(random: Random, month: string, lastDay: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = two(random.between(1, lastDay));
  const clock = [random.between(6, 22), random.between(0, 59), random.between(0, 59)];
  return `${month}-${day}T${clock.map(two).join(':')}`;
}
