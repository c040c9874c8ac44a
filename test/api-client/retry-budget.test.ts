import { expect } from '@open-wc/testing';
import { ClientRig, CUSTOMER, rows, watch } from '../support/client-rig.js';

describe('retry budget', () => {
  let rig: ClientRig;

  beforeEach(() => {
    rig = new ClientRig();
  });

  /** How many of a hundred calls, each refused once, are tried again. */
  async function retriesLeft(): Promise<number> {
    let retries = 0;
    for (let n = 0; n < 100; n += 1) {
      watch(rig.client.details(CUSTOMER, `${n}`));
      await (await rig.server.next()).status(500);
      await rig.clock.advance(400);
      const [again] = rig.server.open;
      if (!again) break;
      retries += 1;
      await again.status(501);
    }
    return retries;
  }

  async function succeed(times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      watch(rig.client.details(CUSTOMER, 'good'));
      await (await rig.server.next()).json({ items: rows('1') });
    }
  }

  it('56: holds ten retries for all calls together', async () => {
    expect(await retriesLeft()).to.equal(10);
  });

  it('56: gives one retry back for exactly ten successes, in spite of floating point', async () => {
    await retriesLeft();
    await succeed(9);
    expect(await retriesLeft()).to.equal(0);
    await succeed(1);
    expect(await retriesLeft()).to.equal(1);
  });

  it('56: never holds more than it started with', async () => {
    await succeed(50);
    expect(await retriesLeft()).to.equal(10);
  });
});
