import type { Fetcher } from '../../src/api/index.js';
import type { Dice } from './oracle-dice.js';
import type { WireRow } from './oracle.js';
import type { Listing, WireCustomer } from './oracle-wire.js';

const ROOT = '/billing/usage/v1/L01';

/** Answers for several customers, each call when its time has come. */
export class OracleServer {
  /** Calls that wait for their answers, and all that ever came. */
  open = 0;
  count = 0;
  readonly #customers: readonly WireCustomer[];
  readonly #dice: Dice;
  readonly #slowest: number;

  /** @param slowest milliseconds that an answer takes at most. */
  constructor(customers: readonly WireCustomer[], dice: Dice, slowest = 12) {
    this.#customers = customers;
    this.#dice = dice;
    this.#slowest = slowest;
  }

  readonly fetcher: Fetcher = async (url, init) => {
    this.open += 1;
    this.count += 1;
    await new Promise((resolve) => setTimeout(resolve, this.#dice.next() * this.#slowest));
    this.open -= 1;
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const { pathname, searchParams } = new URL(url, location.href);
    const body = this.#bodyOf(decodeURIComponent(pathname), Number(searchParams.get('page') ?? 1));
    const type = body === null ? 'application/problem+json' : 'application/json';
    const problem = '{"type": "https://api.payex.com/problems/subscription-not-found"}';
    return new Response(body ?? problem, {
      status: body === null ? 404 : 200,
      headers: { 'content-type': type },
    });
  };

  #bodyOf(pathname: string, page: number): string | null {
    const path = pathname.slice(ROOT.length);
    for (const scope of this.#customers.flatMap(({ scopes }) => scopes)) {
      if (!path.startsWith(`${scope.path}/subscriptions`)) continue;
      const [no, kind] = path.slice(`${scope.path}/subscriptions/`.length).split('/');
      if (!no) return listBody(scope.list, pathname, page);
      const subscription = scope.subscriptions.get(no);
      const of = kind === 'usage-details' ? subscription?.details : subscription?.summaries;
      return of ? listBody(of, pathname, page) : null;
    }
    return null;
  }
}

/** A page of a list, with a link to the next one in one of the ways there are. */
function listBody({ pages, end }: Listing, path: string, page: number): string | null {
  const rows = pages[page - 1];
  if (!rows) return null;
  const links = {
    whole: '',
    lost: `${path}?page=${page + 1}`,
    circle: page > 1 ? `${path}?page=${page}` : path,
    astray: `${path.replace('L01', 'L02')}?page=${page + 1}`,
  };
  const link = page < pages.length ? links.lost : links[end];
  const next = page % 2 ? `"${link}"` : `{"href": "${link}"}`;
  const navigation = link ? `{"@id": "${path}", "next": ${next}}` : '{}';
  return `{"items": [${rows.map(rowText).join(',\n')}], "navigation": ${navigation}}`;
}

function rowText(row: WireRow): string {
  if (typeof row === 'string') return row;
  return `{${row.map(([name, raw]) => `"${name}": ${raw}`).join(', ')}}`;
}
