import assert from 'node:assert/strict';
import { openDocument } from '../../src/document/index.js';

/* Forms that no reader was written for: what the parts of a series hold tells that they are actions. */

const read = (body: string): string[] =>
  openDocument(`# Westfold Local Area Partnership: SEND strategic plan 2026 to 2029\n\n${body}`).facts.actions.map((action) =>
    [
      action.reference?.text ?? '-',
      action.text,
      action.owner?.text ?? '-',
      action.dueDate ?? '-',
      action.measure?.text ?? '-',
      action.answers.join() || '-',
    ].join(' | '),
  );

const FORMS: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'paragraphs with a post, a day and a figure behind them': [
    '## A. Shorter waits (area for improvement 1)\n\n(i) We will take on four paediatricians. *Clinical Director, Vale Hospitals. By 31 March 2027. Fewer than 200 children wait.*\n\n(ii) We will ring each family. *Access Manager, Vale Hospitals. By 1 November 2026. 95% had a call.*\n\n## B. Work (area for improvement 2)\n\n(iii) We will open a job club. *Post-16 Manager. By September 2027. 45 members.*',
    [
      '(i) | take on four paediatricians | Clinical Director, Vale Hospitals | 2027-03-31 | Fewer than 200 children wait. | AFI1',
      '(ii) | ring each family | Access Manager, Vale Hospitals | 2026-11-01 | 95% had a call. | AFI1',
      '(iii) | open a job club | Post-16 Manager | 2027-09-30 | 45 members. | AFI2',
    ],
  ],
  'sentences below what comes next': [
    '## What’s next\n\nOnce the figures are agreed, we will set goals for each school. Families asked for this. The partnership will bring two services under one roof.',
    [
      '- | Once the figures are agreed, we will set goals for each school | - | - | - | -',
      '- | The partnership will bring two services under one roof | The partnership | - | - | -',
    ],
  ],
  'labels and their values on lines of their own, and stages with a time': [
    '## Waits\n\n**Action 2.1 – Open a second clinic**\n\nWHO LEADS\nClinical Director, Vale Hospitals\n\nCOMPLETE BY\n31 July 2027\n\n## Clubs\n\n**Soon (by March 2027)**\n\n- Start two youth clubs',
    [
      '2.1 | Open a second clinic | Clinical Director, Vale Hospitals | 2027-07-31 | - | -',
      '- | Start two youth clubs | - | 2027-03-31 | - | -',
    ],
  ],
  'lists under other opening lines': [
    '## Leadership\n\nOur actions to deliver this are to:\n\n- build a stronger board;\n- write a new framework\n\n## Schools\n\nThe next steps we will take are:\n\n- train all coordinators\n\n## Homes\n\nWe will get there by taking the following steps:\n\n- open two homes',
    [
      '- | build a stronger board | - | - | - | -',
      '- | write a new framework | - | - | - | -',
      '- | train all coordinators | - | - | - | -',
      '- | open two homes | - | - | - | -',
    ],
  ],
  'promises in a summary': [
    '## Summary of our strategy\n\nWe could do better.\n\n### How we’re going to change\n\nWe will change by doing these actions:\n\n- all partners will share one list\n- we will answer the telephone\n\n### We will\n\nWe will also:\n\n- open on Saturdays',
    [
      '- | all partners will share one list | - | - | - | -',
      '- | answer the telephone | - | - | - | -',
      '- | open on Saturdays | - | - | - | -',
    ],
  ],
  'bold opening sentences with the rest told in prose': [
    '## Area for improvement 1\n\n**We will hire twelve therapists.** The Chief Therapist leads on this, and all will start by 1 March 2027. It will have worked when nine in ten children are seen.\n\n**We will tell parents when a session is cancelled.** A clerk sends the text, and the Operations Manager answers for it. Done by 30 September 2026. At least 95% of families will have had one.',
    [
      '- | hire twelve therapists | Chief Therapist | 2027-03-01 | It will have worked when nine in ten children are seen. | AFI1',
      '- | tell parents when a session is cancelled | Operations Manager | 2026-09-30 | At least 95% of families will have had one. | AFI1',
    ],
  ],
  'headings with prose below them': [
    '## Reviews\n\nArea for improvement 2: leaders should hold annual reviews on time.\n\n### 2(a) Put a review team in place\n\nThe team will work through the list. The Head of Casework is responsible, and it will be done by 30 June 2027. Success means that 90% of reviews are held in time.\n\n### 2(b) Give every school a calendar\n\nEach headteacher will have one. This is led by the Operations Manager and will be ready by July 2027. The share of late reviews will fall from 40% to 10%.',
    [
      '2(a) | Put a review team in place | Head of Casework | 2027-06-30 | Success means that 90% of reviews are held in time. | AFI2',
      '2(b) | Give every school a calendar | Operations Manager | 2027-07-31 | The share of late reviews will fall from 40% to 10%. | AFI2',
    ],
  ],
  'sentences in which somebody will do something': [
    '## What will change\n\n2.1 **Universal offer.** By 31 December 2026 the Director of Education will publish an offer for all 58 schools.\n\n2.2 **Bases.** By 1 September 2027 the Head of Places will open five bases.',
    [
      '2.1 | Universal offer. By 31 December 2026 the Director of Education will publish an offer for all 58 schools | Director of Education | 2026-12-31 | - | -',
      '2.2 | Bases. By 1 September 2027 the Head of Places will open five bases | Head of Places | 2027-09-01 | - | -',
    ],
  ],
  'posts and figures between dashes': [
    '## Ambition 1\n\n* Year one\n    * Ask each school to name a lead – Head of School Improvement – 88 of 88 schools\n    * Review each suspension – Inclusion Officer – falls from 610 to 400',
    [
      '- | Ask each school to name a lead | Head of School Improvement | - | 88 of 88 schools | -',
      '- | Review each suspension | Inclusion Officer | - | falls from 610 to 400 | -',
    ],
  ],
  'a post as heading over a list of days': [
    '## Who will do what\n\n### Westfold Council: Director of Children’s Services\n\n- **By 30 April 2027:** open two bases\n- **When possible:** bring transport and training together\n\n### Vale ICB: Chief Nursing Officer\n\n- **By 30 September 2027:** place a therapist in each cluster',
    [
      '- | open two bases | Westfold Council: Director of Children’s Services | 2027-04-30 | - | -',
      '- | bring transport and training together | Westfold Council: Director of Children’s Services | - | - | -',
      '- | place a therapist in each cluster | Vale ICB: Chief Nursing Officer | 2027-09-30 | - | -',
    ],
  ],
  'terms and what they mean': [
    '## Intentions\n\n### CI1. One team for sleep\n\nSponsor post\n: Head of Commissioning\n\nReady on\n: 30-Jun-27\n\nYardstick\n: Waits fall from 26 to 6 weeks.\n\n### CI2. A store for equipment\n\nSponsor post\n: Equipment Manager\n\nReady on\n: 31-Aug-27\n\nYardstick\n: 90% of repairs in five days.',
    [
      'CI1 | One team for sleep | Head of Commissioning | 2027-06-30 | Waits fall from 26 to 6 weeks. | -',
      'CI2 | A store for equipment | Equipment Manager | 2027-08-31 | 90% of repairs in five days. | -',
    ],
  ],
  'cards in boxes': [
    '## Priority 1: equipment\n\n> **Intention:** One shared store for wheelchairs\n> **Budget holder:** Head of Equipment\n> **Live from:** 01.06.2027\n> **Proof:** Repairs within five days in 90% of cases\n\n> **Intention:** A library of aids\n> **Budget holder:** Therapy Manager\n> **Live from:** 01.11.2026\n> **Proof:** 70 aids on loan',
    [
      '- | One shared store for wheelchairs | Head of Equipment | 2027-06-01 | Repairs within five days in 90% of cases | -',
      '- | A library of aids | Therapy Manager | 2026-11-01 | 70 aids on loan | -',
    ],
  ],
  'labels in any order, a line each': [
    '## Area for improvement 1\n\nWho: Head of Therapies\nWhat: Hire six therapists\nWhen: 30 April 2027\nProof: waits fall from 40 to 18 weeks\n\nWho: Lead Commissioner\nWhat: Buy a second clinic\nWhen: 31 October 2026\nProof: 300 children seen a term',
    [
      '- | Hire six therapists | Head of Therapies | 2027-04-30 | waits fall from 40 to 18 weeks | AFI1',
      '- | Buy a second clinic | Lead Commissioner | 2026-10-31 | 300 children seen a term | AFI1',
    ],
  ],
  'rows of months below their year': [
    '## Area for improvement 1\n\n| When | Action | Goal | Lead |\n| --- | --- | --- | --- |\n| **2026** | | | |\n| December | Start evening clinics | 45 weeks | Clinical Director |\n| **2027** | | | |\n| March | Share one form | 90% of forms complete | Head of Inclusion |',
    [
      '- | Start evening clinics | Clinical Director | 2026-12-31 | Target: 45 weeks. | AFI1',
      '- | Share one form | Head of Inclusion | 2027-03-31 | Target: 90% of forms complete. | AFI1',
    ],
  ],
  'numbered sentences with a measure': [
    '## Area for improvement 1\n\n1. The Service Manager will answer each email by January 2027. Success: 90% answered in time.\n2. The Head of Digital will publish waiting times by 31 March 2027. Success: updated in 12 of 12 months.',
    [
      '- | The Service Manager will answer each email by January 2027 | Service Manager | 2027-01-31 | 90% answered in time. | AFI1',
      '- | The Head of Digital will publish waiting times by 31 March 2027 | Head of Digital | 2027-03-31 | updated in 12 of 12 months. | AFI1',
    ],
  ],
  'columns with names of their own': [
    '## Strand 1\n\n| Input | Pledge | Captain | Complete | Trophy |\n| --- | --- | --- | --- | --- |\n| Two trainers | Train 60 childminders in early language | Early Years Manager | Q4 2026/27 | 60 trained |\n| £95,000 | Buy 30 more weekend places | Short Breaks Commissioner | Q1 2027/28 | 30 places filled |',
    [
      '- | Train 60 childminders in early language | Early Years Manager | 2027-03-31 | 60 trained | -',
      '- | Buy 30 more weekend places | Short Breaks Commissioner | 2027-06-30 | 30 places filled | -',
    ],
  ],
  'parts whose areas another part names': [
    '## Workstreams\n\n- Workstream 1 answers area for improvement 2: leaders should keep reviews on time.\n- Workstream 2 answers area for improvement 1: leaders should cut waits.\n\n## Workstream 1: reviews\n\n| Action | Lead | By when |\n| --- | --- | --- |\n| Train 60 writers | Head of SEND | March 2027 |\n\n## Workstream 2: waits\n\n| Action | Lead | By when |\n| --- | --- | --- |\n| Open a clinic | Head of Therapies | May 2027 |',
    ['- | Train 60 writers | Head of SEND | 2027-03-31 | - | AFI2', '- | Open a clinic | Head of Therapies | 2027-05-31 | - | AFI1'],
  ],
};

