import type { Link, Node, Parent } from 'mdast';
import {
  blocksWith,
  byObject,
  marker,
  matchesOf,
  patternIndex,
  perBlock,
  quick,
  wordsOf,
  type Block,
  type PlacedProse,
  type Prose,
  type SendDocument,
} from '../../document/index.js';
import {
  CROSSES_AFTER,
  CROSSES_BEFORE,
  PLACEHOLDERS,
  PLACEHOLDER_ADDRESS,
  PLACEHOLDER_TAG,
  type PlaceholderFamily,
} from '../../framework/placeholders.js';
import type { Span } from '../../framework/types.js';
import { append } from '../../text/lists.js';

/** A placeholder in a unit of prose; `from` and `to` are offsets of the unit's text. */
export interface Placeholder {
  readonly family: PlaceholderFamily;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const familiesOf = patternIndex(PLACEHOLDERS, ({ pattern }) => pattern);

/** Every placeholder of a prose unit, in order, without overlaps. */
export const placeholdersIn = byObject((prose: Prose): readonly Placeholder[] => {
  const { text } = prose;
  const list: Placeholder[] = [];
  for (const family of familiesOf(text)) {
    for (const match of matchesOf(text, family.pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (list.some((other) => from < other.to && other.from < to)) continue;
      if (!counts(prose, family, from, to)) continue;
      list.push({ family, from, to, text: match[0] });
    }
  }
  return list.sort((a, b) => a.from - b.from);
});

/** The units of a document that have placeholders. */
export const placeholdersOf = marker(
  (prose): readonly Placeholder[] | null => {
    const list = placeholdersIn(prose);
    return list.length > 0 ? list : null;
  },
  PLACEHOLDERS.map(({ pattern }) => quick(pattern)),
);

function counts(prose: Prose, family: PlaceholderFamily, from: number, to: number): boolean {
  const { text } = prose;
  if (family.where === 'unquoted' && (prose.quoted > 0 || isQuoted(text, from))) return false;
  if (family.where === 'value' && !isValue(text, from, to)) return false;
  if (family.id === 'crosses')
    return !CROSSES_BEFORE.test(text.slice(Math.max(0, from - 12), from)) && !CROSSES_AFTER.test(text.slice(to, to + 14));
  // “What happens next???” is a way to write, at least in a heading.
  if (family.id === 'question-marks') return prose.kind !== 'heading' || !/\p{L}/u.test(text[from - 1] ?? ' ');
  // Where the short form is explained.
  if (family.id === 'undecided') return !/^\W{1,4}to be\b/i.test(text.slice(to, to + 12));
  return true;
}

/** Whether an offset lies within quotation marks, curly or straight. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 600), at);
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return true;
  const single = before.lastIndexOf('‘');
  if (single >= 0 && !/’(?!\p{L})/u.test(before.slice(single))) return true;
  return (before.split('"').length - 1) % 2 === 1;
}

/** Alone in its unit or line, after a label, or alone in brackets. */
function isValue(text: string, from: number, to: number): boolean {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const before = text.slice(lineStart, from).trimEnd();
  const lineEnd = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  const after = text.slice(to, lineEnd).trimStart();
  if (before.endsWith('(') && after.startsWith(')')) return true;
  return (before === '' || (before.length <= 60 && before.endsWith(':'))) && /^[.;,]?$/.test(after);
}

/** Spans, relative to the block, of placeholders that are no prose: tags that Markdown hides and addresses of links. */
export interface HiddenPlaceholder {
  readonly span: Span;
  readonly text: string;
  readonly what: 'tag' | 'address';
}

export const hiddenPlaceholdersIn = perBlock((block): readonly HiddenPlaceholder[] | null =>
  block.text.includes('<') || block.text.includes('](') ? searchNodes(block) : null,
);

export const blocksWithHidden = blocksWith(hiddenPlaceholdersIn);

function searchNodes(block: Block): readonly HiddenPlaceholder[] | null {
  const list: HiddenPlaceholder[] = [];
  const stack: Node[] = [...block.nodes];
  while (stack.length > 0) {
    const node = stack.pop()!;
    const span = { start: node.position!.start.offset!, end: node.position!.end.offset! };
    if (node.type === 'html') {
      const source = block.text.slice(span.start, span.end).trimEnd();
      // <<field>>, of which Markdown takes the inner half for a tag.
      if (block.text[span.start - 1] === '<' && block.text[span.end] === '>')
        list.push({ span: { start: span.start - 1, end: span.end + 1 }, text: `<${source}>`, what: 'tag' });
      else if (PLACEHOLDER_TAG.test(source))
        list.push({ span: { start: span.start, end: span.start + source.length }, text: source, what: 'tag' });
    } else if (node.type === 'link' && PLACEHOLDER_ADDRESS.test((node as Link).url)) {
      const from = block.text.lastIndexOf((node as Link).url, span.end);
      if (from >= span.start)
        list.push({ span: { start: from, end: from + (node as Link).url.length }, text: (node as Link).url, what: 'address' });
    }
    if ('children' in node) append(stack, (node as Parent).children);
  }
  return list.length > 0 ? list.sort((a, b) => a.span.start - b.span.start) : null;
}

/** Whether units of a draft have gaps: what these ask for is still to come, and no second finding has to say so. */
export const waitsInDraft = ({ frontMatter }: SendDocument, units: readonly PlacedProse[]): boolean =>
  frontMatter.data.status === 'draft' && units.some(({ prose }) => placeholdersIn(prose).length > 0);

const SMALL_WORD = /^(?:and|of|for|the|in|to|with)$/i;

/**
 * Acronyms such as TBC that the document uses for something else: “Trauma and Behaviour Clinic (TBC)”. In capitals.
 * Local acronyms of the settings count as well.
 */
export function explainedAcronyms(document: SendDocument, acronyms: Readonly<Record<string, string>>): ReadonlySet<string> {
  const explained = new Set(['TBA', 'TBC', 'TBD'].filter((acronym) => Object.hasOwn(acronyms, acronym)));
  for (const { unit, value } of placeholdersOf(document)) {
    for (const { family, from, text } of value) {
      if (family.id !== 'undecided' || unit.text[from - 1] !== '(') continue;
      const words = wordsOf(unit.text.slice(Math.max(0, from - 120), from)).filter((word) => !SMALL_WORD.test(word));
      const initials = words
        .slice(-text.length)
        .map((word) => word[0])
        .join('');
      if (initials.toUpperCase() === text.toUpperCase()) explained.add(text.toUpperCase());
    }
  }
  return explained;
}

/** The words of a unit that are no placeholder: letters and digits that would stay once every gap is taken out. */
export const wordsBesidesPlaceholders = ({ prose }: PlacedProse): string => restOf(prose).words;

const restOf = byObject((prose: Prose): { readonly words: string } => {
  let rest = '';
  let at = 0;
  for (const { from, to } of placeholdersIn(prose)) {
    rest += prose.text.slice(at, from);
    at = to;
  }
  return { words: (rest + prose.text.slice(at)).replace(/[^\p{L}\p{N}\uFFFC]+/gu, ' ').trim() };
});
