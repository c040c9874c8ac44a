import { type Localizer, MISSING } from '../../i18n/index.js';
import type { SharedBasis } from '../../controllers/records-view.js';
import { ZERO } from '../../model/decimal.js';
import type { MoneySum } from '../../model/money.js';
import { type NumberPolicy, presentNumber } from '../../model/number-rules.js';
import type { UsageTable } from '../../model/usage-table.js';
import { amountHeading, vatWords } from '../words.js';
import { safeText } from './safe-text.js';

/** Long enough for any figure or time that is one. */
const FIGURE_LIMIT = 40;

/** Everything that decides how one record reads, apart from the record. */
export interface RecordWords {
  readonly localizer: Localizer;
  readonly numberPolicy: NumberPolicy;
  /** What the heading over the amounts says for all of them. */
  readonly basis: SharedBasis;
  /** The words for a usage type code. */
  typeLabel(code: string | null): string;
}

/** '612,40 kr excl. VAT': a sum that says what it is. */
export function sumText({ amount, currency, vat }: MoneySum, localizer: Localizer): string {
  return `${localizer.money(amount, currency)} ${vatWords(localizer, vat)}`;
}

/** To the minute: seconds are in the detail, and a column of them hides the minutes. */
export function timeText(table: UsageTable, row: number, { localizer }: RecordWords): string {
  const time = table.startTime.time(row);
  if (time !== null) {
    return localizer.dateTime(time.wall, time.precision === 'day' ? 'day' : 'minute');
  }
  const raw = table.rawTimes.get(row);
  return raw === undefined ? MISSING : safeText(raw, FIGURE_LIMIT);
}

export function typeText(table: UsageTable, row: number, words: RecordWords): string {
  return words.typeLabel(table.usageType.at(row));
}

/** The number called under the policy, else the service behind the record. */
export function numberText(table: UsageTable, row: number, words: RecordWords): string {
  const party = table.otherParty.at(row);
  if (party === null) return safeText(table.contentProvider.at(row) ?? MISSING);
  const shown = presentNumber(party, table.numberClass(row), words.numberPolicy);
  return shown === null ? words.localizer.text('numberHidden') : safeText(shown);
}

export function destinationText(table: UsageTable, row: number): string {
  return safeText(table.destination.at(row) ?? table.destinationCode.at(row) ?? MISSING);
}

/** A record that states a number of events only is not one without volume. */
export function volumeText(table: UsageTable, row: number, { localizer }: RecordWords): string {
  const volume = table.volume.at(row);
  if (volume !== null) {
    return safeText(localizer.volume(volume, table.unit.at(row)), FIGURE_LIMIT);
  }
  const quantity = table.quantity.at(row);
  return quantity === null ? MISSING : localizer.volume(quantity, 'E');
}

export function chargedText(table: UsageTable, row: number, { localizer }: RecordWords): string {
  const charged = table.chargedVolume.at(row);
  if (charged === null) return MISSING;
  return safeText(localizer.volume(charged, table.unit.at(row)), FIGURE_LIMIT);
}

/** The figure, and what the heading can not say for it. */
export function amountText(table: UsageTable, row: number, words: RecordWords): string {
  const amount = table.amount.at(row);
  if (amount === null) return MISSING;
  const { localizer, basis } = words;
  const figure =
    basis.currency === undefined
      ? localizer.money(amount, table.currency.at(row))
      : localizer.amount(amount);
  return basis.vat === undefined ? `${figure} ${vatWords(localizer, table.vat(row))}` : figure;
}

/** "Amount excl. VAT (kr)", as far as it holds for every amount. */
export function amountTitle({ localizer, basis }: RecordWords): string {
  const { currency, vat } = basis;
  const sums = vat === undefined ? [] : [{ amount: ZERO, vat, currency: currency ?? null }];
  return amountHeading(localizer, sums);
}
