import { expect } from '@open-wc/testing';
import { resolveSettings } from '../../src/controllers/settings.js';

describe('settings that nobody has set', () => {
  it('have the same usage types at each draw: else all rows would be put in order anew', () => {
    const [before, now] = [resolveSettings({}, {}), resolveSettings({}, {})];
    expect(now.usageTypes).to.equal(before.usageTypes);
  });
});
