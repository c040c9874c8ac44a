import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Compared, SoFar } from '../../src/controllers/comparison.js';
import { sentenceOf } from '../../src/elements/usage/sentence.js';
import { LOCALES } from '../../src/i18n/index.js';
import type { Comparison } from '../../src/model/compare.js';
import { absDecimal } from '../../src/model/decimal.js';
import type { Facts } from '../../src/model/driver-facts.js';
import type { Part } from '../../src/model/explain.js';
import type { UsageSummary } from '../../src/model/usage-record.js';
import { accountsOf, compare, line, NO } from '../support/compared.js';
import { dec } from '../support/model-records.js';
import { anySide } from '../support/random-usage.js';
import { itWith, tightRanges } from '../support/engine.js';
import { localizerOf } from '../support/localizer-of.js';

interface More {
  readonly facts?: (part: Part) => Facts | undefined;
  readonly soFar?: SoFar;
  readonly labels?: Record<string, string>;
}

/** The sentence about a comparison with invoice I1, blanks made plain. */
function sentence(language: string, comparison: Comparison, more: More = {}): string {
  const accounts = accountsOf(comparison);
  const parts = accounts.flatMap((account) => account.parts);
  const facts = parts.flatMap((part) => {
    const found = more.facts?.(part);
    return found ? [[part, found] as const] : [];
  });
  const compared = {
    sides: [
      { kind: 'invoice', invoiceNo: 'I1' },
      { kind: 'invoice', invoiceNo: 'I2' },
    ],
    told: {
      comparison,
      accounts,
      facts: new Map(facts),
      soFar: more.soFar ?? null,
      gaps: comparison.gaps,
    },
  } as unknown as Compared;
  const settings = { usageTypes: {}, labels: more.labels ?? {} };
  const text = sentenceOf({ localizer: localizerOf(language), settings }, compared);
  return text.replace(/[\u00a0\u202f\u2009]/g, ' ');
}

const inAll = (comparison: Comparison, more?: More): string[] =>
  LOCALES.map((language) => sentence(language, comparison, more));

const ONE_CALL: Facts = {
  count: 1,
  from: Date.UTC(2026, 2, 8),
  to: Date.UTC(2026, 2, 8),
  destination: null,
  timed: true,
  premium: false,
  amount: null,
};

const BASE = line('1.00', { usageType: 'BASE' });

