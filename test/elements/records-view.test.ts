import { expect } from '@open-wc/testing';
import { RECORD_MARKS } from '../../src/model/usage-record.js';
import type { UsageTable } from '../../src/model/usage-table.js';
import { holdTimers } from '../support/held-timers.js';
import { decimal, manyRecords, RecordsRig, tableOf, time } from '../support/records-rig.js';

const CALLS = [
  { recordId: 'a', usageType: 'VOICE', destination: 'Malmö', amount: decimal('10.00') },
  { recordId: 'b', usageType: 'SMS', destination: 'Åre', amount: decimal('0.69') },
  { recordId: 'c', usageType: 'VOICE', destination: 'Boden', amount: decimal('-2.50') },
] as const;

const mixed = (): ReturnType<typeof manyRecords> => manyRecords(3, (i) => CALLS[i] ?? {});

/** A clock for the search field: keystrokes are a hundred milliseconds of nobody's life. */
function holdTyping(): { fire(): void; pending(): number; release(): void } {
  const { held, release } = holdTimers(100);
  return {
    fire: () => [...held.values()].forEach((callback) => callback()),
    pending: () => held.size,
    release,
  };
}

describe('sort and filter of <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('starts with the newest record', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3).reverse() });
    expect(rig.column('destination')).to.deep.equal(['Place 0', 'Place 1', 'Place 2']);
    expect(rig.get('.head .time').getAttribute('aria-sort')).to.equal('descending');
  });

  it('sorts by a heading, and the other way when it is pressed again', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    rig.button('Amount').click();
    await rig.rest();
    expect(rig.column('destination')).to.deep.equal(['Malmö', 'Åre', 'Boden']);
    rig.button('Amount').click();
    await rig.rest();
    expect(rig.column('destination')).to.deep.equal(['Boden', 'Åre', 'Malmö']);
    expect(rig.get('.head .amount').getAttribute('aria-sort')).to.equal('ascending');
    expect(rig.get('.head .time').hasAttribute('aria-sort')).to.equal(false);
  });

  it('says aloud how the rows are sorted', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    rig.button('Destination').click();
    await rig.rest();
    expect(rig.announced).to.equal('Destination, ascending');
  });

  it('sorts cards too, by headings above them', async () => {
    const rig = await RecordsRig.create({ records: mixed(), width: 400 });
    rig.button('Amount').click();
    rig.button('Amount').click();
    await rig.rest();
    expect(rig.column('amount')[0]).to.equal('−2.50');
  });

  it('lets total and count follow the filter', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    expect(rig.status).to.equal('3 records SEK 8.19 excl. VAT');
    await rig.choose('.type-choice', 'VOICE');
    expect(rig.column('destination')).to.deep.equal(['Malmö', 'Boden']);
    expect(rig.status).to.equal('2 / 3 records SEK 7.50 excl. VAT');
    expect(rig.grid.getAttribute('aria-rowcount')).to.equal('3');
    expect(rig.announced).to.equal('2 / 3 records');
  });

  it('filters by day, both ends included', async () => {
    const days = ['2026-03-01T10:00', '2026-03-02T23:59', '2026-03-03T00:00'];
    const records = manyRecords(3, (i) => ({ startTime: time(days[i] ?? '') }));
    const rig = await RecordsRig.create({ records });
    await rig.choose('.day:first-of-type input', '2026-03-02');
    expect(rig.column('destination')).to.deep.equal(['Place 2', 'Place 1']);
    await rig.choose('.day:last-of-type input', '2026-03-02');
    expect(rig.column('destination')).to.deep.equal(['Place 1']);
  });

  it('limits the days to those of the data', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    const from = rig.get<HTMLInputElement>('.day:first-of-type input');
    expect([from.min, from.max]).to.deep.equal(['2026-03-31', '2026-03-31']);
  });

  it('does not take a year that is still being typed', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    await rig.choose('.day:last-of-type input', '0002-03-31');
    expect(rig.rows.length).to.equal(3);
  });

  it('searches without regard to case and accents', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    await rig.search('MALMO');
    expect(rig.column('destination')).to.deep.equal(['Malmö']);
  });

  it('takes only the newest keystroke, after a pause', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    const timers = holdTyping();
    const field = rig.get<HTMLInputElement>('.search');
    for (const text of ['m', 'ma', 'bod']) {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    expect(timers.pending()).to.equal(1);
    expect(rig.heard('payexviewchange')).to.be.empty;
    timers.fire();
    timers.release();
    await rig.rest();
    expect(rig.column('destination')).to.deep.equal(['Boden']);
    expect(rig.heard('payexviewchange').length).to.equal(1);
  });

  it('forgets a search that was being typed when it is removed', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    const timers = holdTyping();
    const field = rig.get<HTMLInputElement>('.search');
    field.value = 'boden';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    rig.element.remove();
    const pending = timers.pending();
    timers.release();
    expect(pending).to.equal(0);
  });

  it('keeps what is being typed when records arrive meanwhile', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    const field = rig.get<HTMLInputElement>('.search');
    field.value = 'bod';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    rig.element.refresh();
    await rig.element.updateComplete;
    expect(field.value).to.equal('bod');
  });

  it('says that nothing matches and clears the filter from there', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    await rig.search('nowhere');
    expect(rig.get('[part="empty"]').textContent).to.include('No usage found');
    expect(rig.status).to.equal('0 / 3 records');
    rig.button('Clear filters').click();
    await rig.rest();
    expect(rig.rows.length).to.equal(3);
    expect(rig.root.activeElement).to.equal(rig.get('.search'));
    expect(rig.get<HTMLInputElement>('.search').value).to.equal('');
  });

  it('starts from the first row after a filter or a sort', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    await rig.scrollTo(50_000);
    await rig.search('place');
    expect(rig.grid.scrollTop).to.equal(0);
    expect(rig.column('destination')[0]).to.equal('Place 0');
  });

  it('names several types at once, which only a view state can choose', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    rig.element.viewState = { filter: { types: ['VOICE', 'SMS'] } };
    await rig.rest();
    const select = rig.get<HTMLSelectElement>('.type-choice');
    expect(select.selectedOptions[0]?.text).to.equal('Call, Text message');
  });
});

