import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { importDocument, type ImportError, type ImportErrorCode } from '../../src/convert/import/index.js';
import { paragraph, wordFile } from './_office.js';

const good = wordFile({ body: paragraph('Text.') });
const withBody = (xml: string): Uint8Array => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const old = (stream: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    ...new Array<number>(508).fill(0),
    ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ]);

/** A zip whose directory says that a part is smaller than it is. */
function lying(): Uint8Array {
  const zip = zipSync({ 'word/document.xml': [new Uint8Array(3_000_000), { level: 9 }] });
  const view = new DataView(zip.buffer);
  for (let at = 0; at + 4 < zip.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return zip;
}

const REFUSED: readonly (readonly [says: string, bytes: Uint8Array, code: ImportErrorCode, name?: string])[] = [
  ['nothing', new Uint8Array(0), 'damaged'],
  ['text that is called a Word file', strToU8('Plain words.'), 'damaged'],
  ['text of no kind', strToU8('Plain words.'), 'unknown-format', 'notes.xyz'],
  ['a Word file cut off', good.subarray(0, good.length * 0.6), 'damaged'],
  ['a zip of other things', zipSync({ 'a.txt': strToU8('a'), '../../b.txt': strToU8('b') }), 'not-word'],
  ['a presentation', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }), 'unsupported'],
  ['a password', old('EncryptedPackage'), 'password'],
  ['an old document', old('WordDocument'), 'old-format'],
  ['an old workbook', old('Workbook'), 'old-format'],
  ['a part that fills the memory', zipSync({ 'word/document.xml': [new Uint8Array(30_000_000), { level: 9 }] }), 'too-large'],
  ['a part that is larger than it says', lying(), 'damaged'],
  ['XML that ends in the middle', withBody(`<w:document ${W}><w:body><w:p><w:r><w:t>Te`), 'damaged'],
  ['XML with letters that are none', zipSync({ 'word/document.xml': Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xff]) }), 'damaged'],
  [
    'entities',
    withBody(`<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body>&d;</w:body></w:document>`),
    'unsafe-xml',
  ],
  ['entities after a comment', withBody(`<?xml version="1.0"?><!-- < > --><!DOCTYPE a><w:document ${W}/>`), 'unsafe-xml'],
  ['an entity that nobody declared', withBody(`<w:document ${W}><w:body>&b;</w:body></w:document>`), 'damaged'],
  [
    'elements inside each other without end',
    withBody(`<w:document ${W}>${'<w:p>'.repeat(2000)}${'</w:p>'.repeat(2000)}</w:document>`),
    'too-large',
  ],
  ['another kind of XML', withBody('<other/>'), 'not-word'],
  ['a document without words', wordFile({ body: paragraph('') }), 'no-text'],
  ['rich text', strToU8('{\\rtf1 Words}'), 'unsupported'],
  ['a web page in one file', strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>'), 'unsupported'],
  ['a Word document as XML', strToU8('<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>'), 'unsupported'],
  ...(['spreadsheet', 'presentation'] as const).map(
    (kind) =>
      [
        `a ${kind} of OpenDocument`,
        zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }], 'content.xml': strToU8('<a/>') }),
        'unsupported',
        kind === 'spreadsheet' ? 'tracker.ods' : 'slides.odp',
      ] as const,
  ),
  ['an e-book', zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }], 'content.xml': strToU8('<a/>') }), 'unsupported'],
  ['a binary workbook', zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.bin': strToU8('b') }), 'unsupported', 'a.xlsb'],
  ['a document of Pages', zipSync({ 'Index/Document.iwa': strToU8('b') }), 'unsupported', 'plan.pages'],
  ['a presentation of old', old('PowerPoint Document'), 'old-format', 'slides.ppt'],
  ['a message of Outlook', old('__nameid_version1.0'), 'unsupported', 'mail.msg'],
  [
    'a drawing of OpenDocument',
    zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.graphics'), { level: 0 }] }),
    'unsupported',
  ],
];

describe('refusing to import', () => {
  for (const [says, bytes, code, name = 'file.docx'] of REFUSED) {
    it(`refuses ${says}`, async () => {
      await assert.rejects(importDocument(bytes, name), (error: ImportError) => {
        // By its name: mocha and the readers may have loaded the class apart.
        assert.equal(error.name, 'ImportError', String(error));
        assert.equal(error.code, code);
        // One sentence that says what is wrong and, after a semicolon or a comma, what to do.
        assert.match(error.message, /^[A-Z][^\n]+[;,] [^\n]+\.$/);
        return true;
      });
    });
  }

  it('says what to save a file as', async () => {
    const of = async (bytes: Uint8Array, name: string): Promise<string> =>
      importDocument(bytes, name).then(
        () => '',
        (error: Error) => error.message,
      );
    const ods = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] });
    assert.match(await of(ods, 'tracker.ods'), /\(\.ods\).*save it as an Excel workbook \(\.xlsx\)/);
    const iwa = zipSync({ 'Index/Document.iwa': strToU8('b') });
    assert.match(await of(iwa, 'plan.pages'), /Apple Pages.*Word \(\.docx\)/);
    assert.match(await of(iwa, 'tracker.numbers'), /Apple Numbers.*Excel \(\.xlsx\)/);
    assert.match(await of(old('Workbook'), 'tracker.xls'), /\(\.xls\).*\(\.xlsx\)/);
    assert.match(await of(old('WordDocument'), 'plan.doc'), /\(\.doc\).*\(\.docx\)/);
  });

  it('refuses every Word file that is cut off or has a letter changed, or reads it, but never fails in another way', async () => {
    for (let at = 0; at < good.length; at += 7) {
      const changed = good.slice();
      changed[at] = changed[at]! ^ 0x55;
      for (const bytes of [changed, good.subarray(0, at)]) {
        await importDocument(bytes, 'file.docx').catch((error: Error) => assert.equal(error.name, 'ImportError', `${at}: ${error.stack}`));
      }
    }
  });

  it('stops when it is told to', async () => {
    await assert.rejects(importDocument(good, 'file.docx', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});
