import { expect } from '@open-wc/testing';
import { PayexUsageRecords } from '../../src/elements/payex-usage-records.js';
import type { RecordsViewState } from '../../src/events.js';
import { manyRecords, RecordsRig, rowIndex, tableOf } from '../support/records-rig.js';

const STATE: RecordsViewState = {
  filter: { types: ['VOICE'], fromDay: '2026-03-01', toDay: '2026-03-31', text: 'place' },
  sort: { column: 'amount', descending: false },
  recordId: 'r40',
};

describe('view state of <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('comes back as it was set, as plain JSON', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(100) });
    rig.element.viewState = STATE;
    await rig.rest();
    expect(JSON.parse(JSON.stringify(rig.element.viewState))).to.deep.equal(STATE);
    expect(structuredClone(rig.element.viewState)).to.deep.equal(STATE);
  });

  it('restores filter, sort, fields and the open record, in view', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(100), set: { viewState: STATE } });
    expect(rig.get<HTMLInputElement>('.search').value).to.equal('place');
    expect(rig.get<HTMLSelectElement>('.type-choice').value).to.equal('VOICE');
    expect(rig.get<HTMLInputElement>('.day input').value).to.equal('2026-03-01');
    expect(rig.get('.head .amount').getAttribute('aria-sort')).to.equal('ascending');
    expect(rig.fields['Destination']).to.equal('Place 40');
    const open = rig.get('[aria-selected="true"]');
    expect(rowIndex(open)).to.equal(42);
    const { bottom } = open.getBoundingClientRect();
    expect(bottom).to.be.at.most(rig.grid.getBoundingClientRect().bottom + 1);
  });

  it('opens the record when it arrives later', async () => {
    const rig = await RecordsRig.create({ set: { records: null, viewState: STATE } });
    expect(rig.element.viewState.recordId).to.equal('r40');
    rig.element.records = tableOf(manyRecords(100));
    await rig.rest();
    expect(rig.fields['Destination']).to.equal('Place 40');
    const { top, bottom } = rig.get('[aria-selected="true"]').getBoundingClientRect();
    expect(top).to.be.at.least(rig.get('.head').getBoundingClientRect().bottom - 1);
    expect(bottom).to.be.at.most(rig.grid.getBoundingClientRect().bottom + 1);
  });

  it('fires nothing when a host sets it', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(100) });
    rig.element.viewState = STATE;
    await rig.rest();
    expect(rig.events).to.be.empty;
  });

  it('is told after each change by hand', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(100) });
    await rig.search('place 79');
    rig.button('Amount').click();
    await rig.open(0);
    expect(rig.heard('payexviewchange').map(({ viewState }) => viewState)).to.deep.equal([
      { filter: { text: 'place 79' }, sort: { column: 'time', descending: true } },
      { filter: { text: 'place 79' }, sort: { column: 'amount', descending: true } },
      {
        filter: { text: 'place 79' },
        sort: { column: 'amount', descending: true },
        recordId: 'r79',
      },
    ]);
  });

  it('does not move the agent when a host writes back what it was told', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    rig.element.addEventListener('payexviewchange', (event) => {
      rig.element.viewState = event.detail.viewState as RecordsViewState;
    });
    await rig.scrollTo(36 * 500);
    await rig.open(9);
    expect(rig.grid.scrollTop).to.be.closeTo(36 * 500, 36);
    expect(rig.detail).not.to.equal(null);
  });

  it('shows in its fields what a host sets in answer to a change', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    rig.element.addEventListener('payexviewchange', () => (rig.element.viewState = {}), {
      once: true,
    });
    await rig.choose('.type-choice', 'VOICE');
    const shown = rig.get<HTMLSelectElement>('.type-choice').selectedOptions[0];
    expect(shown?.text).to.equal('All types');
  });

  it('is taken when it was set before the element was defined', async () => {
    const state = { filter: { text: 'place 3' } };
    const late = document.createElement('late-records') as PayexUsageRecords;
    Object.assign(late, { viewState: state, locale: 'en', records: tableOf(manyRecords(9)) });
    customElements.define('late-records', class extends PayexUsageRecords {});
    document.body.append(late);
    await late.updateComplete;
    const { text } = late.viewState.filter ?? {};
    late.remove();
    expect(text).to.equal('place 3');
  });

  it('takes what it can of a broken state', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(10) });
    for (const broken of [
      null,
      7,
      { filter: 'x', sort: 4, recordId: {} },
      {
        filter: { types: [1, 'VOICE'], fromDay: '30 Feb', text: 9, minAmount: 'much' },
        sort: { column: 'x' },
      },
    ]) {
      rig.element.viewState = broken as RecordsViewState;
      await rig.rest();
      expect(rig.rows.length).to.equal(10);
    }
    expect(rig.element.viewState).to.deep.equal({
      filter: { types: ['VOICE'] },
      sort: { column: 'time', descending: true },
    });
  });

  it('is not changed by a state that is changed after it was set', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(10) });
    const state = structuredClone(STATE);
    rig.element.viewState = state;
    await rig.rest();
    state.filter?.types?.push('SMS');
    expect(rig.element.viewState.filter?.types).to.deep.equal(['VOICE']);
  });
});

