import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  compactNumber,
  internationalTest,
  numberClassifier,
  numberForms,
  presentNumber,
  withoutNumber,
} from '../../src/model/number-rules.js';

const swedish = numberClassifier();

describe('classifying a called number', () => {
  for (const number of [
    '020-12 34 56',
    '+46 20 123 456',
    '004620123456',
    '112',
    '116 111',
    '+46116123',
    '1177',
    '90101',
    '+4780012345',
    '4580123456',
    '+358 800 123',
    '‎020‑123456',
  ]) {
    it(`${number} is free or a helpline, never to be listed (fault 87)`, () => {
      expect(swedish(number)).to.equal('free');
    });
  }

  it('a number is of the class that the plan of its country gives it, and its neighbours are not', () => {
    const plan = {
      free: '020123 +4780012345 +4580123456 +358800123 110 112 113 116000 1177 90101 1813',
      premium:
        '0900123 0939123 0944123 72456 +4782012345 +4782912345 1880 +4590123456 +358600123 +358700123 118118',
      ordinary:
        '021123 +4781012345 +4581123456 +358801123 111 114 115 117 1178 90102 1814 11771 ' +
        '0901123 0938123 0945123 73456 +4782112345 1870 +4591123456 +4582012345 +358601123 119119',
    };
    for (const [cls, numbers] of Object.entries(plan)) {
      for (const number of numbers.split(' ')) expect(swedish(number), number).to.equal(cls);
    }
  });

  it('a number is of its class whatever stands between its digits', () => {
    const blanks = [...' \u00a0\u200b\u202d().-/\u2010\u2011\u2012\u2013\u2014\u2015\u2212', ' - '];
    for (const blank of blanks) {
      const name = `blank ${blank.codePointAt(0)}`;
      expect(swedish(`116${blank}111`), name).to.equal('free');
      expect(swedish(`0046${blank}20${blank}123`), name).to.equal('free');
    }
  });

  it('a subscriber in Norrköping is not taken for a helpline of 116', () => {
    expect(swedish('+46116400000')).to.equal('ordinary');
    expect(swedish('011-640 00 00')).to.equal('ordinary');
  });

  it('a helpline is free with any Nordic country before it', () => {
    for (const country of ['+46', '+47', '0045', '+358']) {
      expect([swedish(`${country}112`), swedish(`${country} 116 006`)]).to.deep.equal([
        'free',
        'free',
      ]);
    }
  });

  it('a subscriber without area code is not taken for a short code', () => {
    expect(numberClassifier({}, '47')('72 34 56 78')).to.equal('ordinary');
  });

  it('a number is of one class, whether or not it is written in one piece', () => {
    const rules = {
      premium: ['0771*', '+46900*', '0123456789'],
      free: ['+4670000*', '20*', '112'],
    };
    const beginnings = [
      '4620',
      '46771',
      '0771',
      '46123456789',
      '4670000',
      '4580',
      '358800',
      '20',
      '11',
    ];
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 });
    for (const homeCountry of ['46', '47']) {
      for (const classify of [
        numberClassifier(rules, homeCountry),
        numberClassifier({}, homeCountry),
      ]) {
        const isSame = fc.property(
          fc.constantFrom('', '+', '0'),
          fc.constantFrom(...beginnings),
          digits,
          (sign, beginning, rest) => {
            const number = sign + beginning + rest.join('');
            const parts = `${number.slice(0, 4)}-${number.slice(4)}`;
            expect(classify(number), number).to.equal(classify(parts));
          },
        );
        fc.assert(isSame);
      }
    }
  });

  it("the host's roaming patterns class a number, and do not unmask it", () => {
    const cls = numberClassifier({ roaming: ['+88*'] })('+88 35100 12345');
    expect(cls).to.equal('roaming');
    expect(presentNumber('+883510012345', cls, 'masked')).to.equal('+883510012•••');
    expect(presentNumber('+883510012345', cls, 'hidden')).to.equal(null);
  });

  it('numbers without area code are read in the home country', () => {
    expect(numberClassifier({}, '47')('800 12 345')).to.equal('free');
    expect(numberClassifier({}, '45')('90 12 34 56')).to.equal('premium');
    expect(numberClassifier({}, '358')('0800 123 456')).to.equal('free');
  });

  it('a name is a service; a name with a number in it is not', () => {
    expect(swedish('Spotify')).to.equal('service');
    expect(swedish('Radio 24')).to.equal('service');
    expect(swedish('Anna 0701234567')).to.equal('ordinary');
    expect(swedish('Anna 12345')).to.equal('ordinary');
    expect(swedish('*31#')).to.equal('ordinary');
    expect(swedish('Anna ٠٧٠١٢٣٤')).to.equal('ordinary');
  });

  it("the host's list replaces the default of that name, and only that", () => {
    const own = numberClassifier({ premium: ['0771*'] });
    expect(own('0771-123')).to.equal('premium');
    expect(own('0900-123')).to.equal('ordinary');
    expect(own('020-123')).to.equal('free');
  });

  it('the longer pattern wins, and free wins a tie', () => {
    const own = numberClassifier({ premium: ['0771*', '0700'], free: ['077*', '0700'] });
    expect(own('0771123')).to.equal('premium');
    expect(own('0772123')).to.equal('free');
    expect(own('0700')).to.equal('free');
    const abroad = numberClassifier({ premium: ['+46207*'], free: ['020*'] });
    expect(abroad('0207123')).to.equal('premium');
    expect(abroad('+46206123')).to.equal('free');
  });

  it('what is no list of patterns, or no pattern, is taken as far as it can be', () => {
    for (const premium of [null, 5, {}, [null], [{}], [/070/], () => [], '+46739*', [46739]]) {
      const classify = numberClassifier({ premium } as never);
      expect(classify('+46709876543'), String(premium)).to.equal('ordinary');
      expect(internationalTest({ international: premium } as never)('+46709876543')).to.equal(
        false,
      );
    }
    expect(numberClassifier({ premium: '+46739*' } as never)('0739123')).to.equal('premium');
  });

  it('a pattern that is none matches nothing', () => {
    const own = numberClassifier({ free: ['', '*', 'abc', '+*', '07*01234567'], premium: [] });
    expect(own('0701234567')).to.equal('ordinary');
  });
});

