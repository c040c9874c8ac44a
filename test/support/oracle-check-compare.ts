import { expect } from '@open-wc/testing';
import type { Explanation, PlainDriver } from '../../src/events.js';
import {
  cellKey,
  compared,
  type OracleComparison,
  type OracleDriver,
  recordsBehind,
} from './oracle-compare.js';
import type { Dice } from './oracle-dice.js';
import { figure, isWhole, type Money, size, sumsOf } from './oracle.js';
import { TableCheck } from './oracle-records.js';
import { Seat } from './oracle-seat.js';
import { figuresOf, kindOf, type ScopeFigures } from './oracle-usage.js';
import type { WireCustomer } from './oracle-wire.js';
import { basisText, moneyText, plain, signedText } from './oracle-words.js';

const scopeText = ({ scope }: ScopeFigures): string =>
  scope.path.startsWith('/invoices') ? `Invoice ${scope.path.split('/').at(-1)}` : 'Not yet billed';

/** A driver of `explain()` in the oracle's terms. */
function read({
  cause,
  subscriptionNo,
  usageType,
  money,
}: PlainDriver): Omit<OracleDriver, 'isWhole'> {
  const amount = figure(money.amount);
  if (amount === null) throw new Error(`${money.amount} is no figure`);
  const { currency, vat } = money;
  return { cause, subscriptionNo, type: usageType ?? '', currency: currency ?? '', vat, amount };
}

const bare = ({
  cause,
  subscriptionNo,
  type,
  currency,
  vat,
  amount,
}: Omit<OracleDriver, 'isWhole'>): string =>
  [cause, subscriptionNo, type, currency, vat, String(amount)].join('|');

function differencesOf({ before, now }: OracleComparison): readonly Money[] {
  const less = before.map((row) => ({ ...row, amount: row.amount === null ? null : -row.amount }));
  return sumsOf([...now, ...less]);
}

/** The parts sum up to the difference, each is what the lines of its subscription and type say. */
function checkDrivers(drivers: readonly PlainDriver[], comparison: OracleComparison): void {
  const parts = drivers.map(read);
  for (const difference of differencesOf(comparison)) {
    const own = parts.filter((part) => kindOf(part) === kindOf(difference));
    const sum = own.reduce((total, { amount }) => total + amount, 0n);
    expect(String(sum), kindOf(difference)).to.equal(String(difference.amount));
  }
  for (const { key, choices } of comparison.cells) {
    const own = parts.filter((part) => cellKey({ ...part, isWhole: false }) === key);
    const said = own.map(bare).sort().join('\n');
    expect(choices.map((choice) => choice.map(bare).sort().join('\n'))).to.include(said);
  }
  const keys = comparison.cells.map(({ key }) => key);
  for (const part of parts) expect(keys).to.include(cellKey({ ...part, isWhole: false }));
  for (const { volume, subscriptionNo, usageType, money } of drivers) {
    if (!volume) continue;
    const type = usageType ?? '';
    const currency = money.currency ?? '';
    const key = cellKey({ subscriptionNo, type, currency, vat: money.vat, isWhole: false });
    const cell = comparison.cells.find((each) => each.key === key);
    expect([volume.before, volume.now].map(figure)).to.deep.equal(cell?.volumes);
  }
}

const MONEY = '[−+]?(?:[A-Z]{3} |€)?[\\d,]+(?:\\.\\d+)?';

function amountIn(text: string): bigint {
  const value = figure(text.replace(/[^\d.]/g, '')) ?? 0n;
  return text.includes('−') ? -value : value;
}

/** What the sentence says of a difference: its figure, and the named parts with the rest, which are all of it. */
function checkSentence(text: string, comparison: OracleComparison, older: string): void {
  const said = plain(text);
  const differences = differencesOf(comparison);
  for (const difference of differences) {
    const own = comparison.cells.filter(({ key }) =>
      key.endsWith(`|${difference.currency}|${difference.vat}`),
    );
    if (own.every(({ choices }) => choices[0]?.length === 0)) continue;
    const { amount } = difference;
    const money = moneyText({ ...difference, amount: size(amount) });
    const stated = differences.length > 1 ? `${money} ${basisText(difference.vat)}` : money;
    const than = amount < 0n ? 'less than' : 'more than';
    const head = amount === 0n ? `The same as ${older}` : `${stated} ${than} ${older}`;
    expect(said).to.include(head);
    if (amount === 0n) continue;
    const rest = said.slice(said.indexOf(head) + head.length).split(/\. (?=[A-Z€\d])|\.$/)[0] ?? '';
    const parts = Array.from(rest.matchAll(RegExp(`(?:: |, )(${MONEY}) from `, 'g')));
    const sum = parts.reduce((total, [, part = '']) => total + amountIn(part), 0n);
    expect(String(sum), rest).to.equal(String(amount));
  }
}