describe('events of <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('say what was chosen, as plain JSON', async () => {
    const rig = await RecordsRig.create({
      records: manyRecords(3),
      set: { ids: { customerNo: '100045' } },
    });
    await rig.open(1);
    const [detail] = rig.heard('payexselect');
    expect(JSON.parse(JSON.stringify(detail))).to.deep.equal({
      level: 'record',
      selected: true,
      customerNo: '100045',
      subscriptionNo: '46701234567',
      usageType: 'VOICE',
      recordId: 'r1',
      record: {
        recordId: 'r1',
        startTime: '2026-03-31T11:59:00',
        endTime: null,
        usageType: 'VOICE',
        usageTypeLabel: 'Call',
        description: null,
        number: '+46708100•••',
        destination: 'Place 1',
        volume: '1',
        chargedVolume: null,
        quantity: null,
        unit: 'S',
        money: { amount: '1.50', currency: 'SEK', vat: 'excluded' },
      },
    });
  });

  it('carry host actions with record, total and age', async () => {
    const rig = await RecordsRig.create({
      records: manyRecords(3),
      set: { actions: [{ id: 'dispute', label: 'Dispute' }], asOf: '2026-05-06T12:00:00.000Z' },
    });
    await rig.open(2);
    rig.button('Dispute').click();
    const [action] = rig.heard('payexaction');
    expect(action?.action).to.equal('dispute');
    expect(action?.records.map(({ recordId }) => recordId)).to.deep.equal(['r2']);
    expect(action?.totals).to.deep.equal([{ amount: '2.50', currency: 'SEK', vat: 'excluded' }]);
    expect(action?.asOf).to.equal('2026-05-06T12:00:00.000Z');
    expect(action?.subscriptionNo).to.equal('46701234567');
  });

  it('leave the element working when a listener of the host throws', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    const reported: string[] = [];
    const old = window.onerror;
    window.onerror = (message) => reported.push(String(message)) > 0;
    for (const type of ['payexselect', 'payexviewchange'] as const) {
      rig.element.addEventListener(type, () => {
        throw new Error('host');
      });
    }
    await rig.open(1);
    window.onerror = old;
    expect(reported.length).to.equal(2);
    expect(rig.fields['Destination']).to.equal('Place 1');
  });
});

describe('detail of a record', () => {
  afterEach(() => RecordsRig.removeAll());

  it('names every field and says what is not stated', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    await rig.open(1);
    expect(Object.keys(rig.fields).length).to.equal(17);
    expect(rig.fields['Amount']).to.match(/^SEK\s1\.50 excl\. VAT$/);
    expect(rig.fields['Description']).to.equal('– Not stated');
  });

  it('is found beside its level of heading', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3), set: { headingLevel: 4 } });
    await rig.open(1);
    expect(rig.get('[role="heading"]').getAttribute('aria-level')).to.equal('4');
  });

  it('has a level that is one, whatever the host has set', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3), set: { headingLevel: 2.6 } });
    await rig.open(1);
    expect(rig.get('[role="heading"]').getAttribute('aria-level')).to.equal('3');
  });

  it('stands beside the rows where there is room, else below them', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30), width: 1000 });
    await rig.open(1);
    const side = rig.detail?.getBoundingClientRect().left ?? 0;
    expect(side).to.be.at.least(rig.grid.getBoundingClientRect().right);
    rig.place.style.width = '700px';
    await rig.rest();
    const below = rig.detail?.getBoundingClientRect().top ?? 0;
    expect(below).to.be.at.least(rig.grid.getBoundingClientRect().bottom);
  });

  it('shows grey bars while records are on their way', async () => {
    const rig = await RecordsRig.create({ set: { records: null, busy: true } });
    const { top } = rig.get('.bone').closest('.row')?.getBoundingClientRect() as DOMRect;
    expect([rig.rows.length, rig.grid.ariaBusy]).to.deep.equal([5, 'true']);
    rig.element.records = tableOf(manyRecords(3));
    await rig.rest();
    expect(rig.root.querySelector('.bone')).to.equal(null);
    expect(rig.rows[0]?.getBoundingClientRect().top).to.equal(top);
  });

  it('opens no grey bar', async () => {
    const rig = await RecordsRig.create({ set: { records: null, busy: true } });
    await rig.open(0);
    await rig.press('Enter');
    expect(rig.detail).to.equal(null);
    expect(rig.events).to.be.empty;
  });

  it('says so when there are no records', async () => {
    const rig = await RecordsRig.create();
    expect(rig.get('[part="empty"]').innerText.trim()).to.equal('No usage found.');
  });
});
