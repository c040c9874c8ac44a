import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkIdentifier, type IdentifierKind } from '../../src/api/identifiers.js';
import { listUrl, scopeUrl } from '../../src/api/routes.js';
import { CUSTOMER, errorOf, INVOICE_PLACE, SUBSCRIPTION, valueOf } from '../support/wire.js';

const KINDS: readonly IdentifierKind[] = ['owner', 'customer', 'invoice', 'subscription'];

function refused(text: string): void {
  for (const kind of KINDS) {
    const error = errorOf(checkIdentifier(kind, text));
    expect(error.code, `${kind} ${JSON.stringify(text)}`).to.equal('config');
    expect(error.reason, `${kind} ${JSON.stringify(text)}`).to.equal('bad-id');
  }
}

describe('identifiers', () => {
  for (const text of ['..', '.', 'a/../b', '..\\x', '...', ' .. ', '../x', 'x/.', '..;v=1']) {
    it(`fault 2: refuses the dot segment ${JSON.stringify(text)}`, () => {
      refused(text);
    });
  }

  for (const text of [
    '%2e%2e',
    '%2E',
    '%252e',
    'a?b',
    'a#b',
    'a\u0000b',
    'a\\b',
    'a\nb',
    'a\u0085b',
  ]) {
    it(`fault 3: refuses ${JSON.stringify(text)}`, () => {
      refused(text);
    });
  }

  it('fault 3: refuses one character more than the limit, and takes the limit', () => {
    for (const kind of KINDS) {
      expect(checkIdentifier(kind, '1'.repeat(50)).ok, kind).to.equal(true);
      expect(checkIdentifier(kind, '1'.repeat(51)).ok, kind).to.equal(false);
    }
  });

  for (const [name, text] of [
    ['a high surrogate', 'a\uD800'],
    ['a low surrogate', '\uDC00a'],
    ['a right-to-left override', '12\u202E34'],
    ['an isolate', '12\u206634'],
    ['a zero-width space', '12\u200B34'],
    ['a byte order mark inside', '12\uFEFF34'],
    ['a line separator', '12\u202834'],
  ] as const) {
    it(`fault 4: refuses ${name} without a URIError`, () => {
      refused(text);
    });
  }

  it('fault 5: outer spaces make no second identifier', () => {
    expect(valueOf(checkIdentifier('invoice', ' 900123\t'))).to.equal('900123');
  });

  it('an identifier of spaces only is refused', () => {
    refused('   ');
  });

  it('something that is no text is refused instead of turned into text', () => {
    expect(errorOf(checkIdentifier('invoice', 900123)).reason).to.equal('bad-id');
    expect(errorOf(checkIdentifier('invoice', null)).reason).to.equal('bad-id');
  });

  it('the error names our parameter and quotes nothing', () => {
    const error = errorOf(checkIdentifier('customer', 'secret/../number'));
    expect(error).to.deep.equal({
      code: 'config',
      reason: 'bad-id',
      parameter: 'customerNo',
      retryable: false,
      attempt: 0,
    });
  });

  it('takes every character that a customer number may have', () => {
    expect(valueOf(checkIdentifier('customer', 'Å&Ö/_-. 1'))).to.equal('Å&Ö/_-. 1');
  });

  it('a slash is taken in a customer number only', () => {
    expect(checkIdentifier('customer', 'A/1').ok).to.equal(true);
    expect(checkIdentifier('owner', 'A/1').ok).to.equal(false);
    expect(checkIdentifier('invoice', 'A/1').ok).to.equal(false);
    expect(checkIdentifier('subscription', 'A/1').ok).to.equal(false);
  });

  it('leading zeros and dots inside stay', () => {
    expect(valueOf(checkIdentifier('invoice', '000.12..3'))).to.equal('000.12..3');
  });
});

describe('routes', () => {
  it('are those of the documentation, behind the base', () => {
    expect(scopeUrl(INVOICE_PLACE)).to.equal(
      'https://crm.example/payex/billing/usage/v1/L01/invoices/900123',
    );
    expect(listUrl({ ...INVOICE_PLACE, scope: CUSTOMER }, 'subscriptions')).to.equal(
      'https://crm.example/payex/billing/usage/v1/L01/customers/10042/subscriptions',
    );
    expect(listUrl({ ...INVOICE_PLACE, subscriptionNo: SUBSCRIPTION }, 'details')).to.equal(
      'https://crm.example/payex/billing/usage/v1/L01/invoices/900123/subscriptions/46701234567/usage-details',
    );
  });

  it('a slash, a space and an ampersand of a customer number stay in one segment', () => {
    const scope = { kind: 'customer', customerNo: 'A/b &ö' } as const;
    const url = scopeUrl({ ...INVOICE_PLACE, scope });
    expect(new URL(url).pathname).to.equal(
      '/payex/billing/usage/v1/L01/customers/A%2Fb%20%26%C3%B6',
    );
  });

  it('whatever passes the check, the URL keeps it in its own segment', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.stringMatching(/^[./\\%2eE;?# a]{0,8}$/),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const checked = checkIdentifier('customer', text);
        if (!checked.ok) return;
        const customerNo = checked.value;
        const scope = { kind: 'customer', customerNo } as const;
        const url = new URL(listUrl({ ...INVOICE_PLACE, scope }, 'subscriptions'));
        const segments = url.pathname.split('/').map(decodeURIComponent);
        expect(segments.slice(1)).to.deep.equal([
          'payex',
          'billing',
          'usage',
          'v1',
          'L01',
          'customers',
          customerNo,
          'subscriptions',
        ]);
        expect(url.search + url.hash).to.equal('');
      }),
      { numRuns: 500 },
    );
  });
});
