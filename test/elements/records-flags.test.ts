import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { flagsCome } from '../support/flags-come.js';
import {
  decimal,
  manyRecords,
  RecordsRig,
  type RigOptions,
  rowIndex,
  tableOf,
  time,
  words,
} from '../support/records-rig.js';

/** Thirty calls for 1.50 kr each, ten minutes apart, changed as the test wants; the newest is first. */
function calls(parts: Readonly<Record<number, Partial<UsageRecord>>> = {}): Partial<UsageRecord>[] {
  return manyRecords(30, (i) => ({
    startTime: { wall: Date.UTC(2026, 2, 8, 20) - i * 600_000, precision: 'second', instant: null },
    volume: decimal('60'),
    amount: decimal('1.50'),
    ...parts[i],
  }));
}

const DEAR = { amount: decimal('18.00') };
const ABROAD = { otherParty: '+4712345678' };

async function flagged(options: RigOptions = {}): Promise<RecordsRig> {
  const rig = await RecordsRig.create(options);
  await settled(rig);
  return rig;
}

async function settled(rig: RecordsRig): Promise<void> {
  await flagsCome(rig.element);
  await rig.rest();
}

const marksOf = (rig: RecordsRig, row: number): Element =>
  rig.rows[row]?.querySelector('.marks') as Element;
const activeNumber = (rig: RecordsRig): number =>
  rowIndex(rig.get(`#${rig.grid.getAttribute('aria-activedescendant')}`)) - 1;

