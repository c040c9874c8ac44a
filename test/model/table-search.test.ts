import { expect } from '@open-wc/testing';
import { foldText } from '../../src/model/table-search.js';
import { deriveView, type ViewWords } from '../../src/model/table-view.js';
import { call, tableOf, WORDS } from '../support/model-records.js';

const TIME = { column: 'time', descending: false } as const;

const table = tableOf([
  call({ description: 'Samtal inom Telia', otherParty: '+46709876543', destination: 'Åland' }),
  call({ usageType: 'SMS', description: 'Meddelande', otherParty: '070-123 45 67' }),
  call({ usageType: 'DATA', description: null, otherParty: 'Spotify', contentProvider: 'Tøj A/S' }),
  call({ otherParty: '0900-123 4567', description: 'Betalnummer', destination: 'Smørrebrød' }),
]);

function find(text: string, words: Partial<ViewWords> = {}): number[] {
  return [...deriveView(table, { text }, TIME, { ...WORDS, ...words })];
}

describe('searching texts', () => {
  it('looks past case and diacritics, both ways', () => {
    expect(find('åland')).to.deep.equal([0]);
    expect(find('ALAND')).to.deep.equal([0]);
    expect(find('SMORREBROD')).to.deep.equal([3]);
    expect(find('tøj')).to.deep.equal([2]);
  });

  it('wants every word, in whatever field', () => {
    expect(find('telia åland')).to.deep.equal([0]);
    expect(find('telia smørrebrød')).to.deep.equal([]);
  });

  it('finds a type by its label and by its code', () => {
    expect(find('sms')).to.deep.equal([1]);
    expect(find('VOICE')).to.deep.equal([0, 3]);
    expect(find('samtal')).to.deep.equal([0, 3]);
  });

  it('finds a record by the network abroad', () => {
    const abroad = tableOf([call(), call({ roamingProvider: 'Telenor Norge' })]);
    expect([...deriveView(abroad, { text: 'telenor' }, TIME, WORDS)]).to.deep.equal([1]);
  });

  it('no words let every row through', () => {
    expect(find('  ').length).to.equal(4);
    expect(find('\u202e').length).to.equal(4);
  });

  it('characters that do not show neither hide a text nor are searched (fault 86)', () => {
    const hidden = tableOf([call({ description: 'S\u202ea\u200bmtal a\u0301\u0301\u0301' })]);
    expect(deriveView(hidden, { text: 'samtal a' }, TIME, WORDS).length).to.equal(1);
  });

  it('hostile questions are words like any other', () => {
    for (const text of ['.*', '(', '\\', '__proto__', '\ud800', 'x'.repeat(1_000_000)]) {
      expect(find(text)).to.deep.equal([]);
    }
  });

  it('a question of more words than there are bits is cut, not misread', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const alphabet = tableOf([call({ description: letters }), call()]);
    const pairs = Array.from({ length: 25 }, (_, i) => letters.slice(i, i + 2));
    for (const count of [31, 32, 33, 51]) {
      const text = [...letters, ...pairs].slice(0, count).join(' ');
      expect([...deriveView(alphabet, { text }, TIME, WORDS)]).to.deep.equal([0]);
    }
  });

  it('folds letters that Unicode does not take apart', () => {
    expect(foldText('Ærø Łódź Straße')).to.equal('aero lodz strasse');
  });
});

describe('searching numbers', () => {
  it('digits find a number whatever its separators', () => {
    expect(find('0701234')).to.deep.equal([1]);
    expect(find('070-1234567')).to.deep.equal([1]);
    expect(find('4567')).to.deep.equal([1, 3]);
  });

  it('national and international writing find each other', () => {
    expect(find('0709876')).to.deep.equal([0]);
    expect(find('+46701234')).to.deep.equal([1]);
    expect(find('0046709')).to.deep.equal([0]);
    expect(find('46701')).to.deep.equal([1]);
  });

  it('an international beginning is none in the middle of another number', () => {
    const other = tableOf([call({ otherParty: '+46810701234' })]);
    expect([...deriveView(other, { text: '+46701234' }, TIME, WORDS)]).to.deep.equal([]);
    expect([...deriveView(other, { text: '0701234' }, TIME, WORDS)]).to.deep.equal([0]);
  });

  it('what is masked can not be found by guessing', () => {
    const words = { searchNumbers: 'masked' } as const;
    expect(find('6543', words)).to.deep.equal([]);
    expect(find('09876', words)).to.deep.equal([0]);
    expect(find('0709876', words)).to.deep.equal([0]);
  });

  it('premium numbers and names, which are shown, are found under every policy', () => {
    const words = { searchNumbers: 'none' } as const;
    expect(find('0701234', words)).to.deep.equal([]);
    expect(find('09001234567', words)).to.deep.equal([3]);
    expect(find('spotify', words)).to.deep.equal([2]);
  });
});
