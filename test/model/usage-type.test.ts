import { expect } from '@open-wc/testing';
import { describeUsageType, type UsageTypeMap } from '../../src/model/usage-type.js';

describe('describing a usage type', () => {
  it('knows common codes in any case and spelling', () => {
    const kinds = ['VOICE', 'sms', 'Roam Data', 'roam-voice', 'GPRS', 'CREDIT', 'fee'].map(
      (code) => describeUsageType(code).kind,
    );
    expect(kinds).to.deep.equal(['call', 'message', 'roaming', 'roaming', 'data', 'credit', 'fee']);
  });

  it('an unknown code is other, keeps its raw code and says so (fault 71)', () => {
    expect(describeUsageType('VX-7')).to.deep.equal({
      code: 'VX-7',
      label: null,
      kind: 'other',
      known: false,
    });
  });

  it("the host's words win, and its kind too", () => {
    const types: UsageTypeMap = { VX7: { label: 'Växel', kind: 'call' }, SMS: { label: 'Textat' } };
    expect(describeUsageType('vx7', types)).to.include({
      label: 'Växel',
      kind: 'call',
      known: true,
    });
    expect(describeUsageType('SMS', types)).to.include({ label: 'Textat', kind: 'message' });
  });

  it('members that every object inherits are no codes (fault 66)', () => {
    for (const code of ['constructor', '__proto__', 'toString']) {
      expect(describeUsageType(code, {}).known).to.equal(false);
    }
  });

  it('a misspelt entry of the host does no harm', () => {
    const types = { SMS: { label: 7, kind: 'letter' }, DATA: null } as unknown as UsageTypeMap;
    expect(describeUsageType('SMS', types)).to.include({ label: null, kind: 'message' });
    expect(describeUsageType('DATA', types)).to.include({ label: null, kind: 'data' });
  });
});
