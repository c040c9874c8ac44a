import type { FaultCall, FaultTable } from './fault.js';

const refuse = (
  call: FaultCall,
  status: number,
  headers: Record<string, string> = {},
): Response => {
  const response = call.problem({ status, code: 'none', detail: 'A fault that was asked for' });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
};

const html = (status: number, body: string): Response =>
  new Response(`<!doctype html><html lang="en"><title>${body}</title><h1>${body}</h1></html>`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

/** `name-once`, or `name-once=3` for the first three requests of the session. */
const firstOnes = (call: FaultCall): boolean => call.before < Number(call.argument ?? 1);

const PLAIN = [
  403, 405, 406, 408, 409, 410, 412, 413, 414, 415, 422, 425, 451, 500, 501, 502, 504, 505, 511,
];

const plainStatuses: FaultTable = Object.fromEntries(
  PLAIN.map((status) => [
    String(status),
    {
      doc: `Status ${status} with a problem body, each time.`,
      answer: (call) => refuse(call, status),
    },
  ]),
);

const onceStatuses: FaultTable = Object.fromEntries(
  [401, 408, 425, 429, 500, 502, 503, 504].map((status) => [
    `${status}-once`,
    {
      doc: `Status ${status} on the session's first request; "=3" on its first three.`,
      answer: (call) => (firstOnes(call) ? refuse(call, status) : undefined),
    },
  ]),
);

/** Faults that answer with another status. */
export const STATUS_FAULTS: FaultTable = {
  ...plainStatuses,
  ...onceStatuses,
  '401-always': { doc: 'Status 401 whatever the token.', answer: (call) => refuse(call, 401) },
  '401-until-renewed': {
    doc: 'Status 401 for the token that the session showed first; any newer one is good.',
    answer: (call) => {
      call.session.firstToken ??= call.token;
      return call.token === call.session.firstToken ? refuse(call, 401) : undefined;
    },
  },
  '400-validation': {
    doc: 'A problem that refuses the customer number; "=subscriptionNo" names another parameter.',
    answer: (call) =>
      call.problem({
        status: 400,
        code: 'validation',
        parameters: { [call.argument ?? 'customerNo']: 'The value was refused' },
      }),
  },
  '400-html': { doc: 'Status 400 without a problem body.', answer: () => html(400, 'Bad Request') },
  '404-html': {
    doc: 'A web server that knows no such page: the api-base is wrong.',
    answer: () => html(404, 'Not Found'),
  },
  '404-other': {
    doc: 'A 404 problem of a type that nobody has documented.',
    answer: (call) => refuse(call, 404),
  },
  '404-customer': {
    doc: 'The problem customer-not-found, whoever is asked for.',
    answer: (call) => call.problem({ status: 404, code: 'customer-not-found' }),
  },
  '404-invoice': {
    doc: 'The problem invoice-not-found.',
    answer: (call) => call.problem({ status: 404, code: 'invoice-not-found' }),
  },
  '404-subscription': {
    doc: 'The problem subscription-not found, with the space of the documentation.',
    answer: (call) => call.problem({ status: 404, code: 'subscription-not found' }),
  },
  '404-no-usage': {
    doc: 'The problem invoice-has-no-usage.',
    answer: (call) => call.problem({ status: 404, code: 'invoice-has-no-usage' }),
  },
  '429': {
    doc: 'Status 429 once a session, with Retry-After: 1; "=30" or any other text instead of the 1.',
    answer: (call) =>
      call.before === 0 ? refuse(call, 429, { 'retry-after': call.argument ?? '1' }) : undefined,
  },
  '429-always': {
    doc: 'Status 429 each time, with Retry-After: 1; "=30" or any other text instead of the 1.',
    answer: (call) => refuse(call, 429, { 'retry-after': call.argument ?? '1' }),
  },
  '429-plain': {
    doc: 'Status 429 each time, without Retry-After.',
    answer: (call) => refuse(call, 429),
  },
  '500-always': { doc: 'Status 500 each time.', answer: (call) => refuse(call, 500) },
  '500-html': {
    doc: 'Status 500 with an HTML page that holds a stack trace.',
    answer: () => html(500, 'NullReferenceException at Billing.Usage.Controller.Get(String id)'),
  },
  '503-always': {
    doc: 'Status 503 each time, without Retry-After.',
    answer: (c) => refuse(c, 503),
  },
  '503-retry-after': {
    doc: 'Status 503 once a session, with Retry-After: 1; "=30" or any other text instead of the 1.',
    answer: (call) =>
      call.before === 0 ? refuse(call, 503, { 'retry-after': call.argument ?? '1' }) : undefined,
  },
  '204': {
    doc: 'Status 204 where a list is due.',
    answer: () => new Response(null, { status: 204 }),
  },
  'redirect-foreign': {
    doc: 'A redirect to another origin.',
    answer: () =>
      new Response(null, { status: 302, headers: { location: 'https://other.invalid/usage' } }),
  },
  'html-login-200': {
    doc: "The host's own login page with status 200: its session has run out.",
    answer: () => html(200, 'Sign in'),
  },
  'problem-with-200': {
    doc: 'A problem body with status 200.',
    answer: async (call) => {
      const refusal = call.problem({ status: 500, code: 'none' });
      return new Response(await refusal.text(), { status: 200, headers: refusal.headers });
    },
  },
  'pascal-problems': {
    doc: "Problems in PascalCase and with the prefix of PayEx' older services.",
    problemStyle: { casing: 'pascal', prefix: 'service' },
  },
  'hyphen-problems': {
    doc: 'subscription-not-found with a hyphen instead of the documented space.',
    problemStyle: { hyphens: true },
  },
  'status-mismatch': {
    doc: 'Problems whose body says status 200, whatever the HTTP status.',
    problemStyle: { bodyStatus: 200 },
  },
  'odd-problem': {
    doc: 'A 400 problem whose members are all of the wrong type.',
    answer: () =>
      new Response(
        '{"type":7,"title":["x"],"status":"many","detail":{"a":1},"instance":null,"problems":"none"}',
        { status: 400, headers: { 'content-type': 'application/problem+json' } },
      ),
  },
};
