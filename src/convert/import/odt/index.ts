import { finishImport } from '../finish.js';
import type { Block } from '../model.js';
import { someOf, type Note } from '../notes.js';
import { Pictures } from '../pictures.js';
import { ImportError, type ImportOptions, type ImportResult } from '../types.js';
import { childOf, childrenOf, descendantsOf, parseXml, textOf, type XmlElement } from '../xml.js';
import { openZip } from '../zip.js';
import { OdtBody } from './_body.js';
import { OdtStyles } from './_styles.js';

/** How many changes there are of each kind; the deleted words are kept apart from the text. */
function changesOf(text: XmlElement): ImportResult['changes'] {
  const regions = childrenOf(childOf(text, 'text:tracked-changes'), 'text:changed-region');
  const count = (name: string): number => regions.filter((region) => childOf(region, name) !== undefined).length;
  return { insertions: count('text:insertion'), deletions: count('text:deletion'), moves: 0 };
}

/** Words of the heads and feet of pages. */
function furnitureOf(styles: XmlElement | null): string[] {
  const lines = new Set<string>();
  for (const page of styles ? descendantsOf(styles, 'style:master-page') : []) {
    for (const name of [
      'style:header',
      'style:footer',
      'style:header-first',
      'style:footer-first',
      'style:header-left',
      'style:footer-left',
    ]) {
      for (const paragraph of childOf(page, name) ? descendantsOf(childOf(page, name)!, 'text:p') : []) {
        const words = textOf(paragraph).replace(/\s+/g, ' ').trim();
        if (words !== '') lines.add(words);
      }
    }
  }
  return [...lines];
}

/** Reads an OpenDocument text (.odt). @throws {ImportError} */
export function importOdt(bytes: Uint8Array, options: ImportOptions): Promise<ImportResult> {
  const zip = openZip(bytes);
  const manifest = zip.read('META-INF/manifest.xml');
  if (manifest && [...descendantsOf(parseXml(manifest), 'manifest:encryption-data')].length > 0)
    throw new ImportError('password', 'This file is protected with a password; save a copy without the password, and use the copy.');
  const content = zip.read('content.xml');
  const root = content && parseXml(content);
  const text = root && childOf(childOf(root, 'office:body'), 'office:text');
  if (!root || !text)
    throw new ImportError(
      'not-word',
      'There is no text document in this file; save it as a text document (.odt) or as a Word document (.docx).',
    );
  options.signal?.throwIfAborted();
  const stylesPart = zip.read('styles.xml');
  const common = stylesPart ? parseXml(stylesPart) : null;
  const pictures = new Pictures(zip);
  const body = new OdtBody(new OdtStyles([common, root]), pictures);
  const blocks: Block[] = body.blocks(text);
  const notes: Note[] = [];
  const changes = changesOf(text);
  const count = (number: number, what: string): string[] => (number === 0 ? [] : [`${number} ${what}${number === 1 ? '' : 's'}`]);
  const changed = [...count(changes.insertions, 'insertion'), ...count(changes.deletions, 'deletion')];
  if (changed.length > 0)
    notes.push({
      code: 'tracked-changes',
      what: `The document has tracked changes (${changed.join(', ')}); the text is as if all of them were accepted.`,
      paragraph: null,
    });
  if (body.comments.length > 0)
    notes.push({
      code: 'comments',
      what: `The document has ${count(body.comments.length, 'comment')[0]!}; they are listed, not put into the text.`,
      paragraph: null,
    });
  if (body.prompts.length > 0)
    notes.push({
      code: 'placeholder',
      what: `${body.prompts.length === 1 ? 'One field is' : `${body.prompts.length} fields are`} not filled in: ${someOf(body.prompts)}. Each stands in square brackets.`,
      paragraph: null,
    });
  if (body.hidden > 0)
    notes.push({
      code: 'hidden-content',
      what: `Text that is hidden was left out (${body.hidden} ${body.hidden === 1 ? 'place' : 'places'}); show it if it belongs to the document.`,
      paragraph: null,
    });
  if (zip.names.some((name) => /^(?:Basic|Scripts)\/.+\.(?:xba|xml|py|js|bsh)$/i.test(name) && !/(?:script|dialog)-l[bc]\.xml$/.test(name)))
    notes.push({ code: 'macros', what: 'The document has macros; they were left out and were not run.', paragraph: null });
  return Promise.resolve(
    finishImport({
      format: 'odt',
      blocks,
      footnotes: body.footnotes,
      notes: [...notes, ...body.notes],
      comments: body.comments,
      changes,
      furniture: furnitureOf(common),
      pictures: pictures.list(),
    }),
  );
}
