import { matchesOf, type PlacedProse, type SendDocument } from '../../document/index.js';
import { DETAILS_BARE_LABEL, DETAILS_LABEL, DETAILS_POST, PLACEHOLDERS_SOURCE } from '../../framework/placeholders.js';
import { isReportKind, type Span } from '../../framework/types.js';
import { ALL_KINDS, type DocumentRule, type Report } from '../rule.js';
import { blocksWithHidden, explainedAcronyms, placeholdersOf, type Placeholder } from '../support/placeholders.js';

/** The text as it may stand in a message. */
const shown = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`.replace(/\s+/g, ' ');

export const DETAILS = (rows: string): string =>
  `## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n${rows}\n`;

const rule: DocumentRule = {
  id: 'placeholder',
  title: 'Nothing is left from a template: no gaps to fill, no TBC, no labels of the details table',
  severity: 'error',
  kinds: ALL_KINDS,
  source: PLACEHOLDERS_SOURCE,
  rationale: 'Whoever reads a published document cannot tell what should have stood in a gap, and takes the rest for a draft as well.',
  help: 'Write what belongs there. If it is not known yet, leave the sentence out until it is.',
  examples: {
    valid: [
      {
        title: 'a details table without the template’s labels',
        kind: 'full-inspection-report',
        text: DETAILS(
          '| Exampleshire County Council | NHS Exampleshire Integrated Care Board |\n| Marian Holloway, Director of Children’s Services | Desmond Farrier, Executive lead for SEND |\n| Website:<br>www.exampleshire.example | Website:<br>www.icb.example |',
        ),
      },
      {
        title: 'words shortened in a quotation',
        kind: 'full-inspection-report',
        text: 'A parent said, “[Name] and XX in the team really listened […] and [they] told us why??? It was to be confirmed.”\n',
      },
    ],
    invalid: [
      {
        title: 'a gap in a draft, which is no error',
        kind: 'strategic-plan',
        text: '---\nstatus: draft\n---\n\nThe board is [insert name of board].\n',
        finds: [{ at: '[insert name of board]', severity: 'info' }],
      },
      {
        title: 'gaps of a template',
        kind: 'full-inspection-report',
        text: 'Leaders should [insert what they should do]. The board is ${1:name of board}. It met on [date] and [insert\ndate].\n',
        finds: [
          { at: '[insert what they should do]', message: /still to be filled/ },
          { at: '${1:name of board}' },
          { at: '[date]' },
          { at: '[insert\ndate]' },
        ],
      },
      {
        title: 'what is not settled',
        kind: 'strategic-plan',
        text: '# TBC\n\nLead: to be confirmed\n\nThe board (TBA) meets on ??? 2026 and spends £XX on XX% of XX/XX/20XX.\n\n| Lead |\n| --- |\n| ?? |\n',
        finds: [
          { at: 'TBC', message: /not settled/ },
          { at: 'to be confirmed' },
          { at: 'TBA' },
          { at: '???' },
          { at: '£XX' },
          { at: 'XX%' },
          { at: 'XX/XX/20XX' },
          { at: '??' },
        ],
      },
      {
        title: 'filler and form controls',
        kind: 'priority-action-plan',
        text: 'Lorem ipsum dolor sit amet, consectetur.\n\nClick or tap here to enter text.\n\nThe review is on DD/MM/YYYY.\n\nThe lead is <insert name>, and the {{board}} meets.\n\nSee [the report](insert-link).\n',
        finds: [
          { at: 'Lorem ipsum dolor sit amet' },
          { at: 'Click or tap here to enter text.' },
          { at: 'DD/MM/YYYY' },
          { at: '<insert name>', message: /does not show/ },
          { at: '{{board}}' },
          { at: 'insert-link', message: /leads nowhere/ },
        ],
      },
    ],
  },
  looksFor: [placeholdersOf, blocksWithHidden],
  check(document, tell, { settings }) {
    // In a draft a gap is work that is still to be done.
    const draft = document.frontMatter.data.status === 'draft';
    const report: Report = draft ? (problem) => tell({ ...problem, severity: 'info' }) : tell;
    const explained = explainedAcronyms(document, settings.acronyms);
    let deadlines: readonly Span[] | null = null;
    for (const { unit, value: placeholders } of placeholdersOf(document)) {
      const isKey = unit.section?.id === 'glossary' || explainsShortForm(document, unit);
      for (const placeholder of placeholders) {
        const at = unit.spanOf(placeholder.from, placeholder.to);
        if (isUndecided(placeholder)) {
          if (isKey || explained.has(placeholder.text.toUpperCase())) continue;
          // A deadline that is not settled is told once, by action-deadline.
          deadlines ??= undecidedDeadlines(document);
          if (deadlines.some((span) => at.start >= span.start && at.end <= span.end)) continue;
        }
        report({ at, message: placeholder.family.message.replace('{text}', () => shown(placeholder.text)) });
      }
    }
    for (const {
      placed: { start },
      value,
    } of blocksWithHidden(document)) {
      for (const { span, text, what } of value) {
        const message =
          what === 'tag'
            ? `This gap is still to be filled: ${shown(text)}. Markdown does not show it to readers, because it looks like a tag. Write what it asks for.`
            : `The address ${shown(text)} was left from a template, so the link leads nowhere. Give the web address, or take the link out.`;
        report({ at: { start: span.start + start, end: span.end + start }, message });
      }
    }
    if (isReportKind(document.kind)) checkDetails(document, report);
  },
};

