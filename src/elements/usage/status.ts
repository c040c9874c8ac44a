import { subscriptionCount, failureWords, gapWords } from '../words.js';
import { findWords } from './find.js';
import type { UsageFrame } from './frame.js';

/** One line for those who listen: what is happening now. It changes only when that does. */
export function statusWords(frame: UsageFrame): string {
  const {
    localizer,
    settings,
    session,
    asOf,
    busy,
    calm,
    held,
    progress,
    trouble,
    overview,
    page,
  } = frame;
  if (busy) return held ?? localizer.text('loading');
  if (calm !== null) return calm;
  const { current } = session.searching;
  if (current) return findWords(frame, current);
  if (trouble) return failureWords(localizer, trouble, settings.timeZone);
  if (progress && progress.done < progress.count) {
    return subscriptionCount(localizer, progress.done, progress.count);
  }
  // What the figures lack says that they have come, too.
  const { total } = overview ?? page ?? {};
  const lacks = total && gapWords(localizer, total.gaps);
  return (
    lacks ?? (asOf === null ? '' : localizer.text('asOf', localizer.time(asOf, settings.timeZone)))
  );
}
