import { randomBytes } from 'node:crypto';

const MOST_TOKENS = 10_000;

interface Grant {
  readonly ownerNo: string;
  /** Epoch, ms. */
  readonly expiresAt: number;
}

/** Opaque bearer tokens, each bound to one ledger and short-lived, as PayEx' are [known]. */
export class TokenDesk {
  readonly #grants = new Map<string, Grant>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  issue(ownerNo: string, lifetimeMs: number): string {
    const oldest = this.#grants.keys().next();
    if (this.#grants.size >= MOST_TOKENS && oldest.done !== true) this.#grants.delete(oldest.value);
    const token = randomBytes(24).toString('base64url');
    this.#grants.set(token, { ownerNo, expiresAt: this.#now() + lifetimeMs });
    return token;
  }

  accepts(token: string | null, ownerNo: string): boolean {
    const grant = token === null ? undefined : this.#grants.get(token);
    return grant !== undefined && grant.ownerNo === ownerNo && this.#now() < grant.expiresAt;
  }
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken(authorization: string | undefined): string | null {
  return /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1] ?? null;
}
