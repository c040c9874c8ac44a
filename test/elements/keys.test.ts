import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { manyRecords, RecordsRig } from '../support/records-rig.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const NO = '46700000001';

async function press(rig: UsageRig, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await rig.rest();
}

/** The overview of one customer, with the focus on its first row. */
async function onOverview(): Promise<UsageRig> {
  const rig = await mountUsage({ 'customer-no': 'C1', 'invoice-nos': '900123 900122' });
  await rig.list(NO);
  await rig.summary(NO, summaryRow('1.00'));
  rig.button(NO).focus();
  return rig;
}

/** The records of its subscription, with the focus in the grid. */
async function onRecords(): Promise<UsageRig> {
  const rig = await onOverview();
  rig.button(NO).click();
  await rig.rest();
  await rig.details(NO, detailRow('r1', '1.00'));
  rig.find('[part=grid]')!.focus();
  return rig;
}

/** What has the focus, through all shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const viewOf = (rig: UsageRig): string => rig.element.viewState.view;

const keysOf = (rig: UsageRig): string[] =>
  rig.all('#keys kbd').map(({ textContent }) => textContent);

const isListed = (rig: UsageRig): boolean => rig.find('#keys:popover-open') !== null;

/** A key press with whatever a keyboard can add to it, from where the focus is. */
function keydown(init: KeyboardEventInit): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  focused()?.dispatchEvent(event);
  return event;
}

describe('single keys', () => {
  it('go to the views, to all records and back', async () => {
    const rig = await onOverview();
    const seen: string[] = [];
    for (const key of ['2', '3', '1']) {
      await press(rig, key);
      seen.push(viewOf(rig));
    }
    expect(seen).to.deep.equal(['billed', 'compare', 'unbilled']);
    await press(rig, 'a');
    expect(rig.element.viewState.all).to.equal(true);
    await press(rig, 'b');
    expect(rig.element.viewState.all).to.equal(undefined);
    // From here on keys are text: the focus is in its field.
    await press(rig, '4');
    expect(viewOf(rig)).to.equal('find');
  });

  it('work after a click that gave the button no focus, as in Safari', async () => {
    const rig = await onOverview();
    (focused() as HTMLElement).blur();
    rig.button('Billed').click();
    await rig.rest();
    await press(rig, '3');
    expect(viewOf(rig)).to.equal('compare');
  });

  it('fetch anew what is shown', async () => {
    const rig = await onOverview();
    const before = rig.server.count;
    await press(rig, 'r');
    expect(rig.server.count).to.be.above(before);
  });

  it('work from within the table of records, and leave the table its own', async () => {
    const rig = await onRecords();
    await press(rig, 'Enter');
    expect(rig.all('.detail').length).to.equal(1);
    await press(rig, 'Escape');
    expect(rig.all('.detail').length).to.equal(0);
    await press(rig, 'b');
    expect(rig.all('payex-usage-records').length).to.equal(0);
    expect(focused()?.textContent).to.contain(NO);
  });

  it('reach the search of the table from outside of it', async () => {
    const rig = await onRecords();
    rig.button('Back').focus();
    await press(rig, '/');
    expect(focused()?.className).to.equal('field search');
    expect((focused() as HTMLInputElement).value).to.equal('');
  });

  it('are text in a field, and a choice in a list', async () => {
    const rig = await onRecords();
    await press(rig, '/');
    const before = rig.server.count;
    await sendKeys({ type: 'r1?/b' });
    await rig.rest();
    expect(rig.find<HTMLInputElement>('.search')?.value).to.equal('r1?/b');
    rig.find('select')!.focus();
    await press(rig, 'r', 'b');
    expect(rig.server.count).to.equal(before);
    expect(isListed(rig)).to.equal(false);
    expect(rig.all('payex-usage-records').length).to.equal(1);
  });

  it('do nothing while the focus is elsewhere on the page', async () => {
    const rig = await onOverview();
    const other = document.createElement('button');
    document.body.append(other);
    other.focus();
    await press(rig, '2', 'a', '?');
    other.remove();
    expect(rig.element.viewState).to.deep.equal({ view: 'unbilled' });
    expect(isListed(rig)).to.equal(false);
  });

  for (const modifier of ['ctrlKey', 'altKey', 'metaKey', 'repeat']) {
    it(`leave a press with ${modifier} to the browser and the page`, async () => {
      const rig = await onOverview();
      expect(keydown({ key: '2', [modifier]: true }).defaultPrevented).to.equal(false);
      await rig.rest();
      expect(viewOf(rig)).to.equal('unbilled');
    });
  }

  it('tell a letter with Shift from the letter, whatever Caps Lock says, and signs not', async () => {
    const rig = await onOverview();
    keydown({ key: 'A', shiftKey: true });
    await rig.rest();
    expect(rig.element.viewState.all).to.equal(undefined);
    keydown({ key: '2', shiftKey: true });
    await rig.rest();
    expect(viewOf(rig)).to.equal('billed');
    keydown({ key: '1' });
    keydown({ key: 'A' });
    await rig.rest();
    expect(rig.element.viewState.all).to.equal(true);
  });

  it('are not heard by the page where they have done something, and else are', async () => {
    const rig = await onOverview();
    const heard: string[] = [];
    const listener = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', listener);
    await press(rig, '2', 'x', '9');
    document.removeEventListener('keydown', listener);
    expect(heard).to.deep.equal(['x', '9']);
  });

  it('are off where the host prevents the press', async () => {
    const rig = await onOverview();
    const off = (event: Event): void => event.preventDefault();
    document.addEventListener('keydown', off, true);
    await press(rig, '2');
    document.removeEventListener('keydown', off, true);
    expect(viewOf(rig)).to.equal('unbilled');
  });

  it('are off where their button is hidden or disabled', async () => {
    const rig = await onOverview();
    const all = rig.find<HTMLButtonElement>('.all')!;
    all.hidden = true;
    await press(rig, 'a');
    all.hidden = false;
    all.disabled = true;
    await press(rig, 'a');
    expect(rig.element.viewState.all).to.equal(undefined);
  });

  it('belong to the table of records alone, too', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    rig.grid.focus();
    await sendKeys({ press: '/' });
    expect(focused()?.className).to.equal('field search');
    RecordsRig.removeAll();
  });

  it('are said by what they press, each once, and are none of the table', async () => {
    for (const rig of [await onOverview(), await onRecords()]) {
      const keys = rig.all('[aria-keyshortcuts]').map(({ ariaKeyShortcuts }) => ariaKeyShortcuts);
      expect(keys).to.deep.equal([...new Set(keys)]);
      for (const key of keys) expect(key).to.match(/^(Shift\+)?[A-Z0-9?/]$/);
      rig.element.remove();
    }
  });
});

