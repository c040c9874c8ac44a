import { failureWords } from '../words.js';
import { factsOf } from './facts.js';
import type { UsageFrame } from './frame.js';

/** One line for those who listen: what is happening now. It changes only when that does. */
export function statusWords(frame: UsageFrame): string {
  const { words, settings, session, said } = frame;
  if (said) return said;
  if (!session.scope) return '';
  const { subscriptions, summary, details } = session;
  const error = session.blocked ?? subscriptions.error ?? summary.error ?? details.error;
  if (error) return failureWords(words, error, settings.timeZone);
  const { busy, overview } = factsOf(frame);
  if (busy) return words.text('loading');
  const left = overview ? overview.lines.length - overview.done : 0;
  return left > 0 && overview
    ? words.plural('progress', overview.lines.length, { done: overview.done })
    : words.text('loaded');
}