describe('what <payex-usage-records> says of amounts', () => {
  afterEach(() => RecordsRig.removeAll());

  it('names currency and VAT once where all amounts share them', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    expect(rig.get('.head .amount').textContent).to.include('Amount excl. VAT (SEK)');
    expect(rig.column('amount')[0]).to.equal('10.00');
  });

  it('never adds currencies or VAT bases, and names them in each row', async () => {
    const records = manyRecords(3, (i) => ({
      currency: i === 0 ? 'NOK' : 'SEK',
      vat: i === 1 ? 'included' : 'excluded',
      amount: decimal('1.00'),
    }));
    const rig = await RecordsRig.create({ records });
    expect(rig.status).to.match(/NOK 1\.00 excl\. VAT/);
    expect(rig.status).to.match(/SEK 1\.00 excl\. VAT/);
    expect(rig.status).to.match(/SEK 1\.00 incl\. VAT/);
    expect(rig.column('amount')[1]).to.match(/^SEK\s1\.00 incl\. VAT$/);
  });

  it('shows a dash for a missing amount and calls the total incomplete', async () => {
    const rig = await RecordsRig.create({
      records: manyRecords(2, (i) => (i === 0 ? { amount: null } : {})),
    });
    expect(rig.column('amount')).to.deep.equal(['–', '1.50']);
    expect(rig.status).to.include('Incomplete: Amount missing (1)');
  });

  it('says what the whole list lacks, also of a part of it', async () => {
    const rig = await RecordsRig.create({ records: mixed() });
    rig.element.records?.note({ unreadableRows: 3, cutOff: true });
    rig.element.refresh();
    await rig.rest();
    const lack = 'Incomplete: Unreadable (3), The list may be cut off';
    expect(rig.status).to.include(lack);
    await rig.choose('.type-choice', 'VOICE');
    expect(rig.status).to.include(lack);
  });

  it('shows charged volumes only where one differs from what was used', async () => {
    const same = { volume: decimal('5.0'), chargedVolume: decimal('5') };
    const rig = await RecordsRig.create({ records: manyRecords(2, () => same) });
    expect(rig.root.querySelector('.charged')).to.equal(null);
    rig.element.records = tableOf(
      manyRecords(2, () => ({ ...same, chargedVolume: decimal('60') })),
    );
    await rig.rest();
    expect(rig.column('charged')).to.deep.equal(
      ['1 min', '1 min'].map((text) => text.replace(' ', '\u00a0')),
    );
  });

  it('takes types, days and marks of appended records into account', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(2) });
    const later = { usageType: 'SMS', startTime: time('2026-04-02'), marks: RECORD_MARKS.free };
    rig.element.records?.append(manyRecords(1, () => ({ recordId: 'later', ...later })));
    rig.element.refresh();
    await rig.rest();
    const types = [...rig.get<HTMLSelectElement>('.type-choice').options].map(({ text }) => text);
    expect(types).to.deep.equal(['All types', 'Call', 'Text message']);
    expect(rig.get<HTMLInputElement>('.day input').max).to.equal('2026-04-02');
    expect(rig.column('marks')[0]).to.equal('Free');
  });

  it('brings the calendars and the types after the rows, and moves nothing by it', async () => {
    const rig = await RecordsRig.create({ set: { records: null } });
    rig.element.records = tableOf(mixed());
    await rig.element.updateComplete;
    const look = (): unknown => [
      rig.get<HTMLSelectElement>('.type-choice').length,
      rig.get<HTMLInputElement>('.day input').type,
      ...Array.from(rig.root.querySelectorAll('.field, .row'), (part) =>
        JSON.stringify(part.getBoundingClientRect()),
      ),
    ];
    expect(rig.column('destination')).to.deep.equal(['Malmö', 'Åre', 'Boden']);
    const [types, type, ...places] = look() as unknown[];
    expect([types, type]).to.deep.equal([1, 'text']);
    await rig.rest();
    expect(look()).to.deep.equal([3, 'date', ...places]);
  });

  it('has its rows in one place while they are waited for, while more come, and after the last', async () => {
    const rig = await RecordsRig.create({ set: { records: null, busy: true } });
    for (const width of [320, 640, 1280]) {
      rig.place.style.width = `${width}px`;
      const top = async (records: UsageTable | null, busy: boolean): Promise<number> => {
        Object.assign(rig.element, { records, busy });
        await rig.rest();
        return rig.get('.body').getBoundingClientRect().top + rig.grid.scrollTop;
      };
      const waiting = await top(null, true);
      const table = tableOf(mixed());
      expect(await top(table, true), `growing at ${width}`).to.equal(waiting);
      expect(await top(table, false), `whole at ${width}`).to.equal(waiting);
    }
  });

  it('marks by shape and words what is free, included, a credit, premium or unreadable', async () => {
    const marks = [RECORD_MARKS.credit, RECORD_MARKS.badAmount, RECORD_MARKS.included, 0, 0];
    const records = manyRecords(5, (i) => ({
      marks: marks[i] ?? 0,
      ...(i === 3 ? { otherParty: '0939-112 40 00' } : {}),
      ...(i === 0 ? { amount: decimal('-1') } : {}),
    }));
    const rig = await RecordsRig.create({ records });
    const words = ['Credit', 'Unreadable: Amount', 'Included', 'Premium-rate number', ''];
    expect(rig.column('marks')).to.deep.equal(words);
    const shapes = rig.rows.map((row) => {
      const cell = row.querySelector('.marks') as HTMLElement;
      const { content } = getComputedStyle(cell, '::before');
      // Not each engine puts in the attribute that it shows.
      return content.replace('attr(data-shape)', `"${cell.dataset['shape']}"`);
    });
    expect(new Set(shapes).size).to.equal(4);
    expect(shapes[4]).to.equal('none');
  });

  it('says that free numbers are not listed, and counts their money all the same', async () => {
    const rig = await RecordsRig.create({
      records: manyRecords(2, (i) =>
        i === 0 ? { otherParty: '116111', amount: decimal('2') } : {},
      ),
    });
    expect(rig.rows.length).to.equal(1);
    expect(rig.root.innerHTML).not.to.include('116111');
    expect(rig.get('.withheld').textContent).to.include('Free and helpline numbers are not listed');
    expect(rig.status).to.equal('1 record SEK 3.50 excl. VAT');
  });

  it('shows an unknown type as other, with its code', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(1, () => ({ usageType: 'ZX9' })) });
    expect(rig.column('type')).to.deep.equal(['Other (ZX9)']);
  });

  it('shows a time that could not be read as it is', async () => {
    const broken = { startTime: null, rawTime: '30 Feb', marks: RECORD_MARKS.badTime };
    const rig = await RecordsRig.create({ records: manyRecords(1, () => broken) });
    expect(rig.column('time')).to.deep.equal(['30 Feb']);
  });
});
