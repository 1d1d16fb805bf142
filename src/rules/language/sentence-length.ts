import { addCounts, countText, readabilityOf, type TextCounts } from '../../language/readability.js';
import {
  blocksWith,
  byObject,
  keyedMarker,
  perBlock,
  sentencesOf,
  wordsOf,
  type PlacedProse,
  type Prose,
  type Section,
  type SendDocument,
} from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Settings } from '../../settings/settings.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';
import { isApart } from './_acronyms.js';
import { isQuoted } from '../support/prose.js';

interface Measured {
  readonly from: number;
  readonly to: number;
  readonly words: number;
}

/** Text that runs on: no heading, and nobody else's words. */
const isRunning = ({ kind, quoted }: Prose): boolean => kind !== 'heading' && kind !== 'header-cell' && quoted === 0;

/** Sentences of more words than this; those in quotation marks are left out. */
const longerThan = keyedMarker((prose, least: number): readonly Measured[] | null => {
  // Each word but the last has at least one character and a gap.
  if (!isRunning(prose) || prose.text.length < 2 * least) return null;
  const long: Measured[] = [];
  for (const { start, end, text } of sentencesOf(prose)) {
    if (text.length < 2 * least) continue;
    const words = wordsOf(text).length;
    if (words > least && !isQuoted(prose, start, end)) long.push({ from: start, to: end, words });
  }
  return long.length > 0 ? long : null;
});

const FOR_CHILDREN = /\beasy[- ]read\b|\b(?:children|young people)(?:[’']s)? version\b|\bversion for (?:children|young people)\b/i;

/** Whether a part is written for children: its own heading or one above says so. */
function isForChildren(prose: PlacedProse): boolean {
  for (let section = prose.section; section; section = section.parent) {
    if (section.heading && FOR_CHILDREN.test(section.heading.text) && !/\bwhere|how to get|other formats\b/i.test(section.heading.text))
      return true;
  }
  return false;
}

const sumOf = (counts: readonly TextCounts[]): TextCounts | null => (counts.length > 0 ? counts.reduce(addCounts) : null);
const countsOf = byObject((prose: Prose): TextCounts => countText(prose.text));
const countsIn = perBlock(({ prose }) => sumOf(prose.filter(isRunning).map((unit) => countsOf(unit))));
const blocksWithCounts = blocksWith(countsIn);

/** The reading age of a section's running text, without that of the sections in it. */
function readingAge(document: SendDocument, section: Section | null): number | null {
  const first = section ? document.flow[section.flowStart]?.placed.index : 0;
  const last = section ? document.flow[section.flowEnd - 1]?.placed.index : document.blocks.length - 1;
  const counts: TextCounts[] = [];
  for (const placed of document.blocks.slice(first, (last ?? -1) + 1)) {
    // Where a block holds several nodes, one of them may begin another section.
    const sum =
      placed.block.nodes.length > 1
        ? sumOf(
            document
              .unitsOf(placed)
              .filter((unit) => unit.section === section && isRunning(unit.prose))
              .map(({ prose }) => countsOf(prose)),
          )
        : document.sectionOf(placed) === section
          ? countsIn(placed.block)
          : null;
    if (sum) counts.push(sum);
  }
  const sum = sumOf(counts);
  return sum && sum.words >= LEAST_WORDS ? readabilityOf(sum).readingAge : null;
}

const leastOf = ({ sentenceLength }: Settings): number => Math.min(sentenceLength.words, sentenceLength.easyReadWords);

/** A reading age for less text says little. */
const LEAST_WORDS = 60;

const rule: DocumentRule = {
  id: 'sentence-length',
  title: 'Sentences are short enough to be understood at first reading',
  // One published sentence in five has more than 25 words, so reports are checked only when the settings say so.
  severity: { 'strategic-plan': 'info', 'priority-action-plan': 'info', 'local-send-reform-plan': 'info' },
  kinds: ALL_KINDS,
  idle: true,
  source: cite(SOURCES.govukStyle, 'sentence length: no more than 25 words'),
  rationale: 'Beyond 25 words people begin to lose the thread. Plans must be readable by children, young people, parents and carers.',
  help: 'Split the sentence, or turn a long list into bullet points. The length is set in the settings under “sentenceLength”.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: 'We will open two new classes in May. Each of them has room for eight children.\n' },
      { kind: 'full-inspection-report', text: `Leaders ${'work with families and '.repeat(8)}schools.\n` },
      {
        title: 'quotations',
        kind: 'strategic-plan',
        text: `> Leaders ${'work with families and '.repeat(8)}schools.\n\nA parent said: “${'we wait and '.repeat(10)}hope.”\n`,
        settings: { sentenceLength: { words: 40, easyReadWords: 15 } },
      },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        text: 'We meet monthly. The board, which has met each month since 2023, will look at the plan and at the data that officers bring, and will then decide what to do about each of the actions.\n',
        finds: [
          {
            at: 'The board, which has met each month since 2023, will look at the plan and at the data that officers bring, and will then decide what to do about each of the actions.',
            message: /33 words/,
          },
        ],
      },
      {
        title: 'the part for children',
        kind: 'strategic-plan',
        text: '## Children’s version\n\nWe will ask you what you think about our plan and then we will tell everyone what you said.\n',
        finds: [{ at: 'We will ask you what you think about our plan and then we will tell everyone what you said.', message: /15/ }],
      },
    ],
  },
  looksFor: [longerThan.keyedBy(({ settings }) => leastOf(settings)), blocksWithCounts],
  check(document, report, { settings }) {
    const { sentenceLength } = settings;
    const ages = new Map<Section | null, number | null>();
    for (const { unit: prose, value } of longerThan(document, leastOf(settings))) {
      if (isApart(prose)) continue;
      const limit = isForChildren(prose) ? sentenceLength.easyReadWords : sentenceLength.words;
      for (const { from, to, words } of value) {
        if (words <= limit) continue;
        let age = ages.get(prose.section);
        if (age === undefined) ages.set(prose.section, (age = readingAge(document, prose.section)));
        report({
          at: prose.spanOf(from, to),
          message: `This sentence has ${words} words; aim for ${limit} at most. Split it.${age === null ? '' : ` This section can be read from about age ${age}.`}`,
        });
      }
    }
  },
};

export default rule;
