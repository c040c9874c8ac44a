import { expect } from '@open-wc/testing';
import type { UsageTable } from '../../src/model/usage-table.js';
import { type HeldSlices, holdSlices } from '../support/held-slices.js';
import { decimal, manyRecords, RecordsRig, tableOf } from '../support/records-rig.js';

/** More than are put in order within one update. */
const MANY = 50_001;

/** Oldest first, so that the newest-first view has to be sorted. */
function manyMixed(name: string): UsageTable {
  const amounts = (i: number): string => `${(i * 7919) % MANY}.50`;
  const records = manyRecords(MANY, (i) => ({
    destination: `${name} ${i}`,
    amount: decimal(amounts(i)),
  }));
  return tableOf(records.reverse());
}

describe('more records than can be put in order at once', () => {
  let first: UsageTable;
  let second: UsageTable;
  let slices: HeldSlices;
  before(() => {
    first = manyMixed('First');
    second = manyMixed('Second');
  });
  beforeEach(() => {
    slices = holdSlices();
  });
  afterEach(() => {
    slices.release();
    RecordsRig.removeAll();
  });

  const busy = (rig: RecordsRig): string | null => rig.grid.getAttribute('aria-busy');
  const top = (rig: RecordsRig): string | undefined => rig.column('destination')[0];
  async function shown(set: object = {}): Promise<RecordsRig> {
    const rig = await RecordsRig.create({ set: { records: first, ...set } });
    slices.all();
    await rig.rest();
    return rig;
  }
  const filter = (rig: RecordsRig, text: string): void => {
    rig.element.viewState = { filter: { text } };
  };

  it('stand as grey bars without count or total until they are in order', async () => {
    const rig = await RecordsRig.create({ set: { records: manyMixed('Fresh') } });
    expect(rig.root.querySelectorAll('.bone').length).to.be.greaterThan(0);
    expect(busy(rig)).to.equal('true');
    expect(rig.status).to.equal('Loading…');
    slices.all();
    await rig.rest();
    expect(rig.root.querySelectorAll('.bone').length).to.equal(0);
    expect(busy(rig)).to.equal('false');
    expect(top(rig)).to.equal('Fresh 0');
    expect(rig.status).to.contain('50,001 records');
  });

  it('are shown as before, count and total too, until the new order is there', async () => {
    const rig = await shown();
    const { status } = rig;
    rig.button('Amount').click();
    await rig.rest();
    let steps = 0;
    while (slices.step()) {
      await rig.rest();
      expect([busy(rig), top(rig), rig.status, rig.announced]).to.deep.equal(
        ['true', 'First 0', status, ''],
        `after ${++steps} steps`,
      );
    }
    await rig.rest();
    expect(steps).to.be.greaterThan(3);
    expect(busy(rig)).to.equal('false');
    expect(rig.column('amount')[0]).to.equal('50,000.50');
    expect(rig.announced).to.equal('Amount excl. VAT (SEK), descending');
  });

  it('let a newer keystroke end the older search', async () => {
    const rig = await shown();
    await rig.search('7777');
    slices.step();
    await rig.search('first 4444');
    expect(slices.pending()).to.equal(1);
    const seen = new Set<string | undefined>();
    while (slices.step()) {
      await rig.rest();
      seen.add(top(rig)).add(rig.announced);
    }
    await rig.rest();
    expect([...seen]).to.deep.equal(['First 0', '']);
    expect(top(rig)).to.equal('First 4444');
    expect(rig.announced).to.match(/^14 \/ 50,001 records$/);
    expect(rig.get<HTMLInputElement>('.search').value).to.equal('first 4444');
  });

  it('say aloud what a host has made of them, not what it has overtaken', async () => {
    const rig = await shown();
    rig.button('Amount').click();
    slices.step();
    filter(rig, '7777');
    await rig.rest();
    slices.all();
    await rig.rest();
    expect(rig.announced).to.equal('5 / 50,001 records');
  });

  it('never show a row of the table that was there before (always true 1, 2)', async () => {
    const rig = await shown();
    rig.button('Amount').click();
    slices.step();
    rig.element.records = second;
    await rig.element.updateComplete;
    expect(rig.root.textContent).not.to.contain('First');
    // Neither its order nor its count and total.
    expect([rig.status, rig.rows.length]).to.deep.equal(['Loading…', 5]);
    while (slices.step()) {
      await rig.rest();
      expect(rig.root.textContent).not.to.contain('First');
    }
    await rig.rest();
    expect(rig.column('destination')[0]).to.match(/^Second/);
    expect(rig.announced).to.equal('');
  });

  it('leave no timer behind when the element is removed, and go on when it is back', async () => {
    const rig = await shown();
    filter(rig, '7777');
    await rig.element.updateComplete;
    expect(slices.pending()).to.equal(1);
    rig.element.remove();
    expect(slices.pending()).to.equal(0);
    rig.place.append(rig.element);
    slices.all();
    await rig.rest();
    expect(top(rig)).to.equal('First 7777');
  });

  it('start no timer when they were given to an element that left the page at once', async () => {
    const rig = await shown();
    filter(rig, '7777');
    rig.element.remove();
    await rig.element.updateComplete;
    expect(slices.pending()).to.equal(0);
  });

  it('are joined by those that came meanwhile, whose coming does not start all over', async () => {
    const table = manyMixed('Grown');
    const rig = await RecordsRig.create({ set: { records: table } });
    slices.step();
    let refreshed = 0;
    do {
      table.append(manyRecords(1, () => ({ recordId: `new${refreshed++}`, destination: 'New' })));
      rig.element.refresh();
      await rig.element.updateComplete;
    } while (slices.step() && refreshed < 500);
    slices.all();
    await rig.rest();
    slices.all();
    await rig.rest();
    expect(refreshed).to.be.lessThan(500);
    expect(rig.status).to.match(new RegExp(`^${(MANY + refreshed).toLocaleString('en')} records`));
    expect(busy(rig)).to.equal('false');
  });

  it('stay as they are until they are grouped, and groups open', async () => {
    const rig = await shown();
    rig.element.viewState = { groupBy: ['type'] };
    await rig.element.updateComplete;
    while (slices.step()) {
      await rig.element.updateComplete;
      expect([busy(rig), rig.grid.getAttribute('role'), top(rig)]).to.deep.equal([
        'true',
        'grid',
        'First 0',
      ]);
    }
    await rig.rest();
    expect([rig.grid.getAttribute('role'), rig.rows.length]).to.deep.equal(['treegrid', 1]);
    await rig.open(0);
    slices.all();
    await rig.rest();
    expect(rig.grid.ariaRowCount).to.equal(String(MANY + 2));
    expect(rig.column('destination')[1]).to.equal('First 0');
    await rig.open(0);
    slices.all();
    await rig.rest();
    expect([rig.rows.length, busy(rig)]).to.deep.equal([1, 'false']);
  });

  it('lack what was missing when they were taken, not what is missing by now', async () => {
    const table = manyMixed('Third');
    table.note({ missingAnswers: 2 });
    const rig = await shown({ records: table });
    rig.element.viewState = { filter: { text: 'third 444' }, groupBy: ['type'] };
    await rig.element.updateComplete;
    slices.step();
    table.note({ missingAnswers: -1 });
    slices.all();
    await rig.rest();
    const words = (): string => `${rig.status} ${rig.rows[0]?.textContent}`;
    expect(words().match(/missing \(\d\)/g)).to.deep.equal(['missing (2)', 'missing (2)']);
    rig.element.refresh();
    await rig.rest();
    slices.all();
    await rig.rest();
    expect(words().match(/missing \(\d\)/g)).to.deep.equal(['missing (1)', 'missing (1)']);
  });

  it('are covered at once when the policy says so', async () => {
    const rig = await shown({ numberPolicy: 'full' });
    expect(rig.column('number')[0]).not.to.contain('•');
    rig.element.numberPolicy = 'masked';
    await rig.rest();
    expect(busy(rig)).to.equal('true');
    expect(rig.column('number')[0]).to.contain('•');
  });
});
