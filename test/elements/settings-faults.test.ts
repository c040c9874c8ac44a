import { expect } from '@open-wc/testing';
import { configure } from '../../src/controllers/defaults.js';
import { settle } from '../support/fake-clock.js';
import { mountUsage, summaryRow } from '../support/usage-rig.js';

describe('settings that are missing or wrong', () => {
  it('1: without customer and invoice it says so calmly and calls nothing', async () => {
    const rig = await mountUsage({});
    expect(rig.text).to.contain('No customer selected');
    expect(rig.server.count).to.equal(0);
    expect(rig.heard('payexerror')).to.have.length(0);
  });

  for (const id of ['..', '.', 'a/../b', '..\\x']) {
    it(`2: the customer number ${JSON.stringify(id)} is refused and never becomes an address`, async () => {
      const rig = await mountUsage({ 'customer-no': id });
      await rig.rest();
      expect(rig.server.count).to.equal(0);
      expect(rig.heard('payexerror')[0]?.detail['code']).to.equal('config');
      expect(rig.text).to.contain('The number was not accepted');
    });
  }

  for (const id of ['%2e%2e', 'a?b', 'a#b', 'a\u0000b', 'x'.repeat(200), 'a\ud800', 'a\u202eb']) {
    it(`3, 4: the customer number ${JSON.stringify(id.slice(0, 12))} is refused`, async () => {
      const rig = await mountUsage({ 'customer-no': id });
      await rig.rest();
      expect(rig.server.count).to.equal(0);
      expect(rig.heard('payexerror')[0]?.detail['code']).to.equal('config');
    });
  }

  it('the host hears which setting is at fault, and not what it holds', async () => {
    const rig = await mountUsage({ 'customer-no': 'secret/..' });
    await rig.rest();
    const [{ detail } = { detail: {} }] = rig.heard('payexerror');
    expect(detail).to.deep.include({ reason: 'bad-id', parameter: 'customerNo' });
    expect(JSON.stringify({ ...detail, customerNo: '' })).not.to.contain('secret');
  });

  it('6: an api-base that is no address is refused before anything is sent', async () => {
    const rig = await mountUsage({ 'customer-no': 'A', 'api-base': 'http://example.com/x' });
    await rig.rest();
    expect(rig.server.count).to.equal(0);
    expect(rig.heard('payexerror')[0]?.detail['code']).to.equal('config');
  });

  it('7: another origin without a fetcher waits for it, and goes on when it is set', async () => {
    const rig = await mountUsage(
      { 'customer-no': 'A', 'api-base': 'https://api.example' },
      (element) => {
        element.fetcher = undefined;
      },
    );
    await rig.rest();
    expect(rig.server.count).to.equal(0);
    expect(rig.heard('payexerror')).to.have.length(0);
    rig.element.fetcher = rig.server.fetcher;
    await rig.rest();
    expect(rig.server.requests[0]?.url).to.equal(
      'https://api.example/billing/usage/v1/L01/customers/A/subscriptions',
    );
  });

  it('8: a fetcher that throws is an error of the page, with a button to try again', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' }, (element) => {
      element.fetcher = () => {
        throw new Error('secret');
      };
    });
    await rig.rest();
    expect(rig.heard('payexerror')[0]?.detail['code']).to.equal('adapter');
    expect(rig.markup).not.to.contain('secret');
    expect(rig.button('Try again')).to.exist;
  });

  it('11: an unknown locale falls back to English', async () => {
    const rig = await mountUsage({ locale: 'xx' });
    expect(rig.text).to.contain('Usage');
  });

  it('11: sv_SE is understood as Swedish', async () => {
    const rig = await mountUsage({ locale: 'sv_SE' });
    expect(rig.text).to.contain('Förbrukning');
  });

  it('the closest lang decides the language, through shadow roots', async () => {
    const outer = document.createElement('div');
    outer.lang = 'fi';
    const inner = document.createElement('div');
    outer.append(inner);
    document.body.append(outer);
    const element = document.createElement('payex-usage');
    inner.attachShadow({ mode: 'open' }).append(element);
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.contain('Käyttö');
    outer.remove();
  });

  it('12: a bad currency and a bad time zone leave the table readable', async () => {
    const rig = await mountUsage({ 'customer-no': 'A', currency: 'kr', 'time-zone': 'Mars/Base' });
    await rig.list('46700000001');
    await rig.summary('46700000001', summaryRow('12.34', { currency: undefined }));
    expect(rig.text).to.contain('12.34');
  });

  it('bad values of closed lists fall back and throw nothing', async () => {
    const rig = await mountUsage({
      'customer-no': 'A',
      view: 'constructor',
      theme: 'x',
      density: 'y',
      selection: 'z',
      audience: '__proto__',
      'number-policy': 'none',
      'heading-level': '99',
    });
    await rig.list('46700000001');
    expect(rig.text).to.contain('46700000001');
  });

  it('configure() after the element is there sets what it lacks', async () => {
    const rig = await mountUsage({ 'customer-no': 'A', 'owner-no': '' });
    await rig.rest();
    configure({ ownerNo: 'L77' });
    await rig.rest();
    configure({ ownerNo: undefined });
    expect(rig.server.requests.at(-1)?.url).to.contain('/billing/usage/v1/L77/customers/A/');
  });

  it('properties set before the definition are taken up', async () => {
    const plain = document.createElement('div');
    plain.innerHTML = '<payex-usage owner-no="L01"></payex-usage>';
    const element = plain.querySelector('payex-usage')!;
    element.customerNo = 'EARLY';
    const urls: string[] = [];
    element.fetcher = (url) => {
      urls.push(url);
      return new Promise(() => undefined);
    };
    document.body.append(plain);
    await element.updateComplete;
    await settle();
    plain.remove();
    expect(urls[0]).to.contain('/customers/EARLY/');
  });
});
