import { expect } from '@open-wc/testing';
import { RetryBudget } from '../../src/api/retry-budget.js';

function takeAll(budget: RetryBudget): number {
  let taken = 0;
  while (taken < 100 && budget.take()) taken += 1;
  return taken;
}

describe('retry budget', () => {
  it('holds ten retries', () => {
    expect(takeAll(new RetryBudget())).to.equal(10);
  });

  it('gives one retry back for exactly ten successes, in spite of floating point', () => {
    const budget = new RetryBudget();
    takeAll(budget);
    for (let n = 0; n < 9; n += 1) budget.refill();
    expect(budget.take()).to.equal(false);
    budget.refill();
    expect(takeAll(budget)).to.equal(1);
  });

  it('never holds more than it started with', () => {
    const budget = new RetryBudget();
    for (let n = 0; n < 1_000; n += 1) budget.refill();
    expect(takeAll(budget)).to.equal(10);
  });
});
