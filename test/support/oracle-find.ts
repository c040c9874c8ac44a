import { expect } from '@open-wc/testing';
import type { ActionDetail } from '../../src/events.js';
import type { Dice } from './oracle-dice.js';
import {
  addGaps,
  figure,
  isWhole,
  NO_GAPS,
  ONE,
  type OracleRow,
  size,
  sumsOf,
  totalOf,
} from './oracle.js';
import { plainOf, plainRow } from './oracle-records.js';
import { placeOf } from './oracle-overview.js';
import { Seat } from './oracle-seat.js';
import { figuresOf, type ScopeFigures, wholeOf } from './oracle-usage.js';
import type { WireCustomer } from './oracle-wire.js';
import {
  countText,
  csvText,
  gapText,
  numberText,
  plain,
  sumText,
  timeText,
  typeText,
} from './oracle-words.js';

/** A record of a scope. */
interface Found {
  readonly row: OracleRow;
  readonly where: string;
}

interface Question {
  readonly text: string;
  fits(row: OracleRow): boolean;
}

const whereOf = ({ scope }: ScopeFigures): string =>
  scope.path.startsWith('/invoices') ? `Invoice ${scope.path.split('/').at(-1)}` : 'Not yet billed';

/** What a caller may remember of a record. */
function questionsOf({ amount, currency, day, party }: OracleRow): Question[] {
  const questions: Question[] = [];
  const onDay = (row: OracleRow): boolean => row.day === day;
  if (day) questions.push({ text: day, fits: onDay });
  if (amount !== null) {
    const exact = csvText(size(amount));
    const [whole = '', decimals = ''] = exact.split('.');
    const costs = (row: OracleRow): boolean =>
      row.amount !== null && size(row.amount) === size(amount);
    if (decimals.length <= 4) {
      const text = `${whole}.${decimals || '0'}`;
      questions.push({ text: `${text} kr`, fits: costs });
      if (day)
        questions.push({ text: `${day} ${text} kr`, fits: (row) => onDay(row) && costs(row) });
      if (/SEK|NOK/.test(currency)) {
        const fits = (row: OracleRow): boolean => row.currency === currency && costs(row);
        questions.push({ text: `${text} ${currency}`, fits });
      }
    }
    const near = (figure(whole) ?? 0n) * 100n;
    const isNear = (row: OracleRow): boolean => {
      const cost = row.amount === null ? null : size(row.amount) * 100n;
      return cost !== null && cost >= near - 99n * ONE && cost <= near + 99n * ONE;
    };
    questions.push({ text: `${whole} kr`, fits: isNear });
  }
  const digits = /\d{4}$/.exec(party)?.[0];
  if (digits)
    questions.push({
      text: `…${digits}`,
      fits: (row) => row.party.replace(/\D/g, '').includes(digits),
    });
  return questions;
}

function checkHits(seat: Seat, found: readonly Found[]): void {
  const sums = sumsOf(found.map(({ row }) => row));
  const lines = found.map(({ row, where }) => {
    const { amount } = row;
    const money =
      amount === null ? '–' : sums.length > 1 ? sumText({ ...row, amount }) : numberText(amount);
    const time = row.time ? timeText(row.time) : row.start || '–';
    return [`${time} ${typeText(row.type)}`, `${where} ${row.subscriptionNo}`, money].join(' | ');
  });
  const shown = seat.rig
    .all('[part=hits] tr.choice')
    .map((row) =>
      ['.who', '.marks', '.amount']
        .map((name) => plain(row.querySelector(name)?.textContent))
        .join(' | '),
    );
  expect(shown.sort()).to.deep.equal(lines.sort());
  const [said = ''] = seat.texts('.gathering > span');
  expect(said).to.equal(
    found.length > 0 ? countText(found.length, found.length) : 'No usage found.',
  );
}

