import * as vscode from 'vscode';
import { IMPORT_EXTENSIONS } from '../../convert/import/names.js';
import { areaName, findDates, formatRange, inspectionRange, type SendDocument } from '../../document/index.js';
import { KINDS } from '../../framework/kinds.js';
import { bodiesWith, type BodyRegister } from '../../framework/public-bodies.js';
import { DOCUMENT_KINDS, type DocumentKind, type OutcomeId } from '../../framework/types.js';
import { OUTCOMES } from '../../framework/wording.js';
import { fileNameFor, fromReport, newDocument } from '../../templates/index.js';
import { fileName, folderOf, pathInside, relativePath } from '../../text/paths.js';
import { capital } from '../../text/words.js';
import type { Checks } from '../documents/checks.js';
import type { Library } from '../documents/library.js';
import { freeName } from '../documents/notes.js';
import { fileOf } from '../documents/place.js';
import type { SettingsStore } from '../documents/settings.js';
import { today } from '../documents/today.js';
import { GAP } from '../features/gaps.js';
import { choose, inTurn, kept, write, type Place } from './_questions.js';
import { exists } from './written-file.js';

const { window, workspace } = vscode;

const TITLE = 'New Area SEND document';

interface Report {
  readonly uri: vscode.Uri;
  readonly document: SendDocument;
}

interface Answers {
  kind?: DocumentKind;
  /** null: none. */
  report?: Report | null;
  outcome?: OutcomeId;
  area?: string;
  dates?: string;
}

/** Kinds that are written about a report. */
const ABOUT_A_REPORT: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'strategic-plan',
  'priority-action-plan',
  'monitoring-inspection-report',
  'engagement-meeting-note',
]);
/** Kinds whose inspection is the one that they tell of themselves, and not that of a report before. */
const OWN_INSPECTION: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['full-inspection-report', 'monitoring-inspection-report']);

/** Full inspection reports of the workspace, the one in front first, then the newest. */
async function reportsOf(checks: Checks, library: Library): Promise<Report[]> {
  await library.start();
  const front = window.activeTextEditor?.document.uri.toString();
  const reports: Report[] = [];
  for (const { uri, kind } of library.documents()) {
    if (kind !== 'full-inspection-report') continue;
    const document = checks.latest(uri)?.document ?? (await library.document(uri));
    if (document) reports.push({ uri, document });
  }
  const day = ({ document }: Report): string => inspectionRange(document)?.end ?? '';
  return reports.sort(
    (a, b) => Number(b.uri.toString() === front) - Number(a.uri.toString() === front) || (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0),
  );
}

/** A report that the user looks for: Word, PDF or Markdown. */
async function otherReport(checks: Checks): Promise<Report | null> {
  const [uri] =
    (await window.showOpenDialog({
      title: 'Which report?',
      openLabel: 'Take this report',
      filters: { 'Reports (Markdown, Word, PDF, web page)': ['md', 'markdown', ...IMPORT_EXTENSIONS.map((end) => end.slice(1))] },
      ...(workspace.workspaceFolders?.[0] ? { defaultUri: workspace.workspaceFolders[0].uri } : {}),
    })) ?? [];
  if (!uri) return null;
  const opened = await checks.source.open(uri).catch(() => null);
  if (opened) return { uri, document: opened.document };
  void window.showErrorMessage(`${fileName(uri.path)} cannot be read.`);
  return null;
}

function describe({ uri, document }: Report): vscode.QuickPickItem {
  const range = inspectionRange(document);
  const { outcome, areasForImprovement, areasForPriorityAction } = document.facts;
  const areas = areasForImprovement.length + areasForPriorityAction.length;
  return {
    label: `${areaName(document) ?? fileName(uri.path)}${range ? `, ${formatRange(range)}` : ''}`,
    description: workspace.asRelativePath(uri),
    detail: `${outcome === null ? 'Outcome not found' : `Outcome ${outcome}`}; ${areas === 0 ? 'no areas found' : `${areas} ${areas === 1 ? 'area' : 'areas'} to answer`}`,
  };
}

const OTHER = Symbol('other');
const NONE = Symbol('none');

