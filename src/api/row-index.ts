/** The values of one row, by the names of the table of fields; made only when they are asked for. */
import { COLUMNS, DETAIL_FIELDS, FIELDS, type DetailField, type RowKind } from './aliases.js';
import { OBJECT, QUOTE, Value, type JsonReader } from './json-reader.js';

/** What a field has that did not come. */
export const MISSING: Readonly<Value> = new Value();

/** The best value of a row that a field may have. */
export class Field {
  value: Value = MISSING;
  rank = Infinity;
}

/** A field that may go by a name; the names of smaller ranks are better. */
interface Use {
  readonly field: Field;
  readonly rank: number;
}

/** A name as it is written in the bytes, up to the quote at its end: what is written alike is the same name. */
class Name {
  readonly value = new Value();
  /** The name that came after it when somebody last looked: rows of one answer are made alike. */
  next: Name | undefined = undefined;
  readonly raw: Uint8Array;
  readonly uses: readonly Use[];

  constructor(raw: Uint8Array, uses: readonly Use[] = []) {
    this.raw = raw;
    this.uses = uses;
  }
}

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
  readonly #known = new Map<string, Name>();
  readonly #first = new Name(new Uint8Array(0));
  /** By our own name. */
  readonly #own: readonly [string, Field][];

  constructor(kind: RowKind) {
    const fields = Object.entries(DETAIL_FIELDS).map(([column]) => [column, new Field()] as const);
    this.fields = Object.fromEntries(fields) as Record<DetailField, Field>;
    this.#all = Object.values(this.fields);
    this.#own = Object.entries<string>(FIELDS[kind]).map(([own, spec]) => {
      const names = spec.split(' ');
      if (!names.includes(own)) names.unshift(own);
      const field = this.fields[COLUMNS[own] ?? (own as DetailField)];
      names.forEach((name, rank) => {
        const alias = name.toLowerCase();
        this.#uses.set(alias, [...(this.#uses.get(alias) ?? []), { field, rank }]);
      });
      return [own, field];
    });
  }

  /** Takes the values of an object by our own names, in place of those that were read. */
  fill(json: JsonReader, row: Readonly<Record<string, unknown>>): void {
    json.begin(0);
    // Nobody looked at its texts yet.
    json.isOdd = true;
    for (const [own, field] of this.#own) field.value = json.made(row[own]);
  }

  /** Reads the object that is next. */
  read(json: JsonReader): void {
    for (const field of this.#all) {
      field.value = MISSING;
      field.rank = Infinity;
    }
    json.at++;
    let name = this.#first;
    for (let isFirst = true; json.hasMore(isFirst, OBJECT[1]); isFirst = false) {
      name = this.#nameAfter(name, json);
      json.colon();
      if (!json.read(name.value)) continue;
      for (const { field, rank } of name.uses) {
        if (rank > field.rank) continue;
        field.rank = rank;
        field.value = name.value;
      }
    }
  }

  /** Takes a name: the one that is expected, the one after that, or one that has to be looked up. */
  #nameAfter(before: Name, json: JsonReader): Name {
    if (json.peek() === QUOTE) {
      const { next } = before;
      if (next && json.takes(next.raw)) return next;
      const other = next?.next;
      if (other && json.takes(other.raw)) return other;
    }
    const start = json.at + 1;
    const text = json.name();
    let name = this.#known.get(text);
    if (!name) {
      const raw = json.bytes.slice(start, json.at);
      this.#known.set(text, (name = new Name(raw, this.#uses.get(text.toLowerCase()))));
    }
    return (before.next = name);
  }
}
