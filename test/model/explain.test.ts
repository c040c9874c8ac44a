import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Comparison } from '../../src/model/compare.js';
import { addDecimals, compareDecimals } from '../../src/model/decimal.js';
import type { UsageSummary } from '../../src/model/usage-record.js';
import { accountsOf, compare, compareUsage, line, NO } from '../support/compared.js';
import { dec, plain } from '../support/model-records.js';
import { anyTwoSides } from '../support/random-usage.js';

/** 'newType VOICE 12.50', and the rest. */
function told(comparison: Comparison): string[] {
  return accountsOf(comparison).flatMap(({ parts, rest }) => [
    ...parts.map(({ cause, usageType, amount }) => `${cause} ${usageType} ${plain(amount)}`),
    `rest ${plain(rest)}`,
  ]);
}

/** New types of one subscription with these amounts. */
const types = (...amounts: string[]): UsageSummary[] =>
  amounts.map((amount, index) => line(amount, { usageType: `T${index}` }));

describe('what of a comparison is told', () => {
  it('comes to the difference, to the last decimal, whatever is compared', () => {
    fc.assert(
      fc.property(anyTwoSides, ([before, now]) => {
        for (const { difference, parts, rest } of accountsOf(compare(before, now))) {
          const sum = parts.reduce((so, { amount }) => addDecimals(so, amount), rest);
          expect(compareDecimals(sum, difference.amount)).to.equal(0);
          expect(parts.length).to.be.at.most(3);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is enough once a fifth is left, and never more than three parts', () => {
    const base = line('1.00');
    const fifth = types('80.00', '10.00', '10.00');
    expect(told(compare([base], [base, ...fifth]))).to.deep.equal([
      'newType T0 80.00',
      'rest 20.00',
    ]);
    expect(told(compare([base, ...fifth], [base]))).to.deep.equal([
      'goneType T0 -80.00',
      'rest -20.00',
    ]);
    expect(told(compare([base], [base, ...types('79.99', '10.01', '10.00')]))).to.deep.equal([
      'newType T0 79.99',
      'newType T1 10.01',
      'newType T2 10.00',
      'rest 0.00',
    ]);
    expect(told(compare([base], [base, ...types('90.00', '6.00', '4.00')]))).to.deep.equal([
      'newType T0 90.00',
      'rest 10.00',
    ]);
    const alike = ['30.00', '29.00', '28.00', '27.00', '26.00'];
    expect(told(compare([base], [base, ...types(...alike)]))).to.deep.equal([
      'newType T0 30.00',
      'newType T1 29.00',
      'newType T2 28.00',
      'rest 53.00',
    ]);
  });

  it('names a single part rather than calling it the rest', () => {
    const base = line('1.00');
    expect(told(compare([base], [base, ...types('241.25', '45.50')]))).to.deep.equal([
      'newType T0 241.25',
      'newType T1 45.50',
      'rest 0.00',
    ]);
  });

  it('is not misled by parts that cancel each other out', () => {
    const before = [line('1.00'), line('250.00', { usageType: 'OLD' })];
    const now = [line('1.00'), ...types('300.00', '10.00')];
    expect(told(compare(before, now))).to.deep.equal([
      'newType T0 300.00',
      'goneType OLD -250.00',
      'newType T1 10.00',
      'rest 0.00',
    ]);
  });

  it('tells of what cancels out where both sides are equal', () => {
    const before = [line('1.00'), line('5.00', { usageType: 'OLD' })];
    const now = [line('1.00'), ...types('5.00')];
    expect(told(compare(before, now))).to.deep.equal([
      'goneType OLD -5.00',
      'newType T0 5.00',
      'rest 0.00',
    ]);
  });

  it('is one part where many subscriptions have the same cause', () => {
    const side = (amount: string): UsageSummary[] =>
      Array.from({ length: 300 }, (_, no) =>
        line(amount, { subscriptionNo: String(no), unit: 'S', volume: dec('60') }),
      );
    expect(told(compare(side('1.00'), side('1.50')))).to.deep.equal([
      'dearer VOICE 150.00',
      'rest 0.00',
    ]);
  });
});

describe('what is told as one part', () => {
  const called = (parts: Partial<UsageSummary>): UsageSummary =>
    line('30.00', { unit: 'S', volume: dec('3600'), ...parts });

  it('is the largest where many small ones add up to it', () => {
    const base = ['1', '2', '3'].map((subscriptionNo) => line('1.00', { subscriptionNo }));
    const fees = base.map((each) => ({ ...each, usageType: 'FEE', amount: dec('40.00') }));
    const shock = line('50.00', { subscriptionNo: '1', usageType: 'SHOCK' });
    expect(told(compare(base, [...base, shock, ...fees]))).to.deep.equal([
      'newType FEE 120.00',
      'newType SHOCK 50.00',
      'rest 0.00',
    ]);
    expect(told(compare([...base, shock, ...fees], base))[0]).to.equal('goneType FEE -120.00');
  });

  it('is not more used and dearer together, though it is of one type', () => {
    const now = called({ volume: dec('7200'), amount: dec('90.00') });
    expect(told(compare([called({})], [now]))).to.deep.equal([
      'moreUsed VOICE 30.00',
      'dearer VOICE 30.00',
      'rest 0.00',
    ]);
  });

  it('is not a whole subscription and a usage without a type', () => {
    const nameless = { subscriptionNo: '2', usageType: null };
    const { differences, drivers, ...rest } = compareUsage(
      { summaries: [line('1.00', nameless)] },
      { summaries: [line('31.00', nameless), line('40.00')] },
      new Set([NO]),
    );
    const [account] = accountsOf({ ...rest, differences, drivers });
    expect(account?.parts.map(({ whole, amount }) => [whole, plain(amount)])).to.deep.equal([
      [true, '40.00'],
      [false, '30.00'],
    ]);
  });

  it('has the words of its usage only where all subscriptions have the same', () => {
    const words = (...descriptions: string[]): (string | null)[] => {
      const before = descriptions.map((_, no) => line('1.00', { subscriptionNo: String(no) }));
      const fees = descriptions.map((description, no) =>
        line('5.00', { subscriptionNo: String(no), usageType: 'FEE', description }),
      );
      const [account] = accountsOf(compare(before, [...before, ...fees]));
      return account!.parts.map(({ description }) => description);
    };
    expect(words('Avgift', 'Avgift')).to.deep.equal(['Avgift']);
    expect(words('Avgift', 'Fee')).to.deep.equal([null]);
  });
});
