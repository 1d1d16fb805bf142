import type { Element } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { anchorsOf } from '../_anchors.js';
import { landscapeOf } from '../_landscape.js';
import { inOrder, readForExport } from '../_read.js';
import { each, type TreeNode } from '../_tree.js';
import type { ExportOptions, Exported, LeftOut } from '../types.js';
import { contentsOf, element, PageBuilder } from './_page.js';
import { STYLE, STYLE_HASH } from './_style.js';

const inside = (state: unknown, node: unknown): Element['children'] =>
  (state as { all: (node: never) => Element['children'] }).all(node as never);
const tag =
  (tagName: string, properties: Element['properties'] = {}) =>
  (state: unknown, node: unknown) =>
    element(tagName, { ...properties }, inside(state, node));

/** Only what Markdown can say comes this far; the rest is a second lock. Ids are all made here. */
const schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'mark'],
  attributes: { ...defaultSchema.attributes, div: [['className', 'across']] as [string, string][] },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'], src: ['data'] },
};

const processor = unified()
  .use(remarkRehype, {
    clobberPrefix: '',
    footnoteLabel: 'Footnotes',
    footnoteLabelProperties: {},
    handlers: {
      gap: tag('mark'),
      superscript: tag('sup'),
      subscript: tag('sub'),
      across: tag('div', { className: ['across'] }),
      words: inside,
    } as never,
  })
  .use(rehypeSanitize, schema);
const writer = unified().use(rehypeStringify);

const KINDS: readonly (readonly [string, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8]],
  ['image/gif', [0x47, 0x49, 0x46]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
];

function dataAddress(bytes: Uint8Array): string | null {
  const kind = KINDS.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (!kind) return null;
  let binary = '';
  for (let from = 0; from < bytes.length; from += 8192) binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return `data:${kind[0]};base64,${btoa(binary)}`;
}

/** The blocks, with those that are printed across the page in one block each time. */
function turned(blocks: readonly TreeNode[]): TreeNode[] {
  const out: TreeNode[] = [];
  landscapeOf(blocks).forEach((across, index) => {
    const node = blocks[index]!;
    const last = out.at(-1);
    if (!across) out.push(node);
    else if (last?.type === 'across') last.children!.push(node);
    else out.push({ type: 'across', children: [node] });
  });
  return out;
}

/**
 * One accessible page that needs nothing else: no script, no address that it would fetch from, pictures inside.
 * The same input gives the same text. Throws for no Markdown.
 */
export function exportHtml(markdown: string, options: ExportOptions): Exported<string> {
  const { blocks, notes, title, leftOut } = readForExport(markdown, options);
  const { anchors, bookmarks } = anchorsOf(blocks);
  const ids: string[] = [];
  const told: LeftOut[] = [];
  const tell = (what: string, node: TreeNode): void => {
    told.push({ what, where: node.position ? `line ${node.position.start.line}` : 'within HTML' });
  };
  const root: TreeNode = {
    type: 'root',
    children: [
      ...turned(blocks),
      ...Array.from(notes, ([identifier, children]): TreeNode => ({
        type: 'footnoteDefinition',
        identifier,
        label: identifier,
        children: [...children],
      })),
    ],
  };
  each(root, (node) => {
    if (node.type === 'heading' && bookmarks.has(node)) ids.push(bookmarks.get(node)!);
    if (node.type === 'link' && node.url!.startsWith('#')) {
      const anchor = anchors.get(node.url!);
      if (anchor) {
        node.url = `#${anchor}`;
      } else {
        tell(`The link to “${node.url}” is left out and its words stay, because no heading of this document has that address.`, node);
        node.type = 'words';
      }
    }
    if (node.type === 'image') {
      const address = dataAddress(options.pictures!.get(node.url!)!.bytes);
      if (!address) tell(`The picture “${node.url}” is left out, because it is no PNG, JPEG, GIF or WebP picture.`, node);
      Object.assign(
        node,
        address ? { url: address } : { type: 'text', value: node.alt ? `[Picture: ${node.alt}]` : '', children: undefined },
      );
    }
    if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      const box: TreeNode = { type: 'text', value: node.checked ? '☒ ' : '☐ ' };
      const [first, ...rest] = node.children ?? [];
      node.children =
        first?.type === 'paragraph' ? [{ ...first, children: [box, ...(first.children ?? [])] }, ...rest] : [box, ...(node.children ?? [])];
      node.checked = null;
    }
  });
  const content = processor.runSync(root as never);
  const page = new PageBuilder(ids);
  if (ids.length === 0) content.children.unshift(element('h1', {}, [{ type: 'text', value: title }]));
  page.visit(content);
  const nav = contentsOf(page.headings);
  const main = element('main', { id: 'content', tabIndex: -1 }, content.children as Element['children']);
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }, []),
    element(
      'meta',
      {
        httpEquiv: ['Content-Security-Policy'],
        content: `default-src 'none'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`,
      },
      [],
    ),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }, []),
    element('meta', { name: 'color-scheme', content: 'light dark' }, []),
    ...(options.author ? [element('meta', { name: 'author', content: options.author }, [])] : []),
    element('title', {}, [{ type: 'text', value: title }]),
    element('style', {}, [{ type: 'text', value: STYLE }]),
  ]);
  const body = element('body', {}, [
    element('a', { className: ['skip'], href: '#content' }, [{ type: 'text', value: 'Skip to the content' }]),
    ...(nav ? [nav] : []),
    main,
  ]);
  const html = writer.stringify({
    type: 'root',
    children: [{ type: 'doctype' }, element('html', { lang: 'en-GB' }, [head, body])],
  });
  return { output: `${html}\n`, leftOut: inOrder([...leftOut, ...told]) };
}
