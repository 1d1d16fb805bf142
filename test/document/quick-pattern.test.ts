import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ts from 'typescript';
import { patternIndex, quick, type Block } from '../../src/document/index.js';
import { needsOf } from '../../tools/patterns/needs.js';
import { keyOf } from '../../src/patterns/quick-pattern.js';
import { makerOfTexts } from './_regexp-strings.js';
import { tries } from '../fuzz.js';

const CASES: readonly (readonly [RegExp, readonly (readonly string[])[]])[] = [
  [/\bin line with\b/g, [['in line']]],
  [/\b(?<at>sever) (?:learning|needs)\b/g, [['sever learning', 'sever needs']]],
  [/\bhard[ -]to[ -]reach\b/gi, [['hard to']]],
  [/\b[Cc]hildrens\b/g, [['childrens']]],
  [/(?<![\p{L}’'-])colou?rs?(?![\p{L}-])/gu, [['colours', 'colour', 'colors', 'color']]],
  [/(?<=\bthe )cat/g, [['cat…'], ['the']]],
  [/\b\d{1,3} days\b/g, [['days'], ['0']]],
  [/\bco-?ordinat/g, [['ordinat…', 'coordinat…']]],
  [/cat/g, []],
  [/\bcat/g, [['cat…']]],
  [/\bca.t\b/g, [['ca…']]],
  [/\b(?:cat|\p{L}+)\b/gu, []],
  [/\bcat(?: dog)?\b/g, [['cat']]],
  [/\bcat+\b/g, [['cat…']]],
  [/\b(?:cat ){2,3}sat\b/g, [['cat cat'], ['sat']]],
  [/\b(?:cat|dog){2}s\b/g, [['cat…', 'dog…']]],
  [/\bcat (?:\w+ )?(?:dog|cow)s\b/g, [['dogs', 'cows'], ['cat']]],
  [/\b(?:cat\w*|dog)\b/g, [['cat…', 'dog']]],
  [/\b(?:cat )*sat\b/g, [['sat']]],
  [/\b(?:cat|the )*sat\b/g, []],
  [/\b(?:very )?(?:cat|dog)s\b/g, [['cats', 'dogs']]],
  [/(?<!\bnot )\bcats\b/g, [['cats']]],
  [/\bcat(?= sat)/g, [['cat'], ['sat…']]],
  [/\?{3,}/g, [['?']]],
  [/['’]s\b/g, [["'", '’'], ['s']]],
  [/[\p{L}’]s/gu, []],
  [/£\d+|\$\d+/g, [['£', '$']]],
  [/\p{Lu}{2,}/gu, [['AA']]],
  [/\p{Lu}{2,}/giu, []],
  [/\([A-Z]{2,5}\)/g, [['('], [')'], ['AA']]],
  [/(?:🟢|🔴)/gu, [['\ud83d']]],
  [/\bmonitor|\boverse/i, [['monitor…', 'overse…']]],
  [/(?:)/g, []],
];

/** Every pattern that stands in the source of the project. */
function patternsOfProject(): RegExp[] {
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  const patterns = new Map<string, RegExp>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        patterns.set(node.text, new RegExp(node.text.slice(1, end), node.text.slice(end + 1).replace('y', '')));
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(source + file, 'utf8'), ts.ScriptTarget.Latest));
  }
  return [...patterns.values()];
}

/** Those that modules of the framework export, which are put together from parts. */
async function patternsOfFramework(): Promise<RegExp[]> {
  const folder = new URL('../../src/framework/', import.meta.url);
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || seen.has(value)) return;
    seen.add(value);
    if (!(value instanceof RegExp)) Object.values(value).forEach(visit);
  };
  for (const file of readdirSync(folder)) if (file.endsWith('.ts')) visit({ ...((await import(new URL(file, folder).href)) as object) });
  return [...seen].filter((value) => value instanceof RegExp);
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

describe('what a pattern needs', function () {
  this.timeout(120_000);

  for (const [pattern, needs] of CASES)
    it(`of ${pattern.source} ${pattern.flags}`, () =>
      assert.deepEqual(
        needsOf(pattern).map(({ anyOf }) => [...anyOf].sort()),
        needs.map((anyOf) => [...anyOf].sort()),
      ));

  it('can be in any case, with anything that is no letter around', () => {
    for (const text of ['In LINE with', '“in line” with', 'in\nline3with']) assert.ok(quick(/\bin line with\b/i).mayMatch(text), text);
    assert.ok(!quick(/\bin line with\b/i).mayMatch('in lines with'));
  });

  it('tells which patterns of a list may match, in the list’s order', () => {
    const list = [/\bcats\b/g, /[A-Z]{2}/g, /\bdogs?\b/g, /\bcats and dogs\b/g, /\w/g];
    const index = patternIndex(list, (pattern) => pattern);
    assert.deepEqual(index('A dog.'), [list[2], list[4]]);
    assert.deepEqual(index('Dogs or cats'), [list[0], list[2], list[4]]);
    assert.deepEqual(index('Cats and dogs'), [list[0], list[2], list[3], list[4]]);
    assert.deepEqual(index(''), [list[4]]);
  });

  it('is looked for before the pattern is run, with the same result', () => {
    const cats = quick(/\bcats?\b/gi);
    assert.deepEqual(
      cats.matches('Cat, dog and cats').map(({ index }) => index),
      [0, 13],
    );
    assert.equal(cats.match('A cat')?.index, 2);
    assert.ok(cats.test('A cat') && cats.test('A cat'));
    assert.deepEqual([cats.matches('dogs'), cats.match('dogs'), cats.test('dogs')], [[], null, false]);
  });

  it('stands in a block where it stands in one of its units', () => {
    const list = [/\bcats\b/g, /\bdogs\b/g, /\bdogs cats\b/g, /\?/g];
    const block = { prose: [{ text: 'dogs' }, { text: 'cats' }] } as unknown as Block;
    assert.deepEqual(
      list.map((pattern) => quick(pattern).mayMatchIn(block)),
      [true, true, false, false],
    );
    const may = patternIndex(list, (pattern) => pattern).in(block)!;
    assert.deepEqual([may('dogs'), may('cats'), may('dogs?')], [[list[1]], [list[0]], [list[1]]]);
    assert.equal(patternIndex(list.slice(2), (pattern) => pattern).in(block), null);
  });

  // A pattern of every kind of part, with texts that it is likely to match.
  const word = fc.constantFrom('a', 'an', 'cat', 'In', '\\bcat\\b', '\\b[Cc]at ', ' dog ', '\\b(?:an|dog)\\b', 'ske', '\\p{Lu}', '[A-Z]');
  const between = fc.constantFrom(
    ' ',
    '-',
    '’',
    '\\b',
    '[ -]',
    '\\s',
    '',
    '(?: and)? ',
    '\\d',
    '[.,]',
    '(?![\\p{L}])',
    '(?!\\p{L})',
    '(?<!\\p{L})',
    '(?<![\\p{L}-])',
    '[a-z]',
    '.',
    '(?=[ ])',
    '(?= )',
    '(?<=\\W)',
    '^',
    '$',
    '🟢',
    '[’n]',
  );
  const part: fc.Arbitrary<string> = fc.letrec<{ part: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 3 },
      word,
      between,
      fc
        .tuple(fc.array(tie('part'), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '?', '+', '{2}', '{1,2}', '*', '{0}'))
        .map(([parts, times]) => `(?:${parts.join('|')})${times}`),
      fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    ),
  })).part;
  const text = fc
    .array(
      fc.constantFrom(
        'a',
        'an',
        'cat',
        'dog',
        'In',
        'x',
        ' ',
        ' ',
        '-',
        '’',
        '1',
        '.',
        ',',
        ' and ',
        '\n',
        'é',
        'É',
        'CAT',
        'SKE',
        '\u017fke',
        's\u212ae',
        '🟢',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('stands in every text that matches', () => {
    let found = 0;
    fc.assert(
      fc.property(part, fc.array(text, { minLength: 5, maxLength: 5 }), fc.constantFrom('gu', 'giu', 'u'), (source, texts, flags) => {
        const pattern = new RegExp(source, flags);
        for (const candidate of texts) {
          if (!matches(pattern, candidate)) continue;
          if (needsOf(pattern).length > 0) found++;
          assert.ok(quick(pattern).mayMatch(candidate), `${source} matches ${JSON.stringify(candidate)}`);
        }
      }),
      tries('what is looked for first stands in every match', 5000),
    );
    assert.ok(found > 100, `${found} matches of patterns that need something`);
  });

  it('is kept under a key that no other pattern has', async () => {
    const patterns = [...patternsOfProject(), ...(await patternsOfFramework())];
    assert.equal(new Set(patterns.map(keyOf)).size, new Set(patterns.map(String)).size);
  });

  it('stands where the patterns of the project match texts made from them', async () => {
    const patterns = [...patternsOfProject(), ...(await patternsOfFramework())];
    let state = 1;
    const random = (): number => ((state = Math.imul(state, 1_103_515_245) + 12_345) >>> 8) / 2 ** 24;
    const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
    let matched = 0;
    for (const pattern of patterns) {
      const make = makerOfTexts(pattern, random);
      for (let run = 0; run < 40; run++) {
        const candidate = pick(['', ' ', 'A ', '\n', '“']) + make() + pick(['', ' ', '.', ', x', '\n']);
        if (candidate.length > 1000 || !matches(pattern, candidate)) continue;
        matched++;
        assert.ok(quick(pattern).mayMatch(candidate), `${pattern.source} matches ${JSON.stringify(candidate)}`);
      }
    }
    assert.ok(patterns.length > 800 && matched > patterns.length * 10, `${matched} matches of ${patterns.length} patterns`);
  });

  it('stands where they match in the examples', async () => {
    const examples = ['reports', 'plans', 'with-slips'].flatMap((name) =>
      readdirSync(new URL(`../../examples/${name}/`, import.meta.url))
        .filter((file) => file.endsWith('.md'))
        .map((file) => readFileSync(new URL(`../../examples/${name}/${file}`, import.meta.url), 'utf8')),
    );
    const paragraphs = examples.flatMap((example) => example.split(/\n{2,}/));
    assert.ok(paragraphs.length > 100);
    for (const pattern of [...patternsOfProject(), ...(await patternsOfFramework())]) {
      for (const paragraph of paragraphs)
        if (matches(pattern, paragraph))
          assert.ok(quick(pattern).mayMatch(paragraph), `${pattern.source} matches ${JSON.stringify(paragraph)}`);
    }
  });
});
