import { expect } from '@open-wc/testing';
import type { PayexUsageRecords } from '../../src/elements/payex-usage-records.js';
import type { RecordsViewState } from '../../src/events.js';
import { decimal, manyRecords, RecordsRig, tableOf, words } from '../support/records-rig.js';

type Options = Parameters<typeof RecordsRig.create>[0];

const multiple = (options: Options): Promise<RecordsRig> =>
  RecordsRig.create({ ...options, set: { selection: 'multiple', ...options?.set } });

const checkOf = (rig: RecordsRig, index: number): HTMLElement => {
  const box = rig.rows[index]?.querySelector<HTMLElement>('.check');
  if (!box) throw new Error(`no box in row ${index}`);
  return box;
};

async function check(rig: RecordsRig, ...indexes: number[]): Promise<void> {
  for (const index of indexes) checkOf(rig, index).click();
  await rig.rest();
}

/** What the rows in view show in their column of destinations, of those that are selected. */
const selected = (rig: RecordsRig): string[] =>
  rig.rows
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => words(row.querySelector('.destination')));

const idsOf = (rig: RecordsRig): (string | null)[] =>
  (rig.element.viewState.selected ?? []).map(({ recordId }) => recordId);

describe('several records of <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('are selected by their boxes, and told one by one', async () => {
    const rig = await multiple({ records: manyRecords(9) });
    await check(rig, 1, 4);
    await check(rig, 1);
    expect(selected(rig)).to.deep.equal(['Place 4']);
    const told = rig.heard('payexselect').map((detail) => [detail.recordId, detail.selected]);
    expect(told).to.deep.equal([
      ['r1', true],
      ['r4', true],
      ['r1', false],
    ]);
    expect(rig.heard('payexselect')[1]?.record?.money?.amount).to.equal('4.50');
  });

  it('are selected with the space bar and opened with Enter', async () => {
    const rig = await multiple({ records: manyRecords(9) });
    await rig.press('ArrowDown');
    await rig.press(' ');
    expect(rig.detail).to.equal(null);
    await rig.press('ArrowDown');
    await rig.press('Enter');
    expect(selected(rig)).to.deep.equal(['Place 1']);
    expect(rig.fields['Destination']).to.equal('Place 2');
  });

  it('are not selected by being opened, which is no selection to tell', async () => {
    const rig = await multiple({ records: manyRecords(9) });
    await rig.open(2);
    expect(selected(rig)).to.be.empty;
    expect(rig.rows[2]?.getAttribute('aria-current')).to.equal('true');
    expect(rig.heard('payexselect')).to.be.empty;
    expect(rig.heard('payexviewchange')).to.have.length(1);
  });

  it('are announced by the grid as many, and by each row as selected or not', async () => {
    const rig = await multiple({ records: manyRecords(3) });
    await check(rig, 0);
    expect(rig.grid.getAttribute('aria-multiselectable')).to.equal('true');
    const states = rig.rows.map((row) => row.getAttribute('aria-selected'));
    expect(states).to.deep.equal(['true', 'false', 'false']);
  });

  it('leave one selected row and no boxes where one only can be', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    await rig.open(1);
    expect(rig.root.querySelector('.check, [aria-multiselectable], [aria-current]')).to.equal(null);
    await rig.press(' ');
    expect(rig.heard('payexselect')).to.have.length(2);
  });

  it('get their boxes when the host allows several later, beside the right columns', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    rig.element.selection = 'multiple';
    await rig.rest();
    await check(rig, 1);
    expect(rig.column('destination')[1]).to.equal('Place 1');
    expect(selected(rig)).to.deep.equal(['Place 1']);
  });

  it('stay selected in rows that are recycled, sorted and filtered', async () => {
    const rig = await multiple({ records: manyRecords(2000) });
    await check(rig, 1);
    await rig.scrollTo(30_000);
    expect(selected(rig)).to.be.empty;
    await rig.scrollTo(0);
    expect(selected(rig)).to.deep.equal(['Place 1']);
    await rig.search('place 1');
    expect(selected(rig)).to.deep.equal(['Place 1']);
    await rig.press('End');
    expect(selected(rig)).to.be.empty;
  });

  it('are found within open groups, and groups have no box', async () => {
    const rig = await multiple({ records: manyRecords(6) });
    await check(rig, 2);
    rig.element.viewState = { ...rig.element.viewState, groupBy: ['day'] };
    await rig.rest();
    await rig.press(' ');
    expect(selected(rig)).to.deep.equal(['Place 2']);
    const [group] = rig.rows;
    expect(group?.hasAttribute('aria-selected')).to.equal(false);
    expect(group?.querySelector('.check')?.getBoundingClientRect().width).to.equal(0);
  });

  it('stay selected while the table grows, and when it is fetched anew', async () => {
    const rig = await multiple({ records: manyRecords(5) });
    await check(rig, 3);
    rig.element.records?.append(manyRecords(20).slice(5));
    rig.element.refresh();
    await rig.rest();
    expect(selected(rig)).to.deep.equal(['Place 3']);
    rig.element.records = tableOf(manyRecords(20).toReversed());
    await rig.rest();
    expect(selected(rig)).to.deep.equal(['Place 3']);
  });

  it('are told apart although nothing but their place does', async () => {
    const alike = { recordId: null, destination: 'Same', startTime: null, amount: decimal('1') };
    const rig = await multiple({ records: manyRecords(3, () => alike) });
    await check(rig, 1);
    expect(rig.rows.map((row) => row.getAttribute('aria-selected'))).to.deep.equal([
      'false',
      'true',
      'false',
    ]);
    await check(rig, 0);
    expect(rig.element.viewState.selected).to.have.length(2);
  });

  it('are both kept although they share an id', async () => {
    const records = manyRecords(2, (i) => ({ recordId: 'same', amount: decimal(`${i}`) }));
    const rig = await multiple({ records });
    await check(rig, 0, 1);
    expect(selected(rig)).to.have.length(2);
    expect(rig.element.viewState.selected).to.have.length(2);
  });

  it('come back with the view state, in rows that come later too', async () => {
    const rig = await multiple({ records: manyRecords(9) });
    await check(rig, 1, 4);
    const state = JSON.parse(JSON.stringify(rig.element.viewState)) as RecordsViewState;
    const other = await multiple({ set: { records: null, viewState: state } });
    expect(other.element.viewState).to.deep.equal(state);
    other.element.records = tableOf(manyRecords(9));
    await other.rest();
    expect(selected(other)).to.deep.equal(['Place 1', 'Place 4']);
    expect(other.element.viewState).to.deep.equal(state);
    expect(other.events).to.be.empty;
  });

  it('are none when a view state without them is set, and the agent is not moved by it', async () => {
    const rig = await multiple({ records: manyRecords(900) });
    await check(rig, 1);
    await rig.scrollTo(36 * 100);
    const { selected: _, ...rest } = rig.element.viewState;
    rig.element.viewState = rest;
    await rig.rest();
    expect(rig.element.viewState).to.deep.equal(rest);
    expect(rig.grid.scrollTop).to.equal(36 * 100);
  });

  it('take what they can of a broken state', async () => {
    const rig = await multiple({ records: manyRecords(3) });
    for (const broken of [7, [null, 4], [{ recordId: {}, money: 'x', nth: -1 }], 'r1']) {
      rig.element.viewState = { selected: broken } as unknown as RecordsViewState;
      await rig.rest();
      expect(selected(rig)).to.be.empty;
    }
  });

  it('are told to nobody as numbers called', async () => {
    const rig = await multiple({ records: manyRecords(3) });
    await check(rig, 0, 1);
    const said = JSON.stringify(rig.events) + JSON.stringify(rig.element.viewState);
    expect(said)
      .to.include('+46708100•••')
      .and.not.to.match(/467081\d{5}/);
  });

  it('go with the customer whose they are', async () => {
    const rig = await multiple({ records: manyRecords(3), set: { ids: { customerNo: 'A' } } });
    await check(rig, 0);
    Object.assign<PayexUsageRecords, Partial<PayexUsageRecords>>(rig.element, {
      ids: { customerNo: 'B' },
      records: tableOf(manyRecords(3)),
    });
    await rig.rest();
    expect(idsOf(rig)).to.be.empty;
    expect(selected(rig)).to.be.empty;
  });

  for (const width of [320, 1000]) {
    it(`are clean for assistive technology with their boxes, ${width} px`, async () => {
      const rig = await multiple({ records: manyRecords(30), width });
      await check(rig, 1, 2);
      await rig.open(2);
      await expect(rig.element).to.be.accessible();
    });
  }

  it('have boxes that can be hit in cards, with nothing pushed out of them', async () => {
    const rig = await multiple({ records: manyRecords(30), width: 320 });
    const row = rig.rows[0]?.getBoundingClientRect() as DOMRect;
    const box = checkOf(rig, 0).getBoundingClientRect();
    expect(box.height).to.be.at.least(24);
    for (const name of ['time', 'type', 'number', 'volume', 'amount']) {
      const cell = rig.rows[0]?.querySelector(`.${name}`)?.getBoundingClientRect() as DOMRect;
      expect(cell.left, name).to.be.at.least(box.right);
      expect(cell.right, name).to.be.at.most(row.right);
      expect(cell.bottom, name).to.be.at.most(row.bottom);
    }
  });
});
