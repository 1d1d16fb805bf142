import {
  editDistance,
  marker,
  matchesOf,
  parseNumber,
  quick,
  splitSentences,
  type OutcomeStatement,
  type SendDocument,
  type Sentence,
} from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { OutcomeId, Span } from '../../framework/types.js';
import { outcomeInfo, type OutcomeInfo } from '../../framework/wording.js';
import { REPORTS, replaceWith, type DocumentRule, type Fix, type Problem } from '../rule.js';
import { closestOf, describeHunks, editsOf, GAP, nameSpan, outcomeText, spanOfHunks, type OutcomeText } from './_wording.js';

type Subject = 'full' | 'monitoring';

/** What a sentence says of one inspection to come. Offsets are those of the joined text. */
interface Clause {
  readonly subject: Subject;
  readonly sentence: Sentence;
  /** The sentence speaks of this inspection alone. */
  readonly alone: boolean;
  /** It is the first, or the only one, that the sentence speaks of. */
  readonly first: boolean;
  readonly from: number;
  readonly interval: {
    readonly months: number;
    readonly from: number;
    readonly to: number;
    readonly digits: boolean;
    readonly unit: string;
  } | null;
}

const SUBJECT =
  /\bmonitoring inspection\b|\bnext (?:full )?(?:local )?(?:area )?(?:SEND )?(?:full )?(?:re-?)?inspection\b|\bfull (?:area )?(?:SEND )?re-?inspection\b/gi;
const INTERVAL = /\b(\d{1,3}|[a-z]+(?:-four)?) (years?|months?)\b/gi;

function intervalIn(text: string, offset: number): Clause['interval'] {
  for (const match of matchesOf(text, INTERVAL)) {
    const number = parseNumber(match[1]!);
    if (number === null) continue;
    const from = offset + match.index;
    const years = /^year/i.test(match[2]!);
    return {
      months: years ? number * 12 : number,
      from,
      to: from + match[0].length,
      digits: /^\d/.test(match[1]!),
      unit: years ? 'years' : 'months',
    };
  }
  return null;
}

function clausesOf({ sentences }: OutcomeText): Clause[] {
  return sentences
    .filter((sentence) => !GAP.test(sentence.text))
    .flatMap((sentence) => {
      const subjects = [...matchesOf(sentence.text, SUBJECT)];
      return subjects.flatMap((match, index): Clause[] => {
        const end = subjects[index + 1]?.index ?? sentence.text.length;
        const text = sentence.text.slice(match.index, end);
        const from = sentence.start + match.index;
        const interval = intervalIn(text, from);
        // What neither lies ahead nor has an interval tells of something else.
        if (!interval && !/\bwill\b/i.test(text)) return [];
        return [
          {
            subject: /^monitoring/i.test(match[0]) ? 'monitoring' : 'full',
            sentence,
            alone: subjects.length === 1,
            first: index === 0,
            from,
            interval,
          },
        ];
      });
    });
}

/** The fixed sentences about one of the two inspections, the usual form first. */
const sentencesFor = (info: OutcomeInfo, subject: Subject): readonly string[] => {
  const all = info.nextInspection.flatMap((wording) => splitSentences(wording).map((sentence) => sentence.text));
  return [...new Set(all.filter((text) => /\bmonitoring\b/i.test(text) === (subject === 'monitoring')))];
};

const intervalText = (info: OutcomeInfo, subject: Subject, digits: boolean): string => {
  const shown = sentencesFor(info, subject).flatMap((text) => [...matchesOf(text, INTERVAL)].map((match) => match[0]));
  return shown.find((text) => /^\d/.test(text) === digits) ?? shown[0]!;
};

const monthsFor = (info: OutcomeInfo, subject: Subject): number | null =>
  subject === 'full' ? info.nextFullInspectionMonths : info.monitoringInspectionMonths;
const NAMES: Readonly<Record<Subject, string>> = { full: 'next full inspection', monitoring: 'monitoring inspection' };

const LOOSE = /\b(?:about|around|roughly|nearly|almost|some|circa|approx\.?|approximate) $/i;

/** Where the last word of a text starts. */
const wordStart = (text: string): number => Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1;

