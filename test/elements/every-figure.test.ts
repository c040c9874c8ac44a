import { lookAtComparison } from '../support/oracle-check-compare.js';
import { Dice } from '../support/oracle-dice.js';
import { lookAtBasket, lookFor } from '../support/oracle-find.js';
import { lookAtAll, lookAtAnother, lookAtOne, lookInAnyOrder } from '../support/oracle-walks.js';
import { randomCustomer } from '../support/oracle-wire.js';

/**
 * Customers of all kinds, and what is on the screen, in events and in files held against figures that were worked
 * out from the texts of the wire without the product. A walk that fails here fails with its seed alone.
 */
/** Chosen for what their rows hold: twins, withheld calls, lost pages, figures beyond any double, other bases. */
const SEEDS = [163, 1591];

/** A comparison is quick to look at, and has the most ways. */
const COMPARED = [100, 164, 182, 297];

describe('every figure is that of an oracle', () => {
  for (const seed of COMPARED) {
    it(`of a comparison and what is behind it, customer ${seed}`, () =>
      lookAtComparison(randomCustomer(seed), seed % 2, new Dice(seed)));
  }

  for (const seed of SEEDS) {
    const customer = randomCustomer(seed);
    const dice = new Dice(seed);
    const scope = dice.pick(customer.scopes);

    it(`of an overview and all its records, customer ${seed}`, () =>
      lookAtAll(customer, scope, dice));

    it(`of a subscription and its records, customer ${seed}`, () =>
      lookAtOne(customer, scope, dice));

    it(`of a comparison and what is behind it, customer ${seed}`, () =>
      lookAtComparison(customer, dice.int(2), dice));

    it(`of what is found, customer ${seed}`, () => lookFor(customer, dice));

    it(`of a basket, customer ${seed}`, () => lookAtBasket(customer, dice));

    it(`whatever the order of answers, customer ${seed}`, () => lookInAnyOrder(customer, dice));

    it(`and of the customer who is chosen in the middle, customer ${seed}`, () =>
      lookAtAnother([customer, randomCustomer(seed + 100, 'Beta')], dice));
  }
});
