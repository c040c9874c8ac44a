import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import type { DetailsAnswer } from '../../src/api/index.js';
import { DaysController, subscriptionPageOf } from '../../src/controllers/subscription-model.js';
import { UsageTable } from '../../src/model/usage-table.js';
import { at, call } from '../support/model-records.js';

/** A host in the page, which counts the updates that it is asked for. */
class Host extends HTMLElement {
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  readonly controllers: ReactiveController[] = [];

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.updates += 1;
  }
}
customElements.define('days-host', Host);

function answerOf(records: number): DetailsAnswer {
  const table = UsageTable.create();
  const days = ['2026-03-01T10:00:00', '2026-03-03T10:00:00'].map(at);
  table.append(
    (function* () {
      for (let n = 0; n < records; n++) {
        const startTime = days[n % 2] ?? null;
        yield call({ recordId: `r${n}`, startTime });
      }
    })(),
  );
  return { table, gaps: {}, errors: [], asOf: 0 };
}

const daysOf = (answer: DetailsAnswer): [string, number][] =>
  subscriptionPageOf(null, answer, {}).days.map(({ day, total }) => [day, total.count]);

describe('the days of a subscription', () => {
  let host: Host;
  beforeEach(() => {
    host = document.createElement('days-host') as Host;
    document.body.append(host);
  });
  afterEach(() => host.remove());

  it('of a short answer are there with the update that shows it, quiet days among them', () => {
    const answer = answerOf(3);
    new DaysController(host).follow(answer);
    expect(daysOf(answer)).to.eql([
      ['2026-03-01', 2],
      ['2026-03-02', 0],
      ['2026-03-03', 1],
    ]);
  });

  it('of a long one are worked out in slices, and drawn when they are there', async () => {
    const answer = answerOf(60_000);
    const { now } = performance;
    let looks = 0;
    // Every look at the clock is the end of a slice.
    performance.now = () => (looks += 1) * 100;
    try {
      new DaysController(host).follow(answer);
      expect([daysOf(answer), host.updates]).to.eql([[], 0]);
      while (host.updates === 0) await new Promise((resolve) => setTimeout(resolve));
    } finally {
      performance.now = now;
    }
    expect(looks).to.be.greaterThan(2);
    expect(daysOf(answer).map(([, count]) => count)).to.eql([30_000, 0, 30_000]);
  });

  it('are worked out once an answer, also after a look at another one', () => {
    const [one, other] = [answerOf(2), answerOf(4)];
    const days = new DaysController(host);
    for (const answer of [one, other, one, null, one]) days.follow(answer);
    expect(host.updates).to.equal(2);
  });

  it('of one that was left before they were all there are there when the agent is back', async () => {
    const [long, other] = [answerOf(60_000), answerOf(2)];
    const { now } = performance;
    let looks = 0;
    performance.now = () => (looks += 1) * 100;
    const days = new DaysController(host);
    days.follow(long);
    performance.now = now;
    days.follow(other);
    expect([daysOf(long).length, daysOf(other).length]).to.eql([0, 3]);
    days.follow(long);
    while (host.updates < 2) await new Promise((resolve) => setTimeout(resolve));
    expect(daysOf(long).length).to.equal(3);
  });
});
