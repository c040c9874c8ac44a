import { expect } from '@open-wc/testing';
import type { MessageOverrides } from '../../src/i18n/index.js';
import { localizerOf } from '../support/localizer-of.js';

describe('localizer: texts', () => {
  it('puts a value in its place', () => {
    expect(localizerOf('en').text('invoiceNo', '900123')).to.equal('Invoice 900123');
  });

  it('does not group the digits of an identifier, which is text', () => {
    expect(localizerOf('sv').text('customerNo', '100045')).to.equal('Kund 100045');
  });

  it('leaves a place within a value alone', () => {
    const text = localizerOf('en').text('invoiceNo', '{no}');
    expect(text).to.equal('Invoice {no}');
  });

  it('does not read "$&" in a value as a pattern', () => {
    expect(localizerOf('en').text('other', '$&$1')).to.equal('Other ($&$1)');
  });

  it('leaves a place without a value as it is written', () => {
    const localizer = localizerOf('en', { title: '{nothing}' });
    expect(localizer.text('title')).to.equal('{nothing}');
  });
});

describe('localizer: words of the host', () => {
  it('wins over the language, and only under its key', () => {
    const localizer = localizerOf('sv', { title: 'Trafik' });
    expect([localizer.text('title'), localizer.text('total')]).to.deep.equal(['Trafik', 'Totalt']);
  });

  it('may be empty, to say nothing', () => {
    expect(localizerOf('en', { preliminary: '' }).text('preliminary')).to.equal('');
  });

  for (const junk of [undefined, null, 7, true, {}, [], () => 'x']) {
    it(`is ignored when it is no text but ${JSON.stringify(junk) ?? typeof junk}`, () => {
      const localizer = localizerOf('en', { title: junk } as unknown as MessageOverrides);
      expect(localizer.text('title')).to.equal('Usage');
    });
  }

  for (const junk of [null, 'title', 7, []]) {
    it(`is ignored when it is no set of texts but ${JSON.stringify(junk)}`, () => {
      const localizer = localizerOf('en', junk as unknown as MessageOverrides);
      expect(localizer.text('title')).to.equal('Usage');
    });
  }

  it('cannot reach the words of another element', () => {
    localizerOf('en', { title: 'mine' });
    expect(localizerOf('en').text('title')).to.equal('Usage');
  });
});