const isUndecided = ({ family }: Placeholder): boolean => family.id === 'undecided' || family.id === 'undecided-words';

/** Deadlines of actions that say nothing but “TBC” or the like. */
const undecidedDeadlines = (document: SendDocument): readonly Span[] =>
  document.facts.actions.flatMap(({ due }) =>
    due && /^\W*(?:TB[ACD]|(?:date )?(?:yet )?to be \w+)\W*$/i.test(due.text) ? [due.span] : [],
  );

/** A row of a table that says what a short form means. */
function explainsShortForm(document: SendDocument, unit: PlacedProse): boolean {
  if (unit.prose.row === undefined || !/^\s*(?:TB[ACD]|to be \w+)\.?\s*$/i.test(unit.text)) return false;
  const table = document.tables.find(({ span }) => unit.span.start >= span.start && unit.span.end <= span.end);
  const row = [table?.header, ...(table?.rows ?? [])][unit.prose.row];
  const texts = row?.cells.map((cell) => cell.text) ?? [];
  return texts.some((text) => /^TB[ACD]$/i.test(text)) && texts.some((text) => /^to be \w+\.?$/i.test(text));
}

/** Labels of the template, and its words where a post should stand, in the table of partners. */
function checkDetails(document: SendDocument, report: Report): void {
  const section = document.section('partnership-details');
  if (!section) return;
  for (const table of document.tablesIn(section)) {
    // Where the table has no header, the names of the bodies stand in its place.
    [table.header, ...table.rows].forEach((row) => {
      row.cells.forEach(({ prose }, column) => {
        const header = table.header.cells[column]?.text ?? '';
        // A first column that names the rows, not a body.
        if (!prose || (column === 0 && !/authorit|council|integrated|\bICB|\bNHS\b/i.test(header) && table.header.cells.length > 2)) return;
        checkCell(prose, report);
      });
    });
  }
}

function checkCell(unit: PlacedProse, report: Report): void {
  const { text } = unit;
  const mark = (from: number, length: number, message: string): void => report({ at: unit.spanOf(from, from + length), message });
  const taken: number[] = [];
  for (const pattern of [DETAILS_LABEL, DETAILS_BARE_LABEL]) {
    for (const match of matchesOf(text, pattern)) {
      const label = match[0].trim();
      const from = match.index + match[0].indexOf(label);
      if (taken.includes(from)) continue;
      taken.push(from);
      const alone = text.slice(match.index + match[0].length).trim() === '';
      mark(
        from,
        label.length,
        `${shown(label)} is a label of the template. ${alone ? 'Write what it asks for in its place.' : 'Take it out and leave what it names.'}`,
      );
    }
  }
  const lines = text.split('\n');
  for (const match of matchesOf(text, DETAILS_POST)) {
    const word = match[1]!;
    const before = match[0].length === word.length ? '' : text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index);
    const afterName = /^[^,\n(]{3,60}$/.test(before.trim()) || (before === '' && lines.length === 2 && lines[1]!.trim() === word);
    if (!afterName) continue;
    mark(
      match.index + match[0].indexOf(word),
      word.length,
      `${shown(word)} stands where this person’s post should be. Write the post, such as “Director of Children’s Services”.`,
    );
  }
}

export default rule;
