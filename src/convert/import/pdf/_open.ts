/* Opens a PDF, or says why it cannot be read. */
import { ImportError, type ImportOptions, type ImportWarning } from '../types.js';
import { refuseBomb } from './_weight.js';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from './_library.js';

/** The longest published plans have some 150 pages. */
const MOST_PAGES = 600;

export const DAMAGED = 'This PDF is damaged and cannot be read; get an undamaged copy, or save it as PDF again from the original.';

export interface OpenPdf {
  document: PDFDocumentProxy;
  layerShown: (group: unknown) => boolean;
  warnings: ImportWarning[];
  close: () => Promise<void>;
}

function refusal(error: unknown): unknown {
  if (error instanceof ImportError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError') return error;
  if (name === 'PasswordException')
    return new ImportError(
      'password',
      'This PDF is protected with a password; open it, save or print a copy without the password, and use the copy.',
      {
        cause: error,
      },
    );
  return new ImportError(
    'damaged',
    'This PDF is damaged and cannot be read; get an undamaged copy, or save it as PDF again from the original.',
    {
      cause: error,
    },
  );
}

export async function openPdf(bytes: Uint8Array, options: ImportOptions): Promise<OpenPdf> {
  options.signal?.throwIfAborted();
  refuseBomb(bytes);
  const task = getDocument({
    // The library takes the bytes away from whoever gives them.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    // Pictures are never decoded.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      throw new ImportError(
        'too-large',
        `This PDF has ${document.numPages} pages, and at most ${MOST_PAGES} can be read; save the pages that you need as a PDF of their own.`,
      );
    const warnings: ImportWarning[] = [];
    const layers = await document.getOptionalContentConfig().catch(() => null);
    const layerShown = (group: unknown): boolean => {
      try {
        return layers === null || group === null || Boolean(layers.isVisible(group));
      } catch {
        return true;
      }
    };
    const attachments = (await document.getAttachments().catch(() => null)) as Record<string, unknown> | null;
    if (attachments && Object.keys(attachments).length > 0)
      warnings.push({ code: 'embedded-object', what: 'Files attached to this PDF were left out.', where: 'the whole document' });
    const scripts = await document.hasJSActions().catch(() => false);
    if (scripts)
      warnings.push({ code: 'macros', what: 'Scripts in this PDF were left out; none of them was run.', where: 'the whole document' });
    return { document, layerShown, warnings, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw refusal(error);
  }
}
