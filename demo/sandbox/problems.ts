import { randomUUID } from 'node:crypto';

/** Codes of PayEx' documentation, spelled as there: `subscription-not found` has a space [known]. */
export type ProblemCode =
  | 'validation'
  | 'invoice-not-found'
  | 'customer-not-found'
  | 'invoice-has-no-usage'
  | 'subscription-not found';

export interface Refusal {
  readonly status: number;
  readonly code: ProblemCode | 'none';
  readonly detail?: string;
  /** Parameters that were refused, each with why. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** The documentation and PayEx' other services disagree on these; both forms are in the wild [known]. */
export interface ProblemStyle {
  readonly casing: 'lower' | 'pascal';
  readonly prefix: 'problems' | 'service';
  readonly hyphens: boolean;
  /** What `status` in the body says, when it is not the HTTP status. */
  readonly bodyStatus?: number;
}

export const DOCUMENTED_STYLE: ProblemStyle = {
  casing: 'lower',
  prefix: 'problems',
  hyphens: false,
};

const TITLES: Readonly<Record<ProblemCode, string>> = {
  validation: 'One or more parameters were refused',
  'invoice-not-found': 'Invoice not found',
  'customer-not-found': 'Customer not found',
  'invoice-has-no-usage': 'Invoice has no usage',
  'subscription-not found': 'Subscription not found',
};

function typeOf(code: Refusal['code'], style: ProblemStyle): string {
  if (code === 'none') return 'about:blank';
  return `/billing/usage/${style.prefix}/${style.hyphens ? code.replace(' ', '-') : code}`;
}

/** The answer of PayEx to what it refuses: `application/problem+json`. */
export function problem(refusal: Refusal, style: ProblemStyle = DOCUMENTED_STYLE): Response {
  const { status, code, parameters } = refusal;
  const fields = {
    type: typeOf(code, style),
    title: code === 'none' ? `Status ${status}` : TITLES[code],
    status: style.bodyStatus ?? status,
    detail: refusal.detail ?? 'The sandbox refuses this request',
    instance: `urn:uuid:${randomUUID()}`,
  };
  const refused = Object.entries(parameters ?? {});
  const body =
    style.casing === 'lower'
      ? {
          ...fields,
          ...(refused.length > 0 && {
            problems: refused.map(([name, description]) => ({ name, description })),
          }),
        }
      : {
          Type: fields.type,
          Title: fields.title,
          Status: fields.status,
          Detail: fields.detail,
          Instance: fields.instance,
          ...(refused.length > 0 && { Problems: refused.map(([name, why]) => ({ [name]: why })) }),
        };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
