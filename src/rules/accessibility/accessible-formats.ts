import { marker, quick, type Mark, type PlacedProse, type SendDocument } from '../../document/index.js';
import { ACCESSIBLE_SOURCES, FORMATS } from '../../framework/accessible-documents.js';
import { isReportKind, type DocumentKind } from '../../framework/types.js';
import { CLOSING } from '../../framework/wording.js';
import { PLAN_GAP, PLANS, REPORTS, type DocumentRule, type Report } from '../rule.js';
import { insertBlocks } from '../support/placement.js';
import { contacts, hasContact, insertIntoFormats, isInFormats, placeToTell, tellsReaders } from './_formats.js';

const formats = FORMATS.map(({ pattern }) => quick(pattern));
const withFormat = marker(({ text }): true | null => formats.some((pattern) => pattern.test(text)) || null, formats);
const hasAddress = (text: string): boolean => contacts.slice(0, 2).some((pattern) => pattern.test(text));

const withAddress = marker(({ text }): true | null => hasAddress(text) || null, contacts.slice(0, 2));
const withContact = marker(({ text }): true | null => hasContact(text) || null, contacts);

/** A text that is about this document, not about letters or lessons that somebody gives. */
const OFFER =
  /\b(?:this|the|our|of this|of our|of the) (?:\p{L}+ ){0,3}(?:plan|document|report|strategy|publication|summary|leaflet|information)\b|\bavailable (?:in|as|on)\b|\bwould (?:you )?like\b|\bif you (?:need|want|require|prefer)\b|\bask (?:us|for)\b|\brequest|\byou can (?:have|get|read|ask)\b|\bcop(?:y|ies)\b|\bversions?\b|\brequire (?:this|it)\b/iu;

const offers = (document: SendDocument): readonly Mark<unknown>[] =>
  withFormat(document).filter(({ unit }) => tellsReaders(unit) && (isInFormats(unit) || OFFER.test(unit.text) || hasAddress(unit.text)));

/** The contact may stand in the sentence before or after, in the same section, or once for the whole document. */
function tellsWhomToAsk(document: SendDocument, found: readonly Mark<unknown>[]): boolean {
  if (found.some(({ unit }) => hasContact(unit.text))) return true;
  const isNear = (contact: number): boolean => found.some(({ index }) => contact >= index - 3 && contact <= index + 5);
  return (
    withContact(document).some(({ unit, index }) => isInFormats(unit) || (unit.kind !== 'cell' && isNear(index))) ||
    withAddress(document).some(({ unit: { kind } }) => kind !== 'cell' && kind !== 'header-cell')
  );
}

const LINE =
  'You can have this plan in large print, in Braille, as audio or in another language. To ask for one, telephone [insert telephone number] or email [insert email address].';

function checkPlan(document: SendDocument, report: Report): void {
  const found = offers(document);
  if (found.length === 0) {
    report({
      at: placeToTell(document),
      lack: 'how to get it in another format, and whom to ask',
      message:
        'This plan does not say how to get it in another format, such as large print, Braille, audio or another language. Say which formats there are and whom to ask.',
      fixes: [insertIntoFormats(document, LINE, 'Insert how to get the plan in another format')],
    });
  } else if (!tellsWhomToAsk(document, found)) {
    report({
      at: found.find(({ unit }) => unit.kind !== 'heading')?.unit.span ?? placeToTell(document),
      message: 'This names other formats, but not whom to ask for them. Give a telephone number or an e-mail address.',
      fixes: [
        {
          title: 'Insert whom to ask',
          kind: 'assist',
          edits: [
            insertBlocks(
              document,
              endOfBlock(document, found.at(-1)!.unit),
              'To ask for one, telephone [insert telephone number] or email [insert email address].',
            ),
          ],
        },
      ],
    });
  }
}

const endOfBlock = (document: SendDocument, unit: PlacedProse): number =>
  document.blocks[unit.placed.index + 1]?.start ?? document.text.length;

const CLOSING_PART = quick(/\bcomplain to Ofsted\b|\bOpen Government Licence\b|\bCrown copyright\b/i);
const closingParts = marker(({ text }): true | null => CLOSING_PART.test(text) || null, [CLOSING_PART]);

/**
 * A report's last page says it. A report that was converted without its last page has nothing to be judged by,
 * unless it is being written here, as its front matter shows.
 */
function checkReport(document: SendDocument, report: Report): void {
  const last = closingParts(document).map(({ unit }) => unit);
  if ((last.length === 0 && !document.frontMatter.span) || offers(document).length > 0) return;
  const before = last.find(({ text }) => /licence/i.test(text)) ?? last[0];
  const place = before ? before.placed.start : document.text.length;
  const closing = document.section('closing');
  const first = closing ? document.proseIn(closing)[0] : undefined;
  report({
    at: first?.span ?? last[0]?.span ?? placeToTell(document),
    message:
      'The report does not say how to get it in a different format, such as large print or Braille. Add the sentence to its last part.',
    fixes: [{ title: 'Insert the usual sentence', kind: 'assist', edits: [insertBlocks(document, place, CLOSING.otherFormats)] }],
  });
}

export const PLAN = '# Exampleshire SEND strategic plan\n\n## Actions\n\n- Train staff\n';
const severity = {
  ...(Object.fromEntries(REPORTS.map((kind) => [kind, 'warning'])) as Partial<Record<DocumentKind, 'warning'>>),
  ...PLAN_GAP,
} as const;

const rule: DocumentRule = {
  id: 'accessible-formats',
  title: 'The document says how to get it in another format',
  severity,
  kinds: [...REPORTS, ...PLANS],
  source: ACCESSIBLE_SOURCES.strategicPlans,
  rationale:
    'Some people read with their fingers or their ears, need large print or read another language. They must know that they can have the document too, and whom to ask.',
  help: 'Name the formats (easy read, large print, Braille, audio, other languages) and give a telephone number, an e-mail address and a postal address.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: `${PLAN}\nIf you need this plan in large print, Braille or another language, telephone 01632 960202.\n`,
      },
      {
        title: 'a section with a list',
        kind: 'priority-action-plan',
        text: `${PLAN}\n## Accessible versions of this plan\n\n- large print\n- British Sign Language video\n\nWrite to the SEND Team.\n`,
      },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        text: PLAN,
        finds: [{ at: 'Exampleshire SEND strategic plan', severity: 'warning', message: /another format/ }],
      },
      {
        title: 'formats of other things',
        kind: 'strategic-plan',
        text: `${PLAN}- Teachers learn Braille\n\n| Action | Lead |\n| --- | --- |\n| Make letters available in large print | Head of SEND |\n`,
        finds: [{ at: 'Exampleshire SEND strategic plan' }],
      },
      {
        title: 'nobody to ask',
        kind: 'priority-action-plan',
        text: `${PLAN}\n## Other formats\n\nThis plan is available in large print and in Braille.\n`,
        finds: [{ at: 'This plan is available in large print and in Braille.', message: /whom to ask/ }],
      },
    ],
  },
  looksFor: [withFormat, closingParts.in(REPORTS), withAddress.in(PLANS), withContact.in(PLANS)],
  check(document, report) {
    if (isReportKind(document.kind)) checkReport(document, report);
    else checkPlan(document, report);
  },
};

export default rule;
