import type { Code, Heading, RootContent, Table } from 'mdast';
import type { BodyRegister } from '../framework/public-bodies.js';
import type { DocumentKind, EditionId, IsoDate, OutcomeId, SectionId, Span } from '../framework/types.js';
import type { OpenSlip } from '../markdown/meant.js';
import type { TextEdit } from '../text/span.js';
import type { Block, PlacedBlock, Prose, ProseKind, Sentence, Unread } from '../markdown/types.js';

export type { Block, PlacedBlock, Prose, ProseKind, Sentence, Unread };

/** A top-level node at its present place. `node` positions are block-relative: use `span`. */
export interface FlowNode {
  readonly node: RootContent;
  readonly placed: PlacedBlock;
  readonly span: Span;
}

/** A prose unit at its present place, with the section it stands in. */
export interface PlacedProse {
  readonly prose: Prose;
  readonly text: string;
  readonly kind: ProseKind;
  readonly placed: PlacedBlock;
  readonly section: Section | null;
  readonly span: Span;
  /** Absolute source span of text[from, to). */
  spanOf(from: number, to: number): Span;
}

export interface HeadingInfo {
  readonly node: Heading;
  readonly depth: number;
  readonly text: string;
  readonly span: Span;
  /** Span of the words only, without `#` marks. */
  readonly textSpan: Span;
  readonly flowIndex: number;
}

/**
 * From one heading to the next of the same or a higher level. `id` is what the section is for (null: none of the framework's);
 * `heading` is null for a section known only by the header of its table, and for the closing part after the last rule.
 */
export interface Section {
  readonly id: SectionId | null;
  readonly heading: HeadingInfo | null;
  readonly depth: number;
  /** How the heading matched: an accepted wording, or a near miss that the section-heading rule reports. */
  readonly match: 'accepted' | 'near' | 'table-header' | 'none';
  /** When `match` is 'near': the accepted wording it comes closest to. */
  readonly expected?: string;
  readonly span: Span;
  /** What stands under the heading, subsections included. */
  readonly content: Span;
  /** Range of `document.flow` (end-exclusive) of the content, subsections included. */
  readonly flowStart: number;
  readonly flowEnd: number;
  readonly parent: Section | null;
}

export interface TableCell {
  /** Visible text; `<br>` is "\n". */
  readonly text: string;
  readonly span: Span;
  /** Prose unit of the cell; null when the cell is empty. */
  readonly prose: PlacedProse | null;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly span: Span;
}

export interface TableInfo {
  readonly node: Table;
  readonly span: Span;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  readonly section: Section | null;
  readonly flowIndex: number;
}

/** A value and where the document says it. */
export interface Found<T> {
  readonly value: T;
  readonly span: Span;
}

