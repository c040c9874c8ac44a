import { expect } from '@open-wc/testing';
import { Localizer, type MessageOverrides, resolveLocale } from '../../src/i18n/index.js';

function localizer(tag: string, overrides?: MessageOverrides): Localizer {
  const { locale, messages } = resolveLocale(tag);
  return new Localizer(locale, messages, overrides);
}

describe('localizer: texts', () => {
  it('puts a value in its place', () => {
    expect(localizer('en').text('invoiceNo', '900123')).to.equal('Invoice 900123');
  });

  it('does not group the digits of an identifier, which is text', () => {
    expect(localizer('sv').text('customerNo', '100045')).to.equal('Kund 100045');
  });

  it('leaves a place within a value alone', () => {
    const text = localizer('en').text('invoiceNo', '{no}');
    expect(text).to.equal('Invoice {no}');
  });

  it('does not read "$&" in a value as a pattern', () => {
    expect(localizer('en').text('other', '$&$1')).to.equal('Other ($&$1)');
  });

  it('leaves a place without a value as it is written', () => {
    const words = localizer('en', { title: '{nothing}' });
    expect(words.text('title')).to.equal('{nothing}');
  });
});

describe('localizer: words of the host', () => {
  it('wins over the language, and only under its key', () => {
    const words = localizer('sv', { title: 'Trafik' });
    expect([words.text('title'), words.text('total')]).to.deep.equal(['Trafik', 'Totalt']);
  });

  it('may be empty, to say nothing', () => {
    expect(localizer('en', { preliminary: '' }).text('preliminary')).to.equal('');
  });

  for (const junk of [undefined, null, 7, true, {}, [], () => 'x']) {
    it(`is ignored when it is no text but ${JSON.stringify(junk) ?? typeof junk}`, () => {
      const words = localizer('en', { title: junk } as unknown as MessageOverrides);
      expect(words.text('title')).to.equal('Usage');
    });
  }

  for (const junk of [null, 'title', 7, []]) {
    it(`is ignored when it is no set of texts but ${JSON.stringify(junk)}`, () => {
      const words = localizer('en', junk as unknown as MessageOverrides);
      expect(words.text('title')).to.equal('Usage');
    });
  }

  it('cannot reach the words of another element', () => {
    localizer('en', { title: 'mine' });
    expect(localizer('en').text('title')).to.equal('Usage');
  });
});
