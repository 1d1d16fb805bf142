import { detectFormat } from './detect.js';
import { type Importer, type ImportFormat, type ImportOptions, type ImportResult } from './types.js';

export { detectFormat } from './detect.js';
export * from './types.js';

/** Ends of the names of files that can be read, lower case, with the dot. */
export const IMPORT_EXTENSIONS: readonly string[] = ['.docx', '.docm', '.odt', '.pdf', '.html', '.htm', '.xlsx'];

/** Whether a file's name is that of a document which `importDocument` may be able to read. Only its content decides whether it can. */
export function isImportName(name: string): boolean {
  const lower = name.toLowerCase();
  return IMPORT_EXTENSIONS.some((end) => lower.endsWith(end));
}

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
  return read(bytes, options);
}
