import { expect } from '@open-wc/testing';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { manyRecords, RecordsRig, rowIndex, words } from '../support/records-rig.js';

const TYPES = ['VOICE', 'SMS', 'DATA'];

/** Thirty records: two subscriptions, three types, one in ten without an amount. */
const records = (): Partial<UsageRecord>[] =>
  manyRecords(30, (i) => ({
    subscriptionNo: i % 2 ? '46702' : '46701',
    usageType: TYPES[i % 3],
    destination: i % 5 ? 'Norge' : null,
    startTime: { wall: Date.UTC(2026, 2, 1 + (i % 4), 12, i), precision: 'minute', instant: null },
    ...(i % 10 === 9 ? { amount: null } : {}),
  }));

async function grouped(
  groupBy: ('subscription' | 'type' | 'destination' | 'day')[],
  width = 1000,
): Promise<RecordsRig> {
  const rig = await RecordsRig.create({ records: records(), width });
  rig.element.viewState = { ...rig.element.viewState, groupBy };
  await rig.rest();
  return rig;
}

/** Lines as they are read, headers as 'name: count'. */
function outline(rig: RecordsRig): string[] {
  return rig.rows.map((row) => {
    const [name, number] = ['.time', '.number'].map((part) => words(row.querySelector(part)));
    const level = row.getAttribute('aria-level');
    return row.hasAttribute('aria-expanded') ? `${level} ${name}: ${number}` : `${level} record`;
  });
}

function active(rig: RecordsRig): string {
  const row = rig.root.getElementById(rig.grid.getAttribute('aria-activedescendant') ?? '');
  return words(row?.querySelector('.time') ?? null);
}

/** Decimal kronor of a group, from the records themselves. */
function sum(fits: (record: Partial<UsageRecord>) => boolean): string {
  const list = records().filter((record) => record.amount && fits(record));
  const minor = list.reduce((all, { amount }) => all + Number(amount?.units), 0);
  return (minor / 100).toFixed(2);
}

