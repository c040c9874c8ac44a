import { expect } from '@open-wc/testing';
import { da } from '../../src/i18n/da.js';
import { en } from '../../src/i18n/en.js';
import { fi } from '../../src/i18n/fi.js';
import type { Messages } from '../../src/i18n/messages.js';
import { nb } from '../../src/i18n/nb.js';
import { sv } from '../../src/i18n/sv.js';

const ALL = { en, sv, nb, da, fi } satisfies Record<string, Messages>;
const OTHERS = { sv, nb, da, fi } satisfies Record<string, Messages>;

/** Words and signs that are the same in a language as in English, and not forgotten there. */
const SAME_AS_ENGLISH: Readonly<Record<keyof typeof OTHERS, readonly (keyof Messages)[]>> = {
  sv: ['destination', 'data'],
  nb: ['data', 'pause', 'roaming', 'usageType'],
  da: ['destination', 'reference', 'data', 'pause', 'roaming', 'usageType', 'find'],
  fi: ['data'],
};
const isUnit = (key: string): boolean => key.endsWith('Units');

type Entry = readonly [where: string, text: string];

/** Every text of a language with the place where it stands: `sv.title`. */
function textsOf(language: string, messages: Messages): Entry[] {
  const entries: [string, string][] = Object.entries(messages);
  return entries.map(([key, text]) => [`${language}.${key}`, text] as const);
}

const EVERY_TEXT = Object.entries(ALL).flatMap(([name, messages]) => textsOf(name, messages));

function placesOf(text: string): string {
  return (text.match(/\{\w+\}/g) ?? []).sort().join(' ');
}

function wrong(isWrong: (text: string) => boolean): string[] {
  return EVERY_TEXT.filter(([, text]) => isWrong(text)).map(([where, text]) => `${where}: ${text}`);
}

describe('messages', () => {
  for (const [name, messages] of Object.entries(OTHERS)) {
    it(`${name} loses or invents no place of the English text`, () => {
      const theirs = textsOf('', messages).map(([where, text]) => `${where} ${placesOf(text)}`);
      const ours = textsOf('', en).map(([where, text]) => `${where} ${placesOf(text)}`);
      expect(theirs.sort()).to.deep.equal(ours.sort());
    });

    it(`${name} leaves nothing English by accident`, () => {
      const listed = SAME_AS_ENGLISH[name as keyof typeof OTHERS];
      const same = (Object.keys(en) as (keyof Messages)[]).filter(
        (key) => JSON.stringify(en[key]) === JSON.stringify(messages[key]) && !isUnit(key),
      );
      expect(same.sort()).to.deep.equal([...listed].sort());
    });
  }

  it('keeps one order of keys in all languages, so that they can be read side by side', () => {
    for (const messages of Object.values(OTHERS)) {
      expect(Object.keys(messages)).to.deep.equal(Object.keys(en));
    }
  });

  it('holds no empty text', () => {
    expect(wrong((text) => text.trim() === '')).to.deep.equal([]);
  });

  it('holds no stray or doubled space', () => {
    expect(wrong((text) => text !== text.trim() || /\s{2}|\s[,.:;…]/.test(text))).to.deep.equal([]);
  });

  it('holds no straight quote, no row of dots and no hyphen used as a dash', () => {
    expect(wrong((text) => /["'`]|\.\.|\s-\s/.test(text))).to.deep.equal([]);
  });

  it('raises its voice nowhere', () => {
    expect(wrong((text) => text.includes('!'))).to.deep.equal([]);
  });

  it('has one place for a value in a text, and no more', () => {
    expect(wrong((text) => (text.match(/\{\w+\}/g)?.length ?? 0) > 1)).to.deep.equal([]);
  });

  it('holds no brace that is not part of a place', () => {
    expect(wrong((text) => /[{}]/.test(text.replace(/\{\w+\}/g, '')))).to.deep.equal([]);
  });

  it('holds no mark-up and no control or direction character', () => {
    expect(wrong((text) => /[<>\p{Cc}\p{Cf}]/u.test(text))).to.deep.equal([]);
  });

  it('ends every sentence about a failure and every next step with a full stop', () => {
    const sentences = EVERY_TEXT.filter(([where]) => /\.(?:error|next)[A-Z]/.test(where));
    expect(sentences.filter(([, text]) => !text.endsWith('.'))).to.deep.equal([]);
  });

  it('does not speak of "the customer" where the customer reads', () => {
    for (const messages of Object.values(ALL)) {
      const theirs = [messages.nothingYet, messages.empty];
      const noun = messages.customerNo.toLowerCase().slice(0, 4);
      expect(theirs.filter((text) => text.toLowerCase().includes(noun))).to.deep.equal([]);
    }
  });

  it('uses the words of each market for what the bill is about', () => {
    const said = [sv, nb, da, fi, en].map((m) => [m.title, m.subscriptions, m.premium, m.tryAgain]);
    expect(said).to.deep.equal([
      ['Förbrukning', 'Abonnemang', 'Betalnummer', 'Försök igen'],
      ['Forbruk', 'Abonnementer', 'Spesialnummer', 'Prøv igjen'],
      ['Forbrug', 'Abonnementer', 'Betalingsnummer', 'Prøv igen'],
      ['Käyttö', 'Liittymät', 'Palvelunumero', 'Yritä uudelleen'],
      ['Usage', 'Subscriptions', 'Premium-rate number', 'Try again'],
    ]);
  });
});
