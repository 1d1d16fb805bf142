/*
 * The library that reads PDF, with its second half in the same thread: what would be a worker's script is part of the bundle, so that nothing
 * is loaded by an address and desktop, browser and command run the same code.
 */
import './_globals.js';
// It registers itself, and is found there by the first half.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
export { OPS, VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
