import { expect } from '@open-wc/testing';
import type { RecordsViewState } from '../../src/events.js';
import { manyRecords, RecordsRig, tableOf } from '../support/records-rig.js';

const NUMBER = '+46708111345';
const MASKED = '+46708111•••';

const records = (): ReturnType<typeof manyRecords> =>
  manyRecords(5, () => ({ otherParty: NUMBER }));

/** Everything that is in the shadow root: texts, attributes, and what fields hold. */
function everything(rig: RecordsRig): string {
  const values = [...rig.root.querySelectorAll('input')].map((input) => input.value);
  return rig.root.innerHTML + values.join(' ') + rig.element.outerHTML;
}

describe('numbers called in <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('are masked before they reach the document', async () => {
    const rig = await RecordsRig.create({ records: records() });
    await rig.open(1);
    expect(rig.column('number')[1]).to.equal(MASKED);
    expect(rig.fields['Number called']).to.include(MASKED);
    expect(everything(rig)).not.to.include(NUMBER);
  });

  it('are shown on demand, only in the open record, and that is told', async () => {
    const rig = await RecordsRig.create({ records: records() });
    await rig.open(1);
    rig.button('Show').click();
    await rig.rest();
    expect(rig.fields['Number called']).to.equal(NUMBER);
    expect(rig.column('number')[1]).to.equal(MASKED);
    expect(rig.heard('payexaudit')).to.deep.equal([{ action: 'reveal', count: 1 }]);
  });

  for (const [name, act] of Object.entries({
    'the record is closed': (rig: RecordsRig) => rig.press('Escape'),
    'another record is opened': (rig: RecordsRig) => rig.open(3),
    'the records are replaced': async (rig: RecordsRig) => {
      rig.element.records = tableOf(records());
      await rig.rest();
    },
    'the audience becomes the customer': async (rig: RecordsRig) => {
      rig.element.audience = 'customer';
      await rig.rest();
    },
    'the policy becomes hidden': async (rig: RecordsRig) => {
      rig.element.numberPolicy = 'hidden';
      await rig.rest();
    },
  })) {
    it(`are covered again when ${name}`, async () => {
      const rig = await RecordsRig.create({ records: records() });
      await rig.open(1);
      rig.button('Show').click();
      await rig.rest();
      await act(rig);
      expect(everything(rig)).not.to.include(NUMBER);
    });
  }

  for (const [name, away, back] of [
    ['the audience', { audience: 'customer' }, { audience: 'agent' }],
    ['the policy', { numberPolicy: 'hidden' }, { numberPolicy: 'masked' }],
  ] as const) {
    it(`stay covered when ${name} changes and changes back`, async () => {
      const rig = await RecordsRig.create({ records: records() });
      await rig.open(1);
      rig.button('Show').click();
      for (const settings of [away, back]) {
        Object.assign(rig.element, settings);
        await rig.rest();
      }
      expect(rig.fields['Number called']).to.include(MASKED);
      expect(everything(rig)).not.to.include(NUMBER);
    });
  }

  it('stay covered when the same record is opened again', async () => {
    const rig = await RecordsRig.create({ records: records() });
    await rig.open(1);
    rig.button('Show').click();
    await rig.open(1);
    await rig.open(1);
    expect(rig.detail).not.to.equal(null);
    expect(everything(rig)).not.to.include(NUMBER);
  });

  it('leave in events only masked, also while one is shown', async () => {
    const rig = await RecordsRig.create({
      records: records(),
      set: { actions: [{ id: 'dispute', label: 'Dispute' }], asOf: '2026-05-06T12:00:00Z' },
    });
    await rig.open(1);
    rig.button('Show').click();
    await rig.rest();
    rig.button('Dispute').click();
    rig.button('Close').click();
    expect(rig.heard('payexselect')[0]?.record?.number).to.equal(MASKED);
    expect(rig.heard('payexaction')[0]?.records[0]?.number).to.equal(MASKED);
    expect(JSON.stringify(rig.events)).not.to.include(NUMBER);
  });

  for (const text of [NUMBER, '070-811 13 45', '0046 708 111', 'Malmö 708111', '٠٧٠٨']) {
    it(`do not leave in events when one is typed into the search: ${text}`, async () => {
      const rig = await RecordsRig.create({ records: records() });
      await rig.search(text);
      rig.element.viewState = { ...rig.element.viewState, filter: { text, types: ['VOICE'] } };
      await rig.rest();
      rig.button('Amount').click();
      expect(rig.heard('payexviewchange').length).to.equal(2);
      expect(rig.heard('payexviewchange')[1]).to.deep.equal({
        viewState: { filter: { types: ['VOICE'] }, sort: { column: 'amount', descending: true } },
      });
      expect(JSON.stringify(rig.events)).not.to.include(text);
      expect(rig.element.viewState.filter?.text).to.equal(text);
    });
  }

  it('that are searched for stay searched for when a host writes back what it was told', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    rig.element.addEventListener('payexviewchange', ({ detail }) => {
      rig.element.viewState = detail.viewState as RecordsViewState;
    });
    await rig.search('46708100007');
    expect(rig.column('destination')).to.deep.equal(['Place 7']);
    expect(rig.get<HTMLInputElement>('.search').value).to.equal('46708100007');
  });

  it('can not be asked for by a customer', async () => {
    const rig = await RecordsRig.create({ records: records(), set: { audience: 'customer' } });
    await rig.open(1);
    expect(() => rig.button('Show')).to.throw();
  });

  it('of the operator’s own are not shown to a customer, in the record or as the reason of a flag', async () => {
    const abroad = manyRecords(1, () => ({
      usageType: 'ROAM_DATA',
      otherParty: null,
      destination: 'Denmark',
      destinationCode: 'ROAM-DK',
      roamingProvider: 'DKXX1',
    }));
    const rig = await RecordsRig.create({ records: abroad, set: { audience: 'customer' } });
    await rig.open(0);
    while (!rig.fields['Flags']) await rig.rest();
    expect(rig.fields['Flags']).to.equal('Roaming (Denmark)');
    expect(everything(rig)).not.to.match(/DKXX1|ROAM-DK|r0/);
    rig.element.audience = 'agent';
    await rig.rest();
    expect(rig.fields).to.include({ 'Roaming operator': 'DKXX1', 'Record ID': 'r0' });
  });

  it('are not there at all when hidden, nor found', async () => {
    const rig = await RecordsRig.create({ records: records(), set: { numberPolicy: 'hidden' } });
    await rig.open(1);
    expect(rig.fields['Number called']).to.equal('Hidden');
    expect(() => rig.button('Show')).to.throw();
    expect(everything(rig)).not.to.include('4670');
    await rig.search('708111');
    expect(rig.rows.length).to.equal(0);
  });

  it('are nowhere in the texts beside them, on screen, found, or in events', async () => {
    const texts = { description: `Call ${NUMBER}`, destination: 'Mobile 070-811 13 45' };
    const beside = manyRecords(1, () => ({
      ...texts,
      otherParty: NUMBER,
      contentProvider: NUMBER,
    }));
    const rig = await RecordsRig.create({ records: beside, set: { numberPolicy: 'hidden' } });
    await rig.open(0);
    expect(rig.fields['Description']).to.equal('Call …');
    expect(rig.column('destination')).to.deep.equal(['Mobile …']);
    expect(everything(rig).replace(/\D/g, '')).not.to.include('708111345');
    expect(JSON.stringify(rig.events)).to.include('Call …').and.not.to.include('8111345');
    await rig.search('13 45');
    expect(rig.rows.length).to.equal(0);
  });

  it('are found by an agent by the digits that are masked', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    await rig.search('46708100007');
    expect(rig.column('destination')).to.deep.equal(['Place 7']);
  });

  it('are not found by a customer by the digits that are masked', async () => {
    const rig = await RecordsRig.create({ records: records(), set: { audience: 'customer' } });
    await rig.search('345');
    expect(rig.rows.length).to.equal(0);
    await rig.search('708111');
    expect(rig.rows.length).to.equal(5);
  });

  it('stay readable where they are premium-rate', async () => {
    const premium = manyRecords(1, () => ({ otherParty: '0939-112 40 00' }));
    const rig = await RecordsRig.create({ records: premium });
    expect(rig.column('number')).to.deep.equal(['0939-112 40 00']);
  });

  it('fall back to masked when the policy is not known', async () => {
    const rig = await RecordsRig.create({
      records: records(),
      set: { numberPolicy: 'everything' },
    });
    expect(rig.column('number')[0]).to.equal(MASKED);
  });
});
