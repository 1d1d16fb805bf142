import { MARKED_HEADINGS } from '../../marked-headings.js';
import { finishImport } from '../finish.js';
import { wordsOf, type Block } from '../model.js';
import { someOf, type Note, type NotedComment } from '../notes.js';
import type { ImportOptions, ImportResult } from '../types.js';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml.js';
import { openZip } from '../zip.js';
import { BodyReader, type Reading } from './_body.js';
import { Numbering } from './_numbering.js';
import { OfficePackage, valueOf, type Part } from '../office.js';
import { Styles } from './_styles.js';

const NOT_WORD =
  'There is no Word document in this file; check that it is the right file, or open it in Word and save it as a Word document (.docx).';

/** The id of the list that a list style stands for. */
function numberingOfStyle(styles: XmlElement | undefined, id: string): string | null {
  const style = childrenOf(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);
  return valueOf(childOf(childOf(childOf(style, 'w:pPr'), 'w:numPr'), 'w:numId')) ?? null;
}

/** Which comment answers which, and which are resolved; by the id of the last paragraph of each. */
function threads(extended: Part | null): Map<string, { parent: string | null; done: boolean }> {
  return new Map(
    (extended ? childrenOf(extended.root, 'w15:commentEx') : []).map(({ attributes }) => [
      attributes['w15:paraId'] ?? '',
      { parent: attributes['w15:paraIdParent'] ?? null, done: /^(?:1|true)$/.test(attributes['w15:done'] ?? '') },
    ]),
  );
}

function readComments(part: Part | null, extended: Part | null, reading: Reading): NotedComment[] {
  if (!part) return [];
  const known = threads(extended);
  const comments: NotedComment[] = [];
  const paragraphIds = new Map<string, number>();
  const parents: (string | null)[] = [];
  for (const element of childrenOf(part.root, 'w:comment')) {
    const anchor = reading.anchors.get(element.attributes['w:id'] ?? '');
    const text = wordsOf(
      new BodyReader(part, { ...reading, notes: [], changes: { insertions: 0, deletions: 0, moves: 0 } }).blocks(element),
    );
    const ids = [...descendantsOf(element, 'w:p')].map(({ attributes }) => attributes['w14:paraId'] ?? '');
    const thread = known.get(ids.at(-1) ?? '');
    for (const id of ids) paragraphIds.set(id, comments.length);
    parents.push(thread?.parent ?? null);
    comments.push({
      author: element.attributes['w:author']?.trim() || null,
      text: text.replace(/[ \t]+/g, ' ').trim(),
      on: (anchor?.words ?? '').replace(/\s+/g, ' ').trim(),
      paragraph: anchor?.paragraph ?? null,
      ...(thread?.done ? { resolved: true } : {}),
    });
  }
  return comments.map((comment, index) => {
    const parent = parents[index] === null ? undefined : paragraphIds.get(parents[index]!);
    return parent === undefined ? comment : { ...comment, replyTo: parent };
  });
}

/** The words of running heads and feet. */
function furnitureOf(main: Part, reading: Reading): string[] {
  const lines = new Set<string>();
  for (const { type, target, external } of main.relationships.values()) {
    if (external || (type !== 'header' && type !== 'footer')) continue;
    const part = reading.package.part(target);
    if (!part) continue;
    const aside: Reading = { ...reading, notes: [], anchors: new Map(), noteIds: [], changes: { insertions: 0, deletions: 0, moves: 0 } };
    for (const line of wordsOf(new BodyReader(part, aside).blocks(part.root)).split('\n')) {
      const words = line.replace(/\s+/g, ' ').trim();
      if (words !== '') lines.add(words);
    }
  }
  return [...lines];
}