describe('flags of records', () => {
  afterEach(() => RecordsRig.removeAll());

  it('stand as a shape and short words beside the record', async () => {
    const twin = { startTime: time('2026-03-08T21:14:00'), otherParty: '+46709876543' };
    const rig = await flagged({ records: calls({ 2: DEAR, 4: ABROAD, 0: twin, 1: twin }) });
    expect(rig.column('marks').slice(0, 5)).to.deep.equal([
      'Possible duplicate',
      'Possible duplicate',
      '12 × the usual',
      '',
      'International',
    ]);
    const shapes = [0, 2, 3, 4].map((row) => marksOf(rig, row).getAttribute('data-shape'));
    expect(shapes).to.deep.equal(['◆', '▲', null, '○']);
  });

  it('say why to the ear, to the pointer, and below the rows to the keyboard', async () => {
    const rig = await flagged({ records: calls({ 2: DEAR }) });
    const reason = '12 × the usual: for this subscription (Call, SEK 1.50)';
    const said = (): string =>
      marksOf(rig, 2).getAttribute('aria-label')?.replace(/\s/g, ' ') ?? '';
    expect(said()).to.equal(reason);
    expect(marksOf(rig, 2).getAttribute('title')?.replace(/\s/g, ' ')).to.equal(reason);
    expect(marksOf(rig, 1).hasAttribute('aria-label')).to.equal(false);
    const why = rig.get('.why');
    const isSeen = (): boolean => getComputedStyle(why).visibility === 'visible';
    expect(isSeen()).to.equal(false);
    rig.grid.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(words(why)).to.equal('');
    await sendKeys({ press: 'ArrowDown' });
    expect([isSeen(), words(why)]).to.deep.equal([true, reason]);
    await sendKeys({ press: 'ArrowDown' });
    expect(words(why)).to.equal('');
  });

  it('are told one by one in the detail of the record, each with its reason', async () => {
    const rig = await flagged({
      records: calls({
        2: { ...DEAR, ...ABROAD, usageType: 'VOICE', roamingProvider: 'Vodafone' },
      }),
    });
    await rig.open(2);
    const told = [...rig.root.querySelectorAll('.detail dd > div')].map(words);
    expect(told).to.deep.equal([
      '12 × the usual: for this subscription (Call, SEK 1.50)',
      'Roaming (Vodafone)',
      'International (+4712345•••)',
    ]);
  });

  it('name the other call where two went on at once', async () => {
    const rig = await flagged({ records: calls({ 5: { volume: decimal('700') } }) });
    const said = [4, 5].map((row) => marksOf(rig, row).getAttribute('aria-label'));
    expect(said.map((text) => text?.replace(/\s/g, ' '))).to.deep.equal([
      'Overlapping: another call was going on (8 Mar 2026 19:10)',
      'Overlapping: another call was going on (8 Mar 2026 19:20)',
    ]);
  });

  it('name no number beyond the policy', async () => {
    const records = calls({ 0: ABROAD, 1: { otherParty: '0939-112 40 00' }, 2: DEAR });
    const rig = await flagged({ records, set: { numberPolicy: 'masked' } });
    const said = (row: number): string | null => marksOf(rig, row).getAttribute('aria-label');
    expect([0, 1].map(said)).to.deep.equal([
      'International (+4712345•••)',
      'Premium-rate number (0939-112 40 00)',
    ]);
    rig.element.numberPolicy = 'hidden';
    await rig.rest();
    expect([0, 1].map(said)).to.deep.equal([
      'International',
      'Premium-rate number (0939-112 40 00)',
    ]);
    expect(rig.root.innerHTML).not.to.include('4712345');
  });

  it('say of a record from before the cut-off of older usage that it came late, and after what', async () => {
    const late = { cutOff: Date.UTC(2026, 2, 8), cutWords: 'Invoice 900122 1–8 Mar 2026' };
    const before = { wall: late.cutOff - 1, precision: 'second' as const, instant: null };
    const records = calls({ 1: { startTime: null }, 29: { startTime: before } });
    const rig = await flagged({ records, set: late });
    const reason = `Arrived late (${late.cutWords})`;
    expect(rig.column('marks').filter(Boolean)).to.deep.equal([]);
    rig.grid.focus();
    await rig.press('n');
    expect(rig.column('marks').filter(Boolean)).to.deep.equal(['Arrived late']);
    expect(words(rig.get('.why'))).to.equal(reason);
    const [mark] = rig.root.querySelectorAll<HTMLElement>('[data-shape]');
    expect([mark?.ariaLabel, mark?.title, mark?.dataset['shape']]).to.deep.equal([
      reason,
      reason,
      '○',
    ]);
    await rig.press('Enter');
    expect(rig.fields['Flags']).to.equal(reason);
    rig.element.cutOff = undefined;
    await rig.rest();
    expect(rig.fields['Flags']).to.equal(undefined);
    expect(rig.column('marks').filter(Boolean)).to.deep.equal([]);
  });

  it('tell a number that no earlier usage at hand holds', async () => {
    const before = calls().map((each) => ({ ...each, startTime: time('2026-02-08T10:00:00') }));
    const others = [tableOf(before)];
    const records = calls({ 3: { otherParty: '+46709999999' } });
    const rig = await flagged({ records, set: { others } });
    expect(rig.column('marks').filter(Boolean)).to.deep.equal(['New number']);
    rig.element.others = [];
    await rig.rest();
    await settled(rig);
    expect(rig.column('marks').filter(Boolean)).to.deep.equal([]);
  });

  it('come without moving anything', async () => {
    const rig = await RecordsRig.create({ records: calls({ 2: DEAR }) });
    rig.grid.scrollTop = 50;
    await rig.rest();
    const boxOf = (part: Element): string => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return [x, y, width, height].join(' ');
    };
    const places = (): string =>
      JSON.stringify([
        rig.grid.scrollTop,
        boxOf(rig.element),
        ...[...rig.root.querySelectorAll('.row, .time, .amount')].map(boxOf),
      ]);
    const before = places();
    await settled(rig);
    expect(rig.column('marks')[2]).to.include('12 ×');
    expect(places()).to.equal(before);
  });

  it('change neither the count, nor the total, nor the order', async () => {
    const rig = await RecordsRig.create({ records: calls({ 2: DEAR, 4: ABROAD }) });
    const look = (): unknown => [rig.status, rig.column('destination'), rig.announced];
    const before = look();
    await settled(rig);
    expect(rig.column('marks').filter(Boolean).length).to.equal(2);
    expect(look()).to.deep.equal(before);
  });

  it('follow a table that grows', async () => {
    const rig = await flagged({ records: calls() });
    expect(rig.column('marks').filter(Boolean)).to.deep.equal([]);
    const later = { recordId: 'new', startTime: time('2026-03-09T10:00:00'), ...DEAR };
    rig.element.records?.append([{ ...calls()[0], ...later }]);
    rig.element.refresh();
    await rig.rest();
    await settled(rig);
    expect(rig.column('marks')[0]).to.equal('12 × the usual');
  });

  it('are nothing to the next table', async () => {
    const rig = await flagged({ records: calls({ 2: DEAR }) });
    rig.grid.focus();
    await rig.press('ArrowDown');
    await rig.press('ArrowDown');
    rig.element.records = tableOf([]);
    await rig.rest();
    expect(words(rig.get('.why'))).to.equal('');
    rig.element.records = tableOf(calls());
    await rig.rest();
    expect(rig.column('marks').filter(Boolean)).to.deep.equal([]);
    await settled(rig);
    expect(rig.column('marks').filter(Boolean)).to.deep.equal([]);
  });

  it('do not pass from a table to the next one, whose own are still to come', async () => {
    const rig = await flagged({ records: calls({ 2: DEAR }) });
    rig.element.records = tableOf(calls());
    await rig.rest();
    rig.button('Start time').click();
    await rig.rest();
    rig.button('Start time').click();
    await rig.rest();
    expect(rig.column('marks').filter(Boolean)).to.deep.equal([]);
  });

  it('stay inert where the data is hostile', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202e${x}';
    const rig = await flagged({
      records: calls({
        1: { roamingProvider: hostile },
        2: { usageType: 'ROAM_\u202e<img src=x>' },
      }),
    });
    expect(marksOf(rig, 1).getAttribute('aria-label')).to.equal(
      'Roaming (<img src=x onerror=alert(1)>${x})',
    );
    await rig.open(1);
    expect(rig.root.querySelectorAll('img').length).to.equal(0);
  });

  it('are clean for axe, reasons shown', async () => {
    const rig = await flagged({ records: calls({ 2: DEAR, 4: ABROAD }) });
    rig.grid.focus();
    await rig.press('n');
    await rig.press('Enter');
    expect(words(rig.get('.why'))).to.include('12 ×');
    await expect(rig.element).to.be.accessible();
  });

  it('show a reason whole at 320 px, in the row’s card too', async () => {
    const rig = await flagged({ width: 320, records: calls({ 2: { ...DEAR, ...ABROAD } }) });
    rig.grid.focus();
    await rig.press('n');
    const why = rig.get('.why');
    expect(why.scrollWidth).to.be.at.most(why.clientWidth);
    expect(words(why)).to.match(/^12 × .* International \(/);
  });
});

