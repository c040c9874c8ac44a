/** One page of a list: its envelope, its owner, its next link, and its rows one by one. */
import type { Incompleteness } from '../model/money.js';
import {
  AliasReader,
  IDENTITY_ALIASES,
  canonicalTable,
  type AliasTable,
  type IdentityField,
} from './aliases.js';
import { fail, ok, usageError, type ErrorReason, type Result, type UsageError } from './errors.js';
import { guardLink, linkText } from './links.js';
import { ValueReader } from './read-values.js';
import type { AnswerContext, PageNotes, RowContext, RowMapper, RowOrigin } from './read-context.js';
import { listSchema, readShape, type ListBody } from './schemas.js';

/** The predecessor service cut its answers off at this many records without a word [assumed for REST]. */
const SUSPECT_ROW_COUNT = 3_000;

/** Numbers by which an answer or a row says whose it is. */
export interface Identity {
  readonly subscriptionNo?: unknown;
  readonly customerNo?: unknown;
  readonly invoiceNo?: unknown;
}

/**
 * E(foreign) if the answer or row names another subscription, customer or invoice than was asked
 * for; null if it names the same or none. Compared as text, exactly, without outer spaces [assumed].
 */
export function foreignIdentity(
  named: Identity,
  { scope }: AnswerContext,
  subscriptionNo?: string,
): UsageError | null {
  const differs = (value: unknown, asked: string | undefined): boolean => {
    if (asked === undefined || (typeof value !== 'string' && typeof value !== 'number'))
      return false;
    const text = String(value).trim();
    return text !== '' && text !== asked;
  };
  let reason: ErrorReason | null = null;
  if (differs(named.subscriptionNo, subscriptionNo)) reason = 'foreign-subscription';
  else if (scope.kind === 'customer') {
    if (differs(named.customerNo, scope.customerNo)) reason = 'foreign-customer';
  } else if (differs(named.invoiceNo, scope.invoiceNo)) reason = 'foreign-invoice';
  return reason && usageError('foreign', { reason });
}

/** Where the list goes on, from `navigation.next`: [assumed], a string or `{href}`. */
export function readNext(
  navigation: unknown,
  context: AnswerContext,
  subscriptionNo?: string,
): Pick<PageNotes, 'next' | 'nextRefused'> {
  const next =
    typeof navigation === 'object' && navigation !== null && Object.hasOwn(navigation, 'next')
      ? (navigation as { next: unknown }).next
      : null;
  if (next === null || next === undefined || next === '') return { next: null, nextRefused: null };
  const text = linkText(next);
  // Something stands there and nobody can tell what: the list goes on without us.
  if (text === null) {
    return { next: null, nextRefused: usageError('protocol', { reason: 'bad-link' }) };
  }
  const { base, ownerNo, scope } = context;
  const link = guardLink(base, ownerNo, scope, text, subscriptionNo);
  return link.ok
    ? { next: link.value, nextRefused: null }
    : { next: null, nextRefused: link.error };
}

/** The gaps that are there; an empty object says that nothing is missing. */
export function gapsOf(counts: Incompleteness): Incompleteness {
  return Object.fromEntries(Object.entries(counts).filter(([, value]) => value));
}

/** How rows become `Row`s: the names, the host's mapping in their place, and the building. */
export interface RowRecipe<Field extends string, Row> {
  readonly table: AliasTable<Field>;
  readonly mapper: RowMapper<{ readonly [field in Field]?: unknown }> | null;
  /** Whether an answer of exactly 3,000 rows is likely to have been cut off. */
  readonly suspectFullPage: boolean;
  /** Makes a builder for one page; it returns null for a row that holds nothing to show. */
  builder(
    at: Readonly<Record<Field, number>>,
    values: ValueReader,
  ): (read: readonly unknown[]) => Row | null;
}

/**
 * The rows of one answer, read in slices so that a very long answer can be taken in between frames.
 * Nothing of a page may be shown before all of it was read: a later row may prove it foreign.
 */
export class RowPage<Row> {
  readonly next: string | null;
  readonly nextRefused: UsageError | null;
  readonly #items: readonly unknown[];
  readonly #read: RowReader<Row>;
  readonly #values: ValueReader;
  readonly #suspectFullPage: boolean;
  #at = 0;
  #unreadable = 0;

