import { isImportName } from '../convert/import/names.js';
import type { ImportResult, importDocument } from '../convert/import/index.js';
import type { Converter } from '../workspace/document-source.js';

/** Loads the readers of Word, PDF and web files. They are a script of their own, which most runs never need. */
export type LoadImport = () => Promise<{ readonly importDocument: typeof importDocument }>;

export const converterOf = (load: LoadImport): Converter<ImportResult> => ({
  accepts: isImportName,
  // A copy, and of the plain type: the reader of PDF takes its bytes away.
  convert: async (bytes, name) => (await load()).importDocument(new Uint8Array(bytes), name),
});
