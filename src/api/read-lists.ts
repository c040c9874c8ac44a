/** The frame that all lists share, and the list of subscriptions. */
import { ok, refuse, type Result } from './errors.js';
import { Findings } from './findings.js';
import { checkIdentifier } from './identifiers.js';
import type { JsonReader } from './json-reader.js';
import { readNext } from './links.js';
import { ListReader, type RowSink } from './list-reader.js';
import { listUrl, type ListKind, type Route } from './routes.js';
import { isList, isSubscription } from './schemas.js';

/** A subscription of a list. */
export interface SubscriptionRef {
  readonly subscriptionNo: string;
}

type Members = Readonly<Record<string, unknown>>;

type NumberField = 'subscriptionNo' | 'customerNo' | 'invoiceNo';

/** The numbers that were asked for, by the name of their field. */
export function numbersAsked({ scope, subscriptionNo }: Route): [NumberField, string][] {
  const { kind: _, ...number } = scope;
  const asked = Object.entries<string>({ ...number, subscriptionNo });
  return asked.filter(([, text]) => text) as [NumberField, string][];
}

/** Whether a value names another than was asked for. Compared as text, exactly, without outer spaces [assumed]. */
export function isStranger(value: unknown, asked: string): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const name = String(value).trim();
  return name !== '' && name !== asked;
}

/** Whether an answer names another subscription, customer or invoice than was asked for, as far as it was. */
export function namesStranger(named: Members, route: Route): boolean {
  return numbersAsked(route).some(([field, asked]) => isStranger(named[field], asked));
}

/** The predecessor service cut its answers off at this many rows without a word [assumed for REST]. */
const SUSPECT_COUNT = 3_000;

/** One page of a list: its rows as they come, its frame when it is whole. */
export class ListPage<Rows extends RowSink> {
  readonly rows: Rows;
  readonly reader: ListReader;
  /** Of this page only, which may have to be asked for again. */
  readonly findings = new Findings();
  readonly #route: Route;
  readonly #kind: ListKind;

  constructor(route: Route, kind: ListKind, open: (findings: Findings) => Rows) {
    this.#route = route;
    this.#kind = kind;
    this.rows = open(this.findings);
    this.reader = new ListReader(this.rows);
  }

  /**
   * The URL of the next page, which is in `navigation.next` [assumed]; null after the last one, and
   * where the link may not be called. E(protocol), or E(foreign) where page or row names somebody else.
   *
   * @param body as the reader gave it
   */
  judge(body: unknown): Result<string | null> {
    const { gaps, errors } = this.findings;
    const route = this.#route;
    if (!isList(body)) return refuse('protocol');
    if (this.findings.isForeign || namesStranger(body, route)) return refuse('foreign');
    const navigation = body['navigation'] as { next?: unknown } | null | undefined;
    const next = readNext(navigation?.next, listUrl(route, this.#kind), route.base);
    if (!next.ok) {
      errors.push(next.error);
      gaps.brokenPaging = true;
      return ok(null);
    }
    if (this.reader.count === SUSPECT_COUNT && !next.value) gaps.cutOff = true;
    return next;
  }
}

/** Takes the members of `…/subscriptions`. Their links lead where our own routes do. */
export class SubscriptionReader implements RowSink {
  readonly items: SubscriptionRef[] = [];
  readonly #route: Route;
  readonly #findings: Findings;

  constructor(route: Route, findings: Findings) {
    this.#route = route;
    this.#findings = findings;
  }

  take(json: JsonReader): void {
    const item = json.value();
    if (namesStranger(Object(item) as Members, this.#route)) this.#findings.isForeign = true;
    else if (!this.#add(item)) this.#findings.missRow();
  }

  #add(item: unknown): boolean {
    if (!isSubscription(item)) return false;
    const { subscriptionNo: given } = item;
    if (typeof given === 'number') this.#findings.warn('coerced');
    const number = checkIdentifier('subscription', String(given));
    if (number.ok) this.items.push({ subscriptionNo: number.value });
    return number.ok;
  }
}
