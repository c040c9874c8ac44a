import { expect } from '@open-wc/testing';
import { resolveSettings } from '../../src/controllers/settings.js';
import { manyRecords, RecordsRig } from '../support/records-rig.js';

describe('settings that nobody has set', () => {
  it('have the same usage types at each draw: else all rows would be put in order anew', () => {
    const [before, now] = [resolveSettings({}, {}), resolveSettings({}, {})];
    expect(now.usageTypes).to.equal(before.usageTypes);
  });
});

describe('plain data that a framework writes anew with each render', () => {
  it('stays what it was as long as it says the same: else all rows would be put in order anew', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    const write = async (call: string): Promise<unknown[]> => {
      rig.element.usageTypes = { VOICE: { label: call, kind: 'call' } };
      rig.element.messages = { call };
      await rig.rest();
      return [rig.element.usageTypes, rig.element.messages];
    };
    const [types, messages] = await write('Ring');
    expect((await write('Ring'))[0]).to.equal(types);
    expect((await write('Ring'))[1]).to.equal(messages);
    expect((await write('Call'))[0]).not.to.equal(types);
    RecordsRig.removeAll();
  });
});
