/** What the usage table has a column for. */
import { DecimalColumn, DictionaryColumn } from './columns.js';
import { normaliseCurrency } from './money.js';
import { TimeColumn } from './time-column.js';
import { RECORD_MARKS } from './usage-record.js';
import { canonicalUnit } from './volume.js';

const { badVolume } = RECORD_MARKS;

/** A column for each field of a record but its id, its VAT basis and its marks. */
export class RecordColumns {
  readonly subscriptionNo = new DictionaryColumn();
  /** Texts of start times that could not be read. */
  readonly rawTime = new DictionaryColumn();
  readonly usageType = new DictionaryColumn();
  readonly description = new DictionaryColumn();
  readonly otherParty = new DictionaryColumn();
  readonly destination = new DictionaryColumn();
  readonly destinationCode = new DictionaryColumn();
  readonly unit = new DictionaryColumn(canonicalUnit);
  readonly currency = new DictionaryColumn(normaliseCurrency);
  readonly contentProvider = new DictionaryColumn();
  readonly roamingProvider = new DictionaryColumn();
  readonly startTime = new TimeColumn();
  readonly endTime = new TimeColumn();
  readonly volume = new DecimalColumn(badVolume);
  readonly chargedVolume = new DecimalColumn(badVolume);
  readonly quantity = new DecimalColumn(badVolume);
  readonly unitPrice = new DecimalColumn();
  readonly amount = new DecimalColumn();
  readonly vatAmount = new DecimalColumn();
  readonly vatRate = new DecimalColumn();
}
