import { formatDate, readDeadline, type PlacedProse, type SendDocument } from '../../document/index.js';
import { MONTH_NAMES } from '../../framework/days.js';
import { SOURCES } from '../../framework/sources.js';
import type { IsoDate, Span } from '../../framework/types.js';
import { matchesOf } from '../../text/matches.js';
import { PLANS, type DocumentRule } from '../rule.js';

const YEARS = /\b20\d{2} ?(?:-|–|—|\/|to|until) ?(?:20)?\d{2}\b/g;
/** "This plan runs from 1 April 2026 to 31 March 2029." */
const RUNS = /\b(?:plan|strategy|it|document|roadmap)\b[^.]{0,60}\b(?:runs?|covers?|lasts?)\b[^.]{0,80}/i;
/** “1 April 2026 to 31 March 2030”, “September 2026 to August 2029”, as the whole or the end of a line below the title. */
const MONTHS = new RegExp(
  `\\b(?:\\d{1,2} )?(?:${MONTH_NAMES.join('|')}) 20\\d{2} ?(?:to|until|–|—|-) ?(?:\\d{1,2} )?(?:${MONTH_NAMES.join('|')}) 20\\d{2}\\)?$`,
  'i',
);
/** Of how many blocks below the title one may be such a line, and how long that is at most, in characters. */
const [SUBTITLES, LONGEST_SUBTITLE] = [4, 120];
/** Labels of a table, list or line at the beginning that gives the period. */
const LABEL =
  /^(?:(?:(?:this )?(?:plan|strategy) )?(?:lasts until|runs (?:from|until|to)|period(?: covered)?|valid until|covers)|(?:plan|strategy) (?:ends?(?: on)?|end date|duration)):?$/i;

/** How far into a plan its period is looked for, in blocks. */
const OPENING = 40;

interface Period {
  readonly end: IsoDate;
  readonly at: Span;
}

/** The last day that the plan's period can mean: as its title says, else a line below it, else a label or sentence of its opening; null when none does. */
function periodOf(document: SendDocument, today: IsoDate): Period | null {
  const title = document.headings.find(({ depth }) => depth === 1);
  if (title) {
    const match = matchesOf(title.text, YEARS).at(-1);
    const end = match && readDeadline(match[0]).latest;
    const from = match ? document.text.indexOf(match[0], title.textSpan.start) : -1;
    if (end)
      return { end, at: match && from >= 0 && from < title.textSpan.end ? { start: from, end: from + match[0].length } : title.textSpan };
  }
  for (const placed of document.blocks.slice(0, SUBTITLES + 1))
    for (const unit of document.unitsOf(placed)) {
      if (unit.kind === 'cell' || unit.text.length > LONGEST_SUBTITLE || /inspect/i.test(unit.text)) continue;
      const match = MONTHS.exec(unit.text.trimEnd());
      const { latest, start } = match ? readDeadline(match[0]) : { latest: null, start: null };
      if (match && latest && start && start < latest) return { end: latest, at: unit.spanOf(match.index, match.index + match[0].length) };
    }
  const firstAction = document.facts.actions[0]?.span.start ?? Infinity;
  for (const placed of document.blocks.slice(0, OPENING)) {
    let label: PlacedProse | null = null;
    for (const unit of document.unitsOf(placed)) {
      if (label && unit.kind === 'cell' && unit.prose.row === label.prose.row) {
        const { latest } = readDeadline(unit.text);
        if (latest && latest > today && unit.span.start < firstAction) return { end: latest, at: unit.span };
      }
      label = LABEL.test(unit.text.trim()) ? unit : null;
      const match = unit.kind === 'cell' ? null : RUNS.exec(unit.text);
      if (!match || !/\d{4}/.test(match[0])) continue;
      const { latest, start } = readDeadline(match[0]);
      if (latest && start && start < latest) return { end: latest, at: unit.spanOf(match.index, match.index + match[0].length) };
    }
  }
  return null;
}

const plan = (title: string, due = 'March 2028', text = ''): string =>
  `# ${title}\n\n${text}\n\n## Actions\n\n| Action | Lead | Due | Measure |\n| --- | --- | --- | --- |\n| Open a clinic. | Head of Therapies | ${due} | 18 weeks |\n`;

const rule: DocumentRule = {
  id: 'plan-period',
  title: 'The period of a plan is not over, and its actions end within it',
  severity: 'warning',
  kinds: PLANS,
  source: { ...SOURCES.supportAndChallenge, confidence: 'inferred', where: 'published plans say which years they cover' },
  rationale: 'A plan whose years are over tells families nothing of what happens now. An action that ends later belongs to no plan.',
  help: 'Give the plan its new period, or say what has taken its place. Where an action goes on for longer, say so or move the end of the plan.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: plan('Exampleshire SEND strategy 2026 to 2029') },
      { title: 'a year of schools', kind: 'strategic-plan', text: plan('Exampleshire SEND plan 2026/27', 'July 2027') },
      { title: 'no period', kind: 'strategic-plan', text: plan('Exampleshire SEND strategy', 'March 2040') },
      {
        title: 'the last month of a period that ends with a year',
        kind: 'strategic-plan',
        text: plan('Exampleshire SEND strategy 2026-2028', 'December 2028'),
      },
    ],
    invalid: [
      {
        title: 'over',
        kind: 'strategic-plan',
        today: '2026-11-26',
        text: plan('Exampleshire SEND strategy 2021 to 2025', 'March 2025'),
        finds: [{ at: '2021 to 2025', message: /is over/ }],
      },
      {
        title: 'over, in the text',
        kind: 'strategic-plan',
        today: '2026-11-26',
        text: plan('Exampleshire SEND strategy', 'March 2024', 'This strategy runs from 1 April 2022 to 31 March 2025.'),
        finds: [{ at: 'strategy runs from 1 April 2022 to 31 March 2025', message: /31 March 2025/ }],
      },
      {
        title: 'a line below the title',
        kind: 'strategic-plan',
        today: '2026-11-26',
        text: plan('Exampleshire SEND strategy', 'December 2029', '## Our strategy, September 2026 to August 2029'),
        finds: [{ at: 'December 2029', message: /31 August 2029/ }],
      },
      {
        title: 'a label',
        kind: 'strategic-plan',
        today: '2026-11-26',
        text: plan('Exampleshire SEND strategy', 'Summer 2028', '| Version | 2 |\n| --- | --- |\n| Lasts until | March 2028 |'),
        finds: [{ at: 'Summer 2028', message: /31 March 2028/ }],
      },
      {
        title: 'an action that ends later',
        kind: 'strategic-plan',
        today: '2026-11-26',
        text: plan('Exampleshire SEND strategy 2025 to 2027', 'March 2029'),
        finds: [{ at: 'March 2029', message: /after the plan/ }],
      },
    ],
  },
  check(document, report, { today }) {
    const period = periodOf(document, today);
    if (!period) return;
    if (period.end < today)
      report({
        at: period.at,
        message: `The period of this plan is over: it ended on ${formatDate(period.end)} at the latest. Say what has taken its place, or give the plan a new period.`,
      });
    const late = document.facts.actions.filter(({ due, dueDate }) => due !== null && dueDate !== null && dueDate > period.end);
    const first = late[0]?.due;
    if (!first) return;
    report({
      at: first.span,
      message: `${late.length === 1 ? 'This action is' : `This action and ${late.length - 1} more are`} due after the plan ends (${formatDate(period.end)}). Move the day, or the end of the plan, or say that the work goes on.`,
      related: [{ span: period.at, message: 'The period of the plan' }],
    });
  },
};

export default rule;
