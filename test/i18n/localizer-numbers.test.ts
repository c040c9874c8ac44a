import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { LOCALES } from '../../src/i18n/index.js';
import { type Decimal, decimalToString } from '../../src/model/decimal.js';
import { itWith } from '../support/engine.js';
import { localizerOf } from '../support/localizer-of.js';
import { dec } from '../support/model-records.js';

/** Reads what is on the screen back by its digits and its last sign, as a person would. */
function readBack(text: string): string {
  const negative = text.startsWith('\u2212');
  const digits = text.replace(/\D/g, '');
  const decimals = /(\d*)$/.exec(text)![1]!.length;
  const whole = digits.slice(0, digits.length - decimals);
  return `${negative ? '-' : ''}${whole}.${digits.slice(whole.length)}`.replace(/\.?0+$/, '');
}

function plain(d: Decimal): string {
  return decimalToString({ units: d.units * 10n, scale: d.scale + 1 }).replace(/\.?0+$/, '');
}

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 40 }))
  .map(([units, scale]): Decimal => ({ units, scale }));

describe('localizer: amounts', () => {
  for (const language of LOCALES) {
    it(`loses no digit of any amount in ${language}`, () => {
      const localizer = localizerOf(language);
      fc.assert(
        fc.property(anyDecimal, (d) => {
          expect(readBack(localizer.amount(d))).to.equal(plain(d));
        }),
        { numRuns: 500 },
      );
    });
  }

  it('keeps thirty digits, where a double would keep fifteen', () => {
    const amount = localizerOf('sv').amount(dec('123456789012345678901234567890.12'));
    expect(amount.replaceAll('\u00a0', ' ')).to.equal('123 456 789 012 345 678 901 234 567 890,12');
  });

  it('fills up to two decimals and cuts none', () => {
    const localizer = localizerOf('sv');
    const said = ['5', '5.1', '5.125', '5.1000'].map((text) => localizer.amount(dec(text)));
    expect(said).to.deep.equal(['5,00', '5,10', '5,125', '5,10']);
  });

  it('fills up to as many decimals as the column has', () => {
    expect(localizerOf('en').decimal(dec('5.1'), 3)).to.equal('5.100');
  });

  it('has no minus zero', () => {
    expect(localizerOf('sv').amount(dec('-0.00'))).to.equal('0,00');
  });

  it('keeps the sign of what is less than one', () => {
    expect(localizerOf('sv').amount(dec('-0.001'))).to.equal('\u22120,001');
  });

  for (const language of LOCALES) {
    it(`writes a real minus in ${language}`, () => {
      const localizer = localizerOf(language);
      expect(localizer.amount(dec('-5'))).to.equal(`\u2212${localizer.amount(dec('5'))}`);
    });

    it(`cannot be broken over two lines in ${language}`, () => {
      const localizer = localizerOf(language);
      const d = dec('1284567.35');
      const said = [
        localizer.money(d, 'SEK'),
        localizer.percent(0.48),
        localizer.volume(d, 'S'),
        localizer.volume(d, 'B'),
        localizer.volume(d, 'E'),
      ];
      expect(said.filter((text) => /[ \t\n]/.test(text))).to.deep.equal([]);
    });
  }
});

describe('localizer: money', () => {
  const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

  itWith('recent words of Norwegian', 'puts the currency where each language has it', () => {
    const said = LOCALES.map((language) =>
      spaced(localizerOf(language).money(dec('1284.35'), 'SEK')),
    );
    expect(said).to.deep.equal([
      '1 284,35 kr',
      '1 284,35 SEK',
      '1.284,35 SEK',
      '1 284,35 SEK',
      'SEK 1,284.35',
    ]);
  });

  it('calls the kroner of one country nothing but its own kroner', () => {
    const symbols = ['sv', 'nb', 'da'].map((language) =>
      ['SEK', 'NOK', 'DKK'].filter((code) =>
        /^kr\.?$/.test(localizerOf(language).currencySymbol(code)),
      ),
    );
    expect(symbols).to.deep.equal([['SEK'], ['NOK'], ['DKK']]);
  });

  it('is a plain number when no currency is stated', () => {
    expect(localizerOf('sv').money(dec('5'), null)).to.equal('5,00');
  });

  it('shows a code that Intl refuses after the amount', () => {
    expect(spaced(localizerOf('sv').money(dec('1284.35'), 'kr'))).to.equal('1 284,35 kr');
  });

  it('shows an unknown currency by its code', () => {
    expect(spaced(localizerOf('sv').money(dec('5'), 'XQX'))).to.equal('5,00 XQX');
  });

  it('gives a currency as many decimals as it has', () => {
    const said = ['JPY', 'SEK', 'KWD'].map(
      (currency) => localizerOf('sv').moneyParts(dec('500'), currency).number,
    );
    expect(said).to.deep.equal(['500', '500,00', '500,000']);
  });

  it('puts the minus in front of a currency that stands first', () => {
    expect(spaced(localizerOf('en').money(dec('-30.05'), 'SEK'))).to.equal('\u2212SEK 30.05');
  });

  for (const language of LOCALES) {
    for (const currency of ['SEK', 'EUR', 'kr', null]) {
      it(`reads the same in pieces as in one in ${language}, ${currency ?? 'no currency'}`, () => {
        const localizer = localizerOf(language);
        const { before, number, after } = localizer.moneyParts(dec('-1284.35'), currency);
        expect(before + number + after).to.equal(localizer.money(dec('-1284.35'), currency));
      });
    }
  }
});

describe('localizer: counts and shares', () => {
  it('groups a count', () => {
    expect(localizerOf('da').integer(12345)).to.equal('12.345');
  });

  it('rounds a share to whole per cent', () => {
    const said = [0.4849, 0.485, 0.29].map((share) => localizerOf('sv').percent(share));
    expect(said).to.deep.equal(['48\u00a0%', '49\u00a0%', '29\u00a0%']);
  });
});
