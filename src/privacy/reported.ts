import { blocksWith, marker, type SendDocument } from '../document/index.js';
import type { SectionId } from '../framework/types.js';
import { childrenIn, type ChildFound } from './children.js';
import { childrenInFrontMatter, dataInFrontMatter } from './front-matter.js';
import { personalDataIn, type DataFound, type DataKind } from './find.js';

/*
 * Which of what was found is out of place, by the section that it stands in. Spans are of the document.
 */

/** Here bodies, their leaders and the inspectors give their addresses, as they must. */
const CONTACTS: ReadonlySet<SectionId> = new Set<SectionId>(['partnership-details', 'about-inspection', 'inspection-team', 'closing']);
/** Here a plan or note says whom to ask, who leads or who agreed. */
const OFFICERS: ReadonlySet<SectionId> = new Set<SectionId>([
  ...CONTACTS,
  'accessibility',
  'publication',
  'sign-off',
  'attendees',
  'governance',
]);
/** Adults are rightly named here. */
const ADULTS: ReadonlySet<SectionId> = new Set<SectionId>([...CONTACTS, 'attendees', 'sign-off']);

/** Out of place wherever it stands. */
export const ALWAYS_PERSONAL: ReadonlySet<DataKind> = new Set<DataKind>([
  'nhs-number',
  'pupil-number',
  'national-insurance-number',
  'case-reference',
  'birth-date',
  'learner-number',
  'passport-number',
  'driving-licence',
  'bank-details',
  'home-telephone',
]);

/** The framework's section at an offset; null outside all of them. */
function frameworkSectionAt(document: SendDocument, offset: number): SectionId | null {
  let section = document.sectionAt(offset);
  while (section && section.id === null) section = section.parent;
  return section?.id ?? null;
}

function isAllowed({ kind, home }: DataFound, section: SectionId | null): boolean {
  if (ALWAYS_PERSONAL.has(kind) || section === null) return false;
  return kind === 'named-mail' || (kind === 'postcode' && !home) ? OFFICERS.has(section) : CONTACTS.has(section);
}

export const blocksWithData = blocksWith(personalDataIn);

export function reportedData(document: SendDocument): readonly DataFound[] {
  const reported: DataFound[] = [...dataInFrontMatter(document)];
  for (const {
    placed: { start },
    value,
  } of blocksWithData(document)) {
    for (const data of value) {
      const at = { start: data.at.start + start, end: data.at.end + start };
      if (isAllowed(data, frameworkSectionAt(document, at.start))) continue;
      reported.push({
        ...data,
        at,
        edits: data.edits.map((edit) => ({ start: edit.start + start, end: edit.end + start, text: edit.text })),
      });
    }
  }
  return reported;
}

/** Says that the names are not the children's own. */
const CHANGED =
  /\b(?:not (?:his|her|their|its|the child’s|the children’s|the young person’s) real names?|real names? (?:is|are|has|have|was|were) not|names? (?:has|have|had|was|were) (?:all )?been (?:changed|altered|replaced|invented|made up)|names? (?:is|are|was|were) (?:changed|altered|invented|fictional|fictitious|made up|not real)|names? changed|chang(?:ed|ing) (?:the |all |some |their |children’s )?names?|pseudonyms?|(?:invented|fictional|fictitious|made-up|different|other) names?|(?:fictional|fictitious|imaginary|invented|composite) (?:child|children|young person|young people|pupil|character|case|example|story|stories|family|families)|composites? of)\b/i;

const saysChanged = marker(({ text }): true | null => CHANGED.test(text) || null);

export const blocksWithChildren = blocksWith(childrenIn);

export function reportedChildren(document: SendDocument): readonly ChildFound[] {
  const reported: ChildFound[] = [...childrenInFrontMatter(document)];
  for (const {
    placed: { start },
    value,
  } of blocksWithChildren(document)) {
    for (const child of value) {
      const at = { start: child.at.start + start, end: child.at.end + start };
      const section = frameworkSectionAt(document, at.start);
      if (section !== null && ADULTS.has(section)) continue;
      reported.push({ ...child, at, setting: child.setting && { start: child.setting.start + start, end: child.setting.end + start } });
    }
  }
  if (!reported.some(({ kind }) => kind === 'named')) return reported;
  return saysChanged(document).length > 0 ? reported.filter(({ kind }) => kind !== 'named') : reported;
}
