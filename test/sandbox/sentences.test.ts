import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { Explanation, InvoiceInfo } from '../../src/index.js';
import { itWith, tightRanges } from '../support/engine.js';
import { fetchToken } from '../support/sandbox-http.js';

const LANGUAGES = ['sv', 'nb', 'da', 'fi', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

interface Customer {
  readonly customerNo: string;
  readonly labels: Record<string, string>;
  readonly invoices: InvoiceInfo[];
}

/** Why a customer's invoice, or without one what is not billed yet, differs from what the element takes for older. */
async function explain(
  locale: Language,
  customerNo: string,
  invoiceNo?: string,
): Promise<Explanation> {
  const token = await fetchToken();
  const answer = await fetch('/sandbox/customers');
  const { customers } = (await answer.json()) as { customers: Customer[] };
  const { labels, invoices } = customers.find((each) => each.customerNo === customerNo)!;
  const usage = document.createElement('payex-usage');
  Object.assign(usage, { ownerNo: 'L01', locale, customerNo, invoiceNo, labels, invoices });
  usage.view = invoiceNo ? 'compare' : 'unbilled';
  usage.fetcher = (url, init) =>
    fetch(url, { ...init, headers: { authorization: `Bearer ${token}` } });
  await fixture(html`<div>${usage}</div>`);
  return usage.explain();
}

/** Which blanks do not break, and how wide they are, is tested with the formats. */
const withPlainBlanks = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

interface Story {
  readonly about: readonly [customerNo: string, invoiceNo?: string];
  readonly told: Readonly<Record<Language, string>>;
}

const STORIES: Readonly<Record<string, Story>> = {
  'a premium number and a trip make March dear': {
    about: ['100045', '900123'],
    told: {
      sv: '286,75 kr mer än faktura 900122: 241,25 kr avser 2 samtal till betalnummer 8 mars 2026, 45,50 kr avser data (utomlands: Danmark) 12–15 mars 2026.',
      nb: '286,75 SEK mer enn faktura 900122: 241,25 SEK gjelder 2 samtaler til spesialnummer 8. mars 2026, 45,50 SEK gjelder data (roaming: Danmark) 12.–15. mars 2026.',
      da: '286,75 SEK mere end faktura 900122: 241,25 SEK vedrører 2 opkald til betalingsnummer 8. mar. 2026, 45,50 SEK vedrører data (roaming: Danmark) 12.–15. mar. 2026.',
      fi: '286,75 SEK enemmän kuin lasku 900122: 241,25 SEK on 2 puhelua palvelunumeroon 8.3.2026, 45,50 SEK on data (verkkovierailu: Danmark) 12.–15.3.2026.',
      en: 'SEK 286.75 more than invoice 900122: SEK 241.25 from 2 calls to premium-rate numbers on 8 Mar 2026, SEK 45.50 from data (roaming: Danmark) on 12–15 Mar 2026.',
    },
  },
  'what is not billed yet beside a whole month': {
    about: ['100045'],
    told: {
      sv: '552,58 kr mindre än faktura 900123: −241,25 kr avser 2 samtal till betalnummer 8 mars 2026 (inte längre), −139,11 kr avser mindre förbrukning (samtal), −105,23 kr avser mindre förbrukning (data), −66,99 kr avser övrigt. Ännu inte fakturerat: 1–19 apr. 2026, faktura 900123: 1–28 mars 2026. Lika många dagar: 264,74 kr mindre än faktura 900123.',
      nb: '552,58 SEK mindre enn faktura 900123: −241,25 SEK gjelder 2 samtaler til spesialnummer 8. mars 2026 (ikke lenger), −139,11 SEK gjelder mindre forbruk (samtale), −105,23 SEK gjelder mindre forbruk (data), −66,99 SEK gjelder resten. Ikke fakturert ennå: 1.–19. apr. 2026, faktura 900123: 1.–28. mars 2026. Like mange dager: 264,74 SEK mindre enn faktura 900123.',
      da: '552,58 SEK mindre end faktura 900123: −241,25 SEK vedrører 2 opkald til betalingsnummer 8. mar. 2026 (ikke længere), −139,11 SEK vedrører mindre forbrug (opkald), −105,23 SEK vedrører mindre forbrug (data), −66,99 SEK vedrører resten. Endnu ikke faktureret: 1.–19. apr. 2026, faktura 900123: 1.–28. mar. 2026. Lige så mange dage: 264,74 SEK mindre end faktura 900123.',
      fi: '552,58 SEK vähemmän kuin lasku 900123: −241,25 SEK on 2 puhelua palvelunumeroon 8.3.2026 (ei enää), −139,11 SEK on vähemmän käyttöä (puhelu), −105,23 SEK on vähemmän käyttöä (data), −66,99 SEK on muuta. Ei vielä laskutettu: 1.–19.4.2026, lasku 900123: 1.–28.3.2026. Yhtä monta päivää: 264,74 SEK vähemmän kuin lasku 900123.',
      en: 'SEK 552.58 less than invoice 900123: −SEK 241.25 from 2 calls to premium-rate numbers on 8 Mar 2026 (no longer), −SEK 139.11 from less usage (call), −SEK 105.23 from less usage (data), −SEK 66.99 from the rest. Not yet billed: 1–19 Apr 2026, invoice 900123: 1–28 Mar 2026. The same number of days: SEK 264.74 less than invoice 900123.',
    },
  },
  'a week abroad': {
    about: ['100103', '900402'],
    told: {
      sv: '965,10 kr mer än faktura 900401: 898,00 kr avser data (utomlands: Schweiz) 12–15 juli 2025, 67,10 kr avser övrigt.',
      nb: '965,10 SEK mer enn faktura 900401: 898,00 SEK gjelder data (roaming: Schweiz) 12.–15. juli 2025, 67,10 SEK gjelder resten.',
      da: '965,10 SEK mere end faktura 900401: 898,00 SEK vedrører data (roaming: Schweiz) 12.–15. jul. 2025, 67,10 SEK vedrører resten.',
      fi: '965,10 SEK enemmän kuin lasku 900401: 898,00 SEK on data (verkkovierailu: Schweiz) 12.–15.7.2025, 67,10 SEK on muuta.',
      en: 'SEK 965.10 more than invoice 900401: SEK 898.00 from data (roaming: Schweiz) on 12–15 Jul 2025, SEK 67.10 from the rest.',
    },
  },
  'the same calls at a new price': {
    about: ['100104', '900503'],
    told: {
      sv: '104,84 kr mer än faktura 900502: 104,84 kr avser högre pris (samtal).',
      nb: '104,84 SEK mer enn faktura 900502: 104,84 SEK gjelder høyere pris (samtale).',
      da: '104,84 SEK mere end faktura 900502: 104,84 SEK vedrører højere pris (opkald).',
      fi: '104,84 SEK enemmän kuin lasku 900502: 104,84 SEK on korkeampi hinta (puhelu).',
      en: 'SEK 104.84 more than invoice 900502: SEK 104.84 from higher price (call).',
    },
  },
  'a new number in the family': {
    about: ['100102', '900303'],
    told: {
      sv: '131,73 kr mer än faktura 900302: 131,73 kr avser nytt abonnemang (Tilde).',
      nb: '131,73 SEK mer enn faktura 900302: 131,73 SEK gjelder nytt abonnement (Tilde).',
      da: '131,73 SEK mere end faktura 900302: 131,73 SEK vedrører nyt abonnement (Tilde).',
      fi: '131,73 SEK enemmän kuin lasku 900302: 131,73 SEK on uusi liittymä (Tilde).',
      en: 'SEK 131.73 more than invoice 900302: SEK 131.73 from new subscription (Tilde).',
    },
  },
  'money that comes back': {
    about: ['100107', '901003'],
    told: {
      sv: '198,00 kr mindre än faktura 901002: −99,00 kr avser kreditering 5 mars 2026, −99,00 kr avser avgift 11 feb. 2026 (inte längre).',
      nb: '198,00 SEK mindre enn faktura 901002: −99,00 SEK gjelder kreditering 5. mars 2026, −99,00 SEK gjelder gebyr 11. feb. 2026 (ikke lenger).',
      da: '198,00 SEK mindre end faktura 901002: −99,00 SEK vedrører kreditering 5. mar. 2026, −99,00 SEK vedrører gebyr 11. feb. 2026 (ikke længere).',
      fi: '198,00 SEK vähemmän kuin lasku 901002: −99,00 SEK on hyvitys 5.3.2026, −99,00 SEK on maksu 11.2.2026 (ei enää).',
      en: 'SEK 198.00 less than invoice 901002: −SEK 99.00 from credit on 5 Mar 2026, −SEK 99.00 from fee on 11 Feb 2026 (no longer).',
    },
  },
  'a trip of January on the invoice of March': {
    about: ['100109', '901203'],
    told: {
      sv: '214,00 kr mer än faktura 901202: 214,00 kr avser data (utomlands: Island) 24–26 jan. 2026.',
      nb: '214,00 SEK mer enn faktura 901202: 214,00 SEK gjelder data (roaming: Island) 24.–26. jan. 2026.',
      da: '214,00 SEK mere end faktura 901202: 214,00 SEK vedrører data (roaming: Island) 24.–26. jan. 2026.',
      fi: '214,00 SEK enemmän kuin lasku 901202: 214,00 SEK on data (verkkovierailu: Island) 24.–26.1.2026.',
      en: 'SEK 214.00 more than invoice 901202: SEK 214.00 from data (roaming: Island) on 24–26 Jan 2026.',
    },
  },
};

describe('the sentence of each story', () => {
  for (const [story, { about, told }] of Object.entries(STORIES)) {
    for (const language of LANGUAGES) {
      const test = async (): Promise<void> => {
        const { text } = await explain(language, ...about);
        expect(tightRanges(withPlainBlanks(text))).to.equal(told[language]);
      };
      const title = `${story}, ${language}`;
      if (language === 'nb') itWith('recent words of Norwegian', title, test);
      else it(title, test);
    }
  }

  it('comes with every driver as plain JSON', async () => {
    const explanation = await explain('en', '100045', '900123');
    expect(JSON.parse(JSON.stringify(explanation))).to.deep.equal(explanation);
    expect(explanation.drivers).to.deep.equal([
      {
        cause: 'newType',
        subscriptionNo: '46701740612',
        usageType: 'PREMIUM',
        description: 'Betalnummer',
        money: { amount: '241.25', currency: 'SEK', vat: 'excluded' },
        volume: null,
      },
      {
        cause: 'newType',
        subscriptionNo: '46701740613',
        usageType: 'ROAM_DATA',
        description: 'Data utomlands',
        money: { amount: '45.50', currency: 'SEK', vat: 'excluded' },
        volume: null,
      },
    ]);
  });
});
