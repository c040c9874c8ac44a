import { expect } from '@open-wc/testing';
import { CaughtPrints } from '../support/caught-prints.js';
import { OfferedFiles } from '../support/csv-file.js';
import { settle } from '../support/fake-clock.js';
import type { FakeRequest } from '../support/fake-server.js';
import {
  detailRow,
  mountUsage,
  subscriptionList,
  summaryRow,
  UsageRig,
} from '../support/usage-rig.js';

/** Everything of a customer holds its name: numbers, invoices, places. */
const CUSTOMERS = ['ALFA', 'BETA'] as const;
const STEPS = 60;

/** The same numbers from 0 to 1 for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** An agent, a host and a server who do anything at any time. */
class Walk {
  readonly prints = new CaughtPrints();
  readonly files = new OfferedFiles();
  readonly log: string[] = [];
  readonly #random: () => number;
  readonly #rig: UsageRig;
  #customer = 0;
  #told = 0;

  constructor(rig: UsageRig, seed: number) {
    this.#rig = rig;
    this.#random = randomFrom(seed);
  }

  get other(): string {
    return CUSTOMERS[1 - this.#customer] ?? '';
  }

  choose(customer: number): void {
    this.#customer = customer;
    const name = CUSTOMERS[customer] ?? '';
    const invoices = [2, 1].map((no) => ({ invoiceNo: `I${name}${no}`, amount: '10' }));
    const labels = { [`${name}1`]: `${name} label` };
    Object.assign(this.#rig.element, { customerNo: name, invoices, labels });
    this.#told = this.#rig.events.length;
  }

  async step(): Promise<void> {
    const [name, act] = this.#pick(Object.entries(this.#acts));
    this.log.push(name);
    await act();
    await this.#rig.element.updateComplete;
    if (this.#random() < 0.5) await settle();
    if (this.#random() < 0.1) await this.#rig.rest();
    const { markup, events } = this.#rig;
    expect(markup, this.log.join()).not.to.contain(this.other);
    expect(JSON.stringify(events.slice(this.#told)), this.log.join()).not.to.contain(this.other);
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#random() * items.length)] as Item;
  }

  #answerAll = async (): Promise<void> => {
    for (const request of this.#rig.server.open) if (request.isOpen) await this.#answer(request);
  };

  readonly #acts: Readonly<Record<string, () => unknown>> = {
    change: () => this.choose(1 - this.#customer),
    view: () => {
      this.#rig.element.view = this.#pick(['unbilled', 'billed', 'compare', 'find']);
    },
    compare: () => {
      const name = CUSTOMERS[this.#customer] ?? '';
      const compareWith = this.#pick([undefined, `I${name}1`]);
      Object.assign(this.#rig.element, { view: 'compare', compareWith });
    },
    find: () => this.#rig.element.find(this.#pick(['10 kr', '567', 'mars', ''])),
    explain: () => void this.#rig.element.explain(),
    export: () => this.#rig.element.exportCsv(),
    print: () => this.#rig.element.print(),
    click: () =>
      this.#pick(this.#rig.all<HTMLElement>('button:not([disabled]), .row .check, .row')).click(),
    moreClick: () => this.#acts['click']?.(),
    leave: async () => {
      const parent = this.#rig.element.parentElement;
      this.#rig.element.remove();
      await settle();
      expect(this.#rig.server.open, this.log.join()).to.deep.equal([]);
      parent?.append(this.#rig.element);
    },
    restore: () => {
      const { element } = this.#rig;
      element.viewState = JSON.parse(JSON.stringify(element.viewState)) as typeof element.viewState;
    },
    reload: () => this.#rig.element.reload(),
    clear: () => this.#rig.element.clear(),
    answer: this.#answerAll,
    answerMore: this.#answerAll,
    answerAgain: this.#answerAll,
  };

  #answer(request: FakeRequest): Promise<void> {
    const path = new URL(request.url, location.href).pathname;
    const name = CUSTOMERS.find((each) => path.includes(each)) ?? '';
    const [no = ''] = /[A-Z]+\d(?=\/usage)/.exec(path) ?? [];
    const amount = (this.#random() * 90).toFixed(2);
    if (this.#random() < 0.1) return request.status(this.#pick([500, 403, 404, 501]));
    if (path.endsWith('/subscriptions')) {
      return request.json(subscriptionList(path, [`${name}1`, `${name}2`]));
    }
    const period = {
      startPeriod: '2026-04-01',
      endPeriod: this.#pick(['2026-04-10', '2026-04-30']),
    };
    const premium = summaryRow(amount, { typeOfCall: 'PREMIUM', ...period });
    const row = detailRow(no, amount, { destination: `${name} place` });
    const items = path.endsWith('summaries') ? [summaryRow('5.00', period), premium] : [row];
    return request.json({ items: items.slice(this.#random() * 2), navigation: {} });
  }
}

describe('customers in turn', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`see nothing of one another, whatever happens, walk ${seed}`, async () => {
      const rig = await mountUsage({}, (element) => {
        element.customerNo = CUSTOMERS[0];
        element.selection = 'multiple';
      });
      const walk = new Walk(rig, seed);
      try {
        walk.choose(0);
        for (let step = 0; step < STEPS; step++) await walk.step();
        expect(rig.heard('payexerror').map(({ detail }) => detail['code'])).not.to.include(
          'render',
        );
      } finally {
        rig.element.remove();
        walk.prints.release();
        walk.files.release();
      }
    });
  }
});
