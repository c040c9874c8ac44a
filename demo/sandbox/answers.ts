import type { JsonObject } from './dialects.js';
import type { SandboxCustomer, SubscriptionUsage } from './model.js';
import type { Refusal } from './problems.js';
import { summarise } from './records.js';
import { hrefOf, type Route } from './route.js';

/** How a list is cut into answers. `overlap` rows come twice, `gap` rows never. */
export interface Paging {
  readonly size: number;
  readonly overlap?: number;
  readonly gap?: number;
}

export type Answer =
  | { readonly body: JsonObject; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly body?: undefined };

/** What PayEx takes [known]: letters, digits and `& / _ - .` and space; åäö are letters. */
const LIMITS = {
  customerNo: /^[\p{L}\p{N}&/_.\- ]{1,15}$/u,
  invoiceNo: /^[\p{L}\p{N}&/_.\- ]{1,50}$/u,
  subscriptionNo: /^[^\p{Cc}]{1,34}$/u,
} as const;

const refuse = (status: number, code: Refusal['code'], detail?: string): Answer => ({
  refusal: { status, code, detail },
});

function validate(route: Route): Answer | null {
  const values = {
    [route.tree === 'invoices' ? 'invoiceNo' : 'customerNo']: route.scopeNo,
    ...(route.subscriptionNo !== null && { subscriptionNo: route.subscriptionNo }),
  };
  const parameters: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!LIMITS[name as keyof typeof LIMITS].test(value)) {
      parameters[name] = 'The value is too long or holds characters that are not allowed';
    }
  }
  if (Object.keys(parameters).length === 0) return null;
  return { refusal: { status: 400, code: 'validation', parameters } };
}

interface Scope {
  readonly customer: SandboxCustomer;
  readonly usage: readonly SubscriptionUsage[];
}

/** Looks numbers up in constant time, since a page of tests asks for thousands. */
export class UsageBook {
  readonly #scopes = new Map<string, Scope>();

  constructor(customers: readonly SandboxCustomer[]) {
    for (const customer of customers) {
      if (customer.unbilled !== null) {
        const scope = { customer, usage: customer.unbilled };
        this.#scopes.set(`customers ${customer.customerNo}`, scope);
      }
      for (const { invoiceNo, usage } of customer.invoices) {
        this.#scopes.set(`invoices ${invoiceNo}`, { customer, usage });
      }
    }
  }

  /** @param page counted from 1 */
  answer(route: Route, page: number, paging?: Paging): Answer {
    const invalid = validate(route);
    if (invalid !== null) return invalid;
    const scope = this.#scopes.get(`${route.tree} ${route.scopeNo}`);
    if (scope === undefined) {
      const code = route.tree === 'invoices' ? 'invoice-not-found' : 'customer-not-found';
      return refuse(404, code, 'Nothing is known by this number');
    }
    if (scope.usage.length === 0) return refuse(404, 'invoice-has-no-usage');
    return answerWithin(scope, route, page, paging);
  }
}

function answerWithin(scope: Scope, route: Route, page: number, paging?: Paging): Answer {
  const { dialect } = scope.customer;
  if (route.level === 'scope') {
    const list = hrefOf({ ...route, level: 'subscriptions' });
    const name = route.tree === 'invoices' ? 'invoiceNo' : 'customerNo';
    return {
      body: { [name]: route.scopeNo, subscriptions: dialect.subscriptionsLink(list) },
    };
  }
  if (route.level === 'subscriptions') {
    const items = scope.usage.map(({ subscriptionNo }) =>
      subscriptionItem(route, subscriptionNo, dialect.itemIds),
    );
    return list(items, route, page, paging ?? { size: dialect.pageSize });
  }
  const subscription = scope.usage.find((one) => one.subscriptionNo === route.subscriptionNo);
  if (subscription === undefined) return refuse(404, 'subscription-not found');
  if (route.level === 'subscription') {
    return { body: subscriptionItem(route, subscription.subscriptionNo, true) };
  }
  const records = subscription.records();
  const items =
    route.level === 'usage-details'
      ? records.map((record) => dialect.detail(record))
      : summarise(records).map((row) => dialect.summary(row));
  return list(items, route, page, paging ?? { size: dialect.pageSize });
}

function subscriptionItem(route: Route, subscriptionNo: string, withId: boolean): JsonObject {
  const href = (level: Route['level']): string => hrefOf({ ...route, subscriptionNo, level });
  return {
    subscriptionNo,
    usageDetails: href('usage-details'),
    usageSummaries: href('usage-summaries'),
    ...(withId && { '@id': href('subscription') }),
  };
}

function list(items: readonly JsonObject[], route: Route, page: number, paging: Paging): Answer {
  const { size, overlap = 0, gap = 0 } = paging;
  const from = (page - 1) * (size - overlap + gap);
  const href = hrefOf(route);
  const more = from + size < items.length;
  return {
    body: {
      items: items.slice(from, from + size),
      navigation: {
        '@id': page === 1 ? href : `${href}?page=${page}`,
        ...(more && { next: `${href}?page=${page + 1}` }),
      },
    },
  };
}
