import { isImportName } from '../convert/import/names.js';
import type { ImportResult, importDocument } from '../convert/import/index.js';
import type { Originals } from './originals.js';
import type { Converter } from '../workspace/document-source.js';

/** Loads the readers of Word, PDF and web files. They are a script of their own, which most runs never need. */
export type LoadImport = () => Promise<{ readonly importDocument: typeof importDocument }>;

/** Whoever wants to tell places in the originals is told of each. */
export const converterOf = (load: LoadImport, originals?: Originals): Converter<ImportResult> => ({
  accepts: isImportName,
  // A copy, and of the plain type: the reader of PDF takes its bytes away.
  convert: async (bytes, name) => {
    const result = await (await load()).importDocument(new Uint8Array(bytes), name);
    originals?.converted(result.markdown, result.places);
    return result;
  },
});
