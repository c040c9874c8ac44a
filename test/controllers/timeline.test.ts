import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ReactiveController } from 'lit';
import type { DetailsAnswer, Scope } from '../../src/api/index.js';
import { NOTHING } from '../../src/controllers/load.js';
import { seamOf } from '../../src/controllers/seam.js';
import {
  cutBefore,
  DaysController,
  type Timeline,
  timelineOf,
} from '../../src/controllers/timeline.js';
import { MoneyTally } from '../../src/model/money.js';
import { UsageTable } from '../../src/model/usage-table.js';
import { at, call, lines, tableOf } from '../support/model-records.js';
import { until } from '../support/until.js';

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

const UNBILLED = { kind: 'customer', customerNo: 'C1' } as const;
const invoice = (invoiceNo: string) => ({ kind: 'invoice', invoiceNo }) as const;

const daysOf = (answer: DetailsAnswer): [string, number][] =>
  timelineOf([{ scope: UNBILLED, answer }], {}).days.map(({ day, total }) => [day, total.count]);

describe('the days of a subscription', () => {
  let host: Host;
  beforeEach(() => {
    host = document.createElement('days-host') as Host;
    document.body.append(host);
  });
  afterEach(() => host.remove());

  it('of a short answer are there with the update that shows it, quiet days among them', () => {
    const answer = answerOf(3);
    new DaysController(host).follow([answer]);
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
      new DaysController(host).follow([answer]);
      expect([daysOf(answer), host.updates]).to.eql([[], 0]);
      await until(() => host.updates > 0, 'they never came');
    } finally {
      performance.now = now;
    }
    expect(looks).to.be.greaterThan(2);
    expect(daysOf(answer).map(([, count]) => count)).to.eql([30_000, 0, 30_000]);
  });

  it('are worked out once an answer, also after a look at another one', () => {
    const [one, other] = [answerOf(2), answerOf(4)];
    const days = new DaysController(host);
    for (const answers of [[one], [other], [one], [], [one], [one, other]]) days.follow(answers);
    expect(host.updates).to.equal(2);
  });

  it('of one that was left before they were all there are there when the agent is back', async () => {
    const [long, other] = [answerOf(60_000), answerOf(2)];
    const { now } = performance;
    let looks = 0;
    performance.now = () => (looks += 1) * 100;
    const days = new DaysController(host);
    days.follow([long]);
    performance.now = now;
    days.follow([other]);
    expect([daysOf(long).length, daysOf(other).length]).to.eql([0, 3]);
    days.follow([long]);
    await until(() => host.updates > 1, 'they never came');
    expect(daysOf(long).length).to.equal(3);
  });
});

/** Every call costs 1,50. */
const calls = (...starts: string[]): DetailsAnswer => {
  const table = UsageTable.create();
  table.append(starts.map((start, n) => call({ recordId: `${start}-${n}`, startTime: at(start) })));
  return { table, gaps: {}, errors: [], asOf: 0 };
};

