import { expect } from '@open-wc/testing';
import { usageError, type ErrorCode, type UsageError } from '../../src/api/errors.js';
import { Findings } from '../../src/api/findings.js';
import type { JsonObject } from '../../src/api/list-reader.js';
import { explainRefusal } from '../../src/api/problem.js';

const status = (code: ErrorCode, number: number): UsageError =>
  usageError(code, { status: number, attempt: 1 });
const invalid = status('invalid', 400);
const notFound = status('not-found', 404);

const explain = (error: UsageError, body: unknown, findings = new Findings()): UsageError =>
  explainRefusal(error, Object(body) as JsonObject, findings);

describe('problems', () => {
  it('fault 14: a refused customer number is named by our name, and detail is not echoed', () => {
    const error = explain(invalid, {
      type: 'https://api.payex.com/billing/usage/service/validation',
      title: 'Bad 46701234567',
      status: 400,
      detail: 'customer 46701234567 is <b>bad</b>',
      problems: [{ name: 'customerNo', description: '46701234567' }],
    });
    expect(error).to.deep.equal({ ...invalid, problem: 'validation', parameter: 'customerNo' });
  });

  for (const [problems, parameter] of [
    [[{ 'request.InvoiceNo': 'too long' }], 'invoiceNo'],
    [[{ '$.subscription_no': 'x' }], 'subscriptionNo'],
    [[{ Name: 'ownerNo', Description: 'x' }], 'ownerNo'],
    [[{ 'request.LedgerNumber': 'x' }], 'ownerNo'],
    [[{ description: 'x', name: 'path/customerNumber' }], 'customerNo'],
    [[{ unknown: 'x' }, { 'invoices[0].invoiceNumber': 'x' }], 'invoiceNo'],
  ] as const) {
    it(`fault 15: ${JSON.stringify(problems)} names ${parameter}`, () => {
      expect(explain(invalid, { Type: 'x/validation', Problems: problems }).parameter).to.equal(
        parameter,
      );
    });
  }

  it('fault 15: a parameter that is not ours is not repeated', () => {
    const error = explain(invalid, {
      type: 'validation',
      problems: [{ '<script>': '1' }, { x: 2 }],
    });
    expect(error).not.to.have.property('parameter');
  });

  it('fault 16: a 400 without a problem body stays a general error', () => {
    for (const body of [undefined, null, 'text', [], { message: 'secret' }]) {
      expect(explain(invalid, body)).to.deep.equal(invalid);
    }
  });

  for (const [number, kind] of [
    ['23', 'customer-not-found'],
    ['24', 'invoice-not-found'],
    ['25', 'subscription-not-found'],
    ['26', 'invoice-has-no-usage'],
  ] as const) {
    it(`fault ${number}: ${kind} is known by its last segment, whatever the prefix`, () => {
      for (const prefix of [
        '',
        'billing/usage/service/',
        'https://api.payex.com/billing/usage/problems/',
      ]) {
        const error = explain(notFound, { type: prefix + kind });
        expect(error).to.include({ code: 'not-found', problem: kind, status: 404 });
      }
    });
  }

  for (const type of [
    'billing/usage/service/subscription-not found',
    'x/Subscription-Not-Found',
    ' x/subscription-not \t found ',
  ]) {
    it(`fault 25: ${JSON.stringify(type)} is subscription-not-found`, () => {
      expect(explain(notFound, { TYPE: type }).problem).to.equal('subscription-not-found');
    });
  }

  for (const type of [
    'about:blank',
    'x/not-found',
    'x/invoice-not-found/other',
    'customer-not-foundx',
  ]) {
    it(`fault 27: a 404 of type ${type.slice(0, 40)} is not guessed at from its title`, () => {
      const error = explain(notFound, { type, title: 'customer-not-found' });
      expect(error).to.include({ code: 'not-found', problem: 'other' });
    });
  }

  it('fault 28: a 404 that is no problem does not mean "customer not found"', () => {
    for (const body of [undefined, {}, [], 'x', { error: 'customer-not-found' }]) {
      expect(explain(notFound, body)).to.deep.equal(
        usageError('protocol', { status: 404, attempt: 1 }),
      );
    }
  });

  it('fault 44: the HTTP status wins over the one in the body, with a warning', () => {
    const server = usageError('server', { status: 500, attempt: 3, retryable: true });
    const findings = new Findings();
    const error = explain(server, { type: 'x/invoice-has-no-usage', status: 404 }, findings);
    expect(error).to.deep.equal({ ...server, problem: 'other' });
    expect(findings.listWarnings()).to.deep.equal([{ code: 'problem-status', count: 1 }]);
  });

  it('fault 44: the same status twice is no warning, and neither is none', () => {
    const findings = new Findings();
    explain(notFound, { type: 'x', Status: 404 }, findings);
    explain(notFound, { type: 'x' }, findings);
    expect(findings.listWarnings()).to.deep.equal([]);
  });

  for (const junk of [null, 7, true, {}, [], ['x'], [null, 7, 'x', []], '']) {
    it(`fault 45: members that are ${JSON.stringify(junk)} are ignored`, () => {
      const body = { type: junk, title: 'x', status: junk, instance: junk, problems: junk };
      expect(explain(notFound, body)).to.deep.equal({ ...notFound, problem: 'other' });
    });
  }

  it('instance is kept for support', () => {
    expect(explain(notFound, { type: 'x', Instance: 'urn:uuid:5f2c' }).instance).to.equal(
      'urn:uuid:5f2c',
    );
  });

  for (const instance of ['x'.repeat(201), 'a b', 'a\u202Eb', 'a\nb', 'å', '']) {
    it(`an instance like ${JSON.stringify(instance.slice(0, 10))} is dropped`, () => {
      expect(explain(notFound, { type: 'x', instance })).not.to.have.property('instance');
    });
  }
});
