import { expect } from '@open-wc/testing';
import { readRetryAfter } from '../../src/api/retry-policy.js';

const NOW = Date.UTC(2026, 4, 6, 12, 0, 0);

describe('Retry-After', () => {
  it('takes whole seconds', () => {
    expect(readRetryAfter('20', NOW)).to.equal(NOW + 20_000);
  });

  it('takes an IMF-fixdate', () => {
    expect(readRetryAfter('Wed, 06 May 2026 12:00:05 GMT', NOW)).to.equal(NOW + 5_000);
  });

  it('takes a date farther off than any timer can count', () => {
    const far = readRetryAfter('Fri, 31 Dec 2100 23:59:59 GMT', NOW);
    expect(far).to.equal(Date.UTC(2100, 11, 31, 23, 59, 59));
  });

  const garbage: Record<string, string | null> = {
    'a missing header': null,
    'an empty header': '',
    'a hexadecimal number, which Number() would take': '0x10',
    'two merged headers': '1, 2',
    'a fraction': '1.5',
    'an exponent': '1e3',
    'a negative number': '-5',
    'seven digits': '1000000',
    'digits of another script': '١٢',
    'a past date': 'Wed, 06 May 2026 11:59:59 GMT',
    'the present moment': 'Wed, 06 May 2026 12:00:00 GMT',
    'a date that does not exist': 'Sun, 31 Feb 2027 12:00:00 GMT',
    'an hour that does not exist': 'Wed, 06 May 2026 27:00:00 GMT',
    'an obsolete date form': 'Wednesday, 06-May-26 12:00:05 GMT',
    'an ISO date': '2026-05-06T12:00:05Z',
  };
  for (const [name, header] of Object.entries(garbage)) {
    it(`ignores ${name}`, () => {
      expect(readRetryAfter(header, NOW)).to.equal(undefined);
    });
  }
});
