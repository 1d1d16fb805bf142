import { addCounts, countText, readabilityOf, type TextCounts } from '../../document/readability.js';
import { sentencesOf, wordsOf, type PlacedProse, type Prose, type Section, type SendDocument } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';
import { isApart } from './_acronyms.js';
import { isQuoted } from './_patterns.js';

interface Measured {
  readonly counts: TextCounts;
  /** Words in each sentence, with its place; sentences in quotation marks are left out. */
  readonly sentences: readonly { readonly from: number; readonly to: number; readonly words: number }[];
}

const measured = new WeakMap<Prose, Measured>();

function measure(prose: Prose): Measured {
  let found = measured.get(prose);
  if (!found) {
    const sentences = sentencesOf(prose)
      .filter(({ start, end }) => !isQuoted(prose, start, end))
      .map(({ start, end, text }) => ({ from: start, to: end, words: wordsOf(text).length }));
    measured.set(prose, (found = { counts: countText(prose.text), sentences }));
  }
  return found;
}

const FOR_CHILDREN = /\beasy[- ]read\b|\b(?:children|young people)(?:[’']s)? version\b|\bversion for (?:children|young people)\b/i;

/** Whether a part is written for children: its own heading or one above says so. */
function isForChildren(prose: PlacedProse): boolean {
  for (let section = prose.section; section; section = section.parent) {
    if (section.heading && FOR_CHILDREN.test(section.heading.text) && !/\bwhere|how to get|other formats\b/i.test(section.heading.text)) return true;
  }
  return false;
}

/** The reading age of each section's running text. */
function readingAges(document: SendDocument): (section: Section | null) => number | null {
  const counts = new Map<Section | null, TextCounts>();
  for (const prose of document.prose) {
    if (prose.kind === 'heading' || prose.kind === 'header-cell' || prose.prose.quoted > 0) continue;
    const own = measure(prose.prose).counts;
    const sum = counts.get(prose.section);
    counts.set(prose.section, sum ? addCounts(sum, own) : own);
  }
  return (section) => {
    const sum = counts.get(section);
    return sum && sum.words >= LEAST_WORDS ? readabilityOf(sum).readingAge : null;
  };
}

/** A reading age for less text says little. */
const LEAST_WORDS = 60;

const rule: DocumentRule = {
  id: 'sentence-length',
  title: 'Sentences are short enough to be understood at first reading',
  // One published sentence in five has more than 25 words, so reports are checked only when the settings say so.
  severity: { 'strategic-plan': 'info', 'priority-action-plan': 'info' },
  kinds: ALL_KINDS,
  idle: true,
  source: cite(SOURCES.govukStyle, 'sentence length: no more than 25 words'),
  rationale: 'Beyond 25 words people begin to lose the thread. Plans must be readable by children, young people, parents and carers.',
  help: 'Split the sentence, or turn a long list into bullet points. The length is set in the settings under “sentenceLength”.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: 'We will open two new classes in May. Each of them has room for eight children.\n' },
      { kind: 'full-inspection-report', text: `Leaders ${'work with families and '.repeat(8)}schools.\n` },
      { title: 'quotations', kind: 'strategic-plan', text: `> Leaders ${'work with families and '.repeat(8)}schools.\n\nA parent said: “${'we wait and '.repeat(10)}hope.”\n`, settings: { sentenceLength: { words: 40, easyReadWords: 15 } } },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        text: 'We meet monthly. The board, which has met each month since 2023, will look at the plan and at the data that officers bring, and will then decide what to do about each of the actions.\n',
        finds: [{ at: 'The board, which has met each month since 2023, will look at the plan and at the data that officers bring, and will then decide what to do about each of the actions.', message: /33 words/ }],
      },
      {
        title: 'the part for children',
        kind: 'strategic-plan',
        text: '## Children’s version\n\nWe will ask you what you think about our plan and then we will tell everyone what you said.\n',
        finds: [{ at: 'We will ask you what you think about our plan and then we will tell everyone what you said.', message: /15/ }],
      },
    ],
  },
  check(document, report, { settings }) {
    let ages: ReturnType<typeof readingAges> | null = null;
    for (const prose of document.prose) {
      if (prose.kind === 'heading' || prose.kind === 'header-cell' || prose.prose.quoted > 0 || isApart(prose)) continue;
      const { sentences } = measure(prose.prose);
      const least = Math.min(settings.sentenceLength.words, settings.sentenceLength.easyReadWords);
      if (!sentences.some(({ words }) => words > least)) continue;
      const limit = isForChildren(prose) ? settings.sentenceLength.easyReadWords : settings.sentenceLength.words;
      for (const { from, to, words } of sentences) {
        if (words <= limit) continue;
        ages ??= readingAges(document);
        const age = ages(prose.section);
        report({
          at: prose.spanOf(from, to),
          message: `This sentence has ${words} words; aim for ${limit} at most. Split it.${age === null ? '' : ` This section can be read from about age ${age}.`}`,
        });
      }
    }
  },
};

export default rule;
