import { expect } from '@open-wc/testing';
import { OfferedFiles } from '../support/csv-file.js';
import { type HeldSlices, holdSlices } from '../support/held-slices.js';
import { manyRecords, RecordsRig, tableOf } from '../support/records-rig.js';

describe('a CSV file of many records', () => {
  const MANY = 20_000;
  let table: ReturnType<typeof tableOf>;
  let files: OfferedFiles;
  let slices: HeldSlices;
  before(() => {
    table = tableOf(manyRecords(MANY));
  });
  beforeEach(() => {
    files = new OfferedFiles();
    slices = holdSlices();
  });
  afterEach(() => {
    slices.release();
    files.release();
    RecordsRig.removeAll();
  });

  async function begun(): Promise<RecordsRig> {
    const rig = await RecordsRig.create({ set: { records: table } });
    rig.element.exportCsv();
    await rig.element.updateComplete;
    return rig;
  }
  /** Some steps of what is under way, by default all. */
  async function steps(rig: RecordsRig, isEnough = (): boolean => false): Promise<void> {
    while (slices.pending() > 0 && !isEnough()) {
      slices.step();
      await rig.element.updateComplete;
    }
  }
  const progress = ({ root }: RecordsRig): string =>
    root.querySelector('.leave > button')?.textContent.trim() ?? '';

  it('is written some lines at a time, and says how far it is', async () => {
    const rig = await begun();
    const { record } = table;
    let lines = 0;
    let most = 0;
    let writes = 0;
    const seen = new Set<string>();
    table.record = (row) => {
      lines++;
      return record.call(table, row);
    };
    await steps(rig, () => {
      most = Math.max(most, lines);
      writes += Number(lines > 0);
      lines = 0;
      seen.add(progress(rig));
      return false;
    });
    seen.add(progress(rig));
    table.record = record;
    expect(most).to.be.within(1, 1_000);
    expect(writes).to.be.greaterThan(MANY / 1_000);
    expect([...seen]).to.include.members(['0%', '10%', '50%', '99%', 'CSV']);
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
    await steps(await begun());
    window.Blob = Blob;
    const whole = sizes.pop() ?? 0;
    expect((await files.read(',')).records.length).to.equal(MANY);
    expect(sizes.length).to.be.above(1);
    expect(parts).to.be.below(10);
    for (const size of sizes) expect(size).to.be.within(100_000, 1_000_000);
    expect(whole).to.be.above(sizes.reduce((sum, size) => sum + size, 0));
  });

  it('waits for the flags of its rows, however long they may wait on the screen', async () => {
    const rig = await RecordsRig.create({
      records: manyRecords(5_000, () => ({ roamingProvider: 'Telenor' })),
    });
    rig.element.exportCsv();
    await rig.element.updateComplete;
    expect(rig.root.querySelector('[data-shape]')).to.equal(null);
    await steps(rig);
    const { records } = await files.read(',');
    expect(records.filter(({ Flags }) => Flags?.includes('Roaming')).length).to.equal(5_000);
  });

  it('of records that still come does not wait for flags', async () => {
    const rig = await RecordsRig.create({ set: { records: table, busy: true } });
    rig.element.exportCsv();
    await rig.element.updateComplete;
    slices.step();
    await rig.element.updateComplete;
    expect(progress(rig)).not.to.be.oneOf(['0%', 'CSV']);
  });

  for (const [name, act] of Object.entries<(rig: RecordsRig) => void>({
    'the records are others': ({ element }) => (element.records = tableOf([])),
    'the policy is another': ({ element }) => (element.numberPolicy = 'hidden'),
    'the audience is another': ({ element }) => (element.audience = 'customer'),
    'the element has left the page': ({ element }) => element.remove(),
  })) {
    for (const [stage, share] of Object.entries({ flagged: '0%', written: '10%' })) {
      it(`does not leave any more when ${name} while it is ${stage}`, async () => {
        const rig = await begun();
        await steps(rig, () => progress(rig) === share);
        expect(progress(rig)).to.equal(share);
        act(rig);
        await rig.element.updateComplete;
        await Promise.resolve();
        await steps(rig);
        rig.place.append(rig.element);
        await rig.element.updateComplete;
        await steps(rig);
        expect(files.files).to.deep.equal([]);
        expect(rig.heard('payexaudit')).to.deep.equal([]);
        expect(rig.root.querySelector('[aria-busy="true"]')).to.equal(null);
      });
    }
  }

  it('goes on when the element is moved', async () => {
    const rig = await begun();
    slices.step();
    rig.place.append(rig.element);
    await rig.element.updateComplete;
    await steps(rig);
    expect(files.files.length).to.equal(1);
  });

  it('is ended by a newer one', async () => {
    const rig = await begun();
    await steps(rig, () => progress(rig) === '10%');
    rig.element.exportCsv();
    await rig.element.updateComplete;
    await steps(rig);
    expect(files.files.length).to.equal(1);
    expect((await files.read(',')).records.length).to.equal(MANY);
  });

  it('of other records leaves although a print of those before was under way', async () => {
    const rig = await RecordsRig.create({ set: { records: table } });
    rig.element.print();
    await rig.element.updateComplete;
    rig.element.records = tableOf(manyRecords(3));
    rig.element.exportCsv();
    await rig.element.updateComplete;
    await steps(rig);
    expect((await files.read(',')).records.length).to.equal(3);
  });

  it('that turns out to have no rows is not waited for any longer', async () => {
    const rig = await begun();
    expect(progress(rig)).to.equal('0%');
    rig.element.viewState = { filter: { text: 'nowhere' } };
    await rig.element.updateComplete;
    await steps(rig);
    expect([files.files, progress(rig)]).to.deep.equal([[], 'CSV']);
  });

  it('waits until the rows of a new filter are there', async () => {
    const rig = await RecordsRig.create({ set: { records: tableOf(manyRecords(50_001)) } });
    slices.all();
    rig.element.viewState = { filter: { text: 'Place 5000' } };
    await rig.element.updateComplete;
    rig.element.exportCsv();
    await steps(rig);
    const { head, records } = await files.read(',');
    expect(records.length).to.be.within(1, 50);
    expect(head).to.deep.include([`${records.length} / 50,001 records`]);
  });
});
