import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { itWith } from '../support/engine.js';

describe('the test server', () => {
  it('answers for PayEx on the page’s own origin', async () => {
    const response = await fetch('/sandbox/token', { method: 'POST' });
    const body = (await response.json()) as { token: string };

    const usage = await fetch('/billing/usage/v1/L01/customers/NOBODY/subscriptions', {
      headers: { Authorization: `Bearer ${body.token}` },
    });

    expect(usage.status).to.equal(404);
    expect(usage.headers.get('content-type')).to.contain('application/problem+json');
  });

  it('opens strict pages under the policy that hosts may set', async () => {
    const response = await fetch('/strict/blank.html');

    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).to.contain("style-src 'none'");
    expect(policy).to.contain('trusted-types lit-html payex-usage');
    expect(policy).to.contain("require-trusted-types-for 'script'");
  });

  it('lets a test open a strict page and feel its policy', async () => {
    const page = window.open('/strict/blank.html')!;
    await new Promise((resolve) => page.addEventListener('load', resolve));
    const violation = new Promise<string>((resolve) => {
      page.document.addEventListener('securitypolicyviolation', (event) => {
        // Not that of the page's icon, for which a browser looks by itself.
        if (event.effectiveDirective !== 'img-src') resolve(event.effectiveDirective);
      });
    });

    page.document.body.setAttribute('style', 'color: red');

    expect(await violation).to.equal('style-src-attr');
    page.close();
  });

  it('serves no file from outside its folders', async () => {
    const response = await fetch('/strict/..%2f..%2fpackage.json');

    expect(response.status).to.equal(404);
  });
});

describe('the test browser', () => {
  itWith('emulated media', 'shows forced colours on demand', async () => {
    await executeServerCommand('emulate-features', { 'forced-colors': 'active' });

    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
  });

  itWith('emulated media', 'goes back to a plain screen', async () => {
    await emulateMedia({ colorScheme: 'dark' });

    await executeServerCommand('emulate-features', {});

    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(false);
  });

  itWith('emulated focus', 'keeps the focus beside other test pages', async () => {
    expect(document.hasFocus()).to.equal(true);
  });
});
