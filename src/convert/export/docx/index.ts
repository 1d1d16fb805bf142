import { Document, Footer, Header, PageNumber, PageOrientation, Packer, Paragraph, TextRun } from 'docx';
import { MARKED_HEADINGS } from '../../marked-headings.js';
import { anchorsOf, linkedWithin } from '../_anchors.js';
import { inOrder, readForExport } from '../_read.js';
import type { ExportOptions, Exported } from '../types.js';
import { finish } from './_pack.js';
import { hasHeads } from './_heads.js';
import { HEAD_DISTANCE, readReference, type Reference } from './_reference.js';
import { PAGE, stylesWith } from './_styles.js';
import { Writer } from './_writer.js';

export interface DocxOptions extends ExportOptions {
  /** A Word file of the user's, whose styles, fonts, colours, paper and margins are taken. */
  readonly reference?: Uint8Array;
}

export { ReferenceError } from './_reference.js';

/**
 * An accessible Word file. The same input gives the same bytes.
 * Throws a `ReferenceError`, whose message is for the user, where the reference file is no Word file; nothing else is thrown for any Markdown.
 */
export async function exportDocx(markdown: string, options: DocxOptions): Promise<Exported<Uint8Array>> {
  const reference: Reference | null = options.reference ? readReference(options.reference) : null;
  const { blocks, notes, title, leftOut } = readForExport(markdown, options);
  const page = reference?.page ?? {
    width: PAGE.width,
    height: PAGE.height,
    top: PAGE.margin,
    right: PAGE.margin,
    bottom: PAGE.margin,
    left: PAGE.margin,
    header: HEAD_DISTANCE,
    footer: HEAD_DISTANCE,
  };
  const writer = new Writer(notes, options.pictures ?? new Map(), anchorsOf(blocks), linkedWithin(blocks), {
    upright: page.width - page.left - page.right,
    across: page.height - page.left - page.right,
    large: page.width * 2 - page.left - page.right,
  });
  const parts = writer.parts(blocks);
  const line = (style: string, children: string[]): Paragraph => new Paragraph({ style, children: [new TextRun({ children })] });
  const footer = (): Footer => new Footer({ children: [line('Footer', ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES])] });
  const evenPages = reference?.heads.evenPages && (hasHeads(reference.heads, 'header') || hasHeads(reference.heads, 'footer'));
  const author = options.author ?? 'Area SEND';
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    description: '',
    customProperties: [{ name: MARKED_HEADINGS, value: 'marked' }],
    evenAndOddHeaderAndFooters: evenPages ?? false,
    styles: stylesWith(writer.languages),
    numbering: { config: writer.numbering },
    footnotes: writer.footnotes,
    sections: parts.map(({ paper, children }, index) => ({
      properties: {
        page: {
          // Of a turned page the library takes the two sides in the other order.
          size: {
            width: paper === 'large' ? page.height : page.width,
            height: paper === 'large' ? page.width * 2 : page.height,
            orientation: paper === 'upright' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
          },
          margin: {
            top: page.top,
            right: page.right,
            bottom: page.bottom,
            left: page.left,
            header: page.header,
            footer: page.footer,
            gutter: 0,
          },
        },
        titlePage: index === 0,
      },
      ...(index === 0
        ? {
            headers: {
              default: new Header({ children: [line('Header', [title])] }),
              first: new Header({ children: [new Paragraph({ style: 'Header' })] }),
              ...(evenPages ? { even: new Header({ children: [line('Header', [title])] }) } : {}),
            },
            footers: { default: footer(), first: footer(), ...(evenPages ? { even: footer() } : {}) },
          }
        : {}),
      children,
    })),
  });
  const refused = Array.from(reference?.heads.refused ?? [], (place) => ({
    what: `The ${place === 'header' ? 'heads' : 'feet'} of the reference file’s pages are left out, because they refer to other files or parts.`,
    where: 'the reference file',
  }));
  const packed = new Uint8Array(await Packer.toArrayBuffer(document));
  return {
    output: finish(packed, { today: options.today, title, reference }),
    leftOut: inOrder([...refused, ...leftOut, ...writer.leftOut]),
  };
}
