import { type HeadingInfo, type PlacedProse, type SendDocument } from '../../document/index.js';
import { kindInfo, kindOfTitle } from '../../framework/kinds.js';
import { meantTitle } from '../../framework/meant-title.js';
import { TITLES_SOURCE } from '../../framework/titles.js';
import { isPlanKind, isReportKind, type Span } from '../../framework/types.js';
import { ALL_KINDS, replaceWith, type DocumentRule, type Fix, type Report, type TextEdit } from '../rule.js';
import { relevel } from '../support/headings.js';
import { insertBlocks } from '../support/placement.js';
import { contradictingKind, bareArea, hasPlaceholder, namesArea, namesKind, titleFor, titleOf } from './_title.js';
import { smallest } from '../../text/lists.js';

export const KIND = (area = 'Exampleshire'): string => `---\ndocument: strategic-plan\nlocalArea: ${area}\n---\n\n`;
export const REPORT = '---\ndocument: full-inspection-report\nlocalArea: Exampleshire\n---\n\n';

const rule: DocumentRule = {
  id: 'title',
  title: 'The document begins with one title, which says what it is and names the local area',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: TITLES_SOURCE,
  rationale:
    'The title tells people first what the document is and which area it is about. That matters in a list of results, and to people who hear it read out.',
  help: 'Begin with a level 1 heading (#) such as “Area SEND inspection of Exampleshire Local Area Partnership”.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'Local area partnership report\n\n# Area SEND inspection of the Exampleshire Local Area Partnership\n\n## Inspection outcome\n',
      },
      {
        title: 'a plan with a name of its own',
        kind: 'strategic-plan',
        text: `${KIND()}# Thriving together: Exampleshire’s commitment to children with SEND, our strategy to 2029\n`,
      },
    ],
    invalid: [
      {
        title: 'no title',
        kind: 'full-inspection-report',
        text: `${REPORT}Local area partnership report\n\nInspection dates: 19 to 23 January 2026\n\n## Inspection outcome\n`,
        finds: [{ at: 'Inspection outcome', message: /has no title/ }],
        fixed: `${REPORT}Local area partnership report\n\n# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n\n## Inspection outcome\n`,
      },
      {
        title: 'a slip in the word that says what it is',
        kind: 'full-inspection-report',
        text: '# Area SEND inspecion of Exampleshire Local Area Partnership\n\n## Inspection outcome\n',
        finds: [{ at: 'Area SEND inspecion of Exampleshire Local Area Partnership', message: /“Area SEND inspection of Exampleshire/ }],
      },
      {
        title: 'a title at the wrong level',
        kind: 'strategic-plan',
        text: '## Exampleshire SEND strategy\n\n### Actions\n\n#### Health\n\n### Governance\n',
        finds: [{ at: 'Exampleshire SEND strategy', message: /level 1/ }],
        fixed: '# Exampleshire SEND strategy\n\n## Actions\n\n### Health\n\n## Governance\n',
      },
      {
        title: 'a title that is no heading',
        kind: 'full-inspection-report',
        text: '**Area SEND inspection of Exampleshire Local Area Partnership**\n\n## Inspection outcome\n',
        finds: [{ at: '**Area SEND inspection of Exampleshire Local Area Partnership**' }],
        fixed: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n',
      },
    ],
  },
  check(document, report) {
    const title = titleOf(document);
    if (!title) {
      reportMissing(document, report);
      return;
    }
    if (hasPlaceholder(document, title)) return;
    const kind = document.kind!;
    const area = document.frontMatter.data.localArea;
    // A kind that only the title as it was meant names is named by nothing when the slip is left.
    const meant = meantTitle(title.text);
    if (document.kindSource === 'title' && meant !== title.text && kindOfTitle(title.text) !== kind && kindOfTitle(meant) === kind) {
      report({
        at: title.textSpan,
        message: `There is a slip in this title, which is read as “${meant}”. Mend it: people find the document by its title, and other programs do not see through the slip.`,
        fixes: [{ ...replaceWith(title.textSpan, meant), kind: 'assist' }],
      });
      return;
    }
    // A kind in front matter that the title contradicts is told there.
    const other = contradictingKind(kind, title.text);
    if (other && document.kindSource === 'front-matter') return;
    const name = kindInfo(kind).name;
    const kindMissing = other !== null || !namesKind(kind, title.text);
    const areaMissing = !namesArea(title.text, area, document.bodies);
    if (!kindMissing && !areaMissing) return;
    const parts = [
      kindMissing ? `does not say that this is ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}` : '',
      areaMissing ? 'does not name the local area' : '',
    ].filter((part) => part !== '');
    // A plan that tells its area further down is only harder to find.
    const isTold = !kindMissing && isPlanKind(kind) && document.facts.localArea !== null;
    report({
      at: title.textSpan,
      ...(isTold ? { severity: 'info' as const } : {}),
      message: `The title ${parts.join(' and ')}. Write it like “${titleFor(kind, area ?? 'Exampleshire')}”.`,
      fixes: area && !other ? betterTitle(document, title, area, kindMissing) : [],
    });
  },
};

