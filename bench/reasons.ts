/**
 * Why a goal is not reached and what was tried: told beside it for as long as it is missed, by its name in
 * `goals.ts`.
 */
export const REASONS: Readonly<Record<string, string>> = {};