describe('the list of keys', () => {
  it('holds what has a key here, in the words of its button, and no other', async () => {
    const rig = await onOverview();
    await press(rig, '?');
    expect(keysOf(rig)).to.deep.equal(['1', '2', '3', '4', 'R', 'A', 'Esc']);
    const words = rig.all('#keys dd').map(({ textContent }) => textContent.trim());
    expect(words).to.deep.equal([
      'Not yet billed',
      'Billed',
      'Compare',
      'Find',
      'Reload',
      'All records',
      'Close',
    ]);
  });

  it('holds what the table has, too', async () => {
    const rig = await onRecords();
    await press(rig, '?');
    expect(keysOf(rig)).to.include.members(['B', '/', 'N', 'Shift+N']).and.not.to.include('A');
  });

  it('is there for the table of records alone: what it has, in the words of its buttons', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    rig.grid.focus();
    await sendKeys({ press: '?' });
    const list = rig.get('#keys:popover-open');
    const told = [...list.querySelectorAll('dt, dd')].map(({ textContent }) => textContent.trim());
    expect(told).to.deep.equal([
      ...['/', 'Search'],
      ...['N', 'Flags ↓'],
      ...['Shift+N', 'Flags ↑'],
      ...['Esc', 'Close'],
    ]);
    expect(focused()).to.equal(list);
    await sendKeys({ press: 'Escape' });
    expect(focused()).to.equal(rig.grid);
    await expect(rig.element).to.be.accessible();
    RecordsRig.removeAll();
  });

  it('is one: the table within the frame has none of its own', async () => {
    const rig = await onRecords();
    expect(rig.all('.ask').length).to.equal(1);
  });

  it('takes the focus so that it is read, and gives it back when Escape closes it', async () => {
    const rig = await onRecords();
    await press(rig, 'Enter');
    await sendKeys({ press: '?' });
    // At once: an Escape that follows closely must not be taken for the table's.
    expect(focused()?.id).to.equal('keys');
    await press(rig, 'Escape');
    expect(isListed(rig)).to.equal(false);
    expect(focused()?.role).to.equal('grid');
    expect(rig.all('.detail').length, 'Escape was for the list').to.equal(1);
  });

  it('goes with the same key, and with any key that does something', async () => {
    const rig = await onOverview();
    await press(rig, '?', '?');
    expect(isListed(rig)).to.equal(false);
    await press(rig, '?', '2');
    expect(isListed(rig)).to.equal(false);
    expect(viewOf(rig)).to.equal('billed');
    expect(rig.element.matches(':focus-within')).to.equal(true);
  });

  it('speaks the language that was chosen meanwhile', async () => {
    const rig = await onOverview();
    await press(rig, '?');
    await press(rig, 'Escape');
    expect(isListed(rig)).to.equal(false);
    rig.element.locale = 'sv';
    await rig.rest();
    await press(rig, '?');
    expect(rig.find('#keys')?.textContent).to.contain('Hämta på nytt');
  });

  it('opens by the button, and is right for assistive technology', async () => {
    const rig = await onOverview();
    const button = rig.find<HTMLButtonElement>('[popovertarget]')!;
    const list = rig.find('#keys')!;
    const opened = oneEvent(list, 'toggle');
    button.click();
    await opened;
    await expect(rig.element).to.be.accessible();
  });
});