async function askReport(place: Place, answers: Answers, checks: Checks, library: Library): Promise<'next' | 'back' | 'stop'> {
  const reports = await reportsOf(checks, library);
  for (;;) {
    const answer = await choose<Report | typeof OTHER | typeof NONE>(place, {
      title: `${TITLE}: the report`,
      placeholder: 'Which report is it about? Its words, days and names are taken over',
      items: [
        ...reports.map((report) => ({ ...describe(report), value: report })),
        { label: 'Another file…', detail: 'A report as Word, PDF, web page or Markdown', value: OTHER },
        { label: 'None yet', detail: 'Everything is a gap to fill', value: NONE },
      ],
    });
    if (typeof answer === 'string') return answer;
    if (answer.is === OTHER) {
      const chosen = await otherReport(checks);
      if (!chosen) continue;
      answers.report = chosen;
    } else answers.report = answer.is === NONE ? null : answer.is;
    return 'next';
  }
}

async function askArea(place: Place, answers: Answers, bodies: BodyRegister): Promise<'next' | 'back' | 'stop'> {
  const title = `${TITLE}: local area`;
  const areas = [...bodies.areasIn({ from: today(), to: today() })].sort((a, b) => a.localeCompare(b, 'en-GB'));
  const answer = await choose<string | typeof OTHER>(place, {
    title,
    placeholder: 'Which local area? Type a few letters of its name',
    items: [...areas.map((label) => ({ label, value: label })), { label: 'Another name…', alwaysShow: true, value: OTHER }],
    active: answers.area,
  });
  if (typeof answer === 'string') return answer;
  if (answer.is !== OTHER) {
    answers.area = answer.is;
    return 'next';
  }
  const written = await write(
    { ...place, back: true },
    { title, prompt: 'Name of the local area, for example Exampleshire', value: answers.area },
  );
  return written === 'back' ? askArea(place, answers, bodies) : kept(written, (area) => (answers.area = area));
}

const datesProblem = (value: string): string | null =>
  value.trim() === '' || findDates(value)[0]?.range
    ? null
    : 'Write two days and a year, for example 19 to 23 January 2026, or leave it empty.';

/** Asks what the kind needs; null when somebody escaped. */
async function ask(checks: Checks, library: Library, bodies: BodyRegister, answers: Answers): Promise<Answers | null> {
  const fixedKind = answers.kind !== undefined;
  const fixedReport = answers.report !== undefined;
  const known = (): boolean => ABOUT_A_REPORT.has(answers.kind!) && Boolean(answers.report);
  const finished = await inTurn([
    {
      wanted: () => !fixedKind,
      ask: async (place) =>
        kept(
          await choose(place, {
            title: `${TITLE}: kind`,
            placeholder: 'What do you want to write?',
            items: [...KINDS]
              .sort((a, b) => DOCUMENT_KINDS.indexOf(a.id) - DOCUMENT_KINDS.indexOf(b.id))
              .map(({ id, name }) => ({ label: capital(name), value: id })),
            active: answers.kind,
          }),
          (kind) => (answers.kind = kind),
        ),
    },
    {
      wanted: () => !fixedReport && answers.kind !== undefined && ABOUT_A_REPORT.has(answers.kind),
      ask: (place) => askReport(place, answers, checks, library),
    },
    {
      wanted: () => answers.kind === 'full-inspection-report',
      ask: async (place) =>
        kept(
          await choose(place, {
            title: `${TITLE}: outcome`,
            placeholder: 'Which outcome did the inspection reach?',
            items: OUTCOMES.map(({ id, name, statements }) => ({ label: `${id}. ${capital(name)}`, detail: statements[0]!, value: id })),
            active: answers.outcome,
          }),
          (outcome) => (answers.outcome = outcome),
        ),
    },
    {
      wanted: () => !known() || areaName(answers.report!.document) === null,
      ask: (place) => askArea(place, answers, bodies),
    },
    {
      wanted: () => answers.kind !== 'local-send-reform-plan' && (!known() || OWN_INSPECTION.has(answers.kind!)),
      ask: async (place) =>
        kept(
          await write(place, {
            title: `${TITLE}: days of the inspection`,
            prompt: 'The days of the inspection, for example “19 to 23 January 2026”. Leave it empty if you do not know them yet.',
            value: answers.dates,
            problem: datesProblem,
          }),
          (dates) => (answers.dates = dates),
        ),
    },
  ]);
  return finished ? answers : null;
}

