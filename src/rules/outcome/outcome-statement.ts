import { outcomeInfo, OUTCOMES } from '../../framework/wording.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { OutcomeStatement } from '../../document/index.js';
import type { DocumentRule, Fix, Problem } from '../rule.js';
import {
  compareWording,
  describeHunks,
  editsOf,
  nameSpan,
  outcomeText,
  spanOfHunks,
  wholeSentences,
  type OutcomeText,
} from './_wording.js';

/** Below this share of common words a sentence says more, or other things, than a slip would: the author decides. */
const SLIP = 0.7;

/** What other sentences of the section speak of, and no outcome statement. */
const FOLLOWS = /\b(?:inspection|reinspection|plan|Ofsted)\b/;

function misworded(text: OutcomeText, statement: OutcomeStatement): Problem | null {
  const { joined } = text;
  const found = joined.text.indexOf(statement.text);
  const { from, to: last } = wholeSentences(text, found, found + statement.text.length);
  // Where the second sentence of the statement is missing, the one in its place is another fixed sentence, and right as it is.
  const other = text.sentences.find(({ start, end, text: sentence }) => start > from && end <= last && FOLLOWS.test(sentence));
  const to = other ? from + joined.text.slice(from, other.start).trimEnd().length : last;
  const { expected } = statement;
  const { hunks, likeness } = compareWording(joined.text, from, to, expected);
  if (hunks.length === 0) return null;
  const edits = editsOf(joined, hunks);
  // Nothing that the author wrote is lost where words only come in.
  const safe = likeness >= SLIP || hunks.every(({ actual }) => actual === '');
  const single = hunks.length === 1 ? hunks[0]! : null;
  return {
    at: spanOfHunks(joined, hunks),
    message: `The outcome statement is fixed wording: ${describeHunks(hunks, expected)}.`,
    fixes: [
      {
        title: single?.actual && single.expected ? undefined : 'Use the framework’s wording',
        kind: safe ? 'fix' : 'assist',
        edits,
      },
    ],
  };
}

function missing(text: OutcomeText): Problem {
  const at = (text.section.heading ?? text.section).span.end;
  return {
    at: nameSpan(text.section),
    message: 'This section gives none of the three outcomes. Start it with the framework’s statement for the outcome that was reached.',
    fixes: OUTCOMES.map(({ name, statements }): Fix => ({
      title: `Insert the statement for “${name}”`,
      kind: 'assist',
      edits: [{ start: at, end: at, text: `\n\n${statements[0]}` }],
    })),
  };
}

export const report = (statement: string): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\n${statement}\n`;
export const [positive, inconsistent, failings] = [1, 2, 3].map((id) => outcomeInfo(id as 1 | 2 | 3).statements) as [
  readonly string[],
  readonly string[],
  readonly string[],
];

const rule: DocumentRule = {
  id: 'outcome-statement',
  title: 'The outcome section gives one of the three outcomes in the framework’s fixed wording',
  severity: 'error',
  kinds: ['full-inspection-report'],
  source: cite(SOURCES.publishedReports, 'section “Inspection outcome”; the three statements stand in 56 of 56'),
  rationale:
    'The statement is the judgement. It is worded the same in every report, so that readers can compare areas and nobody has to guess what a different word means.',
  help: 'Use the fixed wording of the outcome that was reached, word for word.',
  examples: {
    valid: [
      { title: 'the usual form of the first outcome', kind: 'full-inspection-report', text: report(positive[0]!) },
      { title: 'the form of 2023', kind: 'full-inspection-report', text: report(positive[1]!) },
    ],
    invalid: [
      {
        title: 'a changed word',
        kind: 'full-inspection-report',
        text: report(inconsistent[0]!.replace('disabilities', 'disability')),
        finds: [{ at: 'disability', message: /“disability” should be “disabilities”/ }],
        fixed: report(inconsistent[0]!),
      },
      {
        title: 'the second sentence missing before another',
        kind: 'full-inspection-report',
        text: report(`${inconsistent[0]!.split('. ')[0]!}.\n\n${outcomeInfo(2).nextInspection[0]!}`),
        finds: [{ at: '(SEND).' }],
        fixed: report(`${inconsistent[0]!}\n\n${outcomeInfo(2).nextInspection[0]!}`),
      },
      {
        title: 'a missing comma',
        kind: 'full-inspection-report',
        text: report(failings[0]!.replace('(SEND),', '(SEND)')),
        finds: [{ at: '(SEND)', message: /a comma is missing after “\(SEND\)”/ }],
        fixed: report(failings[0]!),
      },
    ],
  },
  check(document, problem) {
    const text = outcomeText(document);
    if (!text) return;
    const statements = document.facts.outcomeStatements;
    if (statements.length === 0) {
      if (!text.hasGap) problem(missing(text));
    } else if (statements.length === 1) {
      const found = misworded(text, statements[0]!);
      if (found) problem(found);
    }
  },
};

export default rule;
