import assert from 'node:assert/strict';
import { checkText } from '../../../src/check/index.js';
import { openDocument } from '../../../src/document/index.js';
import { acronymModel, usesOf, wordsBetween, yieldsFrom } from '../../../src/rules/language/_acronyms.js';
import { FUZZING } from '../../fuzz.js';
import { leastProcessorTime } from '../../processor-time.js';
import { articleFor } from '../../../src/language/articles.js';
import { pluralOf } from '../../../src/rules/language/_expand.js';

const yields = (letters: string, words: string): string | null => {
  const list = wordsBetween(words, 0, words.length);
  const start = yieldsFrom(letters, list);
  return start < 0 ? null : words.slice(list[start]!.from);
};

describe('letters from words', () => {
  const right: [letters: string, words: string, phrase: string][] = [
    ['EHC', 'for an education, health and care', 'education, health and care'],
    ['EHC', 'most education, health and care plans', 'education, health and care plans'],
    ['CAMHS', 'the child and adolescent mental health services', 'child and adolescent mental health services'],
    ['SENDIASS', 'the local SEND information, advice and support service', 'SEND information, advice and support service'],
    ['ND', 'wait for neurodevelopmental', 'neurodevelopmental'],
    ['DCYPS', 'the Disabled Children’s and Young People’s Service', 'Disabled Children’s and Young People’s Service'],
    ['FaASS', 'from the Family and Adolescent Support Service', 'Family and Adolescent Support Service'],
    ['EOTAS', 'those educated other than at school', 'educated other than at school'],
    ['NEET', 'are not in education, employment or training', 'not in education, employment or training'],
    ['MASH', 'the multi-agency safeguarding hub', 'multi-agency safeguarding hub'],
    ['NHSE', 'money from NHS England', 'NHS England'],
    ['SENCo', 'the special educational needs coordinator', 'special educational needs coordinator'],
    ['HMI', 'one of His Majesty’s Inspectors', 'His Majesty’s Inspectors'],
  ];
  for (const [letters, words, phrase] of right) it(`${letters} from “${words}”`, () => assert.equal(yields(letters, words), phrase));

  for (const [letters, words] of [
    ['CAHMS', 'child and adolescent mental health services'],
    ['CAMHS', 'mental health support'],
    ['ASD', 'autism'],
    ['DSR', 'the disability list'],
    ['EHC', ''],
  ] as const) {
    it(`no ${letters} from “${words}”`, () => assert.equal(yields(letters, words), null));
  }

  it('takes no longer for many words that nearly fit', () => {
    const words = 'and a '.repeat(2000);
    assert.equal(yields('AAAAAAAAAAAB', words), null);
    if (FUZZING) assert.ok(leastProcessorTime(() => yields('AAAAAAAAAAAB', words)) < 500);
  });
});

describe('what a document says of its acronyms', () => {
  const open = (text: string) => openDocument(text, { kind: 'engagement-meeting-note', path: 'x.md' });
  const model = (text: string) => acronymModel(open(text));

  it('tells uses from introductions', () => {
    const document = open('# Plan for SEND\n\nThe dynamic support register (DSR) and the DSR’s uses. DSRs help.\n');
    const { uses, introductions } = acronymModel(document);
    assert.equal(uses.get('DSR')?.item.plural, false);
    assert.deepEqual(
      usesOf(document, 'DSR').map(({ item }) => item.plural),
      [false, true],
    );
    assert.deepEqual(
      introductions.get('DSR')?.map(({ item }) => item.sort),
      ['yields'],
    );
  });

  it('leaves addresses, details and quotations alone', () => {
    const { uses } = model(
      'See www.x.gov.uk/AAB, mail AAB@x.org or AAB.example.\n\nThey said: “The AAB is bad.” Use `AAB` or K9AAB.\n\n## Attendees\n\nMary AAB\n',
    );
    assert.equal(uses.get('AAB'), undefined);
  });
});

describe('small words', () => {
  it('knows the article of a word', () => {
    for (const word of ['hour', 'EHC', 'HMI', 'NHS', 'apple', '8', '11', '18', 'unidentified', 'onerous', 'heir'])
      assert.equal(articleFor(word), 'an', word);
    for (const word of ['unit', 'European', 'one', 'user', 'CQC', '12', 'house', 'unanimous', 'ubiquitous'])
      assert.equal(articleFor(word), 'a', word);
    for (const word of ['SEND', 'historic', 'npm', 'x', 'B12', '1890']) assert.equal(articleFor(word), null, word);
  });

  it('knows plurals', () => {
    assert.deepEqual(['integrated care board', 'disability', 'services', 'survey'].map(pluralOf), [
      'integrated care boards',
      'disabilities',
      'services',
      'surveys',
    ]);
  });
});

describe('letters among others', () => {
  const found = (text: string): string[] =>
    checkText(text, { kind: 'strategic-plan', today: '2026-06-01', only: ['acronym'] }).findings.map(({ start }) =>
      text.slice(start.offset, start.offset + 6),
    );

  it('with one in brackets are an acronym only beside capitals that stand side by side', () => {
    assert.deepEqual(found('The team uses D(A)F.\n'), []);
    assert.deepEqual(found('The team uses D(A)FX.\n'), ['D(A)FX']);
  });

  it('are found where a letter that is neither small nor a capital stands between them', () => {
    for (const text of ['AªB', 'AºBC'])
      assert.deepEqual(
        found(`The ${text} leads.\n`).map((at) => at.trim().slice(0, text.length)),
        [text],
      );
  });
});