function withoutApproximately(text: OutcomeText, clause: Clause): Problem | null {
  const { interval } = clause;
  const { joined } = text;
  if (!interval || /\bapproximately\b/i.test(joined.text.slice(clause.from, interval.from))) return null;
  const before = joined.text.slice(0, interval.from);
  const slip = /\b(\p{L}{10,17}) $/u.exec(before.slice(-20));
  const misspelt = slip !== null && editDistance(slip[1]!.toLowerCase(), 'approximately') <= 3;
  const loose = misspelt ? slip[0] : (LOOSE.exec(before.slice(-20))?.[0] ?? '');
  const number = joined.text.slice(interval.from).search(/\s/);
  const from = loose ? interval.from - loose.length : wordStart(before.trimEnd());
  const edit = loose
    ? { ...joined.spanOf(from, interval.from - 1), text: 'approximately' }
    : {
        start: joined.spanOf(interval.from, interval.to).start,
        end: joined.spanOf(interval.from, interval.to).start,
        text: 'approximately ',
      };
  return {
    at: loose ? joined.spanOf(from, interval.from - 1) : joined.spanOf(Math.max(from, clause.from), interval.from + number),
    message: misspelt
      ? `“${slip[1]!}” should be “approximately”.`
      : `“approximately” is missing from the fixed sentence about the ${NAMES[clause.subject]}. Put it before the interval, because the date is not fixed yet.`,
    fixes: [{ kind: 'fix', edits: [edit] }],
  };
}

function wrongInterval(text: OutcomeText, clause: Clause, info: OutcomeInfo, statement: OutcomeStatement): Problem | null {
  const { interval, subject } = clause;
  if (!interval || interval.months === monthsFor(info, subject)) return null;
  const at = text.joined.spanOf(interval.from, interval.to);
  const right = intervalText(info, subject, interval.digits);
  return {
    at,
    message: `With the outcome “${info.name}”, the ${NAMES[subject]} is within approximately ${right}. Change the interval, or the outcome if that is what is wrong.`,
    fixes: [replaceWith(at, right)],
    related: [{ span: statement.span, message: `The outcome is given as “${info.name}” here.` }],
  };
}

const SLIP = 0.6;

/** Other words than the fixed ones. Some were published, so this is no more than worth a look, unless the interval went missing. */
function misworded({ joined }: OutcomeText, clause: Clause, info: OutcomeInfo): Problem | null {
  if (!clause.first) return null;
  const variants = clause.alone ? sentencesFor(info, clause.subject) : info.nextInspection;
  const { hunks, likeness, expected } = closestOf(joined.text, clause.sentence.start, clause.sentence.end, variants);
  if (hunks.length === 0) return null;
  const at = spanOfHunks(joined, hunks);
  const fix: Fix = { title: 'Use the framework’s wording', kind: likeness >= SLIP ? 'fix' : 'assist', edits: editsOf(joined, hunks) };
  if (!clause.interval)
    return {
      at,
      message: `The sentence about the ${NAMES[clause.subject]} does not say when it will be. It should read “${expected}”`,
      fixes: [fix],
    };
  return { at, severity: 'info', message: `Most reports word this sentence differently: ${describeHunks(hunks, expected)}.`, fixes: [fix] };
}

const IN_DIGITS = quick(/\b[2-9] (?:years|months)\b/);
const IN_WORDS = quick(/\b(?:two|three|four|five|six|seven|eight|nine) (?:years|months)\b/i);
const inDigits = marker(({ text }): true | null => IN_DIGITS.test(text) || null, [IN_DIGITS]);
const inWords = marker(({ text }): true | null => IN_WORDS.test(text) || null, [IN_WORDS]);

/** Numbers as the rest of the document writes them; words where it has none. */
const prefersDigits = (document: SendDocument): boolean => inDigits(document).length > 0 && inWords(document).length === 0;

/** A sentence that differs by no more characters is the fixed one with a slip in it. */
const MOST_CHANGED = 14;

const TELLS_WHEN = /\b(?:will be within|within approximately)\b/i;

