import assert from 'node:assert/strict';
import { ACTION_WORDS, actionWordsSchema, BODY_WORDS, bodyWordsSchema } from '../../src/framework/bodies.js';

describe('words about bodies and what they do', () => {
  it('are valid and stand in their lists once', () => {
    bodyWordsSchema.parse(BODY_WORDS);
    actionWordsSchema.parse(ACTION_WORDS);
    for (const words of [BODY_WORDS.generic, ACTION_WORDS.actors, ACTION_WORDS.imperatives])
      assert.equal(new Set(words).size, words.length);
  });

  it('keep whoever is to act apart from what is to be done', () => {
    assert.deepEqual(
      ACTION_WORDS.actors.filter((word) => ACTION_WORDS.imperatives.includes(word)),
      [],
    );
  });
});
