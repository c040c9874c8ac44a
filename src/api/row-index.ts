/** The values of one row, by the names of the table of fields; made only when they are asked for. */
import {
  SUMMARY_COLUMNS,
  DETAIL_FIELDS,
  ROW_FIELDS,
  type DetailField,
  type RowKind,
} from './aliases.js';
import type { JsonReader } from './json-reader.js';
import { OBJECT, Value } from './json-values.js';

/** What a field has that did not come. */
export const ABSENT: Readonly<Value> = new Value();

/** Behind that of any name. */
const LAST_RANK = 99;

/** The best value of a row that a field may have. */
export class Field {
  value: Value = ABSENT;
  rank = LAST_RANK;
}

/** A field that may go by a name; the names of smaller ranks are better. */
interface Use {
  readonly field: Field;
  readonly rank: number;
}

/** A name as it is written in the bytes, from its quote to its colon: what is written alike is the same name. */
interface Name {
  readonly raw: Uint8Array;
  readonly value: Value;
  readonly uses: readonly Use[];
}

/** More names than any row has: those beyond them are looked up each time. */
const MOST_NAMES = 100;

/**
 * Reads rows by a table, names without case: of several names that have a value the first of the table
 * wins; null and empty text are no values, and of a name that comes twice the last value counts. A name
 * that the table does not know is a member like any other: its value is checked and not looked at.
 */
export class RowIndex {
  /** By name of the column that they go into. */
  readonly fields: Readonly<Record<DetailField, Field>>;
  readonly #all: readonly Field[];
  readonly #uses = new Map<string, Use[]>();
  /** As they came first: rows of one answer are made alike, so that the next one is mostly known. */
  readonly #names: Name[] = [];
  /** By our own name. */
  readonly #own: readonly [string, Field][];

  constructor(kind: RowKind) {
    const fields = Object.entries(DETAIL_FIELDS).map(([column]) => [column, new Field()] as const);
    this.fields = Object.fromEntries(fields) as Record<DetailField, Field>;
    this.#all = Object.values(this.fields);
    this.#own = Object.entries<string>(ROW_FIELDS[kind]).map(([own, spec]) => {
      const names = spec.split(' ');
      if (!names.includes(own)) names.unshift(own);
      const field = this.fields[SUMMARY_COLUMNS[own] ?? (own as DetailField)];
      names.forEach((name, rank) => {
        const alias = name.toLowerCase();
        this.#uses.set(alias, [...(this.#uses.get(alias) ?? []), { field, rank }]);
      });
      return [own, field];
    });
  }

  /** Takes the values of an object by our own names, in place of those that were read. */
  fill(json: JsonReader, row: Readonly<Record<string, unknown>>): void {
    json.begin();
    // Nobody looked at its texts yet.
    json.isOdd = true;
    for (const [own, field] of this.#own) {
      field.value = json.make(new Value(), row[own]);
      field.rank = 0;
    }
  }

  /** Reads the object that is next. */
  read(json: JsonReader): void {
    for (const field of this.#all) {
      if (field.rank === LAST_RANK) continue;
      field.value = ABSENT;
      field.rank = LAST_RANK;
    }
    json.at++;
    let place = 0;
    for (let isFirst = true; json.hasMore(isFirst, OBJECT[1]); isFirst = false) {
      place = this.#find(json, place);
      const { value, uses } = this.#names[place++] ?? this.#learn(json);
      if (!json.read(value)) continue;
      for (const { field, rank } of uses) {
        if (rank > field.rank) continue;
        field.rank = rank;
        field.value = value;
      }
    }
  }

  /** Takes the name that is next, if it is known: its place, looked for from that of the expected one. */
  #find(json: JsonReader, expected: number): number {
    const names = this.#names;
    const { length } = names;
    json.peek();
    for (let i = expected; i < expected + length; i++) {
      const place = i < length ? i : i - length;
      const name = names[place];
      if (name && json.takes(name.raw)) return place;
    }
    return length;
  }

  #learn(json: JsonReader): Name {
    const start = json.at;
    const uses = this.#uses.get(json.name().toLowerCase()) ?? [];
    json.colon();
    const name = { raw: json.bytes.slice(start, json.at), value: new Value(), uses };
    if (this.#names.length < MOST_NAMES) this.#names.push(name);
    return name;
  }
}
