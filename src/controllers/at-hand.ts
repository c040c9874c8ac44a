import type { UsageTable } from '../model/usage-table.js';
import type { SessionController } from './session.js';
import { nameOf } from './wishes.js';

/** The records of other usage of the customer than what is shown, as far as they happen to be at hand. */
export function tablesAtHand({
  connection,
  scope,
  subscriptions,
}: SessionController): readonly UsageTable[] {
  const { loads, gathering } = connection;
  const answers = loads.beside(nameOf(scope)) as { readonly table?: UsageTable }[];
  const tables = answers.flatMap(({ table }) => table ?? []);
  const isOther = gathering && gathering.list !== subscriptions.value;
  return isOther ? [...tables, gathering.table] : tables;
}
