/** The values of one row, by the names of the table of fields; made only when they are asked for. */
import type { FieldTable } from './aliases.js';
import { NONE, NUMBER, OBJECT, OTHER, QUOTE, TEXT, type JsonReader } from './json-reader.js';

/** A value of the row, by its member's name as it is written there. All are of one shape, for speed. */
export class Value {
  kind = NONE;
  /** Where a text begins and ends in the reader's `units`; `end` is the scale of a number. */
  start = 0;
  end = 0;
  /** A double from the beginning. */
  numeral = NaN;
  /** What is neither text nor number. */
  other: unknown = null;
  /** The bytes of the name up to the quote at its end: what is written alike is the same name. */
  readonly raw: Uint8Array;
  /** The name that came after it when somebody last looked: rows of one answer are made alike. */
  next: Value | undefined = undefined;

  constructor(raw: Uint8Array = new Uint8Array(0)) {
    this.raw = raw;
  }
}

/** The values that a field may have, best name first. */
export type Values = readonly Value[];

/** What a field has that did not come. */
export const MISSING: Readonly<Value> = new Value();

/**
 * Reads rows by a table, names without case: of several names that have a value the first of the table
 * wins; null and empty text are no values, and of a name that comes twice the last value counts. A name
 * that the table does not know is a member like any other: its value is checked and not looked at.
 */
export class RowIndex {
  /** By name of the field. */
  readonly fields: Readonly<Record<string, Values>>;
  /** The reader of the row. */
  json!: JsonReader;

  readonly #known = new Map<string, Value>();
  readonly #names: Value[] = [];
  readonly #first = new Value();
  readonly #made = new Value();
  readonly #aliases: readonly { names: string[]; values: Value[]; ranks: number[] }[];

  /** @param ownNames each field goes by its own name only, as in what a host's mapping gives */
  constructor(table: FieldTable, ownNames: boolean) {
    const fields = Object.entries(table);
    this.#aliases = fields.map(([field, spec]) => {
      const names = ownNames ? [] : spec.toLowerCase().split(' ').slice(1);
      const own = field.toLowerCase();
      if (!names.includes(own)) names.unshift(own);
      return { names, values: [], ranks: [] };
    });
    this.fields = Object.fromEntries(
      fields.map(([field], i) => [field, this.#aliases[i]?.values ?? []]),
    );
  }

  /** Reads the object that is next. */
  read(json: JsonReader): void {
    this.json = json;
    const names = this.#names;
    for (const known of names) known.kind = NONE;
    json.at++;
    let name = this.#first;
    for (let isFirst = true; json.hasMore(isFirst, OBJECT[1]); isFirst = false) {
      name = this.#nameAfter(name, json);
      json.colon();
      const kind = json.next();
      name.kind = kind;
      name.start = json.from;
      name.end = json.to;
      if (kind === NUMBER) {
        name.numeral = json.numeral;
        name.end = json.scale;
      } else if (kind === OTHER) name.other = json.other;
    }
  }

  /** The value of a field. */
  find(values: Values | undefined): Value {
    if (values) for (const value of values) if (value.kind !== NONE) return value;
    return MISSING;
  }

  /** Makes a text a value of the row. */
  put(text: string): Value {
    const { json } = this;
    json.put(text);
    return Object.assign(this.#made, { kind: TEXT, start: json.from, end: json.to });
  }

  /** The text that a value is; empty for anything else. */
  textOf({ kind, start, end }: Value): string {
    return kind === TEXT ? this.json.text(start, end) : '';
  }

  /** A value as JSON.parse gives it; undefined for none. */
  plain(value: Value): unknown {
    if (value.kind === NUMBER) return value.numeral / 10 ** value.end;
    return value.kind === OTHER ? value.other : this.textOf(value) || undefined;
  }

  /** Takes a name: the one that is expected, the one after that, or one that has to be looked up. */
  #nameAfter(before: Value, json: JsonReader): Value {
    if (json.peek() === QUOTE) {
      const { next } = before;
      if (next && json.takes(next.raw)) return next;
      const other = next?.next;
      if (other && json.takes(other.raw)) return other;
    }
    const start = json.at + 1;
    const text = json.name();
    return (before.next =
      this.#known.get(text) ?? this.#learn(text, json.bytes.slice(start, json.at)));
  }

  /** Makes a name known to the fields that may go by it. */
  #learn(text: string, raw: Uint8Array): Value {
    const name = new Value(raw);
    const alias = text.toLowerCase();
    for (const { names, values, ranks } of this.#aliases) {
      const rank = names.indexOf(alias);
      if (rank < 0) continue;
      const at = ranks.filter((each) => each <= rank).length;
      values.splice(at, 0, name);
      ranks.splice(at, 0, rank);
      this.#names.push(name);
    }
    this.#known.set(text, name);
    return name;
  }
}
