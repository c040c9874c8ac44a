/** Below `/billing/usage/v1/{ownerNo}/{tree}/{scopeNo}` [known]. */
export type Level =
  'scope' | 'subscriptions' | 'subscription' | 'usage-details' | 'usage-summaries';

export interface Route {
  readonly ownerNo: string;
  readonly tree: 'invoices' | 'customers';
  /** An invoice number or a customer number, decoded. */
  readonly scopeNo: string;
  readonly subscriptionNo: string | null;
  readonly level: Level;
}

/** `refused`: an encoding that does not decode, or a path that would climb. `unknown`: no such route. */
export type RouteReading = Route | 'refused' | 'unknown';

const PREFIX = ['', 'billing', 'usage', 'v1'];

const NEVER_IN_A_SEGMENT = /[\u0000-\u001f\u007f\\]/;

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** A slash inside an identifier is fine, a dot segment inside it is not: `a%2F..%2Fb` climbs too. */
function isSafe(identifier: string): boolean {
  return (
    !NEVER_IN_A_SEGMENT.test(identifier) &&
    identifier.split('/').every((part) => part !== '.' && part !== '..')
  );
}

/**
 * The decoded segments of a path, or `null` for an encoding that does not decode and for anything that
 * would climb.
 *
 * @param rawPath as it stood in the request line, without the query
 */
export function readSegments(rawPath: string): readonly string[] | null {
  const segments: string[] = [];
  for (const raw of rawPath.split('/')) {
    const segment = decode(raw);
    if (segment === null || !isSafe(segment)) return null;
    segments.push(segment);
  }
  return segments;
}

/** Whether those segments lie below `/billing/usage/v1`. */
export function isBelowApi(segments: readonly string[]): boolean {
  return PREFIX.every((name, index) => segments[index] === name);
}

/** @param rawPath as it stood in the request line, without the query */
export function readRoute(rawPath: string): RouteReading {
  const segments = readSegments(rawPath);
  if (segments === null) return 'refused';
  if (!isBelowApi(segments)) return 'unknown';
  const [ownerNo, tree, scopeNo, subscriptions, subscriptionNo, leaf, ...more] = segments.slice(4);
  if (!ownerNo || !scopeNo || (tree !== 'invoices' && tree !== 'customers')) return 'unknown';
  if (more.length > 0) return 'unknown';
  const place = { ownerNo, tree, scopeNo } as const;
  if (subscriptions === undefined) return { ...place, subscriptionNo: null, level: 'scope' };
  if (subscriptions !== 'subscriptions') return 'unknown';
  if (subscriptionNo === undefined) {
    return { ...place, subscriptionNo: null, level: 'subscriptions' };
  }
  if (subscriptionNo === '') return 'unknown';
  if (leaf === undefined) return { ...place, subscriptionNo, level: 'subscription' };
  if (leaf !== 'usage-details' && leaf !== 'usage-summaries') return 'unknown';
  return { ...place, subscriptionNo, level: leaf };
}

/** The root-relative link of a place, every segment encoded. */
export function hrefOf({ ownerNo, tree, scopeNo, subscriptionNo, level }: Route): string {
  const scope = `/billing/usage/v1/${encodeURIComponent(ownerNo)}/${tree}/${encodeURIComponent(scopeNo)}`;
  if (level === 'scope') return scope;
  if (subscriptionNo === null) return `${scope}/subscriptions`;
  const subscription = `${scope}/subscriptions/${encodeURIComponent(subscriptionNo)}`;
  return level === 'subscription' ? subscription : `${subscription}/${level}`;
}
