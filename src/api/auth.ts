import { pause, type Environment } from './environment.js';
import { RENEWAL_LIMIT_MS } from './retry-policy.js';

/** How the wait for a new token ended; 'refused' when the host is not asked (again). */
export type Renewal = 'renewed' | 'timeout' | 'failed' | 'refused';

export interface AuthGateOptions {
  readonly environment: Environment;
  /** Order of the newest call, to tell calls that are open from later ones. */
  readonly latestOrder: () => number;
  /** Asks the host; generation counts from 1, one number a request. */
  readonly onAuth?: ((generation: number) => Promise<void>) | undefined;
}

/**
 * Asks the host to renew its token, once for all calls that were refused with the same one.
 * After a failure no call that was open then asks again: a person must press the button first.
 */
export class AuthGate {
  readonly #options: AuthGateOptions;
  #asked = 0;
  #renewals = 0;
  #refusedUpTo = 0;
  #round: { readonly ending: AbortController; readonly end: Promise<Renewal> } | undefined;

  constructor(options: AuthGateOptions) {
    this.#options = options;
  }

  /** How often the token was renewed; an attempt remembers it when it is sent. */
  get renewals(): number {
    return this.#renewals;
  }

  /**
   * Resolves with 'renewed' when the refused call should be repeated: the token was renewed for it,
   * or already had been since the attempt was sent. Never rejects.
   *
   * @param sentWith `renewals` when the refused attempt was sent
   * @param order the call's order
   */
  renew(sentWith: number, order: number): Promise<Renewal> {
    if (this.#renewals > sentWith) return Promise.resolve('renewed');
    const { onAuth } = this.#options;
    if (!onAuth || order <= this.#refusedUpTo) return Promise.resolve('refused');
    this.#round ??= this.#start(onAuth);
    return this.#round.end;
  }

  /** The new token was refused too. */
  refuse(): void {
    this.#refusedUpTo = this.#options.latestOrder();
  }

  /** Forgets the round under way, its timer included; the host's late answer changes nothing. */
  reset(): void {
    this.#round?.ending.abort();
    this.#round = undefined;
  }

  #start(onAuth: (generation: number) => Promise<void>): {
    ending: AbortController;
    end: Promise<Renewal>;
  } {
    const ending = new AbortController();
    this.#asked += 1;
    const limit = pause(this.#options.environment, RENEWAL_LIMIT_MS, ending.signal).then(
      (): Renewal => 'timeout',
      (): Renewal => 'refused',
    );
    const end = Promise.race([ask(onAuth, this.#asked), limit]).then((renewal) => {
      if (ending.signal.aborted) return 'refused';
      ending.abort();
      this.#round = undefined;
      if (renewal === 'renewed') this.#renewals += 1;
      else this.refuse();
      return renewal;
    });
    return { ending, end };
  }
}

/** Whatever the host's sign-in throws may quote a token: only that it failed goes on. */
async function ask(
  onAuth: (generation: number) => Promise<void>,
  generation: number,
): Promise<Renewal> {
  try {
    await onAuth(generation);
    return 'renewed';
  } catch {
    return 'failed';
  }
}
