/** Rows without a table: for summaries, which are few, and for a host that wants records. */
import type { VatBasis } from '../model/money.js';
import { RecordColumns } from '../model/record-columns.js';
import type { UsageRecord, UsageSummary } from '../model/usage-record.js';

/** Rows of which none is withheld and none repeats another. */
export class LooseRows extends RecordColumns {
  length = 0;

  begin(units: Uint16Array, from: number, to: number): this {
    this.otherParty.writeUnits(this.length, units, from, to);
    return this;
  }

  commit(marks: number, vat: VatBasis, _id: Uint16Array, _from: number, _to: number): boolean {
    this.complete(this.length++, marks, vat);
    return true;
  }

  records(): UsageRecord[] {
    return Array.from({ length: this.length }, (_, row) => this.record(row));
  }

  /** Rows of summaries, which were read into the columns of records: see SUMMARY_COLUMNS in aliases.ts. */
  summaries(): UsageSummary[] {
    return this.records().map(
      ({ startTime: periodStart, endTime: periodEnd, destination: productGroup, ...line }) => ({
        ...line,
        periodStart,
        periodEnd,
        productGroup,
      }),
    );
  }
}