describe('the timeline of a subscription', () => {
  let host: Host;
  beforeEach(() => {
    host = document.createElement('days-host') as Host;
    document.body.append(host);
  });
  afterEach(() => host.remove());

  function timeline(...answers: DetailsAnswer[]): Timeline {
    new DaysController(host).follow(answers);
    const scopes = [invoice('901201'), invoice('901202'), invoice('901203')];
    return timelineOf(
      answers.map((answer, n) => ({ scope: scopes[n] ?? UNBILLED, answer })),
      {},
    );
  }
  const late = ({ days }: Timeline): string[] =>
    days.filter(({ parts }) => parts.some(({ isLate }) => isLate)).map(({ day }) => day);

  it('marks what a later invoice holds of days before the cut-off of an older one, and counts it', () => {
    const line = timeline(
      calls('2026-01-05T10:00', '2026-01-28T10:00'),
      calls('2026-02-01T10:00', '2026-02-27T10:00'),
      calls('2026-01-24T10:00', '2026-02-26T10:00', '2026-02-27T11:00', '2026-03-01T10:00'),
    );
    expect(late(line)).to.eql(['2026-01-24', '2026-02-26']);
    expect(line.late.count).to.equal(2);
    expect(lines(line.late.sums)).to.eql(['SEK excluded 3.00']);
  });

  it('knows of nothing late as long as the older invoice is not at hand', () => {
    const line = timeline(calls('2026-01-24T10:00', '2026-03-01T10:00'));
    expect([late(line), line.late.count]).to.eql([[], 0]);
  });

  it('tells of each section after which older one it was cut off, and of the oldest none', () => {
    const answers = [
      calls('2026-01-05T10:00', '2026-01-28T10:00'),
      calls('2026-01-20T10:00'),
      calls('2026-01-24T10:00', '2026-02-27T10:00'),
      calls('2026-03-01T10:00'),
    ];
    timeline(...answers);
    const scopes = [invoice('1'), invoice('2'), invoice('3'), UNBILLED];
    const sections = answers.map((answer, n) => ({ scope: scopes[n] ?? UNBILLED, answer }));
    // What came late only does not end before what it came after.
    expect(scopes.map((scope) => cutBefore(sections, scope)?.to)).to.eql([
      undefined,
      '2026-01-28',
      '2026-01-28',
      '2026-02-27',
    ]);
    expect(cutBefore(sections, null)).to.equal(undefined);
  });

  it('is cut off at the latest day of each, what came late aside', () => {
    const { stretches } = timeline(
      calls('2026-01-05T10:00', '2026-01-28T10:00'),
      calls('2026-01-24T10:00', '2026-02-02T10:00', '2026-02-20T10:00'),
    );
    expect(stretches).to.eql([
      { scope: invoice('901201'), from: '2026-01-05', to: '2026-01-28' },
      { scope: invoice('901202'), from: '2026-02-02', to: '2026-02-20' },
    ]);
  });

  it('adds up to the records exactly, by day and type, whatever they are', () => {
    const record = fc
      .record({
        usageType: fc.constantFrom('VOICE', 'DATA', null),
        otherParty: fc.constantFrom('+46701740567', '116123'),
        startTime: fc.nat(300).map((hours) => ({
          wall: Date.UTC(2026, 2, 1) + hours * 3_600_000,
          precision: 'second' as const,
          instant: null,
        })),
        unit: fc.constantFrom('S', 'MB'),
        amount: fc.option(
          fc.bigInt({ min: -99n, max: 9_999n }).map((units) => ({ units, scale: 2 })),
        ),
      })
      .map((parts) => call(parts));
    fc.assert(
      fc.property(fc.array(fc.array(record, { maxLength: 20 }), { maxLength: 3 }), (lists) => {
        const tables = lists.map((list) => tableOf(list));
        const line = timeline(...tables.map((table) => ({ table, gaps: {}, errors: [], asOf: 0 })));
        const [all, ofDays, ofParts] = [new MoneyTally(), new MoneyTally(), new MoneyTally()];
        for (const table of tables) all.addTotal(table.total(null));
        for (const { total, parts } of line.days) {
          ofDays.addTotal(total);
          for (const part of parts) ofParts.addTotal(part.total);
          for (const { length } of parts) expect(length).to.be.at.least(0);
        }
        expect(ofDays.total()).to.eql(all.total());
        expect(ofParts.total()).to.eql(all.total());
        // Withheld calls are in no hour: when somebody called a helpline is not told.
        const listed = lists
          .flat()
          .filter(({ unit, otherParty }) => unit === 'S' && otherParty !== '116123');
        expect(line.hours.reduce((sum, { count }) => sum + count, 0)).to.equal(listed.length);
      }),
    );
  });

  it('puts a call that states a day only into no hour', () => {
    const { hours } = timeline(calls('2026-03-08', '2026-03-08T00:59', '2026-03-08T21:14'));
    expect(hours.map(({ day, hour, count }) => `${day} ${hour} ${count}`)).to.eql([
      '2026-03-08 00 1',
      '2026-03-08 21 1',
    ]);
  });
});

describe('what lies next to a place', () => {
  const scopes = [UNBILLED, invoice('3'), invoice('2'), invoice('1')];
  const told = (current: Scope, ...there: number[]): string[] => {
    const load = (scope: Scope) => ({
      ...NOTHING,
      value: there.some(
        (n) =>
          scopes[n]?.kind === scope.kind && JSON.stringify(scopes[n]) === JSON.stringify(scope),
      )
        ? calls('2026-03-08')
        : null,
    });
    const { sections, older, newer } = seamOf(scopes, current, load);
    const name = (scope?: Scope): string =>
      scope ? (scope.kind === 'invoice' ? scope.invoiceNo : 'unbilled') : '-';
    return [
      sections.map(({ scope }) => name(scope)).join(),
      name(older?.scope),
      name(newer?.scope),
    ];
  };

  it('is joined as far as it is there, oldest first, without a gap', () => {
    expect(told(invoice('2'), 0, 1, 2)).to.eql(['2,3,unbilled', '1', '-']);
    expect(told(invoice('2'), 0, 2, 3)).to.eql(['1,2', '-', '3']);
    expect(told(UNBILLED, 0, 2)).to.eql(['unbilled', '3', '-']);
  });

  it('is offered while the place itself is on its way, and not joined over it', () => {
    expect(told(invoice('2'), 1, 3)).to.eql(['', '1', '3']);
  });

  it('is nothing for an invoice that is in no list', () => {
    expect(told(invoice('9'), 0, 1)).to.eql(['', '-', '-']);
  });
});