function checkScreen(seat: Seat, { drivers }: Explanation, comparison: OracleComparison): void {
  const differences = differencesOf(comparison);
  const [leading, ...further] = differences;
  const isGrowing = comparison.done < comparison.count;
  if (comparison.done > 0 || !isGrowing) {
    expect(seat.one('[part=total]').replace(' so far', '')).to.equal(
      leading ? signedText(leading) : '–',
    );
  }
  expect(seat.texts('.sums > p > b')).to.deep.equal(further.map(signedText));
  if (!isGrowing) {
    const sides = [comparison.before, comparison.now].map(
      (rows) => sumsOf(rows).map(moneyText).join(' + ') || '–',
    );
    expect(seat.one('[part=total] + .note')).to.contain(sides.join(' → '));
  }
  const rows = drivers.map(({ money }) =>
    signedText({ amount: figure(money.amount) ?? 0n, currency: money.currency ?? '' }),
  );
  // Of very many, more are drawn once they are near.
  const shown = seat.texts('[part=drivers] tbody td.amount');
  expect(shown).to.have.length.of.at.least(Math.min(rows.length, 60));
  expect(shown).to.deep.equal(rows.slice(0, shown.length));
}

/** The records behind a part are those of its subscription and type, on that side. */
async function checkBehind(
  seat: Seat,
  drivers: readonly PlainDriver[],
  sides: readonly [ScopeFigures, ScopeFigures],
  dice: Dice,
): Promise<void> {
  if (drivers.length === 0) return;
  const place = dice.int(Math.min(60, drivers.length));
  const driver = drivers[place] as PlainDriver;
  const { cause, subscriptionNo } = driver;
  const side = cause.startsWith('new') ? 1 : cause.startsWith('gone') ? 0 : dice.int(2);
  const figures = sides[side] as ScopeFigures;
  const buttons = seat.rig.all('[part=drivers] tbody tr')[place]?.querySelectorAll('button');
  const isLone = /^(new|gone)/.test(cause);
  buttons?.[isLone ? 0 : side]?.click();
  await seat.still();
  const answer = figures.details.get(subscriptionNo);
  if (answer) {
    const table = new TableCheck(seat, answer);
    const rows = recordsBehind(
      { ...read(driver), isWhole: cause.endsWith('Subscription') },
      answer,
    );
    const isFiltered = driver.usageType !== null;
    if (table.listed.length > 0) table.status(isFiltered ? rows : null);
  }
  await seat.press('Back');
}

/** Two neighbours among the scopes of a customer, as they are compared. */
export async function lookAtComparison(
  customer: WireCustomer,
  at: number,
  dice: Dice,
): Promise<void> {
  const [newer, older] = customer.scopes
    .slice(at, at + 2)
    .map((scope) => figuresOf(customer, scope));
  if (!newer || !older) return;
  const [invoiceNo, compareWith] = [newer, older].map(({ scope }) => scope.path.split('/').at(-1));
  const place = { view: 'compare', compareWith, ...(at > 0 && { invoiceNo }) };
  const seat = await Seat.take([customer], place, dice.int(2 ** 20));
  await seat.still();
  const comparison = compared(older, newer);
  if (comparison.count === 0 && isWhole(comparison.gaps)) {
    seat.leave();
    return;
  }
  const explanation = await seat.rig.element.explain();
  await seat.still();
  checkDrivers(explanation.drivers, comparison);
  checkScreen(seat, explanation, comparison);
  checkSentence(
    explanation.text,
    comparison,
    scopeText(older).toLowerCase().replace(/alfai/, 'AlfaI'),
  );
  if (!isWhole(comparison.gaps)) expect(explanation.text).to.contain('Incomplete: ');
  expect(plain(explanation.text)).to.equal(
    plain(seat.rig.find('[part=explanation] p')?.textContent),
  );
  await checkBehind(seat, explanation.drivers, [older, newer], dice);
  seat.leave();
}