describe('the next flagged record', () => {
  afterEach(() => RecordsRig.removeAll());

  it('is one key away, forward and back, around both ends', async () => {
    const rig = await flagged({
      records: calls({ 4: DEAR, 9: ABROAD, 20: ABROAD, 27: { marks: 1 } }),
    });
    rig.grid.focus();
    const visited: number[] = [];
    for (const key of ['n', 'n', 'n', 'n', 'N', 'N']) {
      await rig.press(key);
      visited.push(activeNumber(rig));
    }
    expect(visited).to.deep.equal([5, 10, 21, 5, 21, 10]);
  });

  it('is reached from anywhere in the element, by its buttons too, and the keyboard goes to it', async () => {
    const rig = await flagged({ records: calls({ 4: DEAR, 9: ABROAD }) });
    rig.button('CSV').focus();
    await sendKeys({ press: 'n' });
    expect([activeNumber(rig), rig.root.activeElement]).to.deep.equal([5, rig.grid]);
    rig.button('↓').click();
    expect(activeNumber(rig)).to.equal(10);
    rig.button('↑').click();
    expect(activeNumber(rig)).to.equal(5);
  });

  it('is none where nothing is flagged: the keyboard stays where it is', async () => {
    const rig = await flagged({ records: calls() });
    await rig.press('ArrowDown');
    await rig.press('n');
    expect(activeNumber(rig)).to.equal(2);
  });

  it('is brought into view among very many', async () => {
    const rig = await flagged({
      records: manyRecords(3000, (i) => ({
        volume: decimal('5'),
        amount: decimal('1.50'),
        ...(i === 0 || i === 2500 ? ABROAD : {}),
      })),
    });
    await rig.press('n');
    expect(activeNumber(rig)).to.equal(2501);
    expect(words(rig.get('.why'))).to.include('International');
  });

  it('is left to the browser with Ctrl, Alt or the command key, and to a field that is typed in', async () => {
    const rig = await flagged({ records: calls({ 4: DEAR }) });
    const press = (target: HTMLElement, init: KeyboardEventInit): boolean =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true, ...init }),
      );
    for (const init of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      expect(press(rig.grid, init)).to.equal(true);
    }
    expect(press(rig.get('.search'), {})).to.equal(true);
    await rig.rest();
    expect(activeNumber(rig)).to.equal(1);
  });
});
