import { byText, matchesOf, splitSentences, type AreaFact, type SendDocument, type Sentence } from '../../document/index.js';
import { ACTION_WORDS } from '../../framework/bodies.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import type { DocumentRule, Problem } from '../rule.js';
import { GAP, unitsAt } from './_wording.js';

const ACTORS = new RegExp(`\\b(?:${ACTION_WORDS.actors.join('|')})\\b`, 'i');
const IMPERATIVE = new RegExp(
  `^(?:[•◼▪–-] )?(?:(?:urgently|further|jointly|fully|also|to) )?(?:${ACTION_WORDS.imperatives.join('|')})\\b`,
  'i',
);
const MODAL = /\b(?:should|must|ought to|shall)\b/gi;
const NEED = /\b(?:(?:needs?|has|have|is required|are required|is expected|are expected|is|are) to|will|would benefit)\b/i;

/** “The partnership needs a shared approach”: what is needed is to be made. */
const NEEDED =
  /\b(?:needs?|requires?) (?:(?:an?|much|far|even|some|more|better|greater|further|additional|clear|consistent|urgent|joint|shared|improved|strengthened)|\p{L}{3,}er) \p{L}/iu;

/** “Not as fast as they should be”: what follows a comparison or a thing that is wanted asks nobody. */
const WANTED =
  /\b(?:as|than|that|which|what|when|where|who|advice|care|education|help|information|opportunities|outcomes|provision|services|support) (?:he|it|she|they)(?: \w+ly)? $/i;
const ABOUT_OTHERS = /\b(?:carers|child|children|families|family|parents|people|person|pupils|they) $/i;
/** Of whom reports say what they need: that is a finding. */
const SOMEBODY_ELSE =
  /\b(?:carers|child|children|families|family|learners?|parents|people|person|pupils?|students?|those|they|who|which|that|when|where|what|if|whether|because|but|although|while)\b/i;
const LACKING = /\b(?:few|lack|lacks|no|not|too)\b/i;

/** A verb that asks, with who is asked before it; null when the sentence asks nobody. */
function askIn(sentence: Sentence): { readonly subject: string; readonly rest: string } | null {
  const { text } = sentence;
  for (const match of matchesOf(text, MODAL)) {
    const subject = text.slice(0, match.index);
    if (!WANTED.test(subject)) return { subject, rest: text.slice(match.index + match[0].length) };
  }
  const need = NEED.exec(text);
  if (need) {
    const subject = text.slice(0, need.index);
    // “There needs to be …” asks, but nobody in particular.
    if (/^(?:they|it|there) $/i.test(subject) || (ACTORS.test(subject) && !ABOUT_OTHERS.test(subject) && !LACKING.test(subject)))
      return { subject, rest: text.slice(need.index + need[0].length) };
  }
  const needed = NEEDED.exec(text);
  if (needed) {
    const subject = text.slice(0, needed.index);
    if (!ABOUT_OTHERS.test(subject) && !SOMEBODY_ELSE.test(subject) && !LACKING.test(subject))
      return { subject, rest: text.slice(needed.index) };
  }
  // "Leaders to ensure that …", as in notes.
  const short = /^((?:the )?(?:[\w’-]+ ){0,7}?(?:leaders|partnership|partners|authority|council|board|icb|commissioners)) to [a-z]/i.exec(
    text,
  );
  return short ? { subject: short[1]!, rest: text.slice(short[0].length) } : null;
}

/** The sentences of a text, and those that ask. */
const asksIn = byText((text) => {
  const sentences = splitSentences(text);
  const asks = sentences.flatMap((sentence) => {
    const ask = askIn(sentence);
    return ask ? [{ sentence, ...ask }] : [];
  });
  return { sentences, asks };
});

/** The text of an area at its place: a list’s mark does not belong to it. */
function placeOf(document: SendDocument, area: AreaFact): Span {
  const units = unitsAt(document, area.span).filter((unit) => unit.kind === 'item');
  return units.length > 0 ? { start: units[0]!.span.start, end: units.at(-1)!.span.end } : area.span;
}

function spanOfSentence(document: SendDocument, area: AreaFact, sentence: Sentence): Span {
  for (const unit of unitsAt(document, area.span)) {
    const from = unit.text.indexOf(sentence.text);
    if (from >= 0) return unit.spanOf(from, from + sentence.text.length);
  }
  return placeOf(document, area);
}

/** A sentence before the list or a header above the table that says who should act: “Leaders should:”. */
function hasLeadIn(document: SendDocument, areas: readonly AreaFact[]): boolean {
  const first = areas[0]!.span.start;
  const section = document.sectionAt(first);
  if (!section) return false;
  return document.proseIn(section).some((unit) => {
    if (unit.kind === 'heading' || unit.span.end > first || !/:\s*$/.test(unit.text)) return false;
    return asksIn(unit.text).asks.length > 0;
  });
}

const SHORTEST = 4;
const PASSIVE = /^ (?:also |then |urgently )?be (?:\w+ly )?(?:\w{2,}(?:ed|en|ought|aught|wn)|made|put|set|kept|held)\b/i;
const REFERS_BACK = /^(?:this|that|these|those|it|they|such|all|doing so)\b/i;