describe('the forms of a number', () => {
  it('home and abroad are written both ways', () => {
    expect(numberForms('+46701')).to.deep.equal(['+46701', '0701']);
    expect(numberForms('0046701')).to.deep.equal(['+46701', '0701']);
    expect(numberForms('0701')).to.deep.equal(['0701', '+46701']);
    expect(numberForms('46701234567')).to.deep.equal(['+46701234567', '0701234567']);
    expect(numberForms('+4791234567')).to.deep.equal(['+4791234567']);
  });

  it('a number without its country has that of the home from seven to eight digits, and none below', () => {
    expect(numberForms('123456')).to.deep.equal(['123456']);
    expect(numberForms('1234567')).to.deep.equal(['+461234567', '01234567']);
    expect(numberForms('12345678')).to.deep.equal(['+4612345678', '012345678']);
    expect(numberForms('123456789')).to.deep.equal(['+123456789']);
  });

  it('only a short code loses its country', () => {
    expect(numberForms('+46116400')).to.deep.equal(['116400']);
    expect(numberForms('+46116400000')).to.deep.equal(['+46116400000', '0116400000']);
  });

  it('two zeros are a plus only before a country', () => {
    expect(['0046701', '000701', '00'].map(compactNumber)).to.deep.equal([
      '+46701',
      '000701',
      '00',
    ]);
  });

  it('a number of any part of the world is one of another country', () => {
    const numbers = '+13051234 +201234 +331234 +471234 +511234 +611234 +71234 +811234 +911234';
    expect(numbers.split(' ').filter(internationalTest())).to.have.length(9);
  });

  it('a name is no number of another country, whatever it begins with', () => {
    const isAbroad = internationalTest();
    expect(['+4712345678', '+46701234567', '+4Anna'].map(isAbroad)).to.deep.equal([
      true,
      false,
      false,
    ]);
  });
});

