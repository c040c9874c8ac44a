import { expect } from '@open-wc/testing';

interface StrictPage extends Window {
  readonly violations: readonly string[];
  readonly customElements: CustomElementRegistry;
  readonly PayexUsage: Readonly<Record<string, unknown>>;
}

let page: StrictPage;

describe('the script-tag files under the strictest policy', () => {
  before(async () => {
    page = window.open('/strict/script-tags.html') as unknown as StrictPage;
    await new Promise((resolve) => page.addEventListener('load', resolve));
    await page.customElements.whenDefined('payex-usage');
  });

  after(() => page.close());

  it('load thrice beside a second Lit without a violation', () => {
    expect(page.violations).to.deep.equal([]);
  });

  it('render without a violation', async () => {
    const element = page.document.querySelector('payex-usage')!;
    await element.updateComplete;

    expect(element.shadowRoot!.textContent!.trim()).not.to.equal('');
    expect(page.violations).to.deep.equal([]);
  });

  it('speak Swedish on a page that is not UTF-8', async () => {
    const element = page.document.querySelector('payex-usage')!;
    await element.updateComplete;

    expect(element.shadowRoot!.textContent).to.match(/[åäö]/).and.not.to.match(/Ã/);
  });

  it('hand the page its public names', () => {
    expect(page.PayexUsage).to.have.all.keys(
      'configure',
      'parseDecimal',
      'parseTime',
      'PayexUsage',
      'PayexUsageRecords',
      'UsageClient',
      'UsageTable',
      'VERSION',
    );
  });
});