function problemOf(document: SendDocument, area: AreaFact): Problem | null {
  if (GAP.test(area.text) || area.text.split(' ').length < SHORTEST) return null;
  const { sentences, asks } = asksIn(area.text);
  const bodies = area.responsibleBodies.length > 0;
  if (asks.length === 0) {
    if (!sentences.some((sentence) => IMPERATIVE.test(sentence.text))) {
      return {
        at: placeOf(document, area),
        message:
          'This area says what is wrong, and asks nobody to act. Say who should do what, for example “Leaders across the partnership should …”.',
      };
    }
    if (bodies) return null;
    return {
      at: spanOfSentence(document, area, sentences[0]!),
      severity: 'info',
      message: 'This area does not say who should act. Begin with the partner, for example “Leaders across the partnership should …”.',
    };
  }
  if (bodies) return null;
  if (!asks.some(({ subject, rest }) => ACTORS.test(subject) || /\bby\b/.test(rest))) {
    return {
      at: spanOfSentence(document, area, asks[0]!.sentence),
      severity: 'info',
      message: 'This area does not say who should act. Name the partner, for example “Leaders across the partnership should …”.',
    };
  }
  const passive = asks.find(
    ({ sentence, subject, rest }) =>
      PASSIVE.test(rest) && !/\bby\b/.test(rest) && !REFERS_BACK.test(sentence.text) && !ACTORS.test(subject),
  );
  if (!passive) return null;
  return {
    at: spanOfSentence(document, area, passive.sentence),
    severity: 'info',
    message: 'This sentence does not say who should act. Name the partner, or say “they should …”.',
  };
}

const report = (...areas: readonly string[]): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n${areas.map((area) => `| ${area} |\n`).join('')}`;

const rule: DocumentRule = {
  id: 'area-not-an-action',
  title: 'Every area for improvement or priority action asks somebody to do something',
  severity: 'warning',
  kinds: ['full-inspection-report'],
  source: cite(
    SOURCES.publishedReports,
    'sections “Areas for improvement” and “Areas for priority action”; “Leaders … should …” is the usual form',
  ),
  rationale:
    'The partnership’s plan answers each area with actions. A finding tells what is wrong, but leaves open who is to put it right and how anyone will know.',
  help: 'Begin with the partner who should act, followed by “should” or “must” and what is to be done.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: report(
          'Leaders across the partnership should improve the quality of EHC plans.',
          'The local area partnership needs to strengthen its oversight. This includes the use of data.',
          'The partnership will review its plans every year.',
          'The partnership needs a shared approach to annual reviews.',
          'Health leaders require clearer lines of accountability for therapies.',
          'Leaders must continue to develop their plans. These should be shared with families.',
          'Health commissioners and providers should make sure that:<br>• waits are shorter<br>• families have help while they wait.',
        ),
      },
      {
        title: 'a lead-in that all areas share',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for improvement\n\nLeaders across the partnership should:\n\n- improve the quality of all EHC plans\n- complete annual reviews on time\n',
      },
      {
        title: 'a lead-in as a row',
        kind: 'full-inspection-report',
        text: report('Leaders across the partnership should:', '• the quality of all EHC plans', '• annual reviews on time'),
      },
      {
        title: 'a gap that is still to be filled',
        kind: 'full-inspection-report',
        text: report('[insert name of partner] improves [insert what is to be improved] soon.'),
      },
      {
        title: 'priority action whose body stands in its column',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for priority action\n\n| Responsible body | Areas for priority action |\n| --- | --- |\n| Exampleshire Council | Urgently improve the quality of all EHC plans. |\n',
      },
    ],
    invalid: [
      {
        title: 'findings',
        kind: 'full-inspection-report',
        text: report(
          'EHC plans are not updated in time. This worries families.',
          'Leaders do not give children and young people the help that they need to succeed.',
          'Annual reviews are not as timely as they should be.',
          'Families need better information while they wait.',
        ),
        finds: [
          { at: 'EHC plans are not updated in time. This worries families.', severity: 'warning', message: /asks nobody to act/ },
          { at: 'Leaders do not give children and young people the help that they need to succeed.', severity: 'warning' },
          { at: 'Annual reviews are not as timely as they should be.', severity: 'warning' },
          { at: 'Families need better information while they wait.', severity: 'warning' },
        ],
      },
      {
        title: 'a finding in a list',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for improvement\n\n- Leaders should improve annual reviews.\n- Waits for therapy are too long.\n',
        finds: [{ at: 'Waits for therapy are too long.' }],
      },
      {
        title: 'nobody in particular',
        kind: 'full-inspection-report',
        text: report(
          'Improve the quality of all EHC plans.',
          'The quality of all EHC plans must be improved.',
          'The partnership should check its plans. Data should be regularly reviewed.',
          'Annual reviews need better oversight.',
          'There needs to be a shared approach to short breaks.',
        ),
        finds: [
          { at: 'Improve the quality of all EHC plans.', severity: 'info' },
          { at: 'The quality of all EHC plans must be improved.', severity: 'info' },
          { at: 'Data should be regularly reviewed.', severity: 'info' },
          { at: 'Annual reviews need better oversight.', severity: 'info' },
          { at: 'There needs to be a shared approach to short breaks.', severity: 'info' },
        ],
      },
    ],
  },
  check(document, problem) {
    for (const areas of [document.facts.areasForPriorityAction, document.facts.areasForImprovement]) {
      if (areas.length === 0 || hasLeadIn(document, areas)) continue;
      for (const area of areas) {
        const found = problemOf(document, area);
        if (found) problem(found);
        // “Leaders should:” in a row of its own speaks for the rows after it.
        if (/:\s*$/.test(area.text) && asksIn(area.text).asks.length > 0) break;
      }
    }
  },
};

export default rule;
