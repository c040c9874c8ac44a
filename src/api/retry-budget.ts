/** Tenths, because 0.1 added ten times is not 1 in floating point. */
const TENTHS = 10;

/**
 * How many retries the whole page may still make: when a platform is down, three attempts of every
 * element would be three times the load on it. Full at 10, minus 1 a retry, plus 0.1 a success.
 */
export class RetryBudget {
  readonly #fullTenths: number;
  #tenths: number;

  /** @param retries retries that a full budget holds, a whole number */
  constructor(retries = 10) {
    this.#fullTenths = retries * TENTHS;
    this.#tenths = this.#fullTenths;
  }

  /** Takes one retry; false when less than one is left. */
  take(): boolean {
    if (this.#tenths < TENTHS) return false;
    this.#tenths -= TENTHS;
    return true;
  }

  /** Counts a success: a tenth of a retry comes back. */
  refill(): void {
    this.#tenths = Math.min(this.#fullTenths, this.#tenths + 1);
  }
}

/** The budget that all clients of the page share unless a test gives them their own. */
export const pageRetryBudget = new RetryBudget();
