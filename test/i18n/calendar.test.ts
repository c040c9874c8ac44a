import { expect } from '@open-wc/testing';
import { LOCALES } from '../../src/i18n/index.js';
import { readQuestion } from '../../src/model/find-text.js';
import { dayOfNumber, parseDay } from '../../src/model/time.js';
import { localizerOf } from '../support/localizer-of.js';

const TODAY = parseDay('2026-04-20') ?? NaN;

/** The day, weekday or text that each part is read as. */
function read(language: string, text: string): string[] {
  const { calendar } = localizerOf(language);
  return readQuestion(text, calendar, TODAY).map(({ readings: [first] }) => {
    if (first.kind === 'days') {
      const { from, to } = first;
      return from === to ? dayOfNumber(from) : `${dayOfNumber(from)}…${dayOfNumber(to)}`;
    }
    return first.kind === 'weekday' ? `weekday ${first.weekday}` : first.kind;
  });
}

/** A day, its weekday, a month, and yesterday, as one says them. */
const SAID: Record<string, string> = {
  sv: '14 mars, lördag, februari, i går',
  nb: '14. mars, lørdag, februar, i går',
  da: '14. marts, lørdag, februar, i går',
  fi: '14. maaliskuuta, lauantaina, helmikuussa, eilen',
  en: '14 March, Saturday, February, yesterday',
};

describe('days in a question', () => {
  it('are read as one says them in each language', () => {
    for (const language of LOCALES) {
      expect(read(language, SAID[language] ?? ''), language).to.deep.equal([
        '2026-03-14',
        'weekday 6',
        '2026-02-01…2026-02-28',
        '2026-04-19',
      ]);
    }
  });

  it('are read as they are shown in each language', () => {
    for (const language of LOCALES) {
      for (let month = 0; month < 12; month++) {
        const wall = Date.UTC(2025, month, 14);
        const shown = localizerOf(language).day(wall);
        expect(read(language, shown), shown).to.deep.equal([
          new Date(wall).toISOString().slice(0, 10),
        ]);
      }
    }
  });
});
