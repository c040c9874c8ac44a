/** Rows as objects: for summaries, which are few, and for a host that wants records. */
import { DecimalColumn, DictionaryColumn } from '../model/columns.js';
import type { VatBasis } from '../model/money.js';
import { TimeColumn } from '../model/time-column.js';
import { RECORD_MARKS } from '../model/usage-record.js';
import { FIELDS, kindOf, type FieldKind, type RowKind } from './aliases.js';
import type { Columns, RowTarget } from './read-rows.js';

function columnOf(kind: FieldKind): DictionaryColumn | DecimalColumn | TimeColumn {
  if (kind === 'text' || kind === 'key') return new DictionaryColumn();
  if (kind === 'start' || kind === 'end') return new TimeColumn();
  return new DecimalColumn(kind === 'volume' ? RECORD_MARKS.badVolume : undefined);
}

/** Columns for a table of fields, from which the rows are taken as objects. None is withheld, none repeats another. */
export class LooseRows implements RowTarget {
  length = 0;
  readonly columns: Columns;
  readonly #vats: VatBasis[] = [];
  readonly #marks: number[] = [];

  constructor(kind: RowKind) {
    const kinds = Object.entries(FIELDS[kind]).map(
      ([field, spec]) => [field, kindOf(spec)] as const,
    );
    this.columns = Object.fromEntries(
      kinds.flatMap(([field, type]) => (type === 'raw' ? [] : [[field, columnOf(type)]])),
    ) as Columns;
  }

  begin(units: Uint16Array, from: number, to: number): this {
    this.columns['otherParty']?.writeUnits(this.length, units, from, to);
    return this;
  }

  commit(marks: number, vat: VatBasis, id: Uint16Array, from: number, to: number): boolean {
    this.columns['recordId']?.writeUnits(this.length, id, from, to);
    this.#vats.push(vat);
    this.#marks.push(marks);
    this.length++;
    return true;
  }

  /** The rows, with a member for each field that the table of fields has, missing ones null. */
  objects(): object[] {
    const columns = Object.entries(this.columns) as [string, DictionaryColumn | TimeColumn][];
    return this.#marks.map((marks, row) => ({
      ...Object.fromEntries(
        columns.map(([name, column]) => [
          name,
          column instanceof TimeColumn ? column.time(row) : column.at(row),
        ]),
      ),
      vat: this.#vats[row],
      marks,
    }));
  }
}
