import { parseMarkdown } from '../_parse.js';
import { sourceOffsets } from '../_source-map.js';
import { each } from '../_tree.js';
import { Letters } from './_letters.js';

export interface MarkdownWords {
  /** By letter its UTF-16 offset in the Markdown. */
  readonly letters: Letters;
  /** Where footnotes stand in the Markdown, by the number of the first mark that refers to them; 0-based. */
  readonly notes: readonly { readonly start: number; readonly end: number; readonly mark: number }[];
  /** Links, whose addresses are not seen. */
  readonly links: readonly { readonly start: number; readonly end: number }[];
  /** Pictures in order, with how many letters stand before each. */
  readonly pictures: readonly { readonly start: number; readonly end: number; readonly letter: number }[];
}

/** The words of a document as readers see them, footnotes apart. */
export function readMarkdown(markdown: string): MarkdownWords {
  const shift = markdown.startsWith('\ufeff') ? 1 : 0;
  const text = markdown.slice(shift);
  const root = parseMarkdown(text);
  const letters = new Letters();
  const notes: { start: number; end: number; mark: number }[] = [];
  const links: { start: number; end: number }[] = [];
  const pictures: { start: number; end: number; letter: number }[] = [];
  const marks: string[] = [];
  let noteEnd = -1;
  each(root, (node) => {
    if (node.type === 'footnoteReference') marks.push(node.identifier!);
  });
  each(root, (node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'footnoteDefinition') {
      notes.push({ start: start + shift, end: end + shift, mark: marks.indexOf(node.identifier!) });
      noteEnd = end;
    }
    if (node.type === 'link' || node.type === 'linkReference') links.push({ start: start + shift, end: end + shift });
    if (node.type === 'image' || node.type === 'imageReference')
      pictures.push({ start: start + shift, end: end + shift, letter: letters.places.length });
    if (node.value === undefined || start < noteEnd || node.type === 'yaml' || node.type === 'html') return;
    const offsets = sourceOffsets(node.value, text.slice(start, end), start + shift);
    letters.add(node.value, 0, (index) => offsets[index]!);
  });
  return { letters: letters.finish(), notes, links, pictures };
}
