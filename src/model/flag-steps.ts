/** Working out the flags of a table, in steps. */
import { flagUnusual } from './flag-amounts.js';
import { flagTimes } from './flag-times.js';
import { FEW_ROWS, FLAGS, kindFlag, TableFlags } from './flags.js';
import { internationalTest } from './number-rules.js';
import { unitsOf } from './packed-texts.js';
import { inSteps, type Steps } from './steps.js';
import type { UsageTable } from './usage-table.js';
import { describeUsageType, type UsageKind, type UsageTypeMap } from './usage-type.js';

const { premium, roaming, credit, international, firstSeen } = FLAGS;

/**
 * Flags the rows that a table has now.
 *
 * @param others other usage at hand: what of it began earlier tells which numbers are new.
 */
export function* flagSteps(
  table: UsageTable,
  others: readonly UsageTable[] = [],
  usageTypes?: UsageTypeMap,
): Steps<TableFlags> {
  const flags = new TableFlags();
  const kinds = table.usageType.values.map((type) => describeUsageType(type, usageTypes).kind);
  const { earliest } = table.facts;
  const earlier = others.filter((other) => other.facts.earliest < earliest);
  yield* flagRows(table, flags, kinds, earlier);
  yield* flagUnusual(table, flags);
  yield* flagTimes(table, flags, kinds);
  return flags;
}

/** Flags each row by itself: its marks, its type and its number. */
function* flagRows(
  table: UsageTable,
  flags: TableFlags,
  kinds: readonly UsageKind[],
  earlier: readonly UsageTable[],
): Steps<void> {
  const { length, markSets, usageType, otherParty, subscriptionNo, roamingProvider } = table;
  const ofNumbers = yield* flagNumbers(table, earlier);
  const ofTypes = kinds.map(kindFlag);
  // Of a subscription without earlier usage every number would be new.
  const isKnown = yield* heldBy(earlier, 'subscriptionNo', subscriptionNo.values);
  yield* inSteps(length, (from, to) => {
    for (let row = from; row < to; row++) {
      const bits =
        (markSets.code(row) & (premium | roaming | credit)) |
        (ofTypes[usageType.code(row)] ?? 0) |
        (roamingProvider.code(row) && roaming) |
        ((ofNumbers[otherParty.code(row)] ?? 0) &
          (isKnown[subscriptionNo.code(row)] ? -1 : ~firstSeen));
      if (bits) flags.add(row, bits);
    }
  });
}

/** What each distinct number says, by code; a name of a service says nothing. */
function* flagNumbers(table: UsageTable, earlier: readonly UsageTable[]): Steps<Uint16Array> {
  const { values } = table.otherParty;
  const ofNumbers = new Uint16Array(values.length);
  const isInternational = internationalTest(table.numberRules, table.homeCountry);
  const isKnown = yield* heldBy(earlier, 'otherParty', values);
  yield* inSteps(
    values.length,
    (from, to) => {
      for (let code = Math.max(1, from); code < to; code++) {
        if (table.numberClassOf(code) === 'service') continue;
        ofNumbers[code] =
          (isInternational(values[code] ?? '') ? international : 0) |
          (isKnown[code] ? 0 : firstSeen);
      }
    },
    FEW_ROWS,
  );
  return ofNumbers;
}

/** Whether any of the tables holds a text, by its place. Assumed: they all write a number the same way. */
function* heldBy(
  tables: readonly UsageTable[],
  column: 'subscriptionNo' | 'otherParty',
  texts: readonly string[],
): Steps<Uint8Array> {
  const held = new Uint8Array(texts.length);
  yield* inSteps(
    texts.length,
    (from, to) => {
      for (let i = from; i < to; i++) {
        const text = texts[i] ?? '';
        const units = unitsOf(text);
        const isHeld = (table: UsageTable): boolean =>
          table[column].codeOfUnits(units, 0, text.length) !== undefined;
        held[i] = Number(tables.some(isHeld));
      }
    },
    FEW_ROWS,
  );
  return held;
}
