/** What samples come to. */

export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly samples: number;
}

/** @returns null if nothing was measured: never zero, which would read as fast. */
export function summarise(values: readonly number[]): Summary | null {
  if (values.length === 0 || values.some((value) => !Number.isFinite(value))) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)]!;
  const lower = sorted[Math.ceil(middle) - 1]!;
  return {
    median: (lower + upper) / 2,
    least: sorted[0]!,
    most: sorted.at(-1)!,
    samples: sorted.length,
  };
}

/** How many times `base`; null where one of both is missing or there is nothing to divide by. */
export function ratio(value: number | null, base: number | null): number | null {
  return value === null || base === null || base === 0 ? null : value / base;
}

/** What one browser gave. */
export interface Sample {
  /** What was done in it: samples of one kind stand or fall together. */
  readonly kind: string;
  readonly contestant: string;
  readonly records: number;
  readonly figures: Readonly<Record<string, number>>;
  /** Why there are no figures. */
  readonly error?: string;
  /** Why some of them are NaN: steps that failed where others did not. */
  readonly missing?: readonly string[];
}

/** All samples of a run. */
export class Samples {
  readonly #samples: readonly Sample[];

  constructor(samples: readonly Sample[]) {
    this.#samples = samples;
  }

  /** Of which nothing, or not everything, is there. */
  get failed(): readonly Sample[] {
    return this.#samples.filter(({ error, missing }) => error ?? missing?.length);
  }

  /** Contestants that were asked, in order of appearance, whether they answered or not. */
  get contestants(): readonly string[] {
    return [...new Set(this.#samples.map(({ contestant }) => contestant))];
  }

  /** Numbers of records, ascending, for which there is a measure of this name. */
  recordsWith(measure: string): readonly number[] {
    const found = this.#samples.filter(({ figures }) => measure in figures);
    return [...new Set(found.map(({ records }) => records))].sort((a, b) => a - b);
  }

  /**
   * null if there is no figure. One failed sample takes the figures of its kind with it: what works only
   * now and then was not measured.
   */
  of(contestant: string, records: number, measure: string): Summary | null {
    const own = this.#samples.filter(
      (sample) => sample.contestant === contestant && sample.records === records,
    );
    const measured = own.filter(({ figures }) => measure in figures);
    const isSpoilt = own.some(
      ({ kind, error }) => error !== undefined && measured.some((sample) => sample.kind === kind),
    );
    return isSpoilt ? null : summarise(measured.map(({ figures }) => figures[measure] ?? NaN));
  }

  median(contestant: string, records: number, measure: string): number | null {
    return this.of(contestant, records, measure)?.median ?? null;
  }

  /** The one of the peers that is fastest. */
  best(
    peers: readonly string[],
    records: number,
    measure: string,
  ): { readonly name: string; readonly median: number } | null {
    const found = peers
      .map((name) => ({ name, median: this.median(name, records, measure) }))
      .filter((peer): peer is { name: string; median: number } => peer.median !== null);
    return found.sort((a, b) => a.median - b.median)[0] ?? null;
  }
}
