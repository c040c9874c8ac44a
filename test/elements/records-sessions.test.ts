import { expect } from '@open-wc/testing';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { at, call, dec } from '../support/model-records.js';
import { RecordsRig, words } from '../support/records-rig.js';
import { tightRanges } from '../support/engine.js';

const data = (id: string, start: string, megabytes: string, parts: Partial<UsageRecord> = {}) =>
  call({
    recordId: id,
    startTime: at(start),
    usageType: 'ROAM_DATA',
    otherParty: null,
    destination: 'Schweiz',
    roamingProvider: 'CHXX1',
    volume: dec(megabytes),
    unit: 'MB',
    amount: dec('10.10'),
    ...parts,
  });

/** A trip of three reports, a call in the midst of it and one after it. */
const RECORDS = [
  data('d1', '2025-07-12T09:12', '131'),
  data('d2', '2025-07-13T14:40', '96'),
  call({ recordId: 'c1', startTime: at('2025-07-13T15:00') }),
  data('d3', '2025-07-15T11:27', '80'),
  call({ recordId: 'c2', startTime: at('2025-07-16T15:00') }),
];

async function folded(width = 1000): Promise<RecordsRig> {
  const rig = await RecordsRig.create({ records: RECORDS, width });
  rig.element.viewState = { ...rig.element.viewState, groupBy: ['session'] };
  await rig.rest();
  return rig;
}

/** '1 Schweiz 12–15 Jul 2025 | 3 records | 307 MB | 30.30' of a run, '1 Jul 16…' of a record. */
const outline = (rig: RecordsRig): string[] =>
  rig.rows.map((row) => {
    const cells = ['time', 'number', 'volume', 'amount'].map((name) =>
      words(row.querySelector(`.${name}`)),
    );
    const shown = row.hasAttribute('aria-expanded') ? cells.join(' | ') : cells[3];
    return tightRanges(`${row.getAttribute('aria-level')} ${shown}`.replace(/\s+/g, ' '));
  });

const TRIP = '1 Schweiz 12–15 Jul 2025 | 3 records | 307 MB | 30.30';

describe('sessions in <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('fold into one row where their latest record stood, others stay single', async () => {
    const rig = await folded();
    expect(outline(rig)).to.deep.equal(['1 1.50', TRIP, '1 1.50']);
    expect(words(rig.rows[1]?.querySelector('.type') ?? null)).to.equal('Roaming – Data');
  });

  it('stand where the order that is chosen has the first of them', async () => {
    const rig = await folded();
    rig.button('Start time').click();
    await rig.rest();
    expect(outline(rig)).to.deep.equal([TRIP, '1 1.50', '1 1.50']);
  });

  it('unfold to the same rows, in that order', async () => {
    const rig = await folded();
    await rig.open(1);
    expect(outline(rig)).to.deep.equal(['1 1.50', TRIP, '2 10.10', '2 10.10', '2 10.10', '1 1.50']);
    await rig.open(1);
    expect(outline(rig)).to.deep.equal(['1 1.50', TRIP, '1 1.50']);
  });

  it('are left to their group by keyboard, and single records to none', async () => {
    const rig = await folded();
    const active = (): string | null => rig.grid.getAttribute('aria-activedescendant');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await rig.press(key);
    }
    expect(active()).to.equal('row-1');
    for (const key of ['End', 'ArrowLeft']) await rig.press(key);
    expect(active()).to.equal('row-5');
  });

  it('are no sessions where a filter leaves one record of them', async () => {
    const rig = await folded();
    rig.element.viewState = { groupBy: ['session'], filter: { toDay: '2025-07-12' } };
    await rig.rest();
    expect(outline(rig)).to.deep.equal(['1 10.10']);
  });

  it('lie within the groups of another field', async () => {
    const rig = await folded();
    rig.element.viewState = { groupBy: ['subscription', 'session'] };
    await rig.rest();
    await rig.open(0);
    expect(outline(rig).slice(1)).to.deep.equal(['2 1.50', TRIP.replace('1', '2'), '2 1.50']);
  });

  it('are chosen by hand', async () => {
    const rig = await RecordsRig.create({ records: RECORDS });
    await rig.choose('.group-choice', 'session');
    expect(outline(rig)[1]).to.equal(TRIP);
  });

  for (const width of [320, 1280]) {
    it(`are accessible and cut nothing, ${width} px`, async () => {
      const rig = await folded(width);
      await rig.open(1);
      await expect(rig.element).to.be.accessible();
      expect(rig.grid.scrollWidth).to.equal(rig.grid.clientWidth);
      const amount = rig.rows[1]?.querySelector<HTMLElement>('.amount');
      expect(amount?.scrollWidth).to.be.at.most(amount?.clientWidth ?? 0);
    });
  }
});
