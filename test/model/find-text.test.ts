import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  type CalendarWords,
  mendQuestion,
  type Reading,
  readQuestion,
  spell,
} from '../../src/model/find-text.js';
import { dayOfNumber, parseDay } from '../../src/model/time.js';
import { plain } from '../support/model-records.js';

const SV: CalendarWords = {
  months:
    'januari februari mars april maj juni juli augusti september oktober november december'.split(
      ' ',
    ),
  weekdays: 'söndag måndag tisdag onsdag torsdag fredag lördag'.split(' '),
  days: new Map([
    ['i förrgår', -2],
    ['i går', -1],
    ['i dag', 0],
  ]),
};
const TODAY = parseDay('2026-04-20') ?? NaN;

function told(reading: Reading): string {
  switch (reading.kind) {
    case 'days': {
      const { from, to } = reading;
      return from === to ? dayOfNumber(from) : `${dayOfNumber(from)}…${dayOfNumber(to)}`;
    }
    case 'weekday':
      return `weekday ${reading.weekday}`;
    case 'time':
      return `${reading.from}–${reading.to} min`;
    case 'amount':
      return `${plain(reading.min)}–${plain(reading.max)} ${reading.currency ?? 'any'}`;
    case 'digits':
      return `…${reading.digits}…`;
    case 'text':
      return `"${reading.text}"`;
  }
}

/** The first reading of each part. */
const read = (text: string, words = SV): string[] =>
  readQuestion(text, words, TODAY).map(({ readings }) => told(readings[0]));
const all = (text: string): string[] =>
  readQuestion(text, SV, TODAY).flatMap(({ readings }) => readings.map(told));