/** Reports have a fixed title; a plan’s own title is completed. */
function betterTitle(document: SendDocument, title: HeadingInfo, area: string, kindMissing: boolean): Fix[] {
  if (isReportKind(document.kind)) return [replaceWith(title.textSpan, titleFor(document.kind, area))];
  if (kindMissing) return [];
  const { end } = title.textSpan;
  return [
    {
      title: `Add “${bareArea(area)} Local Area Partnership”`,
      kind: 'fix',
      edits: [{ start: end, end, text: `: ${bareArea(area)} Local Area Partnership` }],
    },
  ];
}

function reportMissing(document: SendDocument, report: Report): void {
  const kind = document.kind!;
  const heading = document.headings[0];
  if (heading && kindOfTitle(heading.text) === kind) {
    const edits = raise(document, heading);
    report({
      at: heading.textSpan,
      message: 'This reads like the title, but it does not have level 1. Write it with one #.',
      fixes: edits ? [{ title: 'Make this the title', kind: 'fix', edits }] : [],
    });
    return;
  }
  const line = document.prose
    .slice(0, 4)
    .find(
      (unit) =>
        unit.kind === 'paragraph' &&
        unit.text.length <= 160 &&
        !unit.text.includes('\n') &&
        kindOfTitle(unit.text) === kind &&
        isAlone(document, unit),
    );
  if (line) {
    report({
      at: line.span,
      message: 'This reads like the title, but it is no heading. Write it with one # in front.',
      fixes: [replaceWith(line.span, `# ${line.text.trim()}`, 'Make this the title')],
    });
    return;
  }
  const area = document.frontMatter.data.localArea;
  report({
    at: heading?.textSpan ?? firstLine(document),
    message: `The document has no title. Begin it with a level 1 heading (#), such as “${titleFor(kind, area ?? 'Exampleshire')}”.`,
    fixes: area
      ? [{ title: 'Insert the title', kind: 'fix', edits: [insertBlocks(document, startOfText(document), `# ${titleFor(kind, area)}`)] }]
      : [],
  });
}

/** A paragraph of its own at the top level, so that a heading can take its place. */
const isAlone = (document: SendDocument, unit: PlacedProse): boolean =>
  document.flow.some(({ node, span }) => node.type === 'paragraph' && span.start === unit.span.start && span.end === unit.span.end);

/** The title at level 1, the headings below it moved along so that no level is skipped. */
function raise(document: SendDocument, title: HeadingInfo): TextEdit[] | null {
  const others = document.headings.filter((heading) => heading !== title);
  const highest = smallest(others.map(({ depth }) => depth));
  const by = highest > 2 ? highest - 2 : 0;
  const edits = [relevel(document, title, 1), ...(by > 0 ? others.map((heading) => relevel(document, heading, heading.depth - by)) : [])];
  return edits.includes(null) ? null : (edits as TextEdit[]);
}

/** After the banner, before everything else. */
function startOfText(document: SendDocument): number {
  const [first, second] = document.flow;
  if (!first) return document.text.length;
  const banner = document.prose[0];
  const isBanner =
    banner &&
    first.node.type === 'paragraph' &&
    banner.span.start === first.span.start &&
    /^local area partnership report$/i.test(banner.text.trim());
  return isBanner ? (second?.span.start ?? document.text.length) : first.span.start;
}

function firstLine(document: SendDocument): Span {
  const span = document.prose[0]?.span ?? document.frontMatter.span ?? { start: 0, end: 0 };
  const length = document.text.slice(span.start, span.end).search(/[\n\r]/);
  return length < 0 ? span : { start: span.start, end: span.start + length };
}

export default rule;
