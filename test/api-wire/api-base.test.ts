import { expect } from '@open-wc/testing';
import { parseApiBase } from '../../src/api/routes.js';
import { errorOf, valueOf } from '../support/wire.js';

const PAGE = 'https://crm.example/cases/17?tab=usage#top';

describe('api-base', () => {
  it("empty: the page's origin, not the page's folder", () => {
    expect(valueOf(parseApiBase('', PAGE))).to.deep.equal({
      origin: 'https://crm.example',
      prefix: '',
    });
  });

  it('a path, with or without a slash at the end', () => {
    expect(valueOf(parseApiBase('/api/payex', PAGE)).prefix).to.equal('/api/payex');
    expect(valueOf(parseApiBase('/api/payex//', PAGE)).prefix).to.equal('/api/payex');
  });

  it('fault 5: outer spaces do not matter', () => {
    expect(valueOf(parseApiBase(' /api ', PAGE)).prefix).to.equal('/api');
  });

  it('a whole URL, of any origin', () => {
    expect(valueOf(parseApiBase('https://lf-api.payex.com', PAGE))).to.deep.equal({
      origin: 'https://lf-api.payex.com',
      prefix: '',
    });
  });

  it("fault 7: the page's own origin written out is no other origin", () => {
    expect(valueOf(parseApiBase('https://CRM.example:443/x', PAGE)).origin).to.equal(
      'https://crm.example',
    );
  });

  for (const text of [
    'https://',
    'https://a b',
    'http://[::1',
    'javascript:alert(1)',
    'data:text/plain,x',
    'ftp://crm.example',
    'blob:https://crm.example/1',
    'https://user:secret@crm.example',
    'https://crm.example/?x=1',
    'https://crm.example/#x',
  ]) {
    it(`fault 6: refuses ${JSON.stringify(text)}`, () => {
      expect(errorOf(parseApiBase(text, PAGE))).to.include({ code: 'config', reason: 'bad-base' });
    });
  }

  for (const text of [
    'http://crm.example',
    'http://localhost.evil.example',
    'http://127.evil.example',
  ]) {
    it(`fault 6: sends no token over ${text}`, () => {
      const error = errorOf(parseApiBase(text, PAGE));
      expect(error).to.include({ code: 'config', reason: 'insecure-base' });
    });
  }

  it('fault 6: a path on a page that came over http is no safer', () => {
    expect(errorOf(parseApiBase('/api', 'http://crm.example/')).reason).to.equal('insecure-base');
  });

  for (const text of [
    'http://localhost:8080',
    'http://127.0.0.1',
    'http://[::1]:3000',
    'http://x.localhost',
  ]) {
    it(`takes ${text}, which never leaves the machine`, () => {
      expect(parseApiBase(text, PAGE).ok).to.equal(true);
    });
  }

  it('fault 6: a page without an address cannot resolve a path', () => {
    expect(errorOf(parseApiBase('/api', 'about:blank')).reason).to.equal('bad-base');
    expect(errorOf(parseApiBase('', '')).reason).to.equal('bad-base');
  });
});
