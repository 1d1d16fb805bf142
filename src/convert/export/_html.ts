import type { Element } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { each, wordsOf, type TreeNode } from './_tree.js';

/*
 * HTML in Markdown: it is parsed as a browser does it, what is not text, table, list, link or picture is dropped, and the rest is Markdown's tree again.
 */

const COMMENTS = /^(?:\s*<!--[\s\S]*?-->)+\s*$/;
const BREAK = /^<br\s*\/?>$/i;
const TAG = /^<\/?([A-Za-z][A-Za-z\d-]*)(?![A-Za-z\d-])/;
const TAGS = /<(\/?)([A-Za-z][A-Za-z\d-]*)(?![A-Za-z\d-])[^<>]*>/g;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** Elements whose content is no text for readers. */
const NO_TEXT = [
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'title',
  'textarea',
  'select',
];

const OTHER_ELEMENTS =
  'abbr address area article aside base basefont bdi bdo big body button caption center cite col colgroup data datalist dfn dialog dir fieldset figcaption figure font footer form frame frameset head header hgroup html label legend link main map mark menu menuitem meta meter nav noframes optgroup option output param picture progress rb rtc search small slot source strike time track tt u var wbr';
const ELEMENTS = new Set([...(defaultSchema.tagNames ?? []), ...NO_TEXT, ...OTHER_ELEMENTS.split(' ')]);

const schema = {
  ...defaultSchema,
  strip: NO_TEXT,
  attributes: { ...defaultSchema.attributes, span: ['dataNote', 'dataGap'] },
};

export const isComment = (html: string): boolean => COMMENTS.test(html);
export const isBreak = (html: string): boolean => BREAK.test(html);

/** A tag that HTML does not know, such as `<name of the lead>`: words in angle brackets, which readers are to see. */
export function isNoElement(html: string): boolean {
  const tag = html.trim();
  const name = tag.endsWith('>') ? TAG.exec(tag)?.[1] : undefined;
  return name !== undefined && !ELEMENTS.has(name.toLowerCase()) && !tag.slice(1).includes('<');
}

/** How many elements an HTML block leaves open; negative where it closes what others opened. */
export function openElements(html: string): number {
  let open = 0;
  for (const [tag, closes, name] of html.matchAll(TAGS)) {
    if (!tag.endsWith('/>') && !VOID.has(name!.toLowerCase())) open += closes ? -1 : 1;
  }
  return open;
}

const wrapped = (tagName: string, property: string, value: string, children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: property === '' ? {} : { [property]: value },
  children,
});

interface State {
  all: (node: never) => Element['children'];
}

const inside = (state: unknown, node: unknown): Element['children'] => (state as State).all(node as never);

const processor = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    handlers: {
      footnoteReference: (_state: unknown, node: TreeNode) => wrapped('span', 'dataNote', node.identifier!, []),
      gap: (state: unknown, node: TreeNode) => wrapped('span', 'dataGap', '1', inside(state, node)),
      superscript: (state: unknown, node: TreeNode) => wrapped('sup', '', '', inside(state, node)),
      subscript: (state: unknown, node: TreeNode) => wrapped('sub', '', '', inside(state, node)),
    },
  })
  .use(rehypeRaw);
const cleaner = unified()
  .use(rehypeSanitize, schema)
  .use(rehypeRemark, {
    handlers: {
      span: (state: unknown, node: Element) => {
        const { dataNote, dataGap } = node.properties;
        if (typeof dataNote === 'string') return { type: 'footnoteReference', identifier: dataNote, label: dataNote };
        const children = inside(state, node);
        return (dataGap ? { type: 'gap', children } : children) as never;
      },
      sup: (state: unknown, node: Element) => ({ type: 'superscript', children: inside(state, node) }) as never,
      sub: (state: unknown, node: Element) => ({ type: 'subscript', children: inside(state, node) }) as never,
      summary: (state: unknown, node: Element) =>
        ({ type: 'paragraph', children: [{ type: 'strong', children: inside(state, node) }] }) as never,
    },
  });

const elementsIn = (node: Element): Element[] => node.children.filter((child) => child.type === 'element');

/** The rows of a table, without those of tables in its cells. */
const rowsIn = (node: Element): Element[] =>
  elementsIn(node).flatMap((child) =>
    child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.tagName) ? rowsIn(child) : [],
  );

const isBold = (cell: Element): boolean =>
  cell.children.every((child) =>
    child.type === 'text'
      ? child.value.trim() === ''
      : child.type === 'element' && (/^(?:b|strong)$/.test(child.tagName) || (child.tagName === 'p' && isBold(child))),
  );

/** A row in bold at the top of a table without other names of columns is such a row. */
function nameColumns(tree: unknown): void {
  each(tree as TreeNode, (node) => {
    const table = node as unknown as Element;
    if (table.tagName !== 'table') return;
    const rows = rowsIn(table);
    const first = rows[0] ? elementsIn(rows[0]) : [];
    if (rows.length < 2 || rows.some((row) => elementsIn(row).some(({ tagName }) => tagName === 'th'))) return;
    if (first.some((cell) => wordsOf(cell as unknown as TreeNode) !== '') && first.every(isBold))
      for (const cell of first) cell.tagName = 'th';
  });
}

/** The name of a table stands as a paragraph before it, for Markdown has no place for it within. */
function takeCaptions(parent: TreeNode): void {
  each(parent, (node) => {
    if (!node.children?.some((child) => (child as unknown as Element).tagName === 'table')) return;
    node.children = node.children.flatMap((child) => {
      const table = child as unknown as Element;
      if (table.tagName !== 'table') return [child];
      const captions = elementsIn(table).filter(({ tagName }) => tagName === 'caption');
      for (const caption of captions) caption.tagName = 'p';
      table.children = table.children.filter((inner) => !captions.includes(inner as Element));
      return [...(captions as unknown as TreeNode[]), child];
    });
  });
}

/** Blocks with HTML in them as blocks without. `told` is called with the name of each element that has no place in a document. */
export function withoutHtml(blocks: TreeNode[], told: (name: string) => void): TreeNode[] {
  const parsed = processor.runSync({ type: 'root', children: blocks } as never);
  nameColumns(parsed);
  takeCaptions(parsed as unknown as TreeNode);
  each(parsed as TreeNode, (node) => {
    const { tagName } = node as unknown as Element;
    if (NO_TEXT.includes(tagName) || ['form', 'button'].includes(tagName)) told(tagName);
  });
  return (cleaner.runSync(parsed) as unknown as TreeNode).children ?? [];
}
