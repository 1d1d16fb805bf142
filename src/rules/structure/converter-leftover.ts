import { blocksWith, marker, matchesOf, perBlock, type PlacedProse, type SendDocument } from '../../document/index.js';
import { SOURCES } from '../../framework/sources.js';
import { dictionary } from '../../language/dictionary.js';
import type { Span } from '../../text/span.js';
import { phrases, type RulePhrase } from '../phrases.js';
import { ALL_KINDS, replaceWith, type DocumentRule, type Fix } from '../rule.js';
import { LIGATURES } from '../../text/ligatures.js';

const LEFT = 'was left by Word or a PDF';

const LEFTOVERS: readonly RulePhrase[] = [
  {
    find: /\bError! (?:(?:Reference source|Bookmark|Hyperlink reference|Style|Filename|Main document) (?:not \w{3,8}|not)|No (?:table of contents|text of specified style|bookmark name)[^.\n]{0,40}|Unknown [a-z ]{3,40}|Not a valid [a-z ]{3,40})\.?/gi,
    message: `“{text}” ${LEFT}, where a reference had lost its target. Write what it should point to.`,
  },
  {
    find: /\bComment(?:ed)?\s?\[\p{Lu}{1,4}\d{1,4}\]:?|\[\p{Lu}{1,3}\d{1,3}\]:(?=\s\p{Lu})/gu,
    message: `“{text}” ${LEFT}: somebody’s comment. Deal with it, and take it out.`,
  },
  {
    find: /\[\s?[●•○◦■▪◾◼□]{1,3}\s?\]/gu,
    message: 'This gap is still to be filled: {text}. Write what belongs here, or take it out.',
  },
  {
    find: /(?<![\p{L}\p{N}_/\\.@-])_{3,}(?![\p{L}\p{N}_/\\.@-])/gu,
    message: 'This line to write on was left from a form. Write what belongs here, or take it out.',
  },
  {
    find: /\bDRAFT(?:\s+(?:v|version\s|V|VERSION\s)?\d{1,3}(?:\.\d{1,3}){0,3})|\b[Dd]raft\s+(?:v|version\s)\s?\d{1,3}(?:\.\d{1,3}){0,3}/g,
    message: '“{text}” was left from a draft. Take it out before the document is published.',
  },
];

const wording = phrases(LEFTOVERS);

/** "Page 3 of 12" as a whole unit or line. */
const PAGE = /^(?:[-–—|\s]{0,4})(?:page|pg\.?) ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?(?:[-–—|\s]{0,4})$/i;
const pages = marker((prose) => (prose.text.length < 40 && /\d/.test(prose.text) && PAGE.test(prose.text.trim()) ? true : null));

const ligatures = blocksWith(
  perBlock((block): readonly Span[] | null => {
    if (!/[\ufb00-\ufb06]/.test(block.text)) return null;
    const words: Span[] = [];
    for (const { index } of matchesOf(block.text, /[\ufb00-\ufb06]/g)) {
      if (index < (words.at(-1)?.end ?? 0)) continue;
      let [start, end] = [index, index + 1];
      while (/\p{L}/u.test(block.text[start - 1] ?? '')) start--;
      while (/\p{L}/u.test(block.text[end] ?? '')) end++;
      words.push({ start, end });
    }
    return words;
  }),
);

/** A word in two at what was the end of a line; "short- and long-term" is none. */
const SPLIT =
  /(?<![\p{L}\p{N}-])(\p{L}{2,20})[-\u00ad\u2010] (?!(?:and|or|to|nor|but|as|from|in|by|with|the|a)\b)(\p{Ll}{2,20})(?![\p{L}\p{N}-])/gu;

const splits = marker(({ text }): readonly RegExpExecArray[] | null => {
  const found = text.includes('- ') || text.includes('\u2010 ') ? matchesOf(text, SPLIT) : [];
  const known = found.length > 0 ? dictionary() : null;
  const words = known ? found.filter(([, one, two]) => known.has(`${one}${two}`) && !(known.has(one!) && known.has(two!))) : [];
  return words.length > 0 ? words : null;
});

/** Short paragraphs that may be a running head. */
const heads = marker((prose) =>
  prose.kind === 'paragraph' && prose.text.length >= 12 && prose.text.length <= 120 ? normal(prose.text) : null,
);

/** Words without what numbers a page. */
const normal = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word !== 'page' && word !== 'of' && !/^\d{1,3}$/.test(word))
    .join(' ');