export interface DateRange {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** A date or range found in prose. `problem` is set when it reads like one but is none (31 June, end before start). */
export interface FoundRange {
  readonly range: DateRange | null;
  readonly problem: 'impossible' | 'reversed' | 'unreadable' | null;
  readonly text: string;
  readonly span: Span;
}

export interface AreaFact {
  /** AFI1, AFI2 … or APA1, APA2 … in document order. */
  readonly id: string;
  readonly text: string;
  readonly span: Span;
  /** Only for areas for priority action. */
  readonly responsibleBodies: readonly string[];
  readonly responsibleBodySpan: Span | null;
}

export interface TeamMember {
  readonly name: string;
  readonly role: string;
  readonly span: Span;
}

export interface PartnerFact {
  readonly name: string;
  readonly span: Span;
}

export interface ActionField {
  readonly text: string;
  readonly span: Span;
}

/** Where a plan says, or may say, which area of the report something answers. */
export interface AreaReference extends Found<string> {
  /**
   * 'id': `value` is an area's id, "AFI1". 'number': so is it, but by the plan's own numbering ("Priority area 2"), which counts only where the report has such an area.
   * 'link': the address of a link with a fragment. 'wording': text that may quote the area.
   */
  readonly kind: 'id' | 'number' | 'link' | 'wording';
  /** 0 the action's own area cell or field, 1 its own text, 2 the group of rows or bold line that it stands under, 3 and more the sections around it, the inner ones first. */
  readonly level: number;
  /** A reference to an area that the report does not have is a mistake; otherwise it may mean something else. */
  readonly certain: boolean;
}

export const ACTION_FIELDS = ['owner', 'start', 'due', 'measure', 'status', 'outcome'] as const;
export type ActionFieldName = (typeof ACTION_FIELDS)[number];

/** What an action says, wherever it stands: see `ActionFact` for its fields. */
export interface ActionWords {
  readonly text: string;
  readonly reference: string | null;
  readonly owner: string | null;
  readonly start: string | null;
  readonly due: string | null;
  readonly dueDate: IsoDate | null;
  readonly measure: string | null;
  readonly status: string | null;
  readonly outcome: string | null;
  /** What was worked out from the words: see `perAction`, which alone looks in here. */
  readonly kept: unknown[];
}

/** One action of a plan, from a table row, a field block or a task list. A field is null when the plan has no place for it or leaves it empty. */
export interface ActionFact {
  /** A1, A2 … in document order. */
  readonly id: string;
  readonly text: string;
  readonly span: Span;
  readonly form: 'table' | 'fields' | 'list';
  /** The number that the plan itself gives the action ("1.2", "A3"). */
  readonly reference: ActionField | null;
  /** Ids of the areas it answers as far as the plan alone tells: from its own ids, those of its group, or those of its section. See `answersOf` for the rest. */
  readonly answers: readonly string[];
  /** Every reference that may tell which areas it answers, nearest first. */
  readonly answerRefs: readonly AreaReference[];
  readonly owner: ActionField | null;
  readonly start: ActionField | null;
  readonly due: ActionField | null;
  /** The last day of `due`; null when it gives none. */
  readonly dueDate: IsoDate | null;
  readonly measure: ActionField | null;
  /** The plan has a table of indicators in a part without actions: an action without a measure may have its own there. */
  readonly measuredElsewhere: boolean;
  readonly status: ActionField | null;
  readonly outcome: ActionField | null;
  readonly section: Section | null;
  /** Where each field stands or should stand: its cell or its value, also an empty one. Absent when the plan has no place for it. */
  readonly places: Readonly<Partial<Record<ActionFieldName, Span>>>;
  /** The header row, for an action in a table with columns. */
  readonly header: Span | null;
  /** The same object in each reading for as long as the action's row or paragraph is the same. */
  readonly words: ActionWords;
}

export interface InspectionFact {
  readonly label: Found<string> | null;
  readonly found: FoundRange | null;
}

export interface PreviousInspections {
  readonly label: Found<string> | null;
  /** True when the document says that the area was not inspected before. */
  readonly none: boolean;
  readonly found: readonly FoundRange[];
}

/** Where one of the framework's outcome statements stands and how closely it follows the fixed wording. */
export interface OutcomeStatement {
  readonly outcome: OutcomeId;
  readonly exact: boolean;
  readonly text: string;
  /** The accepted wording that it comes closest to. */
  readonly expected: string;
  readonly span: Span;
}

export interface Facts {
  readonly localArea: Found<string> | null;
  readonly inspection: InspectionFact;
  readonly previousInspections: PreviousInspections;
  /** Statements in the outcome section, in order. */
  readonly outcomeStatements: readonly OutcomeStatement[];
  /** The one outcome that the document states; null when it states none or several. */
  readonly outcome: OutcomeId | null;
  readonly nextFullInspection: Found<number> | null;
  readonly monitoringInspection: Found<number> | null;
  /** Of a monitoring report: whether the partnership has taken effective action; null where it does not say, or says both. */
  readonly effectiveAction: Found<boolean> | null;
  readonly strategicPlanRequested: Found<true> | null;
  readonly priorityActionPlanRequired: Found<true> | null;
  readonly areasForImprovement: readonly AreaFact[];
  readonly areasForPriorityAction: readonly AreaFact[];
  readonly team: { readonly ofsted: readonly TeamMember[]; readonly cqc: readonly TeamMember[] };
  readonly partners: { readonly localAuthority: readonly PartnerFact[]; readonly integratedCareBoards: readonly PartnerFact[] };
  readonly copyrightYear: Found<number> | null;
  readonly published: Found<IsoDate> | null;
  /** When the report came out that a plan or a note tells of; null in reports. */
  readonly reportPublished: Found<IsoDate> | null;
  readonly actions: readonly ActionFact[];
}

export interface FrontMatterProblem {
  readonly span: Span;
  readonly message: string;
  /** A near-miss key can be mended by replacing `span` with this. */
  readonly replacement?: string;
  /** What mends it in another place. */
  readonly edit?: TextEdit;
}

/** Front matter values after validation; what was invalid is absent and stands in `problems`. */
export interface FrontMatterData {
  readonly document?: DocumentKind;
  readonly edition?: EditionId;
  readonly localArea?: string;
  readonly inspection?: { readonly start: IsoDate; readonly end: IsoDate };
  readonly report?: { readonly draftReceived?: IsoDate; readonly received?: IsoDate; readonly published?: IsoDate };
  readonly respondsTo?: string;
  readonly plan?: { readonly submitted?: IsoDate; readonly approved?: IsoDate; readonly published?: IsoDate; readonly review?: IsoDate };
  readonly engagementMeeting?: { readonly last?: IsoDate; readonly next?: IsoDate };
  readonly localOffer?: { readonly commentsPublished?: IsoDate };
  /** Dates brought forward by Ofsted and CQC, by milestone id. */
  readonly broughtForward?: Readonly<Record<string, IsoDate>>;
  readonly milestones?: readonly { readonly title: string; readonly due: IsoDate }[];
  readonly done?: readonly string[];
  /** Gaps of a draft are work to be done, no errors. */
  readonly status?: 'draft' | 'final';
}

export interface FrontMatter {
  /** Span of the whole block with its `---` lines; null when the document has none. */
  readonly span: Span | null;
  readonly data: FrontMatterData;
  readonly problems: readonly FrontMatterProblem[];
  /** Span of the value at a path such as `report.received` or `milestones.0.due`; null when absent. */
  valueSpan(path: string): Span | null;
  /** Span of the key at a path; null when absent. */
  keySpan(path: string): Span | null;
}

/** A slip that would take a part of the document away, and that was read as it was meant. Those of single blocks stand in `Block.mends`. */
export type DocumentSlip =
  | OpenSlip
  | { readonly kind: 'late-front-matter' | 'other-front-matter'; readonly at: Span }
  /** The lines around front matter only look like ---; `close`: the one below it. */
  | { readonly kind: 'front-matter-line'; readonly at: Span; readonly close: Span }
  | { readonly kind: 'heading-level'; readonly at: Span; readonly depth: number; readonly meant: number };

export interface CommentInfo {
  /** What stands between `<!--` and `-->`, trimmed. */
  readonly text: string;
  readonly span: Span;
}

export interface LineColumn {
  /** 1-based. */
  readonly line: number;
  /** 1-based, UTF-16 code units. */
  readonly column: number;
}

export interface SendDocument {
  readonly text: string;
  /** Path as the host gave it, `/`-separated; null for unsaved text. */
  readonly path: string | null;
  /** null: not a recognised document. */
  readonly kind: DocumentKind | null;
  readonly kindSource: 'front-matter' | 'configuration' | 'title' | null;
  readonly edition: EditionId;
  /** The councils and boards that are known where it is read. */
  readonly bodies: BodyRegister;
  readonly frontMatter: FrontMatter;
  /** In document order. */
  readonly slips: readonly DocumentSlip[];
  readonly blocks: readonly PlacedBlock[];
  readonly flow: readonly FlowNode[];
  readonly headings: readonly HeadingInfo[];
  /** Every section, nested ones included, in document order. */
  readonly sections: readonly Section[];
  readonly tables: readonly TableInfo[];
  readonly prose: readonly PlacedProse[];
  readonly comments: readonly CommentInfo[];
  readonly codes: readonly { readonly node: Code; readonly span: Span }[];
  readonly facts: Facts;
  /** First section with this purpose. */
  section(id: SectionId): Section | null;
  sectionsOf(id: SectionId): readonly Section[];
  /** The innermost section that a block begins in; undefined for a block without any Markdown in it. */
  sectionOf(block: PlacedBlock): Section | null | undefined;
  /** The innermost section at an offset. */
  sectionAt(offset: number): Section | null;
  /** The prose units of one of its blocks. Units are made when they are asked for: an edit leaves most alone, so ask for blocks rather than for `prose` where that will do. */
  unitsOf(block: PlacedBlock): readonly PlacedProse[];
  /** Prose units in a section, subsections included. */
  proseIn(section: Section): readonly PlacedProse[];
  /** The same one by one, for those who may stop early. */
  unitsIn(section: Section): Iterable<PlacedProse>;
  tablesIn(section: Section): readonly TableInfo[];
  lineColumn(offset: number): LineColumn;
  /** Offset of the start of a 1-based line, clamped to the document. */
  lineStart(line: number): number;
}
