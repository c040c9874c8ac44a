import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { RequestScheduler } from '../../src/api/index.js';
import type { DetailsAnswer, Result } from '../../src/api/index.js';
import { ClientRig, rows, watch, type Watched } from '../support/client-rig.js';
import { settle } from '../support/fake-clock.js';
import type { FakeRequest } from '../support/fake-server.js';

const CUSTOMERS = ['A', 'B'] as const;
const SUBSCRIPTIONS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

type Step =
  | { do: 'call'; subscription: string }
  | { do: 'leave'; which: number }
  | { do: 'switch' }
  | { do: 'answer'; which: number; how: number }
  | { do: 'late'; which: number }
  | { do: 'time'; ms: number }
  | { do: 'sleep' }
  | { do: 'network'; online: boolean }
  | { do: 'sight'; hidden: boolean }
  | { do: 'sign-in'; good: boolean };

const which = fc.nat(20);
const call = fc.record({
  do: fc.constant('call' as const),
  subscription: fc.constantFrom(...SUBSCRIPTIONS),
});
const answer = fc.record({ do: fc.constant('answer' as const), which, how: fc.nat(9) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: call },
  { weight: 10, arbitrary: answer },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), which }) },
  { weight: 1, arbitrary: fc.constant({ do: 'switch' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('late' as const), which }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('time' as const),
      ms: fc.constantFrom(1, 300, 1_500, 10_000, 31_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'sleep' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('network' as const), online: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sight' as const), hidden: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('sign-in' as const), good: fc.boolean() }),
  },
);

interface OpenCall {
  readonly customer: string;
  readonly subscription: string;
  readonly watched: Watched<Result<DetailsAnswer>>;
  readonly leaving: AbortController;
  /** How it had ended when it was looked at last. */
  ended: string;
}

/** A client, its host and its server, moved by random steps. */
class Walk {
  readonly rig = new ClientRig({
    scheduler: new RequestScheduler(),
    // A budget that never runs out: the walk shall reach the third attempt often.
    retryBudget: {
      get tenths() {
        return 100;
      },
      set tenths(_) {},
    },
  });
  readonly calls: OpenCall[] = [];
  readonly aborted: FakeRequest[] = [];
  customer: string = CUSTOMERS[0];

  async take(step: Step): Promise<void> {
    const { clock, client, server, signIns } = this.rig;
    switch (step.do) {
      case 'call':
        this.#call(step.subscription);
        return settle();
      case 'leave':
        this.calls[step.which % (this.calls.length || 1)]?.leaving.abort(new Error('left'));
        return settle();
      case 'switch':
        client.clear();
        this.customer = CUSTOMERS.find((customer) => customer !== this.customer) ?? '';
        return settle();
      case 'answer':
        return this.#answer(server.open[step.which % (server.open.length || 1)], step.how);
      case 'late': {
        const dead = server.requests.filter((request) => request.aborted);
        return dead[step.which % (dead.length || 1)]?.json({ items: rows('late') });
      }
      case 'time':
        return clock.advance(step.ms);
      case 'sleep':
        return clock.sleep(3_600_000);
      case 'network':
        return step.online ? clock.goOnline() : clock.goOffline();
      case 'sight':
        return step.hidden ? clock.hide() : clock.show();
      case 'sign-in': {
        const signIn = signIns.shift();
        if (step.good) signIn?.done();
        else signIn?.fail();
        return settle();
      }
    }
  }

  #call(subscription: string): void {
    const { customer } = this;
    const leaving = new AbortController();
    const scope = { kind: 'customer', customerNo: customer } as const;
    const options = { signal: leaving.signal };
    const watched = watch(this.rig.client.details(scope, subscription, options));
    this.calls.push({ customer, subscription, watched, leaving, ended: 'pending' });
  }

  async #answer(request: FakeRequest | undefined, how: number): Promise<void> {
    if (!request) return;
    const [, customer = '', subscription = ''] =
      /customers\/(\w+)\/subscriptions\/(\w+)/.exec(request.url) ?? [];
    // The body says whose it is, so that an answer in the wrong place is seen.
    const good = { items: rows(`${customer}${subscription}`) };
    const answers = [
      () => request.json(good),
      () => request.json(good),
      () => request.json(good),
      () => request.status(500),
      () => request.status(401),
      () => request.html(200),
      () => request.status(429, { 'retry-after': '3' }),
      () => request.reject(),
      () => request.text('{"items":['),
      () => request.status(403),
    ];
    await answers[how % answers.length]!();
  }

  /** What must hold after every step. */
  check(): void {
    this.#noLateAnswer();
    this.#countsAgree();
    this.#limitsHold();
  }

  /** 4: a late answer changes nothing: each answer is the caller's own, and no call ends twice. */
  #noLateAnswer(): void {
    for (const call of this.calls) {
      const { state, value } = call.watched;
      if (call.ended !== 'pending') expect(state).to.equal(call.ended);
      call.ended = state;
      if (value?.ok) {
        expect(value.value.table.record(0).recordId).to.equal(call.customer + call.subscription);
      }
      if (call.customer !== this.customer) expect(state).not.to.equal('pending');
    }
  }

  /** 5: calls started = finished + cancelled: nobody asks for what nobody waits for any more. */
  #countsAgree(): void {
    const awaited = this.calls
      .filter(({ watched }) => watched.state === 'pending')
      .map(({ customer, subscription }) => `/customers/${customer}/subscriptions/${subscription}/`);
    const { open } = this.rig.server;
    expect(open.filter(({ url }) => !awaited.some((path) => url.includes(path)))).to.eql([]);
    expect(open.length).to.be.at.most(6);
  }

  /** Every slot is free again: six new calls are sent at once. */
  async end(): Promise<void> {
    const { client, clock, server } = this.rig;
    client.clear();
    await settle();
    expect([clock.timers, clock.listeners]).to.eql([0, 0]);
    expect(this.calls.filter(({ watched }) => watched.state === 'pending')).to.eql([]);
    // A server that asked for a pause has to be waited out.
    await clock.goOnline();
    await clock.advance(30_000);
    for (const subscription of SUBSCRIPTIONS) this.#call(subscription);
    await settle();
    expect(server.open.length).to.equal(6);
  }

  /** 6: attempts ≤ 3, token requests ≤ 1 a generation. */
  #limitsHold(): void {
    for (const { watched } of this.calls) {
      if (watched.value?.ok === false) expect(watched.value.error.attempt).to.be.at.most(3);
    }
    const { asked } = this.rig;
    expect(new Set(asked).size).to.equal(asked.length);
  }
}

describe('random walk', function () {
  this.timeout(120_000);

  it('keeps its promises after every step, whatever comes in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const walk = new Walk();
        for (const next of steps) {
          await walk.take(next);
          walk.check();
        }
        await walk.end();
      }),
      { numRuns: 150, seed: 20260506 },
    );
  });

  it('sends no more than three attempts of a call while the network is up', async () => {
    const hows = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(hows, async (answers) => {
        const walk = new Walk();
        await walk.take({ do: 'call', subscription: '1' });
        for (const how of answers) {
          await walk.take({ do: 'answer', which: 0, how });
          await walk.take({ do: 'sign-in', good: true });
          await walk.take({ do: 'time', ms: 4_000 });
        }
        expect(walk.rig.server.count).to.be.at.most(3);
        expect(walk.rig.asked.length).to.be.at.most(1);
        expect(walk.calls[0]?.watched.state).to.equal('resolved');
      }),
      { numRuns: 100, seed: 20260506 },
    );
  });
});
