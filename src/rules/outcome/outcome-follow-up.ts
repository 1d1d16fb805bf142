import { marker, type OutcomeStatement, type SendDocument, type Sentence } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { OutcomeId } from '../../framework/types.js';
import { outcomeInfo } from '../../framework/wording.js';
import type { DocumentRule, Fix, Problem } from '../rule.js';
import {
  closestOf,
  compareWording,
  describeHunks,
  editsOf,
  GAP,
  nameSpan,
  outcomeText,
  spanOfHunks,
  type OutcomeText,
} from './_wording.js';

type Request = 'strategic-plan' | 'priority-action-plan';

const requestOf = (outcome: OutcomeId): Request => (outcome === 3 ? 'priority-action-plan' : 'strategic-plan');
const ASKED: Readonly<Record<Request, string>> = {
  'strategic-plan': 'asks for the strategic plan to be updated and published',
  'priority-action-plan': 'says that His Majesty’s Chief Inspector requires a priority action plan (area SEND)',
};

const ASKING = /\b(?:asks?|requests?|requires?|required|must|should)\b/i;

function requestIn({ text }: Sentence): Request | null {
  if (!ASKING.test(text) || GAP.test(text)) return null;
  if (/\bpriority action plan\b/i.test(text)) return 'priority-action-plan';
  if (/\bstrategic (?:SEND |action |improvement )?plan\b/i.test(text) || /\basks? that the (?:local )?area partnership\b/i.test(text))
    return 'strategic-plan';
  return null;
}

const introducing = marker(({ text }): true | null => /\bCommission \(CQC\)/.test(text) || null);

/** The sentence to insert: it writes the Commission’s name out, and gives the abbreviation unless the document does so further down. */
function wordingFor(document: SendDocument, outcome: OutcomeId): string {
  const { followUp } = outcomeInfo(outcome);
  const introduced = introducing(document).length > 0;
  return (introduced ? followUp.find((text) => !text.includes('CQC')) : undefined) ?? followUp[0]!;
}

const SLIP = 0.6;

/** The words after `verb` are fixed; who asks is worded in several ways. */
function misworded(text: OutcomeText, sentence: Sentence, outcome: OutcomeId, verb: RegExp): Problem | null {
  const { joined } = text;
  const match = verb.exec(sentence.text);
  const from = sentence.start + (match ? match.index + match[0].length : 0);
  const variants = outcomeInfo(outcome).followUp.map((wording) =>
    match ? wording.slice(wording.search(verb) + verb.exec(wording)![0].length) : wording,
  );
  const { hunks, likeness, expected } = closestOf(joined.text, from, sentence.end, variants);
  if (hunks.length === 0) return null;
  return {
    at: spanOfHunks(joined, hunks),
    severity: 'info',
    message: `Most reports word this sentence differently: ${describeHunks(hunks, `… ${expected.trim()}`)}.`,
    fixes: [{ title: 'Use the framework’s wording', kind: likeness >= SLIP ? 'fix' : 'assist', edits: editsOf(joined, hunks) }],
  };
}

const UPDATE_AND_PUBLISH = [
  ['updated', /\bupdat/i],
  ['published', /\bpublish/i],
] as const;

function checkStrategicPlan(text: OutcomeText, sentence: Sentence, outcome: OutcomeId): Problem | null {
  const words = misworded(text, sentence, outcome, /\basks? /i);
  const absent = UPDATE_AND_PUBLISH.filter(([, pattern]) => !pattern.test(sentence.text)).map(([word]) => word);
  if (!words || absent.length === 0) return words;
  return {
    ...words,
    severity: 'error',
    message: `The strategic plan is to be updated and published, and this sentence does not say that it is to be ${absent.join(' and ')}. Use the framework’s wording.`,
  };
}

const OPENING = 'As a result of this inspection,';

/** `subject` is what stands before the verb. Other openings than a slip in the usual one are the author’s choice. */
function miswordedOpening({ joined }: OutcomeText, { start }: Sentence, subject: string): Problem | null {
  const end = subject.search(/\b(?:His|Her|HMCI|the Chief)\b/);
  if (end === 0) {
    const at = joined.spanOf(start, start + subject.trimEnd().length);
    return {
      at,
      severity: 'info',
      message: `Most reports begin this sentence with “${OPENING}”.`,
      fixes: [{ title: `Insert “${OPENING}”`, kind: 'fix', edits: [{ start: at.start, end: at.start, text: `${OPENING} ` }] }],
    };
  }
  if (end < 0) return null;
  const { hunks, likeness } = compareWording(joined.text, start, start + subject.slice(0, end).trimEnd().length, OPENING);
  if (hunks.length === 0 || likeness < SLIP) return null;
  return {
    at: spanOfHunks(joined, hunks),
    severity: 'info',
    message: `Most reports begin this sentence differently: ${describeHunks(hunks, OPENING)}.`,
    fixes: [{ title: 'Use the framework’s wording', kind: 'fix', edits: editsOf(joined, hunks) }],
  };
}

function checkPriorityActionPlan(document: SendDocument, text: OutcomeText, sentence: Sentence): Problem[] {
  const { joined } = text;
  const at = sentence.text.search(ASKING);
  const subject = sentence.text.slice(0, at);
  if (!/\bChief Inspector\b|\bHMCI\b/.test(subject)) {
    return [
      {
        at: joined.spanOf(sentence.start, sentence.end),
        message: 'It is His Majesty’s Chief Inspector who requires the priority action plan. Use the framework’s sentence.',
        fixes: [replacement(text, sentence, wordingFor(document, 3))],
      },
    ];
  }
  const found: Problem[] = [];
  const opening = miswordedOpening(text, sentence, subject);
  if (opening) found.push(opening);
  const words = misworded(text, sentence, 3, /\brequires? /i);
  return words ? [...found, words] : found;
}

