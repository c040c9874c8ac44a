/** What kind of use a usage type code stands for. The codes are assumed; the host may say better. */

export const USAGE_KINDS = [
  'call',
  'message',
  'data',
  'premium',
  'roaming',
  'fee',
  'credit',
  'other',
] as const;
export type UsageKind = (typeof USAGE_KINDS)[number];

/** What is known of a usage type. */
export interface UsageTypeInfo {
  /** As the service sends it. */
  readonly code: string;
  /** The host's words for it; null leaves the wording to the language. */
  readonly label: string | null;
  readonly kind: UsageKind;
  /** False for a code that neither the host nor our table knows: show "Other" and the raw code. */
  readonly known: boolean;
}

/** The host's own codes, e.g. `{ VX7: { label: 'Växel', kind: 'call' } }`. */
export type UsageTypeMap = Readonly<Record<string, { label?: string; kind?: UsageKind }>>;

/** [assumed] Common codes of mobile billing, as patterns; see docs/api-contract.md. */
const CODES: Partial<Record<UsageKind, string>> = {
  call: 'VOICE(MAIL)?|(VIDEO_)?CALLS?|M[OT]C|TEL(EPHONY)?',
  message: '[SM]MS|MESSAGES?|TEXT|RCS',
  data: '(MOBILE_)?DATA|GPRS|INTERNET|LTE',
  premium: 'PREMIUM(_.*)?|CONTENT',
  roaming: 'ROAM(ING)?(_.*)?',
  fee: '(.*_)?FEES?|RECURRING|ONE_TIME',
  credit: 'CREDIT|REFUND|REVERSAL|DISCOUNT',
};

/** 'roam-sms', 'Roam SMS' and 'ROAM_SMS' are one code. */
function normalise(code: string): string {
  return code
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
}

/**
 * Describes a code: the host's map first (its exact code, else the same in another case), then our
 * assumed table (codes without case), else kind 'other' and not known. A kind that the host
 * misspells counts as not given.
 */
export function describeUsageType(code: string, hostTypes: UsageTypeMap = {}): UsageTypeInfo {
  const wanted = normalise(code);
  const entry = Object.hasOwn(hostTypes, code)
    ? hostTypes[code]
    : Object.entries(hostTypes).find(([key]) => normalise(key) === wanted)?.[1];
  const ours = USAGE_KINDS.find((kind) => RegExp(`^(${CODES[kind]})$`).test(wanted));
  const label = entry?.label;
  return {
    code,
    label: label && typeof label === 'string' ? label : null,
    kind: USAGE_KINDS.find((kind) => kind === entry?.kind) ?? ours ?? 'other',
    known: Boolean(entry ?? ours),
  };
}
