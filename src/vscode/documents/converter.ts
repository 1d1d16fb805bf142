import { isImportName } from '../../convert/import/names.js';
import type { ImportResult } from '../../convert/import/types.js';
import type { Converter } from '../../workspace/document-source.js';
import type { Scripts } from './scripts.js';

/** Reads Word files, PDFs and web pages of the workspace with the readers of the command line. */
export const converterOf = (scripts: Scripts): Converter<ImportResult> => ({
  accepts: isImportName,
  // A copy, and of the plain type: the reader of PDF takes its bytes away.
  convert: async (bytes, name) => (await scripts.importers()).importDocument(new Uint8Array(bytes), name),
});
