import { expect } from '@open-wc/testing';
import { OfferedFiles } from '../support/csv-file.js';
import { holdTimers } from '../support/held-timers.js';
import { manyRecords, RecordsRig, tableOf } from '../support/records-rig.js';

describe('a CSV file of many records', () => {
  const MANY = 20_000;
  let table: ReturnType<typeof tableOf>;
  let files: OfferedFiles;
  let timers: ReturnType<typeof holdTimers>;
  const { now } = performance;
  before(() => {
    table = tableOf(manyRecords(MANY));
  });
  beforeEach(() => {
    files = new OfferedFiles();
    timers = holdTimers(0);
    // Every slice is one step long.
    let clock = 0;
    performance.now = () => (clock += 1_000);
  });
  afterEach(() => {
    performance.now = now;
    timers.release();
    files.release();
    RecordsRig.removeAll();
  });

  function step(): boolean {
    const [[id, callback] = []] = timers.held;
    timers.held.delete(id ?? 0);
    callback?.();
    return timers.held.size > 0;
  }
  async function begun(): Promise<RecordsRig> {
    const rig = await RecordsRig.create({ set: { records: table } });
    rig.element.exportCsv();
    await rig.element.updateComplete;
    return rig;
  }

  it('is written some lines at a time, and says how far it is', async () => {
    const rig = await begun();
    const { record } = table;
    let lines = 0;
    let most = 0;
    let steps = 0;
    const seen = new Set<string>();
    table.record = (row) => {
      lines++;
      return record.call(table, row);
    };
    do {
      lines = 0;
      step();
      most = Math.max(most, lines);
      steps++;
      await rig.element.updateComplete;
      seen.add(rig.root.querySelector('.leave > button')?.textContent.trim() ?? '');
    } while (timers.held.size);
    table.record = record;
    expect(most).to.be.within(1, 1_000);
    expect(steps).to.be.greaterThan(MANY / 1_000);
    expect([...seen]).to.include.members(['10%', '50%', '99%', 'CSV']);
    expect((await files.read(',')).records.length).to.equal(MANY);
    expect(rig.heard('payexaudit')).to.deep.equal([{ action: 'export', count: MANY }]);
  });

  it('is put together of few parts, none of which is long in the making', async () => {
    const { Blob } = window;
    const sizes: number[] = [];
    let parts = 0;
    window.Blob = class extends Blob {
      constructor(of: BlobPart[] = [], options?: BlobPropertyBag) {
        super(of, options);
        sizes.push(this.size);
        parts = of.length;
      }
    };
    await begun();
    while (step());
    window.Blob = Blob;
    const whole = sizes.pop() ?? 0;
    expect((await files.read(',')).records.length).to.equal(MANY);
    expect(sizes.length).to.be.above(1);
    expect(parts).to.be.below(10);
    for (const size of sizes) expect(size).to.be.within(100_000, 1_000_000);
    expect(whole).to.be.above(sizes.reduce((sum, size) => sum + size, 0));
  });

  for (const [name, act] of Object.entries<(rig: RecordsRig) => void>({
    'the records are others': ({ element }) => (element.records = tableOf([])),
    'the policy is another': ({ element }) => (element.numberPolicy = 'hidden'),
    'the audience is another': ({ element }) => (element.audience = 'customer'),
    'the element has left the page': ({ element }) => element.remove(),
  })) {
    it(`does not leave any more when ${name}`, async () => {
      const rig = await begun();
      step();
      act(rig);
      await rig.element.updateComplete;
      await Promise.resolve();
      while (step());
      await rig.element.updateComplete;
      rig.place.append(rig.element);
      while (step());
      expect(files.files).to.deep.equal([]);
      expect(rig.heard('payexaudit')).to.deep.equal([]);
      await rig.element.updateComplete;
      expect(rig.root.querySelector('[aria-busy="true"]')).to.equal(null);
    });
  }

  it('goes on when the element is moved', async () => {
    const rig = await begun();
    step();
    rig.place.append(rig.element);
    await rig.element.updateComplete;
    while (step());
    expect(files.files.length).to.equal(1);
  });

  it('is ended by a newer one', async () => {
    const rig = await begun();
    step();
    rig.element.exportCsv();
    await rig.element.updateComplete;
    while (step());
    expect(files.files.length).to.equal(1);
    expect((await files.read(',')).records.length).to.equal(MANY);
  });

  it('waits until the rows of a new filter are there', async () => {
    const rig = await RecordsRig.create({ set: { records: tableOf(manyRecords(50_001)) } });
    while (step());
    rig.element.viewState = { filter: { text: 'Place 5000' } };
    await rig.element.updateComplete;
    rig.element.exportCsv();
    for (let turn = 0; turn < 2_000 && files.files.length === 0; turn++) {
      step();
      await rig.element.updateComplete;
    }
    const { head, records } = await files.read(',');
    expect(records.length).to.be.within(1, 50);
    expect(head).to.deep.include([`${records.length} / 50,001 records`]);
  });
});
