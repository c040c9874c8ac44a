import { expect } from '@open-wc/testing';
import { manyRecords, RecordsRig } from '../support/records-rig.js';

/** Of these, record i costs i.50 kr. */
async function create(width = 1000): Promise<RecordsRig> {
  return RecordsRig.create({ records: manyRecords(20), width });
}

const [LEAST, MOST] = ['[aria-label="Amount: At least"]', '[aria-label="Amount: At most"]'];

describe('the span of amounts in <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('keeps what lies within both bounds, written with comma or point', async () => {
    const rig = await create();
    await rig.choose(LEAST, '3,50');
    await rig.choose(MOST, '5.50');
    expect(rig.column('amount')).to.deep.equal(['3.50', '4.50', '5.50']);
    expect(rig.status).to.include('3 / 20 records');
  });

  it('reads an amount as it is copied from a page: with blanks and a real minus', async () => {
    const rig = await create();
    await rig.choose(LEAST, '−1 000,00');
    expect(rig.element.viewState.filter?.minAmount).to.equal('-1000,00');
    expect(rig.get<HTMLInputElement>(LEAST).validity.valid).to.equal(true);
  });

  it('marks what is no amount, and lets every record through', async () => {
    const rig = await create();
    await rig.choose(LEAST, '12,5,0');
    expect(rig.get<HTMLInputElement>(LEAST).validity.valid).to.equal(false);
    expect(rig.rows.length).to.equal(20);
  });

  it('is empty again when the filters are cleared', async () => {
    const rig = await create();
    await rig.choose(LEAST, '3,50');
    await rig.choose(MOST, 'much');
    rig.button('Clear').click();
    await rig.rest();
    const values = [LEAST, MOST].map((name) => rig.get<HTMLInputElement>(name).value);
    expect(values).to.deep.equal(['', '']);
    expect(rig.element.viewState.filter).to.deep.equal({});
  });

  it('shows what a view state bounds', async () => {
    const rig = await create();
    rig.element.viewState = { filter: { minAmount: '18' } };
    await rig.rest();
    expect(rig.get<HTMLInputElement>(LEAST).value).to.equal('18');
    expect(rig.rows.length).to.equal(2);
  });

  it('has its label in line with the others', async () => {
    const rig = await create(1280);
    const tops = [...rig.root.querySelectorAll('.toolbar .note')].map(
      (label) => label.getBoundingClientRect().top,
    );
    expect(new Set(tops).size).to.equal(1);
  });

  it('waits behind a button where there is little room, and never hides "clear"', async () => {
    const rig = await create(320);
    const isSeen = (selector: string): boolean => rig.get(selector).offsetHeight > 0;
    expect(rig.get('[part="toolbar"]').offsetHeight).to.be.below(60);
    expect(isSeen(LEAST)).to.equal(false);
    rig.button('Filters').click();
    expect(isSeen(LEAST)).to.equal(true);
    expect(rig.button('Filters').ariaExpanded).to.equal('true');
    await rig.choose(LEAST, '3,50');
    rig.button('Filters').click();
    expect(isSeen('.clear')).to.equal(true);
    rig.place.style.width = '800px';
    await rig.rest();
    expect(isSeen(LEAST)).to.equal(true);
  });
});
