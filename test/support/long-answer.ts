import type { DetailsAnswer } from '../../src/api/index.js';
import { call, tableOf } from './model-records.js';

/** More than a step takes. */
export const MANY = 10_000;

/** The records of a subscription, more than come into a table in one step. */
export function longAnswer(subscriptionNo: string): DetailsAnswer {
  const records = Array.from({ length: MANY }, (_, i) =>
    call({ subscriptionNo, recordId: `R${i}` }),
  );
  const table = tableOf(records);
  return { table, gaps: {}, errors: [], asOf: 1 } as unknown as DetailsAnswer;
}