const replacement = ({ joined }: OutcomeText, sentence: Sentence, wording: string): Fix => ({
  title: 'Use the framework’s sentence',
  kind: 'fix',
  edits: [{ ...joined.spanOf(sentence.start, sentence.end), text: wording }],
});

function otherOutcomes(
  document: SendDocument,
  text: OutcomeText,
  sentence: Sentence,
  statement: OutcomeStatement,
  ownIsThere: boolean,
): Problem {
  const { name } = outcomeInfo(statement.outcome);
  const own = requestOf(statement.outcome);
  return {
    at: text.joined.spanOf(sentence.start, sentence.end),
    message: ownIsThere
      ? `This belongs to another outcome. Delete it, because the outcome is “${name}”.`
      : `This belongs to another outcome. With “${name}”, the report ${ASKED[own]}.`,
    ...(ownIsThere ? {} : { fixes: [replacement(text, sentence, wordingFor(document, statement.outcome))] }),
    related: [{ span: statement.span, message: `The outcome is given as “${name}” here.` }],
  };
}

function missing(document: SendDocument, text: OutcomeText, statement: OutcomeStatement): Problem {
  const { name } = outcomeInfo(statement.outcome);
  const end = document.flow[text.section.flowEnd - 1]?.span.end ?? statement.span.end;
  return {
    at: nameSpan(text.section),
    message: `With the outcome “${name}”, this section ${ASKED[requestOf(statement.outcome)]}. Add the framework’s sentence at the end.`,
    fixes: [
      { title: 'Insert the sentence', kind: 'fix', edits: [{ start: end, end, text: `\n\n${wordingFor(document, statement.outcome)}` }] },
    ],
    related: [{ span: statement.span, message: `The sentence follows from the outcome “${name}”.` }],
  };
}

export const report = (outcome: OutcomeId, followUp: string, rest = ''): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\n${[outcomeInfo(outcome).statements[0]!, outcomeInfo(outcome).nextInspection[0]!, followUp].filter((part) => part !== '').join('\n\n')}\n${rest}`;
export const usual = (outcome: OutcomeId): string => outcomeInfo(outcome).followUp[0]!;
const THE_TEAM = '\n## Information about this inspection\n\nTwo inspectors came from the Care Quality Commission (CQC).\n';

const rule: DocumentRule = {
  id: 'outcome-follow-up',
  title: 'The outcome section asks for what follows from the outcome: an updated strategic plan, or a priority action plan',
  severity: 'error',
  kinds: ['full-inspection-report'],
  source: cite(
    SOURCES.publishedReports,
    'section “Inspection outcome”; the strategic plan in 42 of 42 with outcomes 1 and 2, the priority action plan in 14 of 14 with outcome 3',
  ),
  rationale:
    'The partnership’s next duty, and its deadline, rest on this sentence. It must either update and publish its strategic plan, or submit a priority action plan to Ofsted.',
  help: 'Use the framework’s sentence for the outcome, and no other.',
  examples: {
    valid: [
      {
        title: 'a regulator misnamed, which another rule looks at',
        kind: 'full-inspection-report',
        text: report(2, usual(2).replace('Ofsted and the Care Quality Commission', 'Ofsted and Quality Care Commission')),
      },
      {
        title: 'a gap that is still to be filled',
        kind: 'full-inspection-report',
        text: report(3, '[insert what the Chief Inspector requires]'),
      },
    ],
    invalid: [
      {
        title: 'nothing asked',
        kind: 'full-inspection-report',
        text: report(2, ''),
        finds: [{ at: 'Inspection outcome', message: /strategic plan to be updated and published/ }],
        fixed: report(2, usual(2)),
      },
      {
        title: 'nothing asked, and the abbreviation explained further down',
        kind: 'full-inspection-report',
        text: report(1, '', THE_TEAM),
        finds: [{ at: 'Inspection outcome' }],
        fixed: report(1, usual(1).replace(' (CQC)', ''), THE_TEAM),
      },
      {
        title: 'nothing required',
        kind: 'full-inspection-report',
        text: report(3, ''),
        finds: [{ at: 'Inspection outcome', message: /Chief Inspector requires a priority action plan/ }],
        fixed: report(3, usual(3)),
      },
    ],
  },
  check(document, problem) {
    const text = outcomeText(document);
    const { outcome, outcomeStatements } = document.facts;
    const statement = outcomeStatements[0];
    if (!text || !statement || outcome === null) return;
    const own = requestOf(outcome);
    const requests = text.sentences.flatMap((sentence) => {
      const request = requestIn(sentence);
      return request ? [{ request, sentence }] : [];
    });
    const ownRequest = requests.find(({ request }) => request === own);
    const others = requests.filter(({ request }) => request !== own);
    others.forEach(({ sentence }, index) =>
      problem(otherOutcomes(document, text, sentence, statement, ownRequest !== undefined || index > 0)),
    );
    if (ownRequest) {
      const found =
        own === 'priority-action-plan'
          ? checkPriorityActionPlan(document, text, ownRequest.sentence)
          : [checkStrategicPlan(text, ownRequest.sentence, outcome)];
      for (const one of found) if (one) problem(one);
    } else if (others.length === 0 && !text.hasGap) problem(missing(document, text, statement));
  },
};

export default rule;