/** The folder in which documents of this kind already stand, else that of the report, else the first of the workspace; null without one. */
function folderFor(kind: DocumentKind, report: Report | null, library: Library): vscode.Uri | null {
  const home = (report && workspace.getWorkspaceFolder(report.uri)) ?? workspace.workspaceFolders?.[0];
  if (!home || workspace.fs.isWritableFileSystem(home.uri.scheme) === false) return null;
  const family = kind.endsWith('plan') ? 'plan' : kind.endsWith('report') ? 'report' : 'note';
  const counts = new Map<string, number>();
  for (const { uri, kind: other } of library.documents())
    if (other?.endsWith(family) && pathInside(home.uri.path, uri.path) !== null)
      counts.set(folderOf(uri.path), (counts.get(folderOf(uri.path)) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most) return home.uri.with({ path: most[0] });
  return report && workspace.getWorkspaceFolder(report.uri) ? vscode.Uri.joinPath(report.uri, '..') : home.uri;
}

/** Where the new document will stand once it is saved. */
async function placeFor(folder: vscode.Uri | null, name: string): Promise<vscode.Uri> {
  if (!folder) return vscode.Uri.from({ scheme: 'untitled', path: name });
  const at = (candidate: string): vscode.Uri => vscode.Uri.joinPath(folder, candidate).with({ scheme: 'untitled', authority: '' });
  const taken = async (candidate: string): Promise<boolean> =>
    workspace.textDocuments.some(({ uri }) => uri.toString() === at(candidate).toString()) ||
    exists(vscode.Uri.joinPath(folder, candidate));
  return at(await freeName(name, taken));
}

/** What is known of a document before anything is asked. */
export interface Beginning {
  readonly kind?: DocumentKind;
  readonly report?: vscode.Uri;
}

/** The menu that this is chosen from gives other things. */
export const isBeginning = (given: unknown): given is Beginning =>
  typeof given === 'object' && given !== null && !(given instanceof vscode.Uri) && ('kind' in given || 'report' in given);

/** Kind, report, area, outcome and dates as far as the kind asks for them, then an unsaved document from the template. Escape stops without one. */
export async function newFromTemplate(checks: Checks, library: Library, settings: SettingsStore, given: Beginning): Promise<void> {
  const opened = given.report ? await checks.source.open(given.report).catch(() => null) : null;
  const first = workspace.workspaceFolders?.[0]?.uri;
  const bodies = bodiesWith(first ? (await settings.resolve(vscode.Uri.joinPath(first, 'new.md'))).settings.bodies : []);
  const answers = await ask(checks, library, bodies, {
    ...(given.kind ? { kind: given.kind } : {}),
    ...(opened && given.report ? { report: { uri: given.report, document: opened.document } } : {}),
  });
  if (!answers) return;
  const kind = answers.kind!;
  const report = answers.report && ABOUT_A_REPORT.has(kind) ? answers.report : null;
  await library.start();
  const folder = folderFor(kind, report, library);
  const own = findDates(answers.dates ?? '')[0]?.range;
  const area = (report && areaName(report.document)) || answers.area || null;
  const place = await placeFor(folder, fileNameFor(kind, area, OWN_INSPECTION.has(kind) && own ? own.end : today()));
  const inside =
    folder && report && workspace.getWorkspaceFolder(report.uri)?.uri.toString() === workspace.getWorkspaceFolder(folder)?.uri.toString();
  const path = inside ? relativePath(fileOf(place).path, report.uri.path) : null;
  const { inspection, ...known } = report ? fromReport(report.document, path, today()) : { inspection: undefined };
  const days = OWN_INSPECTION.has(kind) || !inspection ? own : inspection;
  const content = newDocument({
    kind,
    isDraft: true,
    today: today(),
    bodies,
    ...known,
    ...(area ? { area } : {}),
    ...(answers.outcome ? { outcome: answers.outcome } : {}),
    ...(days ? { inspection: days } : {}),
  });
  const document = await workspace.openTextDocument(place);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), content);
  await workspace.applyEdit(edit);
  // The first gap is chosen: typing fills it, and Tab leads to the next.
  const gap = GAP.exec(document.getText());
  const selection = gap
    ? new vscode.Range(document.positionAt(gap.index), document.positionAt(gap.index + gap[0].length))
    : new vscode.Range(0, 0, 0, 0);
  await window.showTextDocument(document, { selection, preview: false });
}
