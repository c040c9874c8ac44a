import type { MessageOverrides, Messages, Plural } from './messages.js';

/**
 * A language with the host's own words put over it. Hosts write these by hand and in plain
 * JavaScript, so whatever is not a text under a known key is left out rather than shown.
 */
export function overrideMessages(
  messages: Messages,
  overrides: MessageOverrides | null | undefined,
): Messages {
  return overrides ? over(messages, overrides) : messages;
}

/** Only the members that are there already: no host can add one. */
function over<T extends Messages | Plural>(own: T, other: unknown): T {
  const entries = Object.entries(own).map(([key, text]: [string, string | Plural]) => {
    const given = (other as Readonly<Record<string, unknown>> | null | undefined)?.[key];
    if (typeof text !== 'string') {
      return [key, over(text, typeof given === 'string' ? { one: given, other: given } : given)];
    }
    return [key, typeof given === 'string' ? given : text];
  });
  return Object.fromEntries(entries) as T;
}
