import { expect } from '@open-wc/testing';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { manyRecords, RecordsRig } from '../support/records-rig.js';

const MARKUP = '<img src=x onerror="window.hacked=1"></script>{{a}}${b}<!--';
const FIELDS = [
  'destination',
  'otherParty',
  'usageType',
  'description',
  'rawTime',
  'unit',
] as const;

/** Every text field holds the text. */
function hostile(text: string): Partial<UsageRecord>[] {
  const parts = Object.fromEntries(FIELDS.map((field) => [field, text]));
  return manyRecords(2, () => ({ ...parts, startTime: null, volume: null }));
}

async function shown(text: string): Promise<RecordsRig> {
  const rig = await RecordsRig.create({ records: hostile(text), set: { numberPolicy: 'full' } });
  await rig.open(0);
  return rig;
}

describe('hostile texts in <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('show mark-up as plain text', async () => {
    const rig = await shown(MARKUP);
    expect(rig.column('destination')[0]).to.equal(MARKUP);
    expect(rig.fields['Destination']).to.equal(MARKUP);
    expect(rig.root.querySelector('img, script')).to.equal(null);
  });

  it('cannot reverse or reorder what stands around them', async () => {
    const rig = await shown('a\u202eb\u2066c\u200bd\ufeffe\u061cf');
    expect(rig.column('destination')[0]).to.equal('abcdef');
    expect(rig.root.textContent).not.to.match(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
  });

  it('are isolated from their neighbours in cell and detail', async () => {
    const rig = await shown('١٢٣ عربي');
    const cell = rig.rows[0]?.querySelector('.destination') as Element;
    expect(getComputedStyle(cell).unicodeBidi).to.match(/isolate|plaintext/);
    const values = [...rig.root.querySelectorAll('dd')].filter((dd) =>
      dd.textContent?.includes('عربي'),
    );
    expect(values.length).to.be.at.least(4);
    for (const value of values) expect(value.querySelector('bdi')).not.to.equal(null);
  });

  it('show control characters and broken ones as such', async () => {
    const rig = await shown('a\u0000b\u001b[31mc\ud800d\ne\u2028f');
    expect(rig.column('destination')[0]).to.equal('a�b�[31mc�d e f');
  });

  it('do not let combining marks grow out of their row', async () => {
    const rig = await shown(`e${'\u0301'.repeat(5000)}`);
    expect(rig.column('destination')[0]?.length).to.be.below(10);
  });

  it('cut a word of a megabyte in the row, and give all of it on demand', async () => {
    const rig = await shown('x'.repeat(1_000_000));
    expect(rig.column('destination')[0]?.length).to.be.below(200);
    const pairs = [...rig.root.querySelectorAll<HTMLElement>('dl > div')];
    const value = pairs.find((pair) => pair.innerText.includes('Description')) as HTMLElement;
    expect(value.innerText.length).to.be.below(1000);
    const few = value.offsetHeight;
    value.querySelector('summary')?.click();
    await rig.rest();
    expect(value.querySelector('details')?.textContent.length).to.be.above(1_000_000);
    // Its innerText would take WebKit minutes.
    expect(value.offsetHeight).to.be.above(1000 * few);
    expect(rig.element.scrollWidth).to.be.at.most(1000);
  });

  it('keep a pair of surrogates whole at the cut', async () => {
    const rig = await shown('😀'.repeat(300));
    expect(rig.column('destination')[0]).to.match(/^(😀)+…$/u);
  });

  it('do not run when they come as names of host actions', async () => {
    const actions = [{ id: 'x', label: MARKUP }, { id: 1, label: null }, null];
    const rig = await RecordsRig.create({
      records: manyRecords(1),
      set: { actions: actions as never },
    });
    await rig.open(0);
    const buttons = [...rig.root.querySelectorAll('[part="action"]')];
    expect(buttons.map((button) => button.textContent?.trim())).to.deep.equal([MARKUP]);
  });

  it('do not blank the table when they come as records', async () => {
    const rig = await RecordsRig.create({ set: { records: [{ a: 1 }] as never } });
    expect(rig.rows.length).to.equal(0);
  });
});
