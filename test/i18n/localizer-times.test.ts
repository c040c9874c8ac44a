import { expect } from '@open-wc/testing';
import { LOCALES } from '../../src/i18n/index.js';
import { itWith } from '../support/engine.js';
import { localizerOf } from '../support/localizer-of.js';

const NORWEGIAN = 'recent words of Norwegian';

const spaced = (text: string): string => text.replace(/[\u00a0\u2009\u202f]/g, ' ');
const EVENING = Date.UTC(2026, 2, 8, 21, 14, 5);

describe('localizer: wall-clock times', () => {
  itWith(NORWEGIAN, 'read as each language writes them, with no word in between', () => {
    const said = LOCALES.map((language) => localizerOf(language).dateTime(EVENING, 'minute'));
    expect(said).to.deep.equal([
      '8 mars 2026 21:14',
      '8. mars 2026 21:14',
      '8. mar. 2026 21.14',
      '8.3.2026 21.14',
      '8 Mar 2026 21:14',
    ]);
  });

  it('are no finer than what was stated', () => {
    const localizer = localizerOf('en');
    const said = (['day', 'minute', 'second'] as const).map((p) => localizer.dateTime(EVENING, p));
    expect(said).to.deep.equal(['8 Mar 2026', '8 Mar 2026 21:14', '8 Mar 2026 21:14:05']);
  });

  it('are not shifted when the clocks go forward', () => {
    const skipped = Date.UTC(2026, 2, 29, 2, 30);
    expect(localizerOf('sv').dateTime(skipped, 'minute')).to.equal('29 mars 2026 02:30');
  });

  it('start the day at 00, not at 24', () => {
    expect(localizerOf('sv').dateTime(Date.UTC(2026, 0, 1), 'minute')).to.equal(
      '1 jan. 2026 00:00',
    );
  });

  it('follow the region of the reader', () => {
    expect(localizerOf('en-US').day(EVENING)).to.equal('Mar 8, 2026');
  });
});

describe('localizer: periods', () => {
  const from = Date.UTC(2026, 2, 1);
  const to = Date.UTC(2026, 2, 31);

  itWith(NORWEGIAN, 'say only once what both ends share', () => {
    const said = LOCALES.map((language) => spaced(localizerOf(language).dayRange(from, to)));
    expect(said).to.deep.equal([
      '1–31 mars 2026',
      '1.–31. mars 2026',
      '1.–31. mar. 2026',
      '1.–31.3.2026',
      '1 – 31 Mar 2026',
    ]);
  });

  it('of one day are one day', () => {
    expect(localizerOf('sv').dayRange(from, from + 3_600_000)).to.equal('1 mars 2026');
  });

  it('that end before they start are shown as they came', () => {
    expect(localizerOf('sv').dayRange(to, from)).to.equal('31 mars 2026 – 1 mars 2026');
  });

  it('stay open at the end that is not known', () => {
    const localizer = localizerOf('sv');
    const said = [
      localizer.dayRange(from, NaN),
      localizer.dayRange(NaN, to),
      localizer.dayRange(NaN, NaN),
    ];
    expect(said).to.deep.equal(['1 mars 2026 –', '– 31 mars 2026', '–']);
    // As figures have it where no summary states one.
    expect(localizer.dayRange(from, -Infinity)).to.equal('1 mars 2026 –');
    expect(localizer.dayRange(Infinity, to)).to.equal('– 31 mars 2026');
  });
});

describe('localizer: instants', () => {
  const noon = Date.UTC(2026, 6, 1, 12, 32);

  it('are on the clock of the zone, not on that of the viewer', () => {
    const localizer = localizerOf('sv');
    const said = ['Europe/Stockholm', 'America/New_York'].map((zone) =>
      localizer.time(noon, zone, noon),
    );
    expect(said).to.deep.equal(['14:32', '08:32']);
  });

  it('of yesterday do not pass for today', () => {
    const localizer = localizerOf('sv');
    expect(localizer.time(noon, 'Europe/Stockholm', noon + 86_400_000)).to.equal(
      '1 juli 2026 14:32',
    );
  });

  it('just before midnight are yesterday by the clock of the zone', () => {
    const late = Date.UTC(2026, 6, 1, 21, 59);
    const early = Date.UTC(2026, 6, 1, 22, 1);
    expect(localizerOf('sv').time(late, 'Europe/Stockholm', early)).to.equal('1 juli 2026 23:59');
  });

  it('in UTC say so, since it is what an unknown zone comes to', () => {
    expect(localizerOf('sv').time(noon, 'UTC', noon)).to.equal('12:32 UTC');
  });
});
