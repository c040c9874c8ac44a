import { expect } from '@open-wc/testing';
import { isWhole } from './oracle.js';
import type { Dice } from './oracle-dice.js';
import {
  checkDays,
  checkGathered,
  checkInvoice,
  checkOverview,
  checkOverviewFile,
  checkSubscription,
  placeOf,
} from './oracle-overview.js';
import { TableCheck } from './oracle-records.js';
import { hostSays, Seat } from './oracle-seat.js';
import { figuresOf, wholeOf } from './oracle-usage.js';
import type { WireCustomer, WireScope } from './oracle-wire.js';

export async function lookAtAll(
  customer: WireCustomer,
  scope: WireScope,
  dice: Dice,
): Promise<void> {
  const figures = figuresOf(customer, scope);
  const seat = await Seat.take([customer], placeOf(figures), dice.int(2 ** 20));
  await seat.still();
  const isEmpty = figures.numbers.length === 0 && isWhole(figures.listGaps);
  if (isEmpty) expect(seat.one('[part=empty]')).to.contain('No usage found.');
  else {
    checkOverview(seat, figures);
    checkInvoice(seat, figures, customer);
    if (figures.numbers.length > 0) await checkOverviewFile(seat, figures);
    await seat.press('All records');
    const all = wholeOf(figures, 'details');
    const table = new TableCheck(seat, all);
    if (table.listed.length === 0) table.nothing();
    else {
      table.status(null);
      table.rows(table.listed);
      await table.file(table.listed);
      await table.filters(dice);
      await table.groups(dice.pick(['type', 'day', 'destination']));
      const numbers = new Set(table.listed.map((row) => row.subscriptionNo));
      if (numbers.size > 1) await table.groups('subscription');
      await table.chosen(dice);
    }
    await seat.press('Back');
    checkGathered(seat, figures);
  }
  seat.leave();
}

export async function lookAtOne(
  customer: WireCustomer,
  scope: WireScope,
  dice: Dice,
): Promise<void> {
  const figures = figuresOf(customer, scope);
  if (figures.numbers.length === 0) return;
  const subscriptionNo = dice.pick(figures.numbers);
  const place = { ...placeOf(figures), subscriptionNo };
  const seat = await Seat.take([customer], place, dice.int(2 ** 20));
  await seat.still();
  checkSubscription(seat, figures, subscriptionNo);
  const details = figures.details.get(subscriptionNo);
  if (details) {
    const table = new TableCheck(seat, details);
    if (table.listed.length === 0) table.nothing();
    else {
      table.status(null);
      table.rows(table.listed);
      await table.paper(table.listed);
      await table.filters(dice);
    }
    if (figures.summaries.get(subscriptionNo)) {
      for (const fold of seat.rig.all<HTMLDetailsElement>('.days details')) fold.open = true;
      await seat.still();
      checkDays(seat, details.rows, details.noted);
    }
  }
  seat.leave();
}

/** Where figures stand. Flags follow them in their own time. */
const FIGURES = [
  ...['.sums', '.types tr', '[part=subscription]', '[part=status]', '[part=explanation] p'],
  ...['[part=drivers] tr', '.body [role=row] .amount'],
];

/** All figures that are read; records of one time may stand in any order. */
function readOff(seat: Seat): string {
  return FIGURES.flatMap((part) => seat.texts(part).sort()).join('\n');
}

/** However the answers come, the page is the same in the end. */
export async function lookInAnyOrder(customer: WireCustomer, dice: Dice): Promise<void> {
  const [, scope] = customer.scopes;
  const [, newer, older] = customer.scopes.map((each) => each.path.split('/').at(-1));
  if (!scope) return;
  const places = [
    placeOf(figuresOf(customer, scope)),
    { viewState: { view: 'billed', invoiceNo: newer, all: true } },
    { view: 'compare', invoiceNo: newer, compareWith: older },
  ];
  for (const place of places) {
    const pages: string[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const seat = await Seat.take([customer], place, dice.int(2 ** 20));
      await seat.still();
      pages.push(readOff(seat));
      seat.leave();
    }
    expect(pages[0]).to.equal(pages[1]);
  }
}

/** Another customer calls while answers about the first are on their way. */
export async function lookAtAnother(
  [first, second]: readonly [WireCustomer, WireCustomer],
  dice: Dice,
): Promise<void> {
  const place = dice.pick([
    { view: 'unbilled' },
    { viewState: { view: 'unbilled', all: true } },
    { view: 'compare' },
    { viewState: { view: 'find', question: `${first.mark}land` } },
  ]);
  const seat = await Seat.take([first, second], place, dice.int(2 ** 20));
  const { element, events } = seat.rig;
  await new Promise((resolve) => setTimeout(resolve, dice.int(80)));
  hostSays(seat.rig, second);
  Object.assign(element, { view: 'unbilled', viewState: { view: 'unbilled' } });
  await element.updateComplete;
  const told = events.length;
  const isClean = (): void => {
    expect(seat.rig.markup).not.to.contain(first.mark);
    expect(JSON.stringify(events.slice(told))).not.to.contain(first.mark);
  };
  isClean();
  await seat.still();
  isClean();
  const [scope] = second.scopes;
  const figures = scope && figuresOf(second, scope);
  if (figures && figures.numbers.length > 0) checkOverview(seat, figures);
  seat.leave();
}
