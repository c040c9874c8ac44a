/**
 * zod as this project uses it: the few makers of schemas that we need, behind the one setting that must
 * come before any schema. Without it zod probes `new Function`, and a strict Content-Security-Policy
 * reports the probe even though zod catches the refusal.
 *
 * Schemas take their makers from here and never from zod: a bare `import './zod-config.js'` would be
 * dropped by bundlers, since package.json promises that our modules have no side effects.
 */
import * as mini from 'zod/mini';

mini.config({ jitless: true });

export const custom = mini.custom;
export const number = mini.number;
export const object = mini.object;
export const optional = mini.optional;
export const string = mini.string;
export const union = mini.union;
export const unknown = mini.unknown;
export type { infer, ZodMiniType } from 'zod/mini';