/** Name → text of a cell, of the groups on screen. */
function cells(rig: RecordsRig, part: string): Record<string, string> {
  const headers = rig.rows.filter((row) => row.hasAttribute('aria-expanded'));
  const pairs = headers.map((row) => [
    words(row.querySelector('.time')),
    words(row.querySelector(part)),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

const CLOSED = ['1 Data: 10 records', '1 Text message: 10 records', '1 Call: 10 records'];

describe('groups of <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('are closed at first, the largest sum first, each with its count', async () => {
    const rig = await grouped(['type']);
    expect(outline(rig)).to.deep.equal(CLOSED);
  });

  it('state the exact sum of their records', async () => {
    const rig = await grouped(['type']);
    expect(cells(rig, '.amount')).to.deep.equal({
      Data: sum(({ usageType }) => usageType === 'DATA'),
      'Text message': sum(({ usageType }) => usageType === 'SMS'),
      Call: sum(({ usageType }) => usageType === 'VOICE'),
    });
  });

  it('say what is missing from a sum, and nothing where nothing is', async () => {
    const rig = await grouped(['destination']);
    expect(cells(rig, '.marks')).to.deep.equal({
      Norge: 'Incomplete: Amount missing (3)',
      'Not stated': '',
    });
  });

  it('go by date where they are days, the newest first unless the oldest records are', async () => {
    const rig = await grouped(['day']);
    expect(Object.keys(cells(rig, '.time')).length).to.equal(4);
    const newest = rig.column('time');
    rig.button('Start time').click();
    await rig.rest();
    expect(rig.column('time')).to.deep.equal(newest.toReversed());
  });

  it('open by a click, their records below them in the order that is on', async () => {
    const rig = await grouped(['type']);
    const plain = await RecordsRig.create({ records: records() });
    await rig.choose('.type-choice', '');
    await rig.open(1);
    await plain.choose('.type-choice', 'SMS');
    expect(outline(rig).slice(0, 3)).to.deep.equal([...CLOSED.slice(0, 2), '2 record']);
    expect(rig.column('amount').slice(2, 12)).to.deep.equal(plain.column('amount'));
    await rig.open(1);
    expect(outline(rig)).to.deep.equal(CLOSED);
  });

  it('lie within groups where there are two fields', async () => {
    const rig = await grouped(['subscription', 'type']);
    await rig.open(0);
    await rig.open(2);
    expect(outline(rig).slice(0, 4)).to.deep.equal([
      '1 46701: 15 records',
      '2 Text message: 5 records',
      '2 Data: 5 records',
      '3 record',
    ]);
  });

  it('follow the filter', async () => {
    const rig = await grouped(['subscription']);
    await rig.choose('.type-choice', 'SMS');
    expect(cells(rig, '.number')).to.deep.equal({ 46701: '5 records', 46702: '5 records' });
    expect(cells(rig, '.amount')['46701']).to.equal(
      sum(({ usageType, subscriptionNo }) => usageType === 'SMS' && subscriptionNo === '46701'),
    );
  });

  it('stay open when records are appended, and count them', async () => {
    const rig = await grouped(['type']);
    await rig.open(2);
    rig.element.records?.append(manyRecords(2, (i) => ({ recordId: `n${i}`, usageType: 'VOICE' })));
    rig.element.refresh();
    await rig.rest();
    const lines = outline(rig);
    const at = lines.indexOf('1 Call: 12 records');
    expect(lines[at + 1]).to.equal('2 record');
    expect(lines.length).to.equal(3 + 12);
  });

  it('forget the names that were open when the table is another one', async () => {
    const rig = await grouped(['subscription']);
    await rig.open(0);
    rig.element.records = null;
    await rig.rest();
    expect(rig.root.innerHTML).not.to.match(/4670[12]/);
  });

  it('number all lines for those who can not see them', async () => {
    const rig = await grouped(['type']);
    expect(rig.grid.getAttribute('role')).to.equal('treegrid');
    expect(rig.grid.getAttribute('aria-rowcount')).to.equal('4');
    await rig.open(0);
    expect(rig.grid.getAttribute('aria-rowcount')).to.equal('14');
    expect(rig.rows.slice(0, 3).map(rowIndex)).to.deep.equal([2, 3, 4]);
    expect(rig.rows[0]?.getAttribute('aria-expanded')).to.equal('true');
  });

  it('open and close by keyboard alone, and let it into them and out', async () => {
    const rig = await grouped(['type']);
    const visited: string[] = [];
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await rig.press(key);
      visited.push(`${active(rig) === 'Text message' ? 'group' : 'record'} ${outline(rig).length}`);
    }
    expect(visited).to.deep.equal(['group 3', 'group 13', 'record 13', 'record 13', 'group 13']);
    await rig.press('ArrowLeft');
    expect(outline(rig)).to.deep.equal(CLOSED);
    for (const key of ['Enter', ' ']) {
      await rig.press(key);
      expect(outline(rig).length, key).to.equal(key === ' ' ? 3 : 13);
    }
    expect(rig.detail).to.equal(null);
  });

  it('open where records can not be', async () => {
    const rig = await grouped(['type']);
    rig.element.selection = 'none';
    await rig.open(0);
    expect(outline(rig).length).to.equal(13);
  });

  it('are opened for the record that a view state names', async () => {
    const rig = await grouped(['subscription', 'type']);
    rig.element.viewState = { ...rig.element.viewState, recordId: 'r7' };
    await rig.rest();
    const selected = rig.get('[aria-selected="true"]');
    expect(words(selected.querySelector('.destination'))).to.equal('Norge');
    expect(selected.getAttribute('aria-level')).to.equal('3');
    expect(rig.detail?.textContent).to.include('r7');
  });

  it('are part of the view state as far as they can be read', async () => {
    const rig = await grouped(['subscription', 'type']);
    expect(rig.element.viewState.groupBy).to.deep.equal(['subscription', 'type']);
    const odd: unknown[] = [
      ['colour', 'day'],
      'day',
      ['day', 'day'],
      ['day', 'type', 'subscription'],
    ];
    for (const groupBy of odd) {
      rig.element.viewState = { groupBy } as object;
      expect(rig.element.viewState.groupBy?.[0]).to.equal('day');
      expect(rig.element.viewState.groupBy?.length).to.be.at.most(2);
    }
    rig.element.viewState = { groupBy: 7 } as object;
    expect('groupBy' in rig.element.viewState).to.equal(false);
    await rig.rest();
    expect(rig.grid.getAttribute('role')).to.equal('grid');
    expect(rig.rows.length).to.be.above(20);
  });

  it('are chosen by hand, and told to the host', async () => {
    const rig = await RecordsRig.create({ records: records() });
    await rig.choose('.group-choice', 'type');
    expect(outline(rig)).to.deep.equal(CLOSED);
    expect(rig.heard('payexviewchange').at(-1)?.viewState).to.deep.include({ groupBy: ['type'] });
    await rig.choose('.group-choice', '');
    expect(rig.grid.getAttribute('role')).to.equal('grid');
  });

  it('are offered by subscription only where there are several', async () => {
    const choices = (rig: RecordsRig): string[] =>
      [...rig.root.querySelectorAll<HTMLOptionElement>('.group-choice option')].map(
        ({ value }) => value,
      );
    const several = await RecordsRig.create({ records: records() });
    const one = await RecordsRig.create({ records: manyRecords(3) });
    expect(choices(several)).to.deep.equal([
      '',
      'subscription',
      'type',
      'destination',
      'day',
      'session',
    ]);
    expect(choices(one)).to.deep.equal(['', 'type', 'destination', 'day', 'session']);
  });

  it('never cut a sum or scroll sideways', async () => {
    const rig = await grouped(['subscription', 'type'], 320);
    await rig.open(0);
    for (const width of [320, 420, 599, 600, 700, 960, 1280]) {
      rig.place.style.width = `${width}px`;
      await rig.rest();
      expect(rig.grid.scrollWidth, `grid at ${width}`).to.equal(rig.grid.clientWidth);
      for (const row of rig.rows.slice(0, 3)) {
        const cell = row.querySelector<HTMLElement>('.amount');
        expect(cell?.scrollWidth, `at ${width}`).to.be.at.most(cell?.clientWidth ?? 0);
        const edge = row.getBoundingClientRect().right;
        expect(cell?.getBoundingClientRect().right, `at ${width}`).to.be.at.most(edge);
      }
    }
  });

  for (const theme of ['light', 'dark']) {
    for (const width of [320, 640, 1280]) {
      it(`are accessible, open and closed, ${theme}, ${width} px`, async () => {
        const rig = await grouped(['subscription', 'type'], width);
        rig.element.theme = theme;
        await rig.open(0);
        await rig.open(1);
        await rig.open(2);
        await expect(rig.element).to.be.accessible();
      });
    }
  }
});