function missing(
  document: SendDocument,
  text: OutcomeText,
  info: OutcomeInfo,
  statement: OutcomeStatement,
  subject: Subject,
  clauses: readonly Clause[],
  other: Clause | undefined,
): Problem {
  const variants = sentencesFor(info, subject);
  const wording = variants[prefersDigits(document) ? variants.length - 1 : 0]!;
  // One slip in it, and it is no longer known as the sentence that it is.
  const garbled = text.sentences.find(
    (sentence) => TELLS_WHEN.test(sentence.text) && !clauses.some((clause) => clause.sentence === sentence),
  );
  if (garbled) {
    const at = text.joined.spanOf(garbled.start, garbled.end);
    return {
      at,
      message: `This sentence does not read as the one about the ${NAMES[subject]}. It should read “${wording}”`,
      fixes: [{ ...replaceWith(at, wording), kind: editDistance(garbled.text.trim(), wording) <= MOST_CHANGED ? 'fix' : 'assist' }],
      related: [{ span: statement.span, message: `The sentence follows from the outcome “${info.name}”.` }],
    };
  }
  const edit = (at: number, inserted: string): Fix => ({
    title: 'Insert the sentence',
    kind: 'fix',
    edits: [{ start: at, end: at, text: inserted }],
  });
  const place = (): Fix => {
    if (other) {
      const { start, end } = text.joined.spanOf(other.sentence.start, other.sentence.end);
      return subject === 'monitoring' ? edit(start, `${wording} `) : edit(end, ` ${wording}`);
    }
    const node = document.flow.find(({ span }) => span.end >= statement.span.end);
    return edit(node?.span.end ?? statement.span.end, `\n\n${wording}`);
  };
  return {
    at: nameSpan(text.section),
    message: `This section does not say when the ${NAMES[subject]} will be. Add “${wording}”`,
    fixes: [place()],
    related: [{ span: statement.span, message: `The sentence follows from the outcome “${info.name}”.` }],
  };
}

function notForThisOutcome({ joined }: OutcomeText, clause: Clause, info: OutcomeInfo, statement: OutcomeStatement): Problem {
  const { start, end } = clause.alone ? clause.sentence : { start: clause.from, end: clause.interval?.to ?? clause.sentence.end };
  return {
    at: joined.spanOf(start, end),
    message: `A monitoring inspection follows only from widespread and/or systemic failings. Delete this sentence, or change the outcome, which is given as “${info.name}”.`,
    related: [{ span: statement.span, message: `The outcome is given as “${info.name}” here.` }],
  };
}

function checkNext(document: SendDocument, text: OutcomeText, statement: OutcomeStatement, problem: (found: Problem) => void): void {
  const info = outcomeInfo(statement.outcome);
  const clauses = clausesOf(text);
  for (const clause of clauses) {
    if (monthsFor(info, clause.subject) === null) {
      problem(notForThisOutcome(text, clause, info, statement));
      continue;
    }
    const found = [wrongInterval(text, clause, info, statement), withoutApproximately(text, clause)].filter((one) => one !== null);
    const wording = found.length === 0 ? misworded(text, clause, info) : null;
    for (const one of wording ? [wording] : found) problem(one);
  }
  const wanted: readonly Subject[] = info.monitoringInspectionMonths === null ? ['full'] : ['monitoring', 'full'];
  const absent = wanted.filter((subject) => !clauses.some((clause) => clause.subject === subject));
  if (absent.length === 0 || text.hasGap) return;
  const found = missing(
    document,
    text,
    info,
    statement,
    absent[0]!,
    clauses,
    clauses.find((clause) => wanted.includes(clause.subject)),
  );
  if (absent.length === 1) problem(found);
  else {
    // Both are gone: they are one passage.
    const node = document.flow.find(({ span }) => span.end >= statement.span.end);
    const at = node?.span.end ?? statement.span.end;
    const wording = info.nextInspection[prefersDigits(document) ? info.nextInspection.length - 1 : 0]!;
    problem({
      ...found,
      message: `This section does not say when the next inspections will be. Add “${wording}”`,
      fixes: [{ title: 'Insert the sentences', kind: 'fix', edits: [{ start: at, end: at, text: `\n\n${wording}` }] }],
    });
  }
}