/** The title as a paragraph of its own below the first heading after it: the head of a page. */
function runningHeads(document: SendDocument): readonly PlacedProse[] {
  const title = document.headings.find(({ depth }) => depth === 1);
  const next = document.headings.find(({ span }) => title && span.start > title.span.start);
  if (!title || !next) return [];
  const words = normal(title.text);
  return heads(document).flatMap(({ unit, value }) => (value === words && unit.span.start > next.span.start ? [unit] : []));
}

/** Takes a unit out that is a paragraph of its own, with the empty line below it. */
function takeOut(document: SendDocument, unit: PlacedProse): Fix[] {
  if (unit.kind !== 'paragraph' || document.lineColumn(unit.span.start).column !== 1) return [];
  const behind = /^(?:[ \t]*(?:\r\n|\n|\r)){0,2}/.exec(document.text.slice(unit.span.end))![0];
  return [{ title: 'Take it out', kind: 'fix', edits: [{ start: unit.span.start, end: unit.span.end + behind.length, text: '' }] }];
}

const rule: DocumentRule = {
  id: 'converter-leftover',
  title: 'Nothing is left of Word’s or a PDF’s own marks',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: { ...SOURCES.product, where: 'what converters leave behind' },
  rationale:
    'Page numbers, split words and broken references in the middle of a text stop readers, and screen readers read each of them out.',
  help: 'Take it out, or write what it stood for.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: 'See page 3 of 12. Short- and long-term aims are set. The draft went to the board.\n' },
      { kind: 'strategic-plan', title: 'names with underscores', text: 'The file is send_plan_2026.xlsx and the line is below.\n\n___\n' },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        title: 'the number of a page',
        text: 'We will train staff.\n\nPage 3 of 12\n\nThe board meets monthly.\n',
        finds: [{ at: 'Page 3 of 12' }],
        fixed: 'We will train staff.\n\nThe board meets monthly.\n',
      },
      {
        kind: 'strategic-plan',
        title: 'a lost reference, a comment and a gap',
        text: 'See Error! Reference source not found. Comment [JS1] says so. Lead: [●]. Signed: ________\n',
        finds: [{ at: 'Error! Reference source not found.' }, { at: 'Comment [JS1]' }, { at: '[●]' }, { at: '________' }],
      },
      {
        kind: 'full-inspection-report',
        title: 'a word in two, and letters joined',
        text: 'The partnership commis- sions places, and the o\ufb03ce helps.\n',
        finds: [{ at: 'commis- sions' }, { at: 'o\ufb03ce' }],
        fixed: 'The partnership commissions places, and the office helps.\n',
      },
      {
        kind: 'strategic-plan',
        title: 'a draft, and a running head',
        text: '# Exampleshire SEND strategy\n\n## Aims\n\nDRAFT v0.3\n\nExampleshire SEND strategy\n\nWe will act.\n',
        finds: [{ at: 'DRAFT v0.3' }, { at: 'Exampleshire SEND strategy' }],
        fixed: '# Exampleshire SEND strategy\n\n## Aims\n\nDRAFT v0.3\n\nWe will act.\n',
      },
    ],
  },
  looksFor: [wording, pages, ligatures, splits, heads],
  check(document, report) {
    for (const problem of wording(document)) report(problem);
    for (const { unit } of pages(document))
      report({ at: unit.span, message: `This number of a page ${LEFT}. Take it out.`, fixes: takeOut(document, unit) });
    for (const unit of runningHeads(document))
      report({
        at: unit.span,
        message: `This repeats the title in the middle of the text: the head of a page ${LEFT}. Take it out.`,
        fixes: takeOut(document, unit),
      });
    for (const { placed, value } of ligatures(document))
      for (const { start, end } of value) {
        const at = { start: placed.start + start, end: placed.start + end };
        const text = document.text.slice(at.start, at.end).replace(/[\ufb00-\ufb06]/g, (letter) => LIGATURES[letter]!);
        report({
          at,
          message: `Letters of this word are joined into one sign, which ${LEFT}; search and screen readers miss it.`,
          fixes: [replaceWith(at, text)],
        });
      }
    for (const { unit, value } of splits(document))
      for (const [whole, one, two] of value.map((match) => [match, match[1]!, match[2]!] as const)) {
        const at = unit.spanOf(whole.index, whole.index + whole[0].length);
        report({
          at,
          message: `This word is in two, because it stood at the end of a line. Write “${one}${two}”.`,
          fixes: [replaceWith(at, `${one}${two}`)],
        });
      }
  },
};

export default rule;
