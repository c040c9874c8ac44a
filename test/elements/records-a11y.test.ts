import { expect } from '@open-wc/testing';
import { RECORD_MARKS } from '../../src/model/usage-record.js';
import { manyRecords, RecordsRig } from '../support/records-rig.js';

const records = (): ReturnType<typeof manyRecords> =>
  manyRecords(60, (i) => ({
    marks: i % 5 === 0 ? RECORD_MARKS.free : i % 7 === 0 ? RECORD_MARKS.badVolume : 0,
    ...(i % 3 === 0 ? { otherParty: '0939-112 40 00' } : {}),
    ...(i % 11 === 0 ? { amount: null } : {}),
  }));

describe('accessibility of <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  for (const theme of ['light', 'dark']) {
    for (const width of [320, 640, 1280]) {
      it(`is clean with an open record, ${theme}, ${width} px`, async () => {
        const set = { theme, actions: [{ id: 'dispute', label: 'Dispute' }] };
        const rig = await RecordsRig.create({ records: records(), width, set });
        await rig.open(2);
        await expect(rig.element).to.be.accessible();
      });
    }
  }

  it('is clean when nothing matches', async () => {
    const rig = await RecordsRig.create({ records: records() });
    await rig.search('nowhere');
    await expect(rig.element).to.be.accessible();
  });

  it('is clean when a row is selected while the pointer rests on it', async () => {
    const rig = await RecordsRig.create({ records: records(), set: { selection: 'multiple' } });
    await rig.open(0);
    await expect(rig.element).to.be.accessible();
  });

  it('has a name of its own, or the host’s', async () => {
    const rig = await RecordsRig.create({ records: records() });
    expect(rig.grid.getAttribute('aria-label')).to.equal('Usage records');
    rig.element.label = 'Calls in March';
    await rig.rest();
    expect(rig.grid.getAttribute('aria-label')).to.equal('Calls in March');
  });
});