describe('a question in free text', () => {
  it('is read in any order', () => {
    const parts = ['14 mars', 'kl 21', '48 kr', '…567', 'norge'];
    const readings = ['2026-03-14', '1260–1319 min', '47.01–48.99 any', '…567…', '"norge"'];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        expect(read(order.map((index) => parts[index]).join(', '))).to.deep.equal(
          order.map((index) => readings[index]),
        );
      }),
    );
  });

  it('takes a date without a year for the last one that was', () => {
    expect(read('20 april')).to.deep.equal(['2026-04-20']);
    expect(read('21 april')).to.deep.equal(['2025-04-21']);
    expect(read('29 feb')).to.deep.equal(['2024-02-29']);
    expect(read('maj')).to.deep.equal(['2025-05-01…2025-05-31']);
    expect(read('14 aug 2024')).to.deep.equal(['2024-08-14']);
  });

  it('reads dates in figures, the day first', () => {
    expect(read('2026-03-08 8/3 8.3. 8.3.2025')).to.deep.equal([
      '2026-03-08',
      '2026-03-08',
      '2026-03-08',
      '2025-03-08',
    ]);
  });

  it('reads the words of the calendar, with their endings', () => {
    for (const text of ['den 14:e mars', '14e mars', '14mars', 'the 14th of mars']) {
      expect(read(text), text).to.deep.equal(['2026-03-14']);
    }
    expect(read('i förrgår')).to.deep.equal(['2026-04-18']);
    expect(read('lördags')).to.deep.equal(['weekday 6']);
    expect(read('på lör')).to.deep.equal(['weekday 6']);
    expect(read('söndag')).to.deep.equal(['weekday 0']);
    expect(read('March 8th', { ...SV, months: ['january', 'february', 'march'] })).to.deep.equal([
      '2026-03-08',
    ]);
  });

  it('does not take a month before an amount for a day', () => {
    expect(read('mars 12 kr')).to.deep.equal(['2026-03-01…2026-03-31', '11.01–12.99 any']);
  });

  it('finds no day that is not there', () => {
    expect(read('30 feb')[0]).not.to.match(/^\d{4}-/);
    expect(read('31/4')[0]).not.to.match(/^\d{4}-/);
    expect(read('1/13')[0]).not.to.match(/^\d{4}-/);
  });

  it('takes decimals by their word, and whole kronor for about as much', () => {
    expect(read('48,50')).to.deep.equal(['48.50–48.50 any']);
    expect(read('48 kr')).to.deep.equal(['47.01–48.99 any']);
    expect(read('ca 480 kr')).to.deep.equal(['432.0–528.0 any']);
    expect(read('ca 5 kr')).to.deep.equal(['4.01–5.99 any']);
    expect(read('1 234,50 sek')).to.deep.equal(['1234.50–1234.50 SEK']);
    expect(read('€ 12')).to.deep.equal(['11.01–12.99 EUR']);
    expect(read('ca 48,50')).to.deep.equal(['43.650–53.350 any']);
    expect(read('0 kr')).to.deep.equal(['0–0.99 any']);
    expect(read('0048 kr')).to.deep.equal(['47.01–48.99 any']);
  });

  it('says what else a part may mean', () => {
    expect(all('14')).to.deep.equal(['13.01–14.99 any', '2026-04-14', '…14…']);
    expect(all('21.14')).to.deep.equal(['21.14–21.14 any', '1274–1274 min']);
    expect(all('8.3')).to.deep.equal(['8.3–8.3 any', '2026-03-08']);
    expect(all('8.03')).to.deep.equal(['8.03–8.03 any', '483–483 min', '2026-03-08']);
    expect(all('lördag')).to.deep.equal(['weekday 6', '"lördag"']);
    expect(all('567')).to.deep.equal(['…567…', '566.01–567.99 any']);
    expect(all('mars')).to.deep.equal(['2026-03-01…2026-03-31', '"mars"']);
  });

  it('takes a number in pieces, as people write it', () => {
    expect(read('070-174 06 12')).to.deep.equal(['…0701740612…']);
    expect(read('+46 70 174')).to.deep.equal(['…+4670174…']);
    expect(read('0939')).to.deep.equal(['…0939…']);
  });

  it('takes a day of the month by its ending, and dates with the month first', () => {
    expect(read('den 14:e')).to.deep.equal(['2026-04-14']);
    expect(read('the 21st')).to.deep.equal(['2026-03-21']);
    expect(read('31.')).to.deep.equal(['2026-03-31']);
  });

  it('reads days that follow one another, and no others', () => {
    for (const text of ['12–15 mars', '12-15 mars', '12. – 15. mars', 'mars 12–15']) {
      expect(read(text), text).to.deep.equal(['2026-03-12…2026-03-15']);
    }
    expect(read('30–31 mars 2025')).to.deep.equal(['2025-03-30…2025-03-31']);
    expect(read('21-22 april')).to.deep.equal(['2025-04-21…2025-04-22']);
    expect(read('12.–15.3., 12–15/3')).to.deep.equal(Array(2).fill('2026-03-12…2026-03-15'));
    for (const text of ['15–12 mars', '29–31 april', '0–5 mars'])
      expect(read(text)[0]).not.to.contain('…2');
  });

  it('takes days of which some are still to come for those of this year', () => {
    expect(read('1–30 april')).to.deep.equal(['2026-04-01…2026-04-30']);
    expect(read('20–21 april')).to.deep.equal(['2026-04-20…2026-04-21']);
    expect(read('28–29 feb')).to.deep.equal(['2024-02-28…2024-02-29']);
  });

  it('takes the last of a weekday for a day, which is not today', () => {
    expect(read('i lördags, norge')).to.deep.equal(['2026-04-18', '"norge"']);
    expect(read('förra lördagen')).to.deep.equal(['2026-04-18']);
    expect(read('last söndag')).to.deep.equal(['2026-04-19']);
    // Today is one.
    expect(read('sist måndag')).to.deep.equal(['2026-04-13']);
    expect(read('viime tisdag')).to.deep.equal(['2026-04-14']);
    expect(read('i mars')).to.deep.equal(['2026-03-01…2026-03-31']);
  });

  it('reads the hours of half a day', () => {
    expect(read('9 pm')).to.deep.equal(['1260–1319 min']);
    expect(read('at 9.14 p.m.')).to.deep.equal(['1274–1274 min']);
    expect(read('12:05am 12 pm')).to.deep.equal(['5–5 min', '720–779 min']);
    expect(read('9:14 pm')).to.deep.equal(['1274–1274 min']);
    expect(read('kl 9:14')).to.deep.equal(['554–554 min']);
    expect(read('13 pm')[0]).not.to.contain('min');
    expect(read('9:75 pm')[0]).not.to.contain('min');
  });

  it('takes a figure after "den" or "the" for a day, not for an amount', () => {
    expect(read('den 14, ca 48 kr')).to.deep.equal(['2026-04-14', '43.2–52.8 any']);
    expect(read('the 14 d. 3')).to.deep.equal(['2026-04-14', '2026-04-03']);
    expect(read('den 14 mars den 14/3')).to.deep.equal(['2026-03-14', '2026-03-14']);
  });

  it('takes a figure after a month for a day, unless it is an amount', () => {
    expect(read('mars 8')).to.deep.equal(['2026-03-08']);
    expect(read('mars 8, 2025')).to.deep.equal(['2025-03-08']);
    const month = '2026-03-01…2026-03-31';
    expect(read('mars 12,50')).to.deep.equal([month, '12.50–12.50 any']);
    expect(read('mars 12:-')).to.deep.equal([month, '11.01–12.99 any']);
    expect(read('mars 48')).to.deep.equal([month, '47.01–48.99 any']);
  });

  it('reads what is written for money in the neighbouring countries', () => {
    for (const text of ['kr 48,-', '48,-', '48:-', '48 kroner', '48 kr.']) {
      expect(read(text), text).to.deep.equal(['47.01–48.99 any']);
    }
    expect(read('48 e')).to.deep.equal(['47.01–48.99 EUR']);
    expect(read('48 nkr, 48 dkk')).to.deep.equal(['47.01–48.99 NOK', '47.01–48.99 DKK']);
    expect(read('48 nok, 48 dkr')).to.deep.equal(['47.01–48.99 NOK', '47.01–48.99 DKK']);
  });

  it('takes a figure after "vid" and "ved" for an hour', () => {
    expect(read('vid 21, ved 9')).to.deep.equal(['1260–1319 min', '540–599 min']);
    expect(read('kl 23:59, kl 0')).to.deep.equal(['1439–1439 min', '0–59 min']);
    for (const text of ['kl 24', '24:00', '21:60']) {
      expect(read(text).join(), text).not.to.contain('min');
    }
  });

  it('reads "igår" as one word or two', () => {
    expect(read('igår i förrgår IDAG')).to.deep.equal(['2026-04-19', '2026-04-18', '2026-04-20']);
  });

  it('takes what is in quotes for text, whatever it could be', () => {
    expect(read('"mars" "i går"')).to.deep.equal(['"mars"', '"i går"']);
  });

  it('can be corrected: a part that is put in another way means only that, and no other part changes', () => {
    const texts = [
      '14',
      '21.14',
      '8.3',
      '567',
      'mars',
      'lördag',
      'ca 48 kr',
      'norge',
      '070-174 06',
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(texts, { minLength: 2 }),
        fc.nat(),
        fc.nat(),
        (parts, chipAt, readingAt) => {
          const chips = readQuestion(parts.join(', '), SV, TODAY);
          const chip = chips[chipAt % chips.length]!;
          const others = chip.readings.slice(1);
          const reading = others[readingAt % others.length];
          const mended = mendQuestion(chips, chip, reading ? spell(chip, reading) : '');
          const expected = chips.flatMap((each) => {
            if (each !== chip) return [each.readings.map(told)];
            return reading ? [[told(reading)]] : [];
          });
          const now = readQuestion(mended, SV, TODAY).map(({ readings }) => readings.map(told));
          expect(now).to.deep.equal(expected);
        },
      ),
    );
  });

  it('takes no word for a day because it begins like one', () => {
    expect(read('marsipan ap')).to.deep.equal(['"marsipan"', '"ap"']);
    expect(read('Marocko Fredrik decibel')).to.deep.equal(['"marocko"', '"fredrik"', '"decibel"']);
  });

  it('leaves nothing out but blanks and fillers, whatever is typed', () => {
    const parts =
      '14,mars,kl 21,ca,~,48 kr,…567,",den,1-,8.3,lör,i,igår,29 feb,1 234,50,€,9 pm,;,:-';
    const part = fc.oneof(
      fc.constantFrom(...parts.split(',')),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const texts = fc
      .array(fc.tuple(part, fc.constantFrom(' ', ' ', ', ', ';', '')))
      .map((pairs) => pairs.flat().join('').slice(0, 200));
    const fillers =
      /^(?:[\s,;]|(?:den|the|i|på|om|on|in|for|för|till|til|og|och|ja|and|of|ca\.?|~)(?![^\s,;]))*$/i;
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { source, readings } of readQuestion(text, SV, TODAY)) {
          expect(source).not.to.equal('');
          expect(readings.length).to.be.greaterThan(0);
          const place = text.indexOf(source, at);
          expect(place).to.be.at.least(at);
          expect(text.slice(at, place)).to.match(fillers);
          at = place + source.length;
        }
        expect(text.slice(at)).to.match(fillers);
      }),
      { numRuns: 300 },
    );
    expect(read('')).to.deep.equal([]);
  });

  it('ends, however long the text is', () => {
    expect(read('1 '.repeat(5_000)).length).to.be.at.most(100);
    expect(read(`${'1-'.repeat(99)}x`)).to.have.length(1);
  });
});
