import { detectFormat } from '../import/detect.js';
import { OfficePackage } from '../import/office.js';
import { ImportError } from '../import/types.js';
import { NOT_EXCEL, WorkbookReader, type Sheet } from '../import/xlsx/workbook.js';
import { openZip } from '../import/zip.js';

/** No partnership has more actions; what is more is said, not lost in silence. */
const MOST_ROWS = 30_000;

export interface ReadWorkbook {
  /** Hidden ones as well, with what is hidden in them. */
  readonly sheets: readonly Sheet[];
  /** They were left out and not run. */
  readonly hasMacros: boolean;
  /** Of what was not read: one sentence each. */
  readonly notes: readonly string[];
}

/** Every cell of a workbook (.xlsx, .xlsm). Nothing in it is run or fetched. @throws {ImportError} whose message is one sentence for the user. */
export function readWorkbook(bytes: Uint8Array, name: string): ReadWorkbook {
  if (detectFormat(bytes, name) !== 'xlsx') throw new ImportError('unsupported', NOT_EXCEL);
  try {
    const office = new OfficePackage(openZip(bytes));
    const reader = new WorkbookReader(office, office.main('x:workbook', 'xl/workbook.xml', NOT_EXCEL), {
      withHidden: true,
      mostRows: MOST_ROWS,
    });
    const sheets = reader.sheets();
    return { sheets, hasMacros: office.hasMacros, notes: reader.notes.filter(({ code }) => code === 'shortened').map(({ what }) => what) };
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(
      'damaged',
      'This workbook is damaged or is made in a way that cannot be understood; open it in Excel and save it again.',
      {
        cause: error,
      },
    );
  }
}
