/** The members of a value from outside; of what has none, none. */
export function membersOf(value: unknown): Record<string, unknown> {
  return { ...(value as object | null) };
}

/** Those of its members that are texts. */
export function textsOf(value: unknown): Partial<Record<string, string>> {
  const texts = Object.entries(membersOf(value)).filter(([, text]) => typeof text === 'string');
  return Object.fromEntries(texts) as Partial<Record<string, string>>;
}
