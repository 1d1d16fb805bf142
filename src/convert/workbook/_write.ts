import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx';
import type { IsoDate } from '../../framework/types.js';

export interface WrittenSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly columns: readonly {
    readonly title: string;
    /** In characters. */ readonly width: number;
    readonly choices?: readonly string[];
  }[];
  readonly rows: readonly (readonly (string | { readonly day: IsoDate } | null)[])[];
}

export interface WorkbookOptions {
  readonly title: string;
  /** The day that the file is said to be made on. */
  readonly today: IsoDate;
}

const DAY_FORMAT = 'd mmmm yyyy';
/** Excel takes no more in a cell. In UTF-16 units. */
const MOST_LETTERS = 32_767;
/** In characters: as far as a line of a cell is taken to reach when its height is worked out. */
const LINE_POINTS = 15;
const MOST_POINTS = 400;

/** "AB" for 27. */
function letters(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

const midnight = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);
/** What XML cannot hold has no place in a cell either. */
// eslint-disable-next-line no-control-regex -- those that XML forbids
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').slice(0, MOST_LETTERS);

function written({ name, isHidden, columns, rows }: WrittenSheet): WriteSheet {
  const top = { wrapText: true, vertical: 'top' } as const;
  const cells = new Map<string, Partial<Cell>>();
  columns.forEach(({ title }, column) =>
    cells.set(`0,${column}`, { value: title, type: 'string', style: { font: { bold: true }, alignment: top } }),
  );
  rows.forEach((row, index) =>
    row.forEach((value, column) => {
      if (value === null || value === '') return;
      cells.set(
        `${index + 1},${column}`,
        typeof value === 'string'
          ? { value: clean(value), type: 'string', style: { alignment: top } }
          : { value: midnight(value.day), type: 'date', style: { numFmt: DAY_FORMAT, alignment: { ...top, horizontal: 'left' } } },
      );
    }),
  );
  const lines = (text: string, width: number): number => Math.ceil((text.length + 1) / Math.max(1, width * 1.05));
  const heights = rows.map((row) =>
    row.reduce((most, value, column) => Math.max(most, typeof value === 'string' ? lines(value, columns[column]!.width) : 1), 1),
  );
  // A table needs a row below its header.
  const last = Math.max(1, rows.length) + 1;
  const range = `A1:${letters(columns.length - 1)}${last}`;
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      columns.map(({ title }) => title),
      ...rows.map((row) => row.map((value) => (typeof value === 'string' ? clean(value) : value === null ? null : midnight(value.day)))),
    ],
    cells,
    rowDefs: new Map(heights.map((count, index) => [index + 1, { height: Math.min(MOST_POINTS, count * LINE_POINTS) }])),
    ...(isHidden
      ? { hidden: true }
      : {
          freezePane: { rows: 1 },
          tables: [
            { name: name.replace(/\W/g, ''), range, columns: columns.map(({ title }) => ({ name: title })), style: 'TableStyleMedium2' },
          ],
          dataValidations: columns.flatMap(({ title, choices }, column) =>
            choices
              ? [
                  {
                    type: 'list' as const,
                    values: [...choices],
                    range: `${letters(column)}2:${letters(column)}${last}`,
                    allowBlank: true,
                    showErrorMessage: true,
                    errorStyle: 'warning' as const,
                    errorTitle: title,
                    errorMessage: 'This is not one of the words in the list. It can stay if the plan uses it.',
                  },
                ]
              : [],
          ),
          pageSetup: {
            orientation: 'landscape' as const,
            paperSize: 'a4' as const,
            fitToPage: true,
            fitToWidth: 1,
            fitToHeight: 0,
            printTitlesRow: '$1:$1',
          },
        }),
  };
}

/** A workbook that Excel, LibreOffice and the programs of browsers open. No cell is a formula. The same input gives the same cells. */
export function writeWorkbook(sheets: readonly WrittenSheet[], { title, today }: WorkbookOptions): Promise<Uint8Array> {
  const made = midnight(today);
  return writeXlsx({ sheets: sheets.map(written), properties: { title, created: made, modified: made } });
}
