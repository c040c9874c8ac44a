import { expect } from '@open-wc/testing';
import { API, ask, newSession, readLog } from '../support/sandbox-http.js';

describe('sandbox request log', () => {
  it('tells method, path, level, faults and status of each request', async () => {
    const session = newSession();
    await ask('/invoices/900123/subscriptions?page=1', { session, faults: '500-always' });
    expect(await readLog(session)).to.deep.equal([
      {
        method: 'GET',
        path: `${API}/invoices/900123/subscriptions?page=1`,
        level: 'subscriptions',
        faults: '500-always',
        status: 500,
        cancelled: false,
      },
    ]);
  });

  it('keeps sessions apart', async () => {
    const [mine, other] = [newSession(), newSession()];
    await ask('/invoices/900123', { session: other });
    expect(await readLog(mine)).to.deep.equal([]);
  });

  it('knows a call that the client cancelled', async () => {
    const session = newSession();
    const leaving = new AbortController();
    const call = ask('/invoices/900123', {
      session,
      signal: leaving.signal,
      latency: '30000',
    }).catch((error: unknown) => error);
    while ((await readLog(session)).length === 0);
    leaving.abort();
    await call;
    while (!(await readLog(session))[0]?.cancelled);
    expect((await readLog(session))[0]).to.include({ cancelled: true, status: null });
  });

  it('does not take a connection that a fault broke for a cancelled call', async () => {
    const session = newSession();
    await ask('/invoices/900123', { session, faults: 'reset' }).catch(() => undefined);
    const [entry] = await readLog(session);
    expect(entry).to.include({ cancelled: false, status: null });
  });

  it('says when a fault is misspelt, instead of going well', async () => {
    const response = await ask('/invoices/900123', { faults: '500-alwys' });
    expect(response.status).to.equal(400);
    expect(await response.text()).to.contain('500-alwys');
  });
});
