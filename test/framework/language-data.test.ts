import assert from 'node:assert/strict';
import { z } from 'zod';
import { ACRONYMS, ACRONYMS_SOURCE, CAPITAL_WORDS, NAMES_IN_CAPITALS, NO_EXPANSION, acronymSchema } from '../../src/framework/acronyms.js';
import { APOSTROPHE_SLIPS, APOSTROPHE_SOURCE } from '../../src/framework/apostrophes.js';
import { AGREEMENT_SLIPS, AGREEMENT_SOURCE } from '../../src/framework/grammar.js';
import { LOWER_CASE_IN_REPORTS, LOWER_CASE_NAMES, NAMES_SOURCE, NAME_SLIPS } from '../../src/framework/names.js';
import { phraseSchema } from '../../src/framework/phrases.js';
import { PLAIN_PHRASES, PLAIN_SOURCE } from '../../src/framework/plain-words.js';
import { RESPECTFUL_PHRASES, RESPECTFUL_SOURCE } from '../../src/framework/respectful.js';
import { sourceSchema } from '../../src/framework/sources.js';
import {
  FIELD_WORDS,
  FIELD_WORDS_SOURCE,
  NAME_WORDS,
  PREFIXES,
  SPELLING_SLIPS,
  SPELLING_SOURCE,
  wordListSchema,
} from '../../src/framework/spelling-words.js';
import { SPELLING_VARIANTS, TERMS_SOURCE, TERM_SLIPS, variantsSchema } from '../../src/framework/terms.js';

const unique = (list: readonly string[]): void => assert.deepEqual([...list].sort(), [...new Set(list)].sort(), 'nothing stands twice');

describe('data of the language rules', () => {
  it('names its sources', () => {
    z.array(sourceSchema).parse([
      ACRONYMS_SOURCE,
      APOSTROPHE_SOURCE,
      AGREEMENT_SOURCE,
      NAMES_SOURCE,
      PLAIN_SOURCE,
      RESPECTFUL_SOURCE,
      SPELLING_SOURCE,
      FIELD_WORDS_SOURCE,
      TERMS_SOURCE,
    ]);
  });

  const lists = {
    APOSTROPHE_SLIPS,
    AGREEMENT_SLIPS,
    LOWER_CASE_NAMES,
    LOWER_CASE_IN_REPORTS,
    NAME_SLIPS,
    PLAIN_PHRASES,
    RESPECTFUL_PHRASES,
    SPELLING_SLIPS,
    TERM_SLIPS,
  };
  for (const [name, list] of Object.entries(lists)) {
    it(`${name} is well formed`, () => {
      z.array(phraseSchema).parse(list);
      for (const { find, message, fix } of list) {
        assert.ok(fix !== undefined || !message.includes('{fix}'), `${find.source}: the message names a fix that there is not`);
        assert.doesNotMatch(message, /['"]/, 'curly quotation marks only');
        // A replacement may only use what its pattern catches.
        for (const [, group] of (fix ?? '').matchAll(/\$<(\w+)>/g))
          assert.ok(find.source.includes(`(?<${group}>`), `${find.source}: no group ${group}`);
      }
    });
  }

  it('acronyms are well formed, and each stands once', () => {
    z.array(acronymSchema).parse(ACRONYMS);
    unique(ACRONYMS.map(({ letters }) => letters));
    unique(NO_EXPANSION);
    unique(CAPITAL_WORDS);
    unique(NAMES_IN_CAPITALS);
    assert.deepEqual(
      ACRONYMS.filter(({ letters }) => NO_EXPANSION.includes(letters) || NAMES_IN_CAPITALS.includes(letters)),
      [],
    );
    // Letters that differ in case only are looked up as one.
    const capitals = new Map(ACRONYMS.map(({ letters, expansion }) => [letters.toUpperCase(), expansion]));
    assert.deepEqual(
      ACRONYMS.filter(
        ({ letters, expansion }) => expansion !== null && capitals.get(letters.toUpperCase()) !== expansion && letters !== 'CiC',
      ).map(({ letters }) => letters),
      [],
    );
  });

  it('words of the field are well formed, and each stands once', () => {
    wordListSchema.parse(FIELD_WORDS);
    wordListSchema.parse(PREFIXES);
    wordListSchema.parse(NAME_WORDS);
    assert.deepEqual(
      NAME_WORDS.filter((word) => word.length < 7),
      [],
    );
    unique(FIELD_WORDS);
    variantsSchema.parse(SPELLING_VARIANTS);
    unique(SPELLING_VARIANTS.flat());
  });
});
