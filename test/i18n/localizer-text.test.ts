import { expect } from '@open-wc/testing';
import { Localizer, type MessageOverrides, resolveLocale } from '../../src/i18n/index.js';

function localizer(tag: string, overrides?: MessageOverrides): Localizer {
  const { locale, messages } = resolveLocale(tag);
  return new Localizer(locale, messages, overrides);
}

describe('localizer: texts', () => {
  it('puts a value in its place', () => {
    expect(localizer('en').text('invoiceNo', { no: '900123' })).to.equal('Invoice 900123');
  });

  it('does not group the digits of an identifier, which is text', () => {
    expect(localizer('sv').text('customerNo', { no: '100045' })).to.equal('Kund 100045');
  });

  it('writes a number as a count of the language', () => {
    expect(localizer('sv').text('countdown', { n: 1200 })).to.equal(
      'Försöker igen om 1\u00a0200 s',
    );
  });

  it('leaves a place within a value alone', () => {
    const text = localizer('en').text('invoiceNo', { no: '{no}' });
    expect(text).to.equal('Invoice {no}');
  });

  it('does not read "$&" in a value as a pattern', () => {
    expect(localizer('en').text('typeOther', { code: '$&$1' })).to.equal('Other ($&$1)');
  });

  it('leaves a place without a value as it is written, even one named like a member of all objects', () => {
    const words = localizer('en', { title: '{nothing} {constructor}' });
    expect(words.text('title')).to.equal('{nothing} {constructor}');
  });

  it('says one subscription in the singular', () => {
    expect(localizer('en').plural('progress', 1, { done: 1 })).to.equal(
      '1 of 1 subscription fetched',
    );
  });

  it('lets the noun go by the whole, not by the part', () => {
    expect(localizer('en').plural('progress', 5, { done: 1 })).to.equal(
      '1 of 5 subscriptions fetched',
    );
  });

  it('goes by the number even where the values write it in another way', () => {
    expect(localizer('en').plural('recordsCount', 2, { n: '2.0' })).to.equal('2.0 records');
  });

  it('says none in the plural', () => {
    expect(localizer('fi').plural('recordsCount', 0)).to.equal('0 tapahtumaa');
  });

  it('groups the number of a plural', () => {
    expect(localizer('da').plural('recordsCount', 12345)).to.equal('12.345 poster');
  });
});

describe('localizer: words of the host', () => {
  it('wins over the language, and only under its key', () => {
    const words = localizer('sv', { title: 'Trafik' });
    expect([words.text('title'), words.text('total')]).to.deep.equal(['Trafik', 'Totalt']);
  });

  it('may be one category of a plural', () => {
    const words = localizer('en', { recordsCount: { other: '{n} items' } });
    expect([words.plural('recordsCount', 1), words.plural('recordsCount', 2)]).to.deep.equal([
      '1 record',
      '2 items',
    ]);
  });

  it('may be one text for all categories of a plural', () => {
    const words = localizer('en', { recordsCount: '{n} ×' });
    expect([words.plural('recordsCount', 1), words.plural('recordsCount', 2)]).to.deep.equal([
      '1 ×',
      '2 ×',
    ]);
  });

  it('may be empty within a plural', () => {
    const words = localizer('en', { recordsCount: { one: '' } });
    expect([words.plural('recordsCount', 1), words.plural('recordsCount', 2)]).to.deep.equal([
      '',
      '2 records',
    ]);
  });

  it('may be empty, to say nothing', () => {
    expect(localizer('en', { loaded: '' }).text('loaded')).to.equal('');
  });

  for (const junk of [undefined, null, 7, true, {}, [], () => 'x']) {
    it(`is ignored when it is no text but ${JSON.stringify(junk) ?? typeof junk}`, () => {
      const overrides = { title: junk, recordsCount: { one: junk } } as unknown;
      const words = localizer('en', overrides as MessageOverrides);
      expect([words.text('title'), words.plural('recordsCount', 1)]).to.deep.equal([
        'Usage',
        '1 record',
      ]);
    });
  }

  for (const junk of [null, 'title', 7, []]) {
    it(`is ignored when it is no set of texts but ${JSON.stringify(junk)}`, () => {
      const words = localizer('en', junk as unknown as MessageOverrides);
      expect(words.text('title')).to.equal('Usage');
    });
  }

  it('cannot reach the words of another element', () => {
    localizer('en', { recordsCount: { one: 'mine' } });
    expect(localizer('en').plural('recordsCount', 1)).to.equal('1 record');
  });
});
