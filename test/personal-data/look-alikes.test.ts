import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText } from '../../src/check/index.js';
import { GIVEN_NAMES } from '../../src/framework/personal-data.js';
import * as lists from '../../src/framework/personal-data.js';
import { ownerOf } from '../../src/privacy/mail.js';
import { nhsNumber } from './_layouts.js';

const RULES = ['personal-data', 'identifiable-child'];
const found = (text: string, heading = '## Actions'): string[] => {
  const document = `# Exampleshire SEND strategic plan\n\n${heading}\n\n${text}\n`;
  return checkText(document, { today: '2026-11-23', path: 'plan.md', only: RULES }).findings.map(({ start, end }) =>
    document.slice(start.offset, end.offset),
  );
};

describe('numbers that only look like identifiers', () => {
  const grouped = (number: string, sizes: readonly number[]): string => {
    let at = 0;
    return sizes.map((size) => number.slice(at, (at += size))).join(' ');
  };
  const phoneNumber = nhsNumber.filter((number) => /^0[1235-9]/.test(number));

  /** Each is given a number whose check digit is right by chance. */
  const LOOK_ALIKES: Readonly<Record<string, (number: string) => string>> = {
    money: (number) => `The budget is £${number}.`,
    'money with a space': (number) => `It costs £ ${number} a year.`,
    'money in thousands': (number) => `It costs £${Number(number).toLocaleString('en-GB')}.`,
    euros: (number) => `It costs €${number}.`,
    'a decimal': (number) => `The value is ${number}.25 or 3.${number}.`,
    'a percentage': (number) => `It rose by ${number}%.`,
    'a licence number': (number) => `Licence number ${number} of the Ordnance Survey.`,
    'a reference number': (number) => `Reference: ${number}.`,
    'a short reference': (number) => `Ref ${number}`,
    'a contract': (number) => `Contract ${number} was let.`,
    'a code with letters': (number) => `See document ABC${number} and ${number}X.`,
    'a web address': (number) => `See https://www.exampleshire.example/pages/${number}/plan.`,
    'a web address with a query': (number) => `See www.exampleshire.example/plan?id=${number}`,
    'a link': (number) => `See [the plan](https://www.exampleshire.example/${number}).`,
    'a meeting': (number) => `Meeting ID: ${grouped(number, [3, 3, 4])}`,
    'a book': (number) => `ISBN ${number}`,
    'eleven digits': (number) => `The number is ${number}7 or 7${number}.`.replace(/\b07/g, '17'),
    'a longer row of figures': (number) => `In the years ${grouped(number, [3, 3, 4])} 512 418 they came.`,
  };
  for (const [name, write] of Object.entries(LOOK_ALIKES)) {
    it(`${name}`, () => fc.assert(fc.property(nhsNumber, (number) => assert.deepEqual(found(write(number)), []))));
  }

  it('telephone numbers of ten digits', () => {
    fc.assert(
      fc.property(
        phoneNumber,
        fc.constantFrom('Telephone', 'Call us on', 'T:', 'Ring the helpline on'),
        fc.constantFrom([4, 3, 3], [5, 5], [4, 6], [10], [3, 3, 4]),
        (number, label, sizes) => assert.deepEqual(found(`${label} ${grouped(number, sizes)}.`), []),
      ),
    );
  });

  it('telephone numbers, textphones and addresses of bodies', () => {
    for (const text of [
      'Telephone 0300 123 1231, textphone 0161 618 8524.',
      'Call 01632 960 202, 020 7946 0958 or +44 (0)20 7946 0958.',
      'T: 0300 123 1231',
      'Freephone 0800 1111.',
      'Text the nurses on 07700 900123, or the crisis line on 07700 900 999.',
      'SEND duty team mobile 07700 900123.',
      'Write to SENDIASS, 4 Mill Lane, Lower Sample ZX1 4AB, or visit County Hall, 1 Market Street, ZX1 1AA.',
      'Freepost EXAMPLE, ZX1 1AA.',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('years, ranges, statutes, ages and figures', () => {
    for (const text of [
      'Between 2019 2020 and 2021 2022 2023 the number rose.',
      'SI 2014/1530 and SI 2015/1792. EHC 2024. SEND 2025-26. SEND-2030. Case studies 2024.',
      'In 2024-25 there were 1,340 EHC plans, 12 345 pupils and 1 234 567 people.',
      'Years 0 1 2 3 4 5 6 7 8 9 are all there.',
      'The Ombudsman decided (case reference 22 001 234) that the council was at fault.',
      'Date of birth is asked for on the form. Children born in May 2014 or after 1 September 2019 are in Year 7.',
      'Children born on 1 September 2021 start in 2026. The forum was born out of need.',
      'Section A 2021 2022 2023 and table B 100200.',
      'We counted to 0000000000 and 1111111111.',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });
});

describe('mailboxes', () => {
  it('of teams, services, forums and boards are nobody’s own', () => {
    for (const address of [
      'enquiries@ofsted.gov.uk',
      'psi@nationalarchives.gsi.gov.uk',
      'send@exampleshire.example',
      'localoffer@exampleshire.example',
      'SEND.Improvement@exampleshire.example',
      'exampleshireicb.send@nhs.net',
      'info@exampleparents.example',
      'examplepcf@gmail.com',
      'exampleshire.parentcarerforum@outlook.com',
      'sendiass@exampleshire.example',
      'countmein@exampleshire.example',
      'early.years@exampleshire.example',
      'family.hub@exampleshire.example',
    ]) {
      const [local, domain] = address.split('@') as [string, string];
      assert.equal(ownerOf(local, domain), null, address);
    }
  });

  it('of persons are found', () => {
    for (const [address, owner] of [
      ['jane.doe@gmail.com', 'private'],
      ['mum.of.three@hotmail.co.uk', 'private'],
      ['quill99@btinternet.com', 'private'],
      ['jane.doe@exampleshire.example', 'named'],
      ['emma.quillfeather2@nhs.net', 'named'],
      ['j.quillfeather@exampleshire.example', 'named'],
    ] as const) {
      const [local, domain] = address.split('@') as [string, string];
      assert.equal(ownerOf(local, domain), owner, address);
    }
  });
});

describe('where adults are rightly named', () => {
  const contact = 'Emma Quillfeather, emma.quillfeather@exampleshire.example, 1 Market Street, ZX1 4AB';
  it('sign-off, contacts and the details of a report', () => {
    for (const heading of ['## Sign-off', '## Accessible versions of this plan', '## Where this plan is published'])
      assert.deepEqual(found(contact, heading), [], heading);
    assert.notDeepEqual(found(contact), []);
    const report = `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Local area partnership details\n\n| Local authority |\n| --- |\n| ${contact} |\n\n### Inspection team\n\n| Ofsted |\n| --- |\n| Jack Hart, HMI |\n\n---\n\nM1 2WD\n\nE: jack.hart@ofsted.gov.uk\n`;
    assert.deepEqual(checkText(report, { today: '2026-11-23', path: 'report.md', only: RULES }).findings, []);
  });

  it('but a child’s number is out of place even there', () => {
    assert.deepEqual(found('Emma signed for 943 476 5919.', '## Sign-off'), ['943 476 5919']);
  });
});

describe('the lists', () => {
  it('are valid and without repetition', () => {
    lists.personalDataSchema.parse({
      privateMailDomains: lists.PRIVATE_MAIL_DOMAINS,
      mailboxWords: lists.MAILBOX_WORDS,
      mailboxParts: lists.MAILBOX_PARTS,
      notNames: lists.NOT_NAMES,
      givenNames: GIVEN_NAMES,
      ambiguousNames: lists.AMBIGUOUS_NAMES,
      threshold: lists.DISCLOSURE_THRESHOLD,
    });
    for (const list of [lists.MAILBOX_WORDS, lists.NOT_NAMES, GIVEN_NAMES, lists.AMBIGUOUS_NAMES]) {
      assert.deepEqual(
        list.filter((word, index) => list.indexOf(word) !== index),
        [],
      );
    }
  });
});
