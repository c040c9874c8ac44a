import { expect } from '@open-wc/testing';
import { canonicalUnit, toBaseVolume, volumeFactor, volumeKind } from '../../src/model/volume.js';
import { dec, plain } from '../support/model-records.js';

describe('units of volume', () => {
  it('known codes have their kind, in any case', () => {
    const kinds = ['S', 'min', 'E', 'B', 'kb', 'Mb', 'GB'].map(volumeKind);
    expect(kinds).to.deep.equal(['time', 'time', 'events', 'data', 'data', 'data', 'data']);
  });

  it('an unknown code, or none, is other and stays as it is', () => {
    expect(['PULSE', 'constructor', '', null].map(volumeKind)).to.deep.equal(
      Array(4).fill('other'),
    );
    expect(canonicalUnit('Pulse')).to.equal('Pulse');
    expect(toBaseVolume(dec('1'), 'PULSE')).to.equal(null);
    expect(volumeFactor(null)).to.equal(null);
  });

  it('a unit in another case is the same unit', () => {
    expect(canonicalUnit(' mb ')).to.equal('MB');
  });

  it('volumes are converted exactly', () => {
    expect(plain(toBaseVolume(dec('1.5'), 'MIN'))).to.equal('90.0');
    expect(plain(toBaseVolume(dec('0.000001'), 'MB'))).to.equal('1.000000');
    expect(plain(toBaseVolume(dec('2'), 'KB'))).to.equal('2000');
  });
});
