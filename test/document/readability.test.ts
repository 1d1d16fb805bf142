import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';
import { DEFAULT_SETTINGS } from '../../src/settings/settings.js';
import { addCounts, countText, readability, readabilityOf } from '../../src/language/readability.js';

describe('readability', () => {
  it('counts sentences, words and syllables', () => {
    const found = readability('The cat sat on the mat. It was a good cat.');
    assert.equal(found.sentences, 2);
    assert.equal(found.words, 11);
    assert.equal(found.syllables, 11);
    assert.equal(found.meanWords, 5.5);
  });

  it('estimates an age that grows with long words and sentences', () => {
    const easy = readability('We will ask you what you think. We will tell you what we did. You can say no.');
    const hard = readability(
      'Notwithstanding considerable organisational reconfiguration, the partnership’s multidisciplinary commissioning arrangements demonstrably facilitate proportionate accountability across neurodevelopmental assessment pathways for vulnerable populations.',
    );
    assert.equal(easy.readingAge, 5);
    assert.ok(hard.readingAge! > 20, String(hard.readingAge));
  });

  it('gives no age for a text without words', () => {
    for (const text of ['', ' \n ', '— …'])
      assert.deepEqual(readability(text), { sentences: 0, words: 0, syllables: 0, meanWords: 0, readingAge: null });
  });

  it('adds up', () => {
    const [a, b] = ['Leaders know the area well.', 'They listen to families. They act.'];
    assert.deepEqual(readabilityOf(addCounts(countText(a), countText(b))), readability(`${a} ${b}`));
  });

  it('of a section leaves out what follows in the same block', () => {
    const sentence =
      'We went to the centre and then we looked at the long list of things that were there and asked about every one of them for many hours. ';
    const messages = (end: string): string[] =>
      checkText(
        `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## What is it like to be a child or young person with SEND in this area?\n\n${sentence.repeat(4)}\n${end}`,
        {
          kind: 'full-inspection-report',
          today: '2026-06-01',
          only: ['sentence-length'],
          settings: { ...DEFAULT_SETTINGS, rules: { 'sentence-length': 'info' } },
        },
      ).findings.map(({ message }) => message);
    assert.equal(messages('').length, 4);
    assert.deepEqual(
      messages(`***\n${'extraordinarily complicated organisational responsibilities '.repeat(9)}© Crown copyright 2026.\n`),
      messages(''),
    );
  });
});
