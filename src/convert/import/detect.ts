import { ImportError, type ImportFormat } from './types.js';

/** Larger than any report or plan; what is larger would hold the editor. */
const MOST_BYTES = 64 * 1024 * 1024;

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** Whether a name, as the old Office container writes it (UTF-16, little-endian), is among the first entries of a file. */
function names(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at !== -1 && at + wanted.length <= bytes.length; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function refuseOldContainer(bytes: Uint8Array): never {
  if (names(bytes, 'EncryptedPackage'))
    throw new ImportError(
      'password',
      'This file is protected with a password; open it in Office, save a copy without the password, and use the copy.',
    );
  if (names(bytes, 'WordDocument'))
    throw new ImportError(
      'old-format',
      'This is a document of Word 97 to 2003 (.doc); open it in Word and save it as a Word document (.docx).',
    );
  if (names(bytes, 'Workbook') || names(bytes, 'Book'))
    throw new ImportError(
      'old-format',
      'This is a workbook of Excel 97 to 2003 (.xls); open it in Excel and save it as an Excel workbook (.xlsx).',
    );
  if (names(bytes, 'PowerPoint Document'))
    throw new ImportError(
      'old-format',
      'This is a presentation of PowerPoint 97 to 2003 (.ppt), which cannot be read; save it as PDF, or copy its text into a Word document (.docx).',
    );
  if (names(bytes, '__nameid_version1.0'))
    throw new ImportError(
      'unsupported',
      'This is a message of Outlook (.msg), which cannot be read; save what is attached to it, or copy its text into a Word document (.docx).',
    );
  throw new ImportError(
    'old-format',
    'This is a file of an old Office program; open it there and save it as a Word document (.docx) or as PDF.',
  );
}

/** The names in a zip's local headers and its directory stand in plain ASCII, so that they can be seen without unpacking anything. */
function zipFormat(bytes: Uint8Array, name: string): ImportFormat {
  const has = (part: string): boolean => includesAscii(bytes, part);
  // OpenDocument stores its type first and uncompressed.
  const start = latin1(bytes.subarray(0, 200));
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'))
    throw new ImportError(
      'unsupported',
      'This is an OpenDocument spreadsheet (.ods), which cannot be read; open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).',
    );
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.presentation'))
    throw new ImportError(
      'unsupported',
      'This is an OpenDocument presentation (.odp), which cannot be read; save it as PDF, or copy its text into a Word document (.docx).',
    );
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument'))
    throw new ImportError(
      'unsupported',
      'This OpenDocument file is not a text document; save it as a text document (.odt), as Word (.docx) or as PDF.',
    );
  if (start.includes('mimetypeapplication/epub+zip'))
    throw new ImportError(
      'unsupported',
      'This is an e-book (.epub), which cannot be read; ask for the Word file or the PDF that it was made from.',
    );
  if (has('word/document')) return 'docx';
  if (has('xl/workbook.bin'))
    throw new ImportError(
      'unsupported',
      'This is a binary Excel workbook (.xlsb), which cannot be read; open it in Excel and save it as an Excel workbook (.xlsx).',
    );
  if (has('xl/workbook')) return 'xlsx';
  if (has('ppt/presentation'))
    throw new ImportError(
      'unsupported',
      'This is a presentation, which cannot be read; save it as PDF, or copy its text into a Word document (.docx).',
    );
  if (has('.iwa')) {
    const [program, kind] = /\.numbers$/i.test(name)
      ? ['Numbers', 'Excel (.xlsx)']
      : /\.key$/i.test(name)
        ? ['Keynote', 'PDF']
        : ['Pages', 'Word (.docx)'];
    throw new ImportError(
      'unsupported',
      `This is a document of Apple ${program}, which cannot be read; open it there and export it to ${kind}.`,
    );
  }
  // The main part may have any name.
  if (has('[Content_Types].xml')) return /\.xls[xm]$/i.test(name) ? 'xlsx' : 'docx';
  if (has('content.xml')) return 'odt';
  throw new ImportError(
    'not-word',
    'There is no document in this file; check that it is the right file, and save it in Word as a Word document (.docx).',
  );
}

function includesAscii(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at !== -1 && at + text.length <= bytes.length; at = bytes.indexOf(first, at + 1)) {
    let index = 1;
    while (index < text.length && bytes[at + index] === text.charCodeAt(index)) index++;
    if (index === text.length) return true;
  }
  return false;
}

/**
 * What a file is, by its content.
 *
 * @throws {ImportError} where it is nothing that can be read; the message says what it is, where that is known.
 */
export function detectFormat(bytes: Uint8Array, name: string): ImportFormat {
  if (bytes.length === 0) throw new ImportError('damaged', 'This file is empty; find an undamaged copy.');
  if (bytes.length > MOST_BYTES)
    throw new ImportError(
      'too-large',
      'This file is larger than 64 MB; make its pictures smaller, or save it without them, and try again.',
    );
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return zipFormat(bytes, name);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) refuseOldContainer(bytes);
  const start = latin1(bytes.subarray(0, 4096));
  if (start.slice(0, 1100).includes('%PDF-')) return 'pdf';
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(start))
    throw new ImportError(
      'unsupported',
      'This is a rich text file (.rtf), which cannot be read; open it in Word and save it as a Word document (.docx).',
    );
  if (/^[\s\S]{0,400}?^MIME-Version:/im.test(start))
    throw new ImportError(
      'unsupported',
      'This is a web page in a single file (.mht), which cannot be read; open it in Word and save it as a Word document (.docx).',
    );
  // UTF-16 has a zero in each letter of the markup.
  const markup = start.replace(/\0/g, '').toLowerCase();
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\?xml/.test(markup) && /<(?:pkg:package|w:worddocument)\b/.test(markup))
    throw new ImportError('unsupported', 'This is a Word document saved as XML; open it in Word and save it as a Word document (.docx).');
  if (/<(?:!doctype html|html|head|body|meta|p|h[1-6]|div|table)\b/.test(markup)) return 'html';
  if (/\.html?$/i.test(name) && /<[a-z]/.test(markup)) return 'html';
  if (/\.docx$|\.docm$|\.xlsx$|\.odt$/i.test(name))
    throw new ImportError(
      'damaged',
      'This file is damaged or is not what its name says; open it in Office and save it again, or find an undamaged copy.',
    );
  if (/\.pdf$/i.test(name)) throw new ImportError('damaged', 'This file is damaged or is not a PDF; find an undamaged copy.');
  throw new ImportError('unknown-format', 'This is no kind of document that can be read; save it as a Word document (.docx) or as PDF.');
}