const NONE: Readonly<Record<string, string>> = {
  'what inspectors asked for':
    '## Area for improvement 1\n\nLeaders should:\n\n- cut the time that children wait\n- hold annual reviews on time\n- give families a named contact',
  'what was done':
    '## Our last plan\n\nThe Head of SEND trained 40 people by March 2025. 90% were content.\n\nThe Head of Inclusion opened two bases in May 2025. They were full at once.',
  'what partners hold to in principle':
    '## Our way of working\n\nPartners are committed to:\n\n- understanding that each family is different\n- a clear line of accountability',
  'the sentences of a part that promises nothing':
    '## Where we are\n\nFamilies wait too long. We will know more when the census of January 2027 is out.',
  'how a board works':
    '## Governance\n\nThe Chair will send papers by the fifth day. The Head of SEND is responsible.\n\nThe Director will report to Cabinet by March 2027. The Head of Data is responsible.',
  'what members do': '## How we work together\n\n- Read the papers before the meeting\n- Use plain words\n- Say when you do not understand',
  'what families said': '## What we heard\n\n- Parents want one person to talk to\n- Young people want teachers to know their names',
  'a table of meetings':
    '## Dates\n\n| Meeting | Date | Chair |\n| --- | --- | --- |\n| First | 14 October 2026 | Director of Education |\n| Second | 9 December 2026 | Chief Nurse |',
};

describe('actions in forms that nobody has met', () => {
  for (const [name, [body, wanted]] of Object.entries(FORMS)) {
    it(`are read from ${name}`, () => assert.deepEqual(read(body), wanted));
    it(`are read from ${name}, with other line ends`, () => assert.deepEqual(read(body.replace(/\n/g, '\r\n')), wanted));
  }
  for (const [name, body] of Object.entries(NONE)) it(`are not seen in ${name}`, () => assert.deepEqual(read(body), []));
});
