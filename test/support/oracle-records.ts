import { expect } from '@open-wc/testing';
import { CaughtPrints, printedFacts, printedRows } from './caught-prints.js';
import { OfferedFiles } from './csv-file.js';
import type { Dice } from './oracle-dice.js';
import { figure, grouped, isWhole, type OracleRow, type Total, totalOf } from './oracle.js';
import type { Seat } from './oracle-seat.js';
import type { Answer } from './oracle-usage.js';
import {
  basisText,
  countText,
  csvText,
  gapText,
  numberText,
  plain,
  sumText,
  timeText,
  trimmed,
  typeText,
} from './oracle-words.js';

/** A table of records, and the oracle's rows that must be in it. */
export class TableCheck {
  readonly seat: Seat;
  readonly answer: Answer;
  readonly listed: readonly OracleRow[];
  /** Records of several subscriptions, or the number of the one. */
  readonly #mixed: boolean;

  constructor(seat: Seat, answer: Answer) {
    this.seat = seat;
    this.answer = answer;
    this.listed = answer.rows.filter((row) => !row.isWithheld);
    this.#mixed = totalOf(answer.rows).sums.length > 1;
  }

  /** In place of the rows where there are none. */
  nothing(): void {
    expect(this.seat.one('[part=empty] .soft')).to.equal('No usage found.');
    expect(this.seat.one('[part=empty] .gaps')).to.equal(gapText(this.#total().gaps));
  }

  /** What stands above the rows: null for all of them. */
  status(rows: readonly OracleRow[] | null): void {
    const { answer, listed, seat } = this;
    const { sums, gaps } = totalOf(rows ?? answer.rows, answer.noted);
    const count = countText((rows ?? listed).length, listed.length);
    expect(seat.one('[part=status]')).to.equal(
      plain([count, ...sums.map(sumText), gapText(gaps)].join(' ')),
    );
  }

  #total(rows = this.answer.rows): Total {
    return totalOf(rows, this.answer.noted);
  }

  amountOf(row: OracleRow): string {
    const { amount } = row;
    if (amount === null) return '–';
    return this.#mixed ? sumText({ ...row, amount }) : numberText(amount);
  }

  /** Every row that is drawn is one of these, and as many as there are if there is room. */
  rows(rows: readonly OracleRow[]): void {
    const { seat } = this;
    const texts = rows.map((row) => {
      const time = row.time ? timeText(row.time) : row.start || '–';
      return [time, typeText(row.type), row.destination || '–', this.amountOf(row)].join(' | ');
    });
    const shown = this.drawn().map((row) =>
      ['time', 'type', 'destination', 'amount']
        .map((name) => plain(row.querySelector(`.${name}`)?.textContent))
        .join(' | '),
    );
    const left = texts.map(shorten);
    for (const text of shown.map(shorten)) {
      expect(left).to.include(text);
      left.splice(left.indexOf(text), 1);
    }
    if (rows.length <= 20) expect(left).to.deep.equal([]);
    expect(seat.rig.find('[role=grid], [role=treegrid]')?.ariaRowCount).to.equal(
      String(rows.length + 1),
    );
  }

  drawn(): HTMLElement[] {
    const rows = this.seat.rig.all('.body [role=row]').filter((row) => !row.hidden);
    return rows.sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex));
  }

  /** A filter by type, by day, and by amounts. */
  async filters(dice: Dice): Promise<void> {
    const { listed, seat } = this;
    if (listed.length === 0) return;
    const { type, day, amount } = dice.pick(listed);
    if (type) {
      await this.#filtered(['.type-choice', type], (row) => row.type === type);
      await seat.choose('.type-choice', '');
    }
    if (day) {
      await this.#filtered(['.day input', day], (row) => row.day >= day);
      await seat.choose('.day input', '');
    }
    if (amount !== null) {
      const least = `${csvText(amount)}`;
      const isIn = (row: OracleRow): boolean => row.amount !== null && row.amount >= amount;
      await this.#filtered(['.span', least], isIn);
      await seat.choose('.span', '');
    }
    this.status(null);
  }

  async #filtered(field: [string, string], isIn: (row: OracleRow) => boolean): Promise<void> {
    await this.seat.choose(...field);
    const rows = this.listed.filter(isIn);
    this.status(rows);
    if (rows.length > 0) this.rows(rows);
    if (rows.length > 0) await this.file(rows, true);
  }

  async groups(by: 'type' | 'day' | 'destination' | 'subscription'): Promise<void> {
    const { listed, seat, answer } = this;
    if (listed.length === 0) return;
    await seat.choose('.group-choice', by);
    const nameOf = (row: OracleRow): string =>
      by === 'subscription' ? row.subscriptionNo : row[by];
    const lines = grouped(listed, nameOf).map(([name, rows]) => {
      const { sums, gaps } = totalOf(rows, answer.noted);
      const amounts = sums.map((sum) => (this.#mixed ? sumText(sum) : numberText(sum.amount)));
      const words = { type: typeText, day: timeText, destination: String, subscription: String };
      const said = name || by === 'type' ? words[by](name) : 'Not stated';
      const count = countText(rows.length, rows.length);
      return shorten([said, count, gapText(gaps), amounts.join(' + ') || '–'].join(' | '));
    });
    const shown = this.drawn().map((row) =>
      ['time', 'number', 'marks', 'amount']
        .map((name) => plain(row.querySelector(`.${name}`)?.textContent))
        .join(' | '),
    );
    if (lines.length <= 20) expect(shown.map(shorten).sort()).to.deep.equal(lines.sort());
    await seat.choose('.group-choice', '');
  }

  /** The file of what is shown. */
  async file(rows: readonly OracleRow[], filtered = false): Promise<void> {
    const files = new OfferedFiles();
    try {
      this.seat.rig.element.exportCsv();
      const file = await files.read(',');
      const { sums, gaps } = totalOf(filtered ? rows : this.answer.rows, this.answer.noted);
      const head = file.head.map((cells) => trimmed(cells.join(' ')));
      const totals = sums.map((sum) => `Total ${moneyCells(sum)}`).map(plain);
      expect(head.filter((line) => line.startsWith('Total '))).to.deep.equal(totals);
      expect(head).to.include(isWhole(gaps) ? 'Complete' : 'Incomplete');
      expect(head).to.include(countText(rows.length, this.listed.length));
      if (!isWhole(gaps)) expect(head).to.include(gapText(gaps));
      const withheld = this.answer.rows.filter((row) => row.isWithheld);
      const held = head.filter((line) => line.startsWith('Free and helpline'));
      const apart = totalOf(withheld).sums.map((sum) => moneyCells(sum));
      const note = 'Free and helpline numbers are not listed.';
      expect(held).to.deep.equal(
        withheld.length === 0
          ? []
          : filtered || !apart[0]
            ? [note]
            : apart.map((sum) => plain(`${note} ${sum}`)),
      );
      expect(file.records.map(readLine).sort()).to.deep.equal(rows.map(lineOf).sort());
    } finally {
      files.release();
    }
  }

  /** The paper of what is shown: as many rows, the same amounts. */
  async paper(rows: readonly OracleRow[]): Promise<void> {
    const prints = new CaughtPrints();
    try {
      this.seat.rig.element.print();
      const page = await prints.next();
      const cells = printedRows(page).map((row) => plain(row.at(-1)));
      expect(cells.sort()).to.deep.equal(rows.map((row) => this.amountOf(row)).sort());
      const { sums, gaps } = totalOf(this.answer.rows, this.answer.noted);
      const facts = printedFacts(page);
      for (const sum of sums) {
        expect(facts).to.include(
          plain(`Total ${numberText(sum.amount)} ${sum.currency} ${basisText(sum.vat)}`),
        );
      }
      if (!isWhole(gaps)) expect(facts).to.include(gapText(gaps));
      prints.closed();
    } finally {
      prints.release();
    }
  }

  /** A record that is chosen tells the host what it costs. */
  async chosen(dice: Dice): Promise<void> {
    const { seat, listed } = this;
    const rows = this.drawn();
    if (rows.length === 0) return;
    dice.pick(rows).click();
    await seat.still();
    const { detail } = seat.rig.heard('payexselect').at(-1) ?? {};
    const { record } = detail as { record: Record<string, unknown> };
    const found = listed.map((row) => JSON.stringify(plainRow(row)));
    expect(found).to.include(JSON.stringify(plainOf(record)));
    this.drawn()[0]?.getRootNode();
    await seat.press('Close');
  }
}

function moneyCells({
  amount,
  currency,
  vat,
}: {
  amount: bigint;
  currency: string;
  vat: OracleRow['vat'];
}): string {
  return `${csvText(amount)} ${currency} ${basisText(vat)}`;
}

/** Long texts are cut on the screen. */
function shorten(text: string): string {
  return text.replace(/(\w{4})\1{4,}…?/g, '$1*');
}

const orNone = (value: bigint | null): string => (value === null ? '' : csvText(value));

/** A record of a file. */
function readLine(record: Readonly<Record<string, string>>): string {
  const cell = (name: string): string => (record[name] ?? '').replace(/^'/, '');
  const names = ['Subscriptions', 'Record ID', 'Type', 'Destination', 'Duration or volume'];
  const more = ['Charged', 'Quantity', 'Amount', 'Currency', 'Amount, VAT'];
  return [cell('Start time').slice(0, 16), ...[...names, ...more].map(cell)].join(' | ');
}

function lineOf(row: OracleRow): string {
  const { time, start, subscriptionNo, id, type, destination, currency, vat } = row;
  const figures = [row.volume, row.charged, row.quantity, row.amount].map(orNone);
  const named = [subscriptionNo, id, typeText(type), destination];
  const money = [currency, basisText(vat)];
  return [(time || start).slice(0, 16), ...named, ...figures, ...money].join(' | ');
}

/** What an event must hold of a record. */
export function plainRow(row: OracleRow): unknown {
  const { amount, currency, vat } = row;
  return {
    id: row.id,
    type: row.type,
    time: row.time,
    volume: orNone(row.volume),
    charged: orNone(row.charged),
    quantity: orNone(row.quantity),
    money: amount === null ? null : { amount: csvText(amount), currency, vat },
  };
}

/** And what it holds. */
export function plainOf(record: Record<string, unknown>): unknown {
  const number = (value: unknown): string => orNone(figure(String(value ?? '')));
  const money = record['money'] as { amount: string; currency: string | null; vat: string } | null;
  return {
    id: record['recordId'] ?? '',
    type: record['usageType'] ?? '',
    time: String(record['startTime'] ?? '')
      .replace('T', ' ')
      .slice(0, 16),
    volume: number(record['volume']),
    charged: number(record['chargedVolume']),
    quantity: number(record['quantity']),
    money: money && {
      amount: number(money.amount),
      currency: money.currency ?? '',
      vat: money.vat,
    },
  };
}