  private constructor(
    body: ListBody,
    context: RowContext,
    values: ValueReader,
    read: RowReader<Row>,
    suspectFullPage: boolean,
  ) {
    const { next, nextRefused } = readNext(body.navigation, context, context.subscriptionNo);
    this.next = next;
    this.nextRefused = nextRefused;
    this.#items = body.items;
    this.#values = values;
    this.#read = read;
    this.#suspectFullPage = suspectFullPage;
  }

  /** E(data), E(protocol) `envelope`, or E(foreign) where the envelope names somebody else. */
  static open<Field extends string, Row>(
    body: unknown,
    context: RowContext,
    recipe: RowRecipe<Field | IdentityField, Row>,
  ): Result<RowPage<Row>> {
    const list = readShape(listSchema, body);
    if (!list.ok) return list;
    const foreign = foreignIdentity(list.value, context, context.subscriptionNo);
    if (foreign) return fail(foreign);
    const values = new ValueReader(context);
    const read = rowReader(context, recipe, values);
    return ok(new RowPage(list.value, context, values, read, recipe.suspectFullPage));
  }

  /** Rows that have not been read yet. */
  get remaining(): number {
    return this.#items.length - this.#at;
  }

  /** The next rows, or E(foreign) as soon as one of them names somebody else: drop the whole answer. */
  read(limit = this.remaining): Result<Row[]> {
    const rows: Row[] = [];
    const end = Math.min(this.#items.length, this.#at + limit);
    while (this.#at < end) {
      const item = this.#items[this.#at++];
      const row = isRow(item) ? this.#read(item) : null;
      if (row === null) {
        this.#unreadable++;
        this.#values.warnings.add('unreadable-row');
      } else if (row instanceof ForeignRow) {
        this.#at = this.#items.length;
        return fail(row.error);
      } else {
        rows.push(row);
      }
    }
    return ok(rows);
  }

  /** What came with the rows that were read so far. */
  notes(): PageNotes {
    const last = this.next === null && this.nextRefused === null;
    return {
      gaps: gapsOf({
        unreadableRows: this.#unreadable,
        missingAmounts: this.#values.missingAmounts,
        cutOff: this.#suspectFullPage && last && this.#items.length === SUSPECT_ROW_COUNT,
        brokenPaging: this.nextRefused !== null,
      }),
      next: this.next,
      nextRefused: this.nextRefused,
      warnings: this.#values.warnings.list(),
    };
  }
}

/** What a row reader gives for a row that belongs to somebody else. */
class ForeignRow {
  readonly error: UsageError;

  constructor(error: UsageError) {
    this.error = error;
  }
}

type RowReader<Row> = (row: object) => Row | ForeignRow | null;

/** Reads one row: whose it is first, then its values, by our names or by the host's mapping. */
function rowReader<Field extends string, Row>(
  context: RowContext,
  recipe: RowRecipe<Field | IdentityField, Row>,
  values: ValueReader,
): RowReader<Row> {
  const { mapper } = recipe;
  const reader = new AliasReader(mapper ? canonicalTable(recipe.table) : recipe.table);
  const build = recipe.builder(reader.slots, values);
  const owner = ownerCheck(reader, context);
  const readRow: RowReader<Row> = (row) => {
    const read = reader.read(row);
    values.startRow();
    return owner(read) ?? build(read);
  };
  if (!mapper) return readRow;

  const rawReader = new AliasReader<IdentityField>(IDENTITY_ALIASES);
  const rawOwner = ownerCheck(rawReader, context);
  const origin: RowOrigin = {
    subscriptionNo: context.subscriptionNo,
    usage: context.scope.kind === 'customer' ? 'unbilled' : 'billed',
  };
  return (row) => {
    const foreign = rawOwner(rawReader.read(row));
    if (foreign) return foreign;
    try {
      const mapped: unknown = mapper(row as Record<string, unknown>, origin);
      if (isRow(mapped)) return readRow(mapped);
    } catch {
      // The host's own code: what it throws may quote the row, so it goes nowhere.
    }
    values.warnings.add('mapper-failed');
    return null;
  };
}

function ownerCheck<Field extends string>(
  reader: AliasReader<Field | IdentityField>,
  context: RowContext,
): (read: readonly unknown[]) => ForeignRow | null {
  const { subscriptionNo, customerNo, invoiceNo } = reader.slots;
  return (read) => {
    const error = foreignIdentity(
      {
        subscriptionNo: read[subscriptionNo],
        customerNo: read[customerNo],
        invoiceNo: read[invoiceNo],
      },
      context,
      context.subscriptionNo,
    );
    return error && new ForeignRow(error);
  };
}

function isRow(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