function readNotes(main: Part, reading: Reading): Map<string, Block[]> {
  const notes = new Map<string, Block[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    if (!reading.noteIds.some((id) => id.startsWith(kind))) continue;
    const part = reading.package.related(main, `${kind}s`);
    for (const element of part ? childrenOf(part.root, `w:${kind}`) : []) {
      const id = `${kind}/${element.attributes['w:id'] ?? ''}`;
      if (reading.noteIds.includes(id)) notes.set(id, new BodyReader(part!, reading).blocks(element));
    }
  }
  return notes;
}

/** Notes on the document as a whole. */
function wholeNotes(main: Part, reading: Reading, body: BodyReader, comments: readonly NotedComment[]): Note[] {
  const notes: Note[] = [];
  const add = (code: Note['code'], what: string, paragraph: number | null = null): void => void notes.push({ code, what, paragraph });
  const { insertions, deletions, moves } = reading.changes;
  const count = (number: number, what: string): string[] => (number === 0 ? [] : [`${number} ${what}${number === 1 ? '' : 's'}`]);
  const changes = [...count(insertions, 'insertion'), ...count(deletions, 'deletion'), ...count(moves, 'move')];
  if (changes.length > 0)
    add('tracked-changes', `The document has tracked changes (${changes.join(', ')}); the text is as if all of them were accepted.`);
  if (comments.length > 0)
    add('comments', `The document has ${count(comments.length, 'comment')[0]!}; they are listed, not put into the text.`);
  if (body.emptyFields.length > 0) {
    const fields = body.emptyFields;
    add(
      'placeholder',
      `${fields.length === 1 ? 'One field is' : `${fields.length} fields are`} not filled in: ${someOf(fields)}. Each stands in square brackets.`,
    );
  }
  if (body.hiddenWords.length > 0) {
    const words = [...new Set(body.hiddenWords.map((hidden) => hidden.words))];
    add(
      'hidden-content',
      `Text that is hidden or white was left out (${words.length} ${words.length === 1 ? 'place' : 'places'}); show it in Word if it belongs to the document.`,
      body.hiddenWords[0]!.paragraph,
    );
  }
  if (reading.package.hasMacros) add('macros', 'The document has macros; they were left out and were not run.');
  const settings = reading.package.related(main, 'settings');
  const template = settings && [...settings.relationships.values()].find(({ type, external }) => type === 'attachedTemplate' && external);
  if (template && /^(?:https?|ftp|\\\\|file:\/\/\/?\\\\)/i.test(template.target))
    add('external-content', 'The document names a template on another computer; it was not fetched.');
  return notes;
}

/** Reads a Word document (.docx, .docm). @throws {ImportError} */
export function importDocx(bytes: Uint8Array, options: ImportOptions): Promise<ImportResult> {
  const office = new OfficePackage(openZip(bytes));
  const main = office.main('w:document', 'word/document.xml', NOT_WORD);
  options.signal?.throwIfAborted();
  const styles = office.related(main, 'styles')?.root;
  const reading: Reading = {
    package: office,
    styles: new Styles(styles),
    numbering: new Numbering(office.related(main, 'numbering')?.root, (id) => numberingOfStyle(styles, id)),
    notes: [],
    changes: { insertions: 0, deletions: 0, moves: 0 },
    anchors: new Map(),
    noteIds: [],
    paragraph: 0,
  };
  const body = new BodyReader(main, reading);
  const container = childOf(main.root, 'w:body');
  const blocks = container ? body.blocks(container) : [];
  const footnotes = readNotes(main, reading);
  const comments = readComments(office.related(main, 'comments'), office.related(main, 'commentsExtended'), reading);
  const furniture = furnitureOf(main, reading);
  return Promise.resolve(
    finishImport({
      format: 'docx',
      blocks,
      footnotes: reading.noteIds.map((id) => ({ id, blocks: footnotes.get(id) ?? [] })),
      notes: [...wholeNotes(main, reading, body, comments), ...reading.notes],
      comments,
      changes: reading.changes,
      furniture,
      headingsMarked: office.properties.includes(MARKED_HEADINGS),
      pictures: office.pictures.list(),
    }),
  );
}
