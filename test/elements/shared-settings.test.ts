import { expect } from '@open-wc/testing';
import { manyRecords, RecordsRig } from '../support/records-rig.js';
import { mountUsage } from '../support/usage-rig.js';

/** What both elements have in common stands in one class, and the Lit that ships inherits no properties. */
describe('settings that both elements share', () => {
  it('are followed when they change on the usage', async () => {
    const rig = await mountUsage();
    rig.element.locale = 'sv';
    await rig.rest();
    expect(rig.text).to.contain('Ännu inte fakturerat');
    rig.element.setAttribute('locale', 'fi');
    await rig.rest();
    expect(rig.text).to.contain('Ei vielä laskutettu');
    rig.element.theme = 'dark';
    await rig.rest();
    expect(rig.element.getAttribute('theme')).to.equal('dark');
  });

  it('are followed when they change on the table alone', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    rig.element.setAttribute('locale', 'sv');
    await rig.rest();
    expect(rig.get('.search').ariaLabel).to.equal('Sök');
    rig.element.density = 'compact';
    await rig.rest();
    expect(rig.element.getAttribute('density')).to.equal('compact');
    RecordsRig.removeAll();
  });
});
