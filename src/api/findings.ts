import type { Incompleteness } from '../model/money.js';
import type { UsageError, UsageWarning, WarningCode } from './errors.js';

/** What is found out during one call, over all its attempts, pages and rows. */
export class Findings {
  /** What is known to be missing from the answer. */
  readonly gaps: { -readonly [Gap in keyof Incompleteness]: Incompleteness[Gap] } = {};
  /** Failures that the answer survives; each of them is a gap, too. */
  readonly errors: UsageError[] = [];
  /** What was odd, and how often: 3,000 bad rows are one warning. */
  readonly #warnings = new Map<WarningCode, number>();

  warn(code: WarningCode): void {
    this.#warnings.set(code, (this.#warnings.get(code) ?? 0) + 1);
  }

  listWarnings(): UsageWarning[] {
    return Array.from(this.#warnings, ([code, count]) => ({ code, count }));
  }

  /** A row that is not in the answer, or is without its amount. */
  miss(gap: 'unreadableRows' | 'missingAmounts'): void {
    this.gaps[gap] = (this.gaps[gap] ?? 0) + 1;
  }
}