describe('presenting a called number', () => {
  it('masks the last three digits and keeps separators', () => {
    expect(presentNumber('+46709876543', 'ordinary', 'masked')).to.equal('+46709876•••');
    expect(presentNumber('070-987 65 43', 'ordinary', 'masked')).to.equal('070-987 6• ••');
  });

  it('masks a short number whole', () => {
    expect(presentNumber('1234', 'ordinary', 'masked')).to.equal('••••');
    expect(presentNumber('12345', 'ordinary', 'masked')).to.equal('12•••');
  });

  it('masks digits of any script, and those beside a name', () => {
    expect(presentNumber('Anna 0701234567', 'ordinary', 'masked')).to.equal('Anna 0701234•••');
    expect(presentNumber('٠٧٠١٢٣', 'ordinary', 'masked')).to.equal('٠٧٠•••');
  });

  it('premium numbers and names stay readable under every policy', () => {
    for (const policy of ['masked', 'full', 'hidden'] as const) {
      expect(presentNumber('0900123456', 'premium', policy)).to.equal('0900123456');
      expect(presentNumber('Spotify', 'service', policy)).to.equal('Spotify');
    }
  });

  it('a free number is shown under no policy (fault 87)', () => {
    for (const policy of ['masked', 'full', 'hidden'] as const) {
      expect(presentNumber('112', 'free', policy)).to.equal(null);
    }
  });

  it('hidden shows nothing of an ordinary number, full all of it', () => {
    expect(presentNumber('+46709876543', 'ordinary', 'hidden')).to.equal(null);
    expect(presentNumber('+46709876543', 'ordinary', 'full')).to.equal('+46709876543');
  });

  it('the last three digits of any number never show when masked', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9 ]{5,20}$/), (number) => {
        const shown = presentNumber(number, 'ordinary', 'masked')!;
        const digits = number.replace(/\D/g, '').length;
        expect(shown.length).to.equal(number.length);
        expect(shown.replace(/\D/g, '').length).to.equal(digits < 5 ? 0 : digits - 3);
        expect(shown.slice(shown.indexOf('•'))).to.not.match(/\d/);
      }),
    );
  });
});

describe('a number in a text beside it', () => {
  it('is taken out, however either is written, and nothing else is', () => {
    const forms = ['+46701740567', '0701740567', '070-174 05 67', '0046 70 1740567', '46701740567'];
    for (const number of forms) {
      for (const form of [...forms, '+46 (0)70 174 05 67']) {
        const text = withoutNumber(`Samtal ${form}, ref 123456`, number, '46');
        expect(text, `${form} of ${number}`).to.match(/^Samtal .*…, ref 123456$/);
        expect(text.replace(/ref 123456|\+46 \(/g, '')).not.to.match(/\d/);
      }
      expect(withoutNumber('Samtal 0701740568', number, '46')).to.equal('Samtal 0701740568');
    }
    expect(withoutNumber('Paket 123 456', '123', '46')).to.equal('Paket 123 456');
    expect(withoutNumber('Spotify 12345', 'Spotify', '46')).to.equal('Spotify 12345');
  });

  it('is taken out where the text begins with it, and each time that it comes', () => {
    const number = '0701740567';
    expect(withoutNumber('701740567 ringd', number, '46')).to.equal('… ringd');
    expect(withoutNumber('0701740567, +46701740567.', number, '46')).to.equal('…, ….');
  });

  it('is taken out without its country, or with it, at home in any country', () => {
    for (const text of ['Samtal 91234567', 'Samtal +47 - 91 23 45 67', 'Samtal 004791234567']) {
      expect(withoutNumber(text, '+4791234567', '47')).to.equal('Samtal …');
    }
    expect(withoutNumber('Samtal 00358401234567', '0401234567', '358')).to.equal('Samtal …');
  });

  it('is looked for in a text of any length without a stop', () => {
    const text = `${'7'.repeat(2_000)}8 9`;
    for (let i = 0; i < 2_000; i++) {
      expect(withoutNumber(text, '+467777777779', '46')).to.equal(text);
    }
  });
});
