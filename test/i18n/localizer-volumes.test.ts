import { expect } from '@open-wc/testing';
import { LOCALES } from '../../src/i18n/index.js';
import { localizerOf } from '../support/localizer-of.js';
import { dec } from '../support/model-records.js';

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('localizer: durations', () => {
  const duration = (tag: string, seconds: string): string =>
    spaced(localizerOf(tag).volume(dec(seconds), 'S'));

  it('never look like a date in any language', () => {
    const said = LOCALES.map((language) => duration(language, '3723'));
    expect(said).to.deep.equal([
      '1 tim 2 min 3 s',
      '1 t 2 min 3 s',
      '1 t 2 min 3 s',
      '1 t 2 min 3 s',
      '1 h 2 min 3 s',
    ]);
  });

  it('leave out what is zero', () => {
    expect(['60', '3600', '3605'].map((s) => duration('en', s))).to.deep.equal([
      '1 min',
      '1 h',
      '1 h 5 s',
    ]);
  });

  it('say zero seconds rather than nothing', () => {
    expect(duration('en', '0')).to.equal('0 s');
  });

  it('do not turn thirty hours into a day', () => {
    expect(duration('en', '108000')).to.equal('30 h');
  });

  it('keep a part of a second', () => {
    expect(duration('sv', '61.5')).to.equal('1 min 1,5 s');
  });

  it('keep the sign of a reversal', () => {
    expect(duration('sv', '-61')).to.equal('\u22121 min 1 s');
  });
});

describe('localizer: data volumes', () => {
  const data = (tag: string, bytes: string): string =>
    spaced(localizerOf(tag).volume(dec(bytes), 'B'));

  it('are in tavu in Finnish', () => {
    const said = ['12000', '12000000', '1200000000', '1e12'].map((bytes) => data('fi', bytes));
    expect(said).to.deep.equal(['12 kt', '12 Mt', '1,2 Gt', '1 Tt']);
  });

  it('grow to the next unit when rounding reaches it', () => {
    expect(data('en', '999999')).to.equal('1 MB');
  });

  it('do not skip to a unit of which there is not one', () => {
    expect(data('en', '995000')).to.equal('995 kB');
  });

  it('stay whole bytes below a thousand', () => {
    expect(data('en', '999')).to.equal('999 B');
  });

  it('are rounded half up to two decimals', () => {
    expect([data('en', '1234999'), data('en', '1235000'), data('en', '-1235000')]).to.deep.equal([
      '1.23 MB',
      '1.24 MB',
      '\u22121.24 MB',
    ]);
  });

  it('keep every digit when asked to', () => {
    expect(spaced(localizerOf('en').volume(dec('1234567'), 'B', true))).to.equal('1.234567 MB');
  });

  it('are never nothing when there was something', () => {
    expect(data('en', '0.4')).to.equal('0.4 B');
  });

  it('have no unit beyond terabytes', () => {
    expect(data('en', '5000000000000000')).to.equal('5,000 TB');
  });
});

describe('localizer: volumes in the unit of the service', () => {
  const volume = (tag: string, value: string, unit: string | null): string =>
    spaced(localizerOf(tag).volume(dec(value), unit));

  it('are a dash when missing, not zero', () => {
    expect(localizerOf('sv').volume(null, 'S')).to.equal('–');
  });

  it('are a duration in seconds or minutes', () => {
    expect([volume('sv', '2467', 'S'), volume('sv', '2.5', 'min')]).to.deep.equal([
      '41 min 7 s',
      '2 min 30 s',
    ]);
  });

  it('are a number of events in words', () => {
    expect(LOCALES.map((language) => volume(language, '1', 'E'))).to.deep.equal([
      '1 st',
      '1 stk.',
      '1 stk.',
      '1 kpl',
      '1 ×',
    ]);
  });

  it('keep a unit that nobody knows', () => {
    expect(volume('sv', '1234.5', 'FURLONG')).to.equal('1 234,5 FURLONG');
  });

  it('are a plain number without a unit', () => {
    expect(volume('sv', '12', null)).to.equal('12');
  });

  it('are data in any size and case', () => {
    const said = ['B', 'KB', 'gb', ' mb '].map((unit) => volume('en', '1500', unit));
    expect(said).to.deep.equal(['1.5 kB', '1.5 MB', '1.5 TB', '1.5 GB']);
  });

  it('count events to the last decimal', () => {
    expect(volume('sv', '2.5', 'E')).to.equal('2,5 st');
  });

  it('are in the units of the host, even when it names too few', () => {
    const localizer = localizerOf('en', { timeUnits: 'hr', dataUnits: 'B KB' });
    const said = [localizer.volume(dec('3660'), 'S'), localizer.volume(dec('5'), 'GB')];
    expect(said.map(spaced)).to.deep.equal(['1 hr 1', '5,000,000 KB']);
  });
});
