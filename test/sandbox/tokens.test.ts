import { expect } from '@open-wc/testing';
import { ask, fetchToken, newSession, readLog } from '../support/sandbox-http.js';

describe('sandbox tokens', () => {
  it('come with their lifetime', async () => {
    const response = await fetch('/sandbox/token', { method: 'POST' });
    const body = (await response.json()) as { token: string; expiresInSeconds: number };
    expect(body.expiresInSeconds).to.equal(600);
    expect(body.token).to.match(/^[\w-]{20,}$/);
  });

  for (const [what, token] of [
    ['no token', (): null => null],
    ['a made-up token', (): string => 'made-up'],
    ['an expired token', (): Promise<string> => fetchToken('expiresInSeconds=0')],
    ['a token of another ledger', (): Promise<string> => fetchToken('ownerNo=L02')],
  ] as const) {
    it(`are needed: ${what} is a 401`, async () => {
      const response = await ask('/invoices/900123', { token: await token() });
      expect(response.status).to.equal(401);
      expect(response.headers.get('content-type')).to.equal('application/problem+json');
    });
  }

  it('of this ledger open no other', async () => {
    const token = await fetchToken();
    const response = await fetch('/billing/usage/v1/L02/invoices/900123', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).to.equal(401);
  });

  it('shown first are refused until renewed, however many calls are in flight', async () => {
    const session = newSession();
    const call = { session, faults: '401-until-renewed' };
    const old = await fetchToken();
    const paths = ['/invoices/900123', '/invoices/900122', '/customers/100045'];
    const first = await Promise.all(paths.map((path) => ask(path, { ...call, token: old })));
    expect(first.map(({ status }) => status)).to.deep.equal([401, 401, 401]);
    const renewed = await ask('/invoices/900123', { ...call, token: await fetchToken() });
    expect(renewed.status).to.equal(200);
  });

  it('never reach the log', async () => {
    const session = newSession();
    const token = await fetchToken();
    await ask('/invoices/900123', { session, token });
    expect(JSON.stringify(await readLog(session))).not.to.contain(token);
  });
});
