import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Localizer, LOCALES } from '../../src/i18n/index.js';
import { absDecimal, compareDecimals } from '../../src/model/decimal.js';
import { type Reading, readQuestion } from '../../src/model/find-text.js';
import { DAY_MS, parseDay } from '../../src/model/time.js';
import { localizerOf } from '../support/localizer-of.js';

const TODAY = parseDay('2026-04-20') ?? NaN;
const anyLanguage = fc.constantFrom(...LOCALES.map((language) => localizerOf(language)));

/** How each part of a text is understood first. */
const read = (text: string, { calendar }: Localizer): Reading[] =>
  readQuestion(text, calendar, TODAY).map(({ readings }) => readings[0]);

describe('what the page itself writes, put into the search', () => {
  it('is the same amount, with and without a currency, in every language', () => {
    const amount = fc.record({
      units: fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n }),
      scale: fc.integer({ min: 2, max: 4 }),
    });
    const currency = fc.constantFrom('SEK', 'NOK', 'DKK', 'EUR', null);
    fc.assert(
      fc.property(amount, currency, anyLanguage, (value, code, localizer) => {
        const text = localizer.money(value, code);
        const [reading, ...others] = read(text, localizer);
        expect(others, text).to.deep.equal([]);
        if (reading?.kind !== 'amount') throw new Error(`${text}: ${reading?.kind}`);
        expect([null, code]).to.include(reading.currency);
        const { min, max } = reading;
        expect(compareDecimals(min, absDecimal(value)), text).to.equal(0);
        expect(compareDecimals(max, absDecimal(value)), text).to.equal(0);
      }),
    );
  });

  it('is the same day, and are the same days of a month, in every language', () => {
    const day = fc.integer({ min: TODAY - 800, max: TODAY - 31 });
    fc.assert(
      fc.property(day, fc.nat(27), anyLanguage, (from, length, localizer) => {
        const start = new Date(from * DAY_MS);
        const first = start.getUTCDate();
        const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0));
        const to = from + Math.min(length, last.getUTCDate() - first);
        const text = localizer.dayRange(from * DAY_MS, to * DAY_MS);
        expect(read(text, localizer), text).to.deep.equal([{ kind: 'days', from, to }]);
      }),
    );
  });
});