describe('the sentence about a comparison', () => {
  it('has no figure that is not in the data, in any language', () => {
    fc.assert(
      fc.property(anySide, anySide, fc.constantFrom(...LOCALES), (before, now, language) => {
        const comparison = compare(before, now);
        const localizer = localizerOf(language);
        let text = sentence(language, comparison);
        const known = accountsOf(comparison).flatMap(({ difference, parts, rest }) =>
          [difference.amount, ...parts.map(({ amount }) => amount), rest].flatMap((amount) =>
            [amount, absDecimal(amount)].map((each) => localizer.money(each, difference.currency)),
          ),
        );
        const gaps = `(${localizer.integer(comparison.gaps.missingAmounts ?? 0)})`;
        const plain = [...known, gaps].map((each) => each.replace(/[\u00a0\u202f\u2009]/g, ' '));
        // Numbers of subscriptions stand in brackets, where they are new or gone.
        text = text
          .replaceAll('I1', '')
          .replace(/\((?:[123](?:, )?)+\)|\b[123](?:, [123])* \(/g, '');
        for (const each of plain.sort((a, b) => b.length - a.length))
          text = text.replaceAll(each, '');
        expect(text).not.to.match(/\d/);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same whatever the order of the answers', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, now) => {
        const there = sentence('en', compare(before, now));
        expect(sentence('en', compare(before.toReversed(), now.toReversed()))).to.equal(there);
      }),
    );
  });

  itWith('recent words of Norwegian', 'counts one call and several', () => {
    const voice = compare([BASE], [BASE, line('5.00')]);
    expect(inAll(voice, { facts: () => ONE_CALL })).to.deep.equal([
      '5,00 kr mer än faktura I1: 5,00 kr avser 1 samtal 8 mars 2026.',
      '5,00 SEK mer enn faktura I1: 5,00 SEK gjelder 1 samtale 8. mars 2026.',
      '5,00 SEK mere end faktura I1: 5,00 SEK vedrører 1 opkald 8. mar. 2026.',
      '5,00 SEK enemmän kuin lasku I1: 5,00 SEK on 1 puhelu 8.3.2026.',
      'SEK 5.00 more than invoice I1: SEK 5.00 from 1 call on 8 Mar 2026.',
    ]);
    expect(inAll(voice, { facts: () => ({ ...ONE_CALL, count: 12, from: NaN }) })).to.deep.equal([
      '5,00 kr mer än faktura I1: 5,00 kr avser 12 samtal.',
      '5,00 SEK mer enn faktura I1: 5,00 SEK gjelder 12 samtaler.',
      '5,00 SEK mere end faktura I1: 5,00 SEK vedrører 12 opkald.',
      '5,00 SEK enemmän kuin lasku I1: 5,00 SEK on 12 puhelua.',
      'SEK 5.00 more than invoice I1: SEK 5.00 from 12 calls.',
    ]);
  });

  it('has a word for every cause', () => {
    const measured = { unit: 'S', volume: dec('100') };
    const cases = [
      compare([], [line('5.00')]),
      compare([line('5.00')], []),
      compare([BASE, line('5.00')], [BASE]),
      compare([line('5.00', measured)], [line('10.00', { ...measured, volume: dec('200') })]),
      compare([line('5.00', measured)], [line('4.00', { ...measured, volume: dec('80') })]),
      compare([line('5.00', measured)], [line('6.00', measured)]),
      compare([line('5.00', measured)], [line('4.00', measured)]),
      compare([line('5.00')], [line('5.00'), line('-2.00')]),
      compare([line('5.00')], [line('6.00')]),
    ];
    expect(cases.map((each) => sentence('sv', each, { labels: { [NO]: 'Tilde' } }))).to.deep.equal([
      '5,00 kr mer än faktura I1: 5,00 kr avser nytt abonnemang (Tilde).',
      '5,00 kr mindre än faktura I1: −5,00 kr avser Tilde (inte längre).',
      '5,00 kr mindre än faktura I1: −5,00 kr avser samtal (inte längre).',
      '5,00 kr mer än faktura I1: 5,00 kr avser mer förbrukning (samtal).',
      '1,00 kr mindre än faktura I1: −1,00 kr avser mindre förbrukning (samtal).',
      '1,00 kr mer än faktura I1: 1,00 kr avser högre pris (samtal).',
      '1,00 kr mindre än faktura I1: −1,00 kr avser lägre pris (samtal).',
      '2,00 kr mindre än faktura I1: −2,00 kr avser kreditering (samtal).',
      '1,00 kr mer än faktura I1: 1,00 kr avser övrigt (samtal).',
    ]);
  });

  it('gives what adds to a smaller bill its sign', () => {
    const both = compare([BASE, line('9.00')], [BASE, line('4.00', { usageType: 'SMS' })]);
    expect(sentence('en', both)).to.equal(
      'SEK 5.00 less than invoice I1: −SEK 9.00 from call (no longer), +SEK 4.00 from new type (text message).',
    );
  });

  it('tells of half a change what is known, and no more', () => {
    const measured = { unit: 'S', volume: dec('100') };
    const more = compare(
      [line('5.00', measured)],
      [line('10.00', { ...measured, volume: dec('200') })],
    );
    const facts = (): Facts => ({ ...ONE_CALL, premium: true, amount: dec('4.00') });
    expect(sentence('en', more, { facts })).to.equal(
      'SEK 5.00 more than invoice I1: SEK 5.00 from more usage (call; SEK 4.00 from 1 call to a premium-rate number on 8 Mar 2026).',
    );
  });

  it('says that both are equal only where nothing is missing', () => {
    expect(inAll(compare([BASE], [BASE]))).to.deep.equal([
      'Lika mycket som faktura I1.',
      'Det samme som faktura I1.',
      'Det samme som faktura I1.',
      'Yhtä paljon kuin lasku I1.',
      'The same as invoice I1.',
    ]);
    const gap = { ...BASE, amount: null };
    expect(sentence('en', compare([gap], [gap]))).to.equal('Incomplete: Amount missing (2).');
  });

  it('says which days are compared, and what as many days of then come to', () => {
    const day = (text: string): number => Date.parse(text) / 86_400_000;
    const differences = [{ currency: 'SEK', vat: 'excluded' as const, amount: dec('2.00') }];
    const soFar: SoFar = {
      period: { from: day('2026-04-01'), days: 19 },
      older: { from: day('2026-03-01'), days: 31 },
      differences,
    };
    const text = sentence('en', compare([line('5.00')], [line('4.00')]), { soFar });
    expect(tightRanges(text)).to.equal(
      'SEK 1.00 less than invoice I1: −SEK 1.00 from the rest (call). ' +
        'Not yet billed: 1–19 Apr 2026, invoice I1: 1–31 Mar 2026. ' +
        'The same number of days: SEK 2.00 more than invoice I1.',
    );
  });

  it('holds a host’s label and a foreign description in check', () => {
    const labels = { [NO]: 'Til\u202ede\n'.repeat(200) };
    const text = sentence('en', compare([], [line('5.00')]), { labels });
    expect(text).not.to.match(/[\u202e\n]/);
    expect(text.length).to.be.below(300);
  });

  it('calls no usage without a type a whole subscription', () => {
    const untyped = [
      line('5.00', { usageType: null }),
      line('4.00', { usageType: null, description: 'Data' }),
    ];
    const text = sentence('en', compare([BASE], [BASE, ...untyped]));
    expect(text).to.equal('SEK 9.00 more than invoice I1: SEK 9.00 from new type (Not stated).');
  });

  it('names a few new subscriptions and counts many', () => {
    const side = (count: number): UsageSummary[] =>
      Array.from({ length: count }, (_, no) => line('1.00', { subscriptionNo: `N${no}` }));
    expect(sentence('en', compare([], side(3)))).to.contain('new subscription (N0, N1, N2)');
    expect(sentence('en', compare([], side(4)))).to.contain('new subscription (Subscriptions: 4)');
  });
});
