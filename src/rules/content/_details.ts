import { byObject, byText, matchesOf, type SendDocument, type TableCell, type TableInfo } from '../../document/index.js';
import { targetsByLabel } from '../support/links.js';

/** A column of the details table: all that it says about one body. */
export interface DetailsColumn {
  readonly body: 'local authority' | 'integrated care board';
  readonly header: TableCell;
  readonly name: TableCell | null;
  readonly leads: readonly TableCell[];
  readonly websites: readonly TableCell[];
  readonly addresses: readonly TableCell[];
}

const GENERIC_HEADER =
  /^(?:(?:name of )?(?:the )?(?:local authorit(?:y|ies)|integrated care (?:boards?|systems?)(?: \(ICBs?\))?|ICBs?|council|health|NHS)(?:\(s\))?)?:?$/i;
const ADDRESS_WORDS =
  /\b(?:street|road|rd|lane|ln|avenue|ave|house|hall|square|floor|buildings?|park|court|drive|close|quay|tower|offices|PO box|terrace|gardens?|walk|row|precinct|estate|hospital|wharf|hill|crescent|centre|plaza)\b/i;
/** Two groups such as "M32 OEL" at the end of a line, right or wrong. */
export const POSTCODE_LIKE = /(?<![\p{L}\d/@.-])[A-Z0][A-Z\dl]{1,3} {0,2}[\dOIlSZBG][A-Z\dl]{2}(?=\s*(?:[,.;)]|\n|$))/gu;
const WEBSITE = /https?:\/\/|\bwww\d?\.|\b[a-z\d-]{2,63}\.(?:gov\.uk|nhs\.uk|org\.uk|co\.uk|org|com|net|uk|info|london|example)\b/i;

/** A website that is still to come stands where it will. */
const WEBSITE_GAP = /\[insert [^\][]{0,60}\bwebsite\b/i;

export const saysWebsite = byText((source): boolean => WEBSITE.test(source.replace(/[^\s@]{1,64}@[^\s@]{1,200}/g, ' ')));
/** A right one anywhere, or a likely one where postcodes stand. */
export const hasPostcode = byText((text): boolean => /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i.test(text) || text.search(POSTCODE_LIKE) >= 0);

const bodyOf = (header: string): DetailsColumn['body'] | null =>
  /integrated care|\bICBs?\b|\bNHS\b|health/i.test(header)
    ? 'integrated care board'
    : /local authorit|council/i.test(header)
      ? 'local authority'
      : null;

/** Columns of one details table. Rows are told apart by what they hold, because their order and labels differ. */
function columnsOf(table: TableInfo, document: SendDocument): DetailsColumn[] {
  const wanted = table.header.cells.flatMap((header, index) => {
    const body = bodyOf(header.text);
    return body ? [{ body, header, index }] : [];
  });
  const cellsOf = (row: number): TableCell[] => wanted.flatMap(({ index }) => table.rows[row]!.cells[index] ?? []);
  const source = (cell: TableCell): string => {
    const own = document.text.slice(cell.span.start, cell.span.end);
    if (!own.includes(']')) return own;
    const labels = matchesOf(own, /\[([^[\]]{1,200})\]/g).map(([, label]) => label!.trim().toLowerCase().replace(/\s+/g, ' '));
    return [own, ...labels.flatMap((label) => targetsByLabel(document).get(label)?.url ?? [])].join(' ');
  };
  const rows = table.rows.map((_, row) => row);
  const nameRow = wanted.every(({ header }) => GENERIC_HEADER.test(header.text.trim())) ? 0 : -1;
  const websiteRows = rows.filter((row) => cellsOf(row).some((cell) => saysWebsite(source(cell)) || WEBSITE_GAP.test(cell.text)));
  const withPostcode = rows.filter((row) => cellsOf(row).some(({ text }) => hasPostcode(text)));
  const rest = rows.filter((row) => row !== nameRow && !websiteRows.includes(row));
  const addressRows =
    withPostcode.length > 0
      ? withPostcode
      : rest.filter((row) => row > (websiteRows[0] ?? nameRow + 1) && cellsOf(row).some(({ text }) => ADDRESS_WORDS.test(text)));
  // One cell for everything: every part is looked for in it.
  const others = rows.length === 1 ? rows : rest.filter((row) => !addressRows.includes(row));
  // An address may take several rows below the website; who leads stands above it.
  const above = others.filter((row) => row < (websiteRows[0] ?? rows.length));
  const leadRows = above.length > 0 ? above : others;
  return wanted.map(({ body, header, index }) => {
    const pick = (list: readonly number[]): TableCell[] => list.flatMap((row) => table.rows[row]!.cells[index] ?? []);
    return {
      body,
      header,
      name: nameRow < 0 ? header : (table.rows[0]?.cells[index] ?? null),
      leads: pick(leadRows),
      websites: pick(websiteRows),
      addresses: pick(addressRows),
    };
  });
}

export const detailsColumns = byObject((document: SendDocument): readonly DetailsColumn[] => {
  const section = document.section('partnership-details');
  return section ? document.tablesIn(section).flatMap((table) => (table.rows.length > 0 ? columnsOf(table, document) : [])) : [];
});

export interface Address {
  readonly body: DetailsColumn['body'];
  /** Lines without the postcode, lower case. */
  readonly lines: readonly string[];
  readonly postcode: string;
  readonly cell: TableCell;
  /** Offsets of the postcode in the cell's text. */
  readonly from: number;
  readonly to: number;
}

/** Addresses with something like a postcode; a cell can hold several. */
export function addressesOf(columns: readonly DetailsColumn[]): Address[] {
  return columns.flatMap(({ body, addresses }) =>
    addresses.flatMap((cell) => {
      let begin = 0;
      return [...matchesOf(cell.text, POSTCODE_LIKE)].map((match) => {
        const lines = cell.text
          .slice(begin, match.index)
          .split(/\n|,/)
          .map((line) => line.trim().toLowerCase())
          .filter((line) => line !== '' && !/:$/.test(line));
        begin = match.index + match[0].length;
        return { body, lines, postcode: match[0], cell, from: match.index, to: begin };
      });
    }),
  );
}
