import { expect } from '@open-wc/testing';
import { usageError } from '../../src/api/errors.js';
import { failureWords } from '../../src/elements/words.js';
import { Localizer } from '../../src/i18n/index.js';
import { en } from '../../src/i18n/en.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const NO = '46700000001';

/** What a screen reader has been given to say. */
const said = (rig: UsageRig): string =>
  rig.find('section > [role=status]')?.textContent?.trim() ?? '';

describe('what those who listen are told', () => {
  it('nothing is called fetched while the element waits for its fetcher', async () => {
    const rig = await mountUsage(
      { 'customer-no': 'A', 'api-base': 'https://api.example' },
      (element) => (element.fetcher = undefined),
    );
    await rig.rest();
    expect(said(rig)).not.to.contain('As of');
  });

  it('23: an unknown customer sounds as calm as it looks', async () => {
    const rig = await mountUsage();
    await (await rig.server.next()).problem(404, 'customer-not-found');
    await rig.rest();
    expect(said(rig)).to.equal('Not yet billed: No usage found.');
  });

  it('26: an empty invoice is told as empty, not as fetched', async () => {
    const rig = await mountUsage({ 'invoice-no': '900123' });
    await (await rig.server.next()).problem(404, 'invoice-has-no-usage');
    await rig.rest();
    expect(said(rig)).to.equal('Billed: No usage found.');
  });

  it('no customer chosen is told, too', async () => {
    const rig = await mountUsage({});
    expect(said(rig)).to.contain('No customer selected');
  });

  it('what the total lacks is told, not only shown', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    await rig.summary(NO, summaryRow('1.00'), summaryRow(null, { typeOfCall: 'SMS' }));
    expect(said(rig)).to.equal('Incomplete: Unreadable (1)');
  });

  it('how many records are left is told when a usage type is chosen above them', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await rig.summary(NO, summaryRow('1.00', { typeOfCall: 'SMS' }));
    await rig.details(NO, detailRow('a', '1.00', { typeOfCall: 'SMS' }), detailRow('b', '2.00'));
    const count = rig.find('payex-usage-records')!.shadowRoot!.querySelector('[role=status]')!;
    expect(count.textContent).to.equal('');
    rig.find('.types .open')!.click();
    await rig.rest();
    expect(count.textContent).to.equal('1 / 2 records');
  });

  it('a second try is told as fetching, and its failure once more', async () => {
    const rig = await mountUsage();
    await (await rig.server.next()).problem(403, 'x');
    await rig.rest();
    expect(said(rig)).to.contain('permission');
    rig.button('Try again').click();
    await rig.rest();
    expect(said(rig)).to.equal('Loading…');
    await (await rig.server.next()).problem(403, 'x');
    await rig.rest();
    expect(said(rig)).to.contain('permission');
  });

  it('a reference that was copied is said in sight and does not silence what comes after', async () => {
    const rig = await mountUsage();
    await (await rig.server.next()).problem(403, 'x', { instance: 'urn:uuid:1' });
    await rig.rest();
    const clipboard = { writeText: () => Promise.resolve() };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    rig.button('Copy').click();
    await rig.rest();
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(rig.find('[part=error] [role=status]')?.textContent).to.contain('Copied');
    rig.button('Try again').click();
    await rig.rest();
    await rig.list(NO);
    await rig.summary(NO, summaryRow('1.00'));
    expect(said(rig)).to.match(/^As of \d\d:\d\d$/);
    expect(rig.text).not.to.contain('Copied');
  });

  it('17, 47: what it waits for is told, not only shown', async () => {
    const rig = await mountUsage();
    rig.element.addEventListener('payexauth', (event) => {
      event.waitUntil(new Promise(() => undefined));
    });
    await (await rig.server.next()).status(401);
    await rig.rest();
    expect(said(rig)).to.equal('Waiting for sign-in…');
  });

  it('36: the minute from which a new try has a chance is named, not the one before it', () => {
    const error = usageError('throttled', { retryAt: Date.UTC(2026, 4, 6, 12, 0, 30) });
    expect(failureWords(new Localizer('en-GB', en), error, 'UTC')).to.contain('12:01');
    const sharp = usageError('throttled', { retryAt: Date.UTC(2026, 4, 6, 12, 1, 0) });
    expect(failureWords(new Localizer('en-GB', en), sharp, 'UTC')).to.contain('12:01');
  });

  it('a page without TLS has no clipboard: that is said, and nothing is thrown', async () => {
    const rig = await mountUsage();
    await (await rig.server.next()).problem(403, 'x', { instance: 'urn:uuid:1' });
    await rig.rest();
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    rig.button('Copy').click();
    await rig.rest();
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(rig.find('[part=error]')?.textContent).to.contain('This is not available');
  });
});
