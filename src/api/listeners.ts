/** How the client speaks to the host's listeners. */
import type { UsageClientOptions } from './client-types.js';

type Listeners = Required<Pick<UsageClientOptions, 'onOffline' | 'onWait' | 'onWarning'>>;

/** Calls a listener of the host, by itself: what it throws is the page's to report, and breaks no call of ours. */
export function tell<Name extends keyof Listeners>(
  options: UsageClientOptions,
  name: Name,
  news: Parameters<Listeners[Name]>[0],
): void {
  queueMicrotask(() => options[name]?.(news as never));
}

/**
 * Tells what calls wait for: once for each moment, however many calls wait for it, and null when none
 * waits any more.
 */
export function announcer<Name extends 'onOffline' | 'onWait'>(
  options: UsageClientOptions,
  name: Name,
): (news: NonNullable<Parameters<Listeners[Name]>[0]>, wait: Promise<unknown>) => Promise<void> {
  let waiting = 0;
  let told: number | null | undefined = null;
  return async (news, wait) => {
    waiting += 1;
    if (told !== news.retryAt) tell(options, name, news);
    told = news.retryAt;
    try {
      await wait;
    } finally {
      waiting -= 1;
      if (waiting === 0) tell(options, name, (told = null));
    }
  };
}
