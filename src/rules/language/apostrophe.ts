import { blocksWith, marker, matchesOf, perBlock, type PlacedProse, type SendDocument } from '../../document/index.js';
import { APOSTROPHE_SLIPS, APOSTROPHE_SOURCE } from '../../framework/apostrophes.js';
import type { Span } from '../../framework/types.js';
import { ALL_KINDS, type DocumentRule, type Report, type TextEdit } from '../rule.js';
import { isApart } from './_acronyms.js';
import { phrases, type RulePhrase } from '../phrases.js';

const slips = phrases(APOSTROPHE_SLIPS satisfies readonly RulePhrase[]);

/** Straight marks: pairs around words, and single ones. */
interface Marks {
  readonly pairs: readonly Span[];
  readonly single: readonly number[];
}

const PAIR =
  /(?<![\p{L}\p{N}])(?:'(?=[^\s'])[^'\n]{0,200}(?:(?<=\p{L})'\p{L}[^'\n]{0,200}){0,3}(?<=\S)'(?!\p{L})|"(?=[^\s"])[^"\n]{0,300}(?<=\S)")/gu;

const curlyIn = perBlock(
  (block) => block.prose.reduce((sum, { quoted, text }) => sum + (quoted === 0 ? (text.match(/[‘’“”]/g)?.length ?? 0) : 0), 0) || null,
);
const blocksWithCurly = blocksWith(curlyIn);

const straightIn = marker(({ quoted, text }): Marks | null => {
  if (quoted > 0 || !/['"]/.test(text)) return null;
  const pairs = [...matchesOf(text, PAIR)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const edges = new Set(pairs.flatMap(({ start, end }) => [start, end - 1]));
  // After a digit it may be feet, inches or minutes.
  const single = [...matchesOf(text, /(?<!\d)['"]/g)].map(({ index }) => index).filter((index) => !edges.has(index));
  return pairs.length + single.length > 0 ? { pairs, single } : null;
});

/** The curly mark for a straight one at `index`; null where it could open or close. */
function curlyFor(text: string, index: number): string | null {
  const before = text[index - 1] ?? ' ';
  const after = text[index + 1] ?? ' ';
  if (text[index] === '"') return null;
  if (/\p{L}/u.test(before)) return '’';
  return /\s/.test(after) ? '’' : null;
}

function edit(prose: PlacedProse, index: number, text: string): TextEdit {
  return { ...prose.spanOf(index, index + 1), text };
}

function checkStraight(document: SendDocument, report: Report): void {
  const units = straightIn(document).filter(({ unit }) => !isApart(unit));
  const total = units.reduce((sum, { value }) => sum + value.pairs.length * 2 + value.single.length, 0);
  if (total === 0 || blocksWithCurly(document).reduce((sum, { value }) => sum + value, 0) <= total) return;
  for (const { unit: prose, value: found } of units) {
    for (const { start, end } of found.pairs) {
      const [open, close] = prose.text[start] === '"' ? ['“', '”'] : ['‘', '’'];
      const inner = found.single
        .filter((index) => index > start && index < end)
        .flatMap((index) => {
          const mark = curlyFor(prose.text, index);
          return mark ? [edit(prose, index, mark)] : [];
        });
      report({
        at: prose.spanOf(start, end),
        message: 'These quotation marks are straight; elsewhere in the document they are curly.',
        fixes: [
          {
            title: 'Make the quotation marks curly',
            kind: 'fix',
            edits: [edit(prose, start, open), ...inner, edit(prose, end - 1, close)],
          },
        ],
      });
    }
    for (const index of found.single) {
      if (found.pairs.some(({ start, end }) => index > start && index < end)) continue;
      const mark = curlyFor(prose.text, index);
      report({
        at: prose.spanOf(index, index + 1),
        message: 'This apostrophe is straight; elsewhere in the document they are curly.',
        ...(mark ? { fixes: [{ kind: 'fix', edits: [edit(prose, index, mark)] }] } : {}),
      });
    }
  }
}

const rule: DocumentRule = {
  id: 'apostrophe',
  title: 'Apostrophes stand where an owner is named, and all in one style',
  severity: 'info',
  kinds: ALL_KINDS,
  source: APOSTROPHE_SOURCE,
  rationale: 'A missing or stray apostrophe can change who is meant, and straight marks among curly ones show where text was pasted in.',
  help: 'Add the apostrophe after the owner (“practitioners’ input”), and use curly marks throughout.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'Children’s services and young people’s views count. Practitioners input data. Its own plan shows what parents need. It’s good. Parents voice concerns. For some pupils needs-led plans work. HMI’s role. It relies on leaders understanding the data. Support for families needs to improve. The service for young people experiences delays.\n',
      },
      { title: 'straight marks throughout', kind: 'strategic-plan', text: "Children's views are in the 'tell it once' plan.\n" },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'Childrens services seek practitioners input into plans. Young peoples views and parents concerns are heard. The board met two HM’Is.\n',
        finds: [{ at: 'Childrens' }, { at: 'practitioners' }, { at: 'Young peoples' }, { at: 'parents' }, { at: 'HM’Is' }],
        fixed:
          'Children’s services seek practitioners’ input into plans. Young people’s views and parents’ concerns are heard. The board met two HMIs.\n',
      },
      {
        title: 'one owner',
        kind: 'full-inspection-report',
        text: 'Parent’s and carer’s say so. The childs plan and the young persons views tell of the areas strengths.\n',
        finds: [{ at: '’s' }, { at: '’s' }, { at: 'childs' }, { at: 'young persons' }, { at: 'areas' }],
        fixed: 'Parents and carers say so. The child’s plan and the young person’s views tell of the areas strengths.\n',
      },
      {
        title: 'straight among curly',
        kind: 'full-inspection-report',
        text: "Children’s and families’ views, and ‘one plan’, count. The area's 'tell it once' plan is new.\n\nThe ‘next’ step is theirs.\n",
        finds: [{ at: "'" }, { at: "'tell it once'" }],
        fixed:
          'Children’s and families’ views, and ‘one plan’, count. The area’s ‘tell it once’ plan is new.\n\nThe ‘next’ step is theirs.\n',
      },
    ],
  },
  looksFor: [slips, blocksWithCurly, straightIn],
  check(document, report) {
    slips(document).forEach(report);
    checkStraight(document, report);
  },
};

export default rule;
