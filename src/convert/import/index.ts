import { detectFormat } from './detect.js';
import { ImportError, type Importer, type ImportFormat, type ImportOptions, type ImportResult } from './types.js';

export { detectFormat } from './detect.js';
export { IMPORT_EXTENSIONS, isImportName } from './names.js';
export * from './types.js';

/** Each reader is a piece of its own, loaded when the first document of its format is opened. */
const READERS: Record<ImportFormat, () => Promise<Importer>> = {
  pdf: async () => (await import('./pdf/index.js')).importPdf,
  xlsx: async () => (await import('./xlsx/index.js')).importXlsx,
  html: async () => (await import('./html/index.js')).importHtml,
  odt: async () => (await import('./odt/index.js')).importOdt,
  docx: async () => (await import('./docx/index.js')).importDocx,
};

/**
 * Reads a Word, OpenDocument, PDF, web or Excel file as Markdown. The content decides what it is; the name is only asked where the content
 * could be several things.
 *
 * @throws {ImportError} where the file cannot be read; the message is one sentence for the user.
 */
export async function importDocument(bytes: Uint8Array, name: string, options: ImportOptions = {}): Promise<ImportResult> {
  options.signal?.throwIfAborted();
  const format = detectFormat(bytes, name);
  const read = await READERS[format]();
  try {
    return await read(bytes, options);
  } catch (error) {
    if (error instanceof Error && (error.name === 'ImportError' || options.signal?.aborted)) throw error;
    // Elements inside each other by the thousand, or something that no reader has met: the file is to blame until somebody looks into it.
    throw error instanceof RangeError
      ? new ImportError(
          'too-large',
          'This file holds more than a document can, so it was not read; save it again in the program that it is from.',
          { cause: error },
        )
      : new ImportError(
          'damaged',
          'This file is damaged or is made in a way that cannot be understood; open it in the program that it is from and save it again.',
          { cause: error },
        );
  }
}
