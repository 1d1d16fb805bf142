import assert from 'node:assert/strict';
import { addCounts, countText, readability, readabilityOf } from '../../src/document/readability.js';

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
    for (const text of ['', ' \n ', '— …']) assert.deepEqual(readability(text), { sentences: 0, words: 0, syllables: 0, meanWords: 0, readingAge: null });
  });

  it('adds up', () => {
    const [a, b] = ['Leaders know the area well.', 'They listen to families. They act.'];
    assert.deepEqual(readabilityOf(addCounts(countText(a), countText(b))), readability(`${a} ${b}`));
  });
});
