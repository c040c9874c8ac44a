/** The policy under which the component must run everywhere; the page `strict.html` has it as it is. */
const STRICT: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'none'",
  'connect-src': "'self'",
  'img-src': "'none'",
  'font-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html payex-usage',
};

const write = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map((directive) => directive.join(' '))
    .join('; ');

export const STRICT_POLICY = write(STRICT);

/** The demo's own page has a style sheet and an icon of its own; the component needs neither. */
export const DEMO_POLICY = write({ ...STRICT, 'style-src': "'self'", 'img-src': "'self'" });

/** On every answer that this server makes itself. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** @param name file name of a page, as in `strict.html` */
export function policyFor(name: string): string {
  return name.startsWith('strict') ? STRICT_POLICY : DEMO_POLICY;
}
