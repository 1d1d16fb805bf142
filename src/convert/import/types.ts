/*
 * What every reader of a foreign format gives and how it refuses. Readers are pure: bytes in, Markdown out; nothing is fetched, nothing in
 * a document is run, and no file is touched.
 */

/** The formats that can be told apart by content. Not all of them can be read: see `ImportErrorCode`. */
export type ImportFormat = 'docx' | 'odt' | 'pdf' | 'html' | 'xlsx';

/** What kind of thing could not be carried over, or was carried over by guessing. Stable, so that scripts can look for them. */
export type ImportWarningCode =
  | 'comments'
  | 'drawing-text'
  | 'embedded-object'
  | 'equation'
  | 'external-content'
  | 'headings-guessed'
  | 'hidden-content'
  | 'image-without-alt'
  | 'layout-guessed'
  | 'macros'
  | 'no-headings'
  | 'placeholder'
  | 'scanned-page'
  | 'shortened'
  | 'table-guessed'
  | 'text-box'
  | 'tracked-changes'
  | 'unreadable-part';

export interface ImportWarning {
  readonly code: ImportWarningCode;
  /** One plain sentence: what is not as it was, and what to do where something is to be done. */
  readonly what: string;
  /** Where in the original, in words: “page 3”, “under ‘Inspection outcome’”, “the whole document”. */
  readonly where: string;
}

export interface ImportComment {
  /** Null where the document does not say. */
  readonly author: string | null;
  readonly text: string;
  /** The words that the comment stands on, as they are in the Markdown's text; empty where it stands at a point. */
  readonly on: string;
  /** Where in the original, in words. */
  readonly where: string;
  /** Index, in the same list, of the comment that this one answers. */
  readonly replyTo?: number;
  readonly resolved?: boolean;
}

/** Where a block of the Markdown came from. */
export interface ImportPlace {
  /** UTF-16 offset in the Markdown at which the block begins. */
  readonly offset: number;
  /** 1-based page of the original, where the format has pages of its own (PDF). */
  readonly page?: number;
  /** 1-based number of the paragraph or table in the original, where it has no pages of its own. */
  readonly paragraph?: number;
}

/** A picture that is kept in the document. */
export interface ImportPicture {
  /** As the Markdown names it, different for each: a plain file name, or the path of a file beside a web page. */
  readonly name: string;
  /** Its bytes as they are in the document, unpacked only now; null where they are a file of their own already, damaged or too large. */
  read(): Uint8Array | null;
}

export interface ImportResult {
  readonly format: ImportFormat;
  /** Ends with one line break; LF only; no front matter. */
  readonly markdown: string;
  readonly warnings: readonly ImportWarning[];
  readonly comments: readonly ImportComment[];
  /** How many tracked changes the document holds. The Markdown has the text as if all were accepted. */
  readonly changes: { readonly insertions: number; readonly deletions: number; readonly moves: number };
  /** Sorted by offset. What lies between two places belongs to the first. */
  readonly places: readonly ImportPlace[];
  /** The pictures that the Markdown names; whoever writes the Markdown to a file writes them beside it, see `placePictures`. */
  readonly pictures?: readonly ImportPicture[];
  /** Text of running heads and feet that is not in the Markdown but is worth comparing with it, for example the days in the foot. */
  readonly furniture?: readonly string[];
}

/** Why a file cannot be read. */
export type ImportErrorCode =
  /** Cut off, or not what it says it is inside. */
  | 'damaged'
  | 'password'
  /** Word 97 to 2003 and other formats that have a successor. */
  | 'old-format'
  /** Larger than an office document can be, on disk or unpacked, or too deeply nested. */
  | 'too-large'
  /** XML that declares entities or a document type. */
  | 'unsafe-xml'
  /** A zip or XML file with no document of text in it. */
  | 'not-word'
  /** A document without words, for example a scan. */
  | 'no-text'
  /** A format that is known but not read. */
  | 'unsupported'
  /** Nothing that is known. */
  | 'unknown-format';

/** A file that cannot be read. The message is one plain sentence, without the file's name, that says what is wrong and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    readonly code: ImportErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface ImportOptions {
  /**
   * What is read is a part of a document, such as words that are pasted: nothing around it is left out, no title and no headings are
   * guessed, and headings stay as they are marked, none of them above this level (1 to 6).
   */
  readonly partBelow?: number;
  /** Told how much is done, from 0 to 1, where a document takes long. */
  readonly onProgress?: (done: number) => void;
  /** Stops the reading: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A reader of one format. Throws `ImportError`. */
export type Importer = (bytes: Uint8Array, options: ImportOptions) => Promise<ImportResult>;
