import { mergeGaps, type Incompleteness } from '../model/money.js';
import type { UsageError, UsageWarning, WarningCode } from './errors.js';

/** What is found out during one call, over all its attempts, pages and rows. */
export class Findings {
  /** Whether a row named somebody else than was asked for: nothing of the answer may be shown. */
  isForeign = false;
  /** What is known to be missing from the answer. */
  readonly gaps: { -readonly [Gap in keyof Incompleteness]: Incompleteness[Gap] } = {};
  /** Failures that the answer survives; each of them is a gap, too. */
  readonly errors: UsageError[] = [];
  /** What was odd, and how often: 3,000 bad rows are one warning. */
  readonly #warnings = new Map<WarningCode, number>();

  warn(code: WarningCode, count = 1): void {
    this.#warnings.set(code, (this.#warnings.get(code) ?? 0) + count);
  }

  listWarnings(): UsageWarning[] {
    return Array.from(this.#warnings, ([code, count]) => ({ code, count }));
  }

  /** A row that cannot be read. */
  missRow(): void {
    this.warn('unreadable-row');
    this.gaps.unreadableRows = (this.gaps.unreadableRows ?? 0) + 1;
  }

  /** A row without the amount that it should have. */
  missAmount(): void {
    this.gaps.missingAmounts = (this.gaps.missingAmounts ?? 0) + 1;
  }

  /** Adds what was found out apart, as of an attempt that may still fail. */
  add(other: Findings): void {
    Object.assign(this.gaps, mergeGaps(this.gaps, other.gaps));
    this.errors.push(...other.errors);
    for (const [code, count] of other.#warnings) this.warn(code, count);
  }
}
