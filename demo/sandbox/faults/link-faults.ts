import { hrefOf, type Route } from '../route.js';
import { type Fault, type FaultCall, type FaultTable, onRows } from './fault.js';

/** A list whose `navigation.next` leads where `href` says. */
function nextLink(doc: string, href: (call: FaultCall) => string): Fault {
  return {
    doc,
    reshape: (body, call) =>
      Array.isArray(body.items)
        ? { ...body, navigation: { ...(body.navigation as object), next: href(call) } }
        : body,
  };
}

/** Lists of subscriptions whose first entry links to `href(route)`. */
function firstLink(doc: string, href: (route: Route) => string): Fault {
  return onRows(doc, ['subscriptions'], (rows, { route }) =>
    rows.map((row, n) =>
      n === 0 && route !== null
        ? { ...row, usageDetails: href(route), usageSummaries: href(route) }
        : row,
    ),
  );
}

const elsewhere = (route: Route, change: Partial<Route>): string =>
  hrefOf({ ...route, subscriptionNo: '46701740699', level: 'usage-details', ...change });

const self = ({ href }: FaultCall): string => href;

/** Faults in links and in the way from page to page. */
export const LINK_FAULTS: FaultTable = {
  paged: {
    doc: 'Lists in pages of two rows; "=50" for another size.',
    paging: (call) => ({ size: Number(call.argument ?? 2) }),
  },
  'overlapping-pages': {
    doc: 'Pages of five rows, the last of which comes again on the next page.',
    paging: () => ({ size: 5, overlap: 1 }),
  },
  'page-gap': {
    doc: 'Pages of five rows with one lost between them.',
    paging: () => ({ size: 5, gap: 1 }),
  },
  'repeated-next': nextLink('The next page is this page again.', self),
  'endless-next': nextLink('There is always one more page.', ({ href }) => {
    const page = Number(new URL(href, 'http://sandbox').searchParams.get('page') ?? 1);
    return `${href.split('?')[0] ?? ''}?page=${page + 1}`;
  }),
  'other-ledger-next': nextLink('The next page lies in another ledger.', ({ href }) =>
    href.replace('/v1/L01/', '/v1/L02/'),
  ),
  'foreign-next': nextLink(
    'The next page lies with another origin.',
    ({ href }) => `https://other.invalid${href}`,
  ),
  'dot-next': nextLink('The next page climbs out of the API.', ({ href }) => `${href}/../../../x`),
  'foreign-link': firstLink(
    'The first subscription links to another origin.',
    (route) => `https://other.invalid${elsewhere(route, {})}`,
  ),
  'other-ledger-link': firstLink('The first subscription links to another ledger.', (route) =>
    elsewhere(route, { ownerNo: 'L02' }),
  ),
  'other-customer-link': firstLink('The first subscription links to another customer.', (route) =>
    elsewhere(route, { tree: 'customers', scopeNo: '999999' }),
  ),
  'dot-link': firstLink(
    'The first subscription links out of the API, with encoded dots.',
    (route) => `${hrefOf({ ...route, level: 'subscriptions' })}/%2e%2e/%2e%2e/x`,
  ),
};
