import { expect } from '@open-wc/testing';
import { LOCALES, resolveLocale } from '../../src/i18n/index.js';

/** What a tag becomes, with a question mark when it was not understood as it stands. */
function resolved(tag: string | null | undefined): string {
  const { locale, exact } = resolveLocale(tag);
  return exact ? locale : `${locale}?`;
}

describe('resolveLocale', () => {
  it('gives a bare language the formats of its country', () => {
    expect(LOCALES.map(resolved)).to.deep.equal(['sv-SE', 'nb-NO', 'da-DK', 'fi-FI', 'en-GB']);
  });

  it('gives each language its own words', () => {
    const titles = LOCALES.map((tag) => resolveLocale(tag).messages.title);
    expect(titles).to.deep.equal(['Förbrukning', 'Forbruk', 'Forbrug', 'Käyttö', 'Usage']);
  });

  it('keeps a region for its formats', () => {
    expect(['sv-FI', 'en-US', 'en-SE'].map(resolved)).to.deep.equal(['sv-FI', 'en-US', 'en-SE']);
  });

  it('reads tags in any case', () => {
    expect(['SV-se', 'FI'].map(resolved)).to.deep.equal(['sv-SE', 'fi-FI']);
  });

  it('reads Norwegian as Bokmål', () => {
    expect(['no', 'no-NO', 'nn', 'nn-NO'].map(resolved)).to.deep.equal([
      'nb-NO',
      'nb-NO',
      'nb-NO?',
      'nb-NO?',
    ]);
  });

  for (const tag of ['sv_SE', 'sv_SE.UTF-8', 'sv_SE@euro']) {
    it(`understands ${tag} as servers write it, but not as exact`, () => {
      expect(resolved(tag)).to.equal('sv-SE?');
    });
  }

  for (const tag of [
    'xx',
    'de',
    'ar-EG',
    '',
    ' ',
    '*',
    'C',
    '-',
    'sv--',
    '\u0000',
    null,
    undefined,
  ]) {
    it(`speaks English rather than throw at ${JSON.stringify(tag)}`, () => {
      expect(resolved(tag)).to.equal('en-GB?');
    });
  }

  it('lets no extension bring in other digits or another calendar', () => {
    expect(['sv-SE-u-nu-arab', 'fi-u-ca-buddhist', 'en-Latn-x-me'].map(resolved)).to.deep.equal([
      'sv-SE',
      'fi-FI',
      'en-GB',
    ]);
  });

  it('gives only tags that Intl takes', () => {
    const tags = ['sv', 'nn', 'sv_SE', 'xx', 'en-001', 'no-SJ', ''];
    expect(() =>
      tags.forEach((tag) => new Intl.NumberFormat(resolveLocale(tag).locale)),
    ).not.to.throw();
  });
});
