import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { mayMatch, patternIndex } from '../../src/document/index.js';
import { requiredWords } from '../../src/document/required-words.js';

const CASES: readonly (readonly [RegExp, readonly string[] | null])[] = [
  [/\bin line with\b/g, ['line']],
  [/\b(?<at>sever) (?:learning|needs)\b/g, ['sever']],
  [/\bhard[ -]to[ -]reach\b/gi, ['reach']],
  [/\b[Cc]hildrens\b/g, ['childrens']],
  [/(?<![\p{L}’'-])colou?rs?(?![\p{L}-])/gu, ['colours', 'colour', 'colors', 'color']],
  [/(?<=\bthe )cat/g, ['the']],
  [/\b\d{1,3} days\b/g, ['days']],
  [/\bco-?ordinat/g, null],
  [/cat/g, null],
  [/\bcat/g, null],
  [/\bca.t\b/g, null],
  [/\b(?:cat|\p{L}+)\b/gu, null],
  [/\bcat(?: dog)?\b/g, ['cat']],
  [/\bcat+\b/g, null],
  [/\b(?:cat ){2,3}sat\b/g, ['cat']],
  [/\b(?:cat )*sat\b/g, ['sat']],
  [/\b(?:cat|the )*sat\b/g, null],
  [/\b(?:very )?(?:cat|dog)s\b/g, ['cats', 'dogs']],
  [/(?<!\bnot )\bcats\b/g, ['cats']],
  [/\p{Lu}{2,}/gu, null],
  [/(?:)/g, null],
];

describe('words that a pattern needs', () => {
  // Only after so many looks are patterns read.
  before(() => {
    for (let look = 0; look < 3000; look++) mayMatch('', /a/);
  });

  for (const [pattern, words] of CASES) it(`of ${pattern.source || 'nothing'}`, () => assert.deepEqual(requiredWords(pattern), words));

  it('can be in any case, with anything that is no letter around', () => {
    for (const text of ['In LINE with', '“in line” with', 'in\nline3with']) assert.ok(mayMatch(text, /\bin line with\b/i), text);
    assert.ok(!mayMatch('in lines with', /\bin line with\b/i));
  });

  it('name the patterns of a list that may match, in the list’s order', () => {
    const list = [/\bcats\b/g, /[A-Z]{2}/g, /\bdogs?\b/g, /\bcats and dogs\b/g];
    const index = patternIndex(list, (pattern) => pattern);
    assert.deepEqual(index('A dog.'), [list[1], list[2]]);
    assert.deepEqual(index('Dogs, cats.'), [list[0], list[1], list[2], list[3]].filter((pattern) => mayMatch('Dogs, cats.', pattern!)));
    assert.deepEqual(index(''), [list[1]]);
  });

  // A pattern of every kind of part, with texts that it is likely to match.
  const word = fc.constantFrom('a', 'an', 'cat', 'In', '\\bcat\\b', '\\b[Cc]at ', ' dog ', '\\b(?:an|dog)\\b');
  const between = fc.constantFrom(' ', '-', '’', '\\b', '[ -]', '\\s', '', '(?: and)? ', '\\d', '[.,]', '(?![\\p{L}])', '(?<![\\p{L}-])', '[a-z]', '.', '(?=[ ])', '(?<=\\W)');
  const part: fc.Arbitrary<string> = fc.letrec<{ part: string }>((tie) => ({
    part: fc.oneof({ maxDepth: 3 }, word, between, fc.tuple(fc.array(tie('part'), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '?', '+', '{2}', '{1,2}', '*')).map(([parts, times]) => `(?:${parts.join('|')})${times}`), fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))),
  })).part;
  const text = fc.array(fc.constantFrom('a', 'an', 'cat', 'dog', 'In', 'x', ' ', ' ', '-', '’', '1', '.', ',', ' and ', '\n', 'é', 'CAT'), { maxLength: 12 }).map((parts) => parts.join(''));

  it('stand in every text that matches', () => {
    let matches = 0;
    fc.assert(
      fc.property(part, fc.array(text, { minLength: 5, maxLength: 5 }), fc.constantFrom('gu', 'giu'), (source, texts, flags) => {
        const pattern = new RegExp(source, flags);
        for (const candidate of texts) {
          pattern.lastIndex = 0;
          if (!pattern.test(candidate)) continue;
          if (requiredWords(pattern)) matches++;
          assert.ok(mayMatch(candidate, pattern), `${source} matches ${JSON.stringify(candidate)}`);
        }
      }),
      { numRuns: 20_000 },
    );
    assert.ok(matches > 100, `${matches} matches of patterns that need a word`);
  });

  it('stand where the patterns of the rules match in the examples', () => {
    const folder = new URL('../../src/framework/', import.meta.url);
    const examples = ['reports', 'plans', 'with-slips'].flatMap((name) => readdirSync(new URL(`../../examples/${name}/`, import.meta.url)).filter((file) => file.endsWith('.md')).map((file) => readFileSync(new URL(`../../examples/${name}/${file}`, import.meta.url), 'utf8')));
    assert.ok(examples.length > 5 && readdirSync(folder).length > 10);
    const paragraphs = examples.flatMap((example) => example.split(/\n{2,}/));
    return Promise.all(
      readdirSync(folder).filter((file) => file.endsWith('.ts')).map(async (file) => {
        const seen = new Set<unknown>();
        const visit = (value: unknown): void => {
          if (value === null || typeof value !== 'object' || seen.has(value)) return;
          seen.add(value);
          if (!(value instanceof RegExp)) return Object.values(value).forEach(visit);
          for (const paragraph of paragraphs) {
            value.lastIndex = 0;
            if (value.test(paragraph)) assert.ok(mayMatch(paragraph, value), `${file}: ${value.source}`);
          }
        };
        visit({ ...(await import(new URL(file, folder).href) as object) });
      }),
    );
  });
});