const WITHIN = quick(/\bwithin approximately\b/i);
/** Sentences that tell when something will be, in the words that the fixed ones have for it. */
const tellsWhen = marker(
  ({ text, kind }): Span | null => {
    const sentence = kind === 'heading' ? undefined : splitSentences(text).find((one) => WITHIN.test(one.text));
    return sentence ? { start: sentence.start, end: sentence.end } : null;
  },
  [WITHIN],
);

/** Of a monitoring report no wording is fixed. One that tells when the next inspection will be, and cannot be read, is told of. */
function checkMonitoring(document: SendDocument, problem: (found: Problem) => void): void {
  if (document.facts.nextFullInspection !== null || document.facts.monitoringInspection !== null) return;
  const first = tellsWhen(document)[0];
  if (first)
    problem({
      at: first.unit.spanOf(first.value.start, first.value.end),
      severity: 'warning',
      message:
        'This sentence seems to say when the next inspection will be, but neither which one nor when can be read. Look for a slip in it.',
    });
}

export const report = (outcome: OutcomeId, next: string): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\n${[outcomeInfo(outcome).statements[0]!, next, outcomeInfo(outcome).followUp[0]!].filter((part) => part !== '').join('\n\n')}\n`;
export const usual = (outcome: OutcomeId): string => outcomeInfo(outcome).nextInspection[0]!;

const rule: DocumentRule = {
  id: 'next-inspection',
  title: 'The outcome section says when the next inspection will be, with the interval that the outcome has',
  severity: 'error',
  kinds: REPORTS,
  source: cite(SOURCES.publishedReports, 'section “Inspection outcome”; the interval follows from the outcome in 56 of 56'),
  rationale:
    'The interval follows from the outcome: about five years for the first and about three for the second. The third brings monitoring after about 18 months and a full reinspection within about three years. “Approximately” is part of the fixed wording, because the date is not a promise.',
  help: 'Use the framework’s sentence for the outcome, with its interval and with “approximately”.',
  examples: {
    valid: [
      {
        title: 'a capital that another rule looks at',
        kind: 'full-inspection-report',
        text: report(2, usual(2).replace('area SEND', 'Area SEND')),
      },
      {
        title: 'a gap that is still to be filled',
        kind: 'full-inspection-report',
        text: report(2, '[insert when the next inspection will be]'),
      },
    ],
    invalid: [
      {
        title: 'another outcome’s interval',
        kind: 'full-inspection-report',
        text: report(2, usual(1)),
        finds: [{ at: 'five years', message: /within approximately three years/ }],
        fixed: report(2, usual(2)),
      },
      {
        title: 'another interval in digits',
        kind: 'full-inspection-report',
        text: report(1, outcomeInfo(2).nextInspection[1]!),
        finds: [{ at: '3 years' }],
        fixed: report(1, outcomeInfo(1).nextInspection[1]!),
      },
      {
        title: '“approximately” left out',
        kind: 'full-inspection-report',
        text: report(2, usual(2).replace('approximately ', '')),
        finds: [{ at: 'within three', message: /“approximately” is missing/, severity: 'error' }],
        fixed: report(2, usual(2)),
      },
      {
        title: 'a slip in a monitoring report',
        kind: 'monitoring-inspection-report',
        text: '## Inspection outcome\n\nThe next f>ull reinspection will be within approximately three years. Leaders will see to it.\n',
        finds: [
          {
            at: 'The next f>ull reinspection will be within approximately three years.',
            message: /neither which one nor when/,
            severity: 'warning',
          },
        ],
      },
      {
        title: 'a slip in the middle of the sentence',
        kind: 'full-inspection-report',
        text: report(2, usual(2).replace('inspection', 'inspe.ction')),
        finds: [{ at: usual(2).replace('inspection', 'inspe.ction'), message: /does not read as the one/ }],
        fixed: report(2, usual(2)),
      },
    ],
  },
  looksFor: [tellsWhen.in(['monitoring-inspection-report'])],
  check(document, problem) {
    if (document.kind === 'monitoring-inspection-report') {
      checkMonitoring(document, problem);
      return;
    }
    const text = outcomeText(document);
    const { outcome, outcomeStatements } = document.facts;
    const statement = outcomeStatements[0];
    if (text && statement && outcome !== null) checkNext(document, text, statement, problem);
  },
};

export default rule;