/** The search over all that a customer has. */
export async function lookFor(customer: WireCustomer, dice: Dice): Promise<void> {
  const scopes = customer.scopes.map((scope) => figuresOf(customer, scope));
  const all = scopes.flatMap((figures) => {
    const { rows } = wholeOf(figures, 'details');
    return rows.filter((row) => !row.isWithheld).map((row) => ({ row, where: whereOf(figures) }));
  });
  if (all.length === 0) return;
  const seat = await Seat.take([customer], { view: 'find' }, dice.int(2 ** 20));
  for (let turn = 0; turn < 3; turn += 1) {
    const { text, fits } = dice.pick(
      questionsOf(dice.pick(all).row).concat({
        text: '2026-02-14',
        fits: ({ day }) => day === '2026-02-14',
      }),
    );
    seat.rig.element.find(text);
    await seat.still();
    checkHits(
      seat,
      all.filter(({ row }) => fits(row)),
    );
    const lacks = scopes
      .map((figures) => ({ where: whereOf(figures), gaps: wholeOf(figures, 'details').noted }))
      .filter(({ gaps }) => !isWhole(gaps))
      .map(({ where, gaps }) => `${where}: ${gapText(gaps)}`);
    const said = seat.texts('.gathering .warning').filter((line) => line.includes('Incomplete'));
    expect(said.sort()).to.deep.equal(lacks.sort());
  }
  seat.leave();
}

/** Records of several places are collected, and handed over with their sums. */
export async function lookAtBasket(customer: WireCustomer, dice: Dice): Promise<void> {
  const seat = await Seat.take([customer], {
    selection: 'multiple',
    actions: [{ id: 'dispute', label: 'Hand over' }],
  });
  const chosen: OracleRow[] = [];
  for (const figures of customer.scopes.map((scope) => figuresOf(customer, scope))) {
    const no = figures.numbers.find((each) =>
      figures.details.get(each)?.rows.some((row) => !row.isWithheld),
    );
    if (no === undefined) continue;
    Object.assign(seat.rig.element, {
      invoiceNo: undefined,
      ...placeOf(figures),
      subscriptionNo: no,
    });
    await seat.still();
    const left = figures.details.get(no)?.rows.filter((row) => !row.isWithheld) ?? [];
    for (let turn = 0; turn < 3; turn += 1) {
      const heard = seat.rig.heard('payexselect').length;
      dice.pick(seat.rig.all('.row[aria-selected=false] .check'))?.click();
      await seat.still();
      const { detail } = seat.rig.heard('payexselect')[heard] ?? {};
      if (!detail) break;
      const record = JSON.stringify(plainOf(detail['record'] as Record<string, unknown>));
      const place = left.findIndex((row) => JSON.stringify(plainRow(row)) === record);
      expect(place, record).to.be.at.least(0);
      chosen.push(...left.splice(place, 1));
    }
  }
  if (chosen.length > 0) await checkBasket(seat, chosen);
  seat.leave();
}

async function checkBasket(seat: Seat, chosen: readonly OracleRow[]): Promise<void> {
  const { sums, gaps } = totalOf(chosen);
  expect(seat.one('.basket summary')).to.equal(
    `Selected: ${countText(chosen.length, chosen.length)}`,
  );
  expect(seat.texts('.basket p > b')).to.deep.equal(sums.map(sumText));
  expect(seat.one('.basket .warning')).to.equal(gapText(addGaps(NO_GAPS, gaps)));
  await seat.press('Hand over');
  const detail = seat.rig.heard('payexaction').at(-1)?.detail as unknown as ActionDetail;
  const totals = detail.totals.map((money) => {
    return sumText({
      currency: money.currency ?? '',
      vat: money.vat,
      amount: figure(money.amount) ?? 0n,
    });
  });
  expect(totals).to.deep.equal(sums.map(sumText));
  const records = detail.records.map((record) => JSON.stringify(plainOf({ ...record })));
  expect(records.sort()).to.deep.equal(chosen.map((row) => JSON.stringify(plainRow(row))).sort());
  const note = plain(detail.text);
  for (const sum of sums) expect(note).to.contain(sumText(sum));
  if (!isWhole(gaps)) expect(note).to.contain(gapText(gaps));
}
