import { expect } from '@open-wc/testing';
import {
  answering,
  mountUsage,
  subscriptionList,
  summaryRow,
  type UsageRig,
} from '../support/usage-rig.js';
import { until } from '../support/until.js';

const COUNT = 2_999;
const NOS = Array.from({ length: COUNT }, (_, index) => String(46_700_000_000 + index));

/** A list of thousands, of which each answers at once with its place in the list as its amount. */
async function withThousands(): Promise<{ rig: UsageRig; asked: string[] }> {
  const asked: string[] = [];
  const rig = await mountUsage({ 'customer-no': 'C1' }, (element) => {
    element.fetcher = answering((path) => {
      const no = /(\d+)\/usage-summaries$/.exec(path)?.[1];
      if (no) asked.push(no);
      if (path.endsWith('/subscriptions')) return subscriptionList(path, NOS);
      const items = no ? [summaryRow(`${Number(no) - 46_700_000_000}.01`)] : [];
      return { items, navigation: {} };
    });
  });
  await rig.looked();
  return { rig, asked };
}

const rows = (rig: UsageRig): HTMLElement[] => rig.all('tr[data-no]');
const noOf = (row: HTMLElement | undefined): string => row?.dataset['no'] ?? '';

function isNearScreen(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom >= -160 && top <= innerHeight + 160;
}

describe('thousands of subscriptions', () => {
  it('as many totals are asked for as rows were looked at', async () => {
    const { rig, asked } = await withThousands();
    const near = rows(rig).filter(isNearScreen).map(noOf);
    expect(asked.toSorted()).to.deep.equal(near);
    expect(near.length).to.be.within(5, 60);
    window.scrollTo(0, 900);
    await rig.looked();
    const both = new Set([...near, ...rows(rig).filter(isNearScreen).map(noOf)]);
    expect(new Set(asked)).to.deep.equal(both);
    expect(asked).to.have.length(both.size);
    window.scrollTo(0, 0);
  });

  it('only the first rows are drawn, but all are counted for those who listen', async () => {
    const { rig } = await withThousands();
    expect(rows(rig)).to.have.length(60);
    expect(rig.find('.list')?.getAttribute('aria-rowcount')).to.equal(String(COUNT + 1));
    expect(rows(rig)[0]?.getAttribute('aria-rowindex')).to.equal('2');
  });

  it('more rows come before the end of those that are drawn is on screen', async () => {
    const { rig } = await withThousands();
    rows(rig)[45]?.scrollIntoView();
    await rig.looked();
    expect(rows(rig).length).to.equal(120);
    expect(rows(rig).map(noOf)).to.deep.equal(NOS.slice(0, 120));
    window.scrollTo(0, 0);
  });

  it('"load all" adds up every one of them, each asked for once', async () => {
    const { rig, asked } = await withThousands();
    const draws = countDraws(rig);
    rig.button('Load all').click();
    await until(() => asked.length >= COUNT, 'not all were asked for');
    await rig.looked();
    expect(new Set(asked).size).to.equal(COUNT);
    expect(asked).to.have.length(COUNT);
    // 0 + 1 + … + 2,998, and a cent each.
    expect(rig.find('[part=total]')?.textContent).to.contain('4,495,530.99');
    expect(rig.heard('payexload').filter(({ detail }) => detail['complete'])).to.have.length(1);
    expect(draws()).to.be.below(COUNT / 10);
  });

  it('sorted by amount, the largest is first although it was never near the screen', async () => {
    const { rig, asked } = await withThousands();
    rig.button('Load all').click();
    await until(() => asked.length >= COUNT, 'not all were asked for');
    await rig.looked();
    rig.button('Amount').click();
    await rig.looked();
    expect(rows(rig).map(noOf)).to.deep.equal(NOS.toReversed().slice(0, 60));
    expect(rows(rig)[0]?.textContent).to.contain('2,998.01');
  });

  it('a row far down that comes into sight shows what has come meanwhile', async () => {
    const { rig, asked } = await withThousands();
    rows(rig)[59]?.scrollIntoView();
    await rig.looked();
    window.scrollTo(0, 0);
    rig.button('Load all').click();
    await until(() => asked.length >= COUNT, 'not all were asked for');
    await rig.looked();
    rows(rig)[100]?.scrollIntoView();
    await rig.looked();
    expect(rows(rig)[100]?.textContent).to.contain('100.01');
    window.scrollTo(0, 0);
  });

  it('back from a subscription far down: its row is drawn again and has the focus', async () => {
    const { rig } = await withThousands();
    const no = NOS[400] ?? '';
    rig.element.viewState = { view: 'unbilled', subscriptionNo: no };
    await rig.rest();
    const draws = countDraws(rig);
    rig.button('Back').click();
    await until(
      () => Boolean(rig.element.shadowRoot?.activeElement?.closest('tr')),
      'no row has the focus',
    );
    await rig.looked();
    expect(rig.element.shadowRoot?.activeElement?.closest('tr')?.dataset['no']).to.equal(no);
    // Step by step: no single one is long.
    expect(draws()).to.be.above(5);
    window.scrollTo(0, 0);
  });

  it('another customer starts with the first rows again', async () => {
    const { rig } = await withThousands();
    rows(rig)[45]?.scrollIntoView();
    await rig.looked();
    window.scrollTo(0, 0);
    rig.element.customerNo = 'C2';
    await rig.rest();
    expect(rows(rig)).to.have.length(60);
  });
});

function countDraws(rig: UsageRig): () => number {
  let draws = 0;
  const element = rig.element as unknown as { updated(): void };
  const updated = element.updated.bind(element);
  element.updated = () => {
    draws += 1;
    updated();
  };
  return () => draws;
}
