/*
 * XML as a list of tags with their places, so that a part of a Word file can be edited in one place and stay as it is, byte for byte, in all others.
 */

export interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  /** With its prefix. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export class XmlError extends Error {
  override readonly name = 'XmlError';
}

const NAME_END = /[\s/>]/g;

/** Where the tag ends that starts at `start`; `>` may stand in a value. */
function tagEnd(xml: string, start: number): number {
  let at = start + 1;
  while (at < xml.length) {
    const code = xml.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code === 60) break;
    if (code === 34 || code === 39) {
      at = xml.indexOf(xml[at]!, at + 1);
      if (at < 0) break;
    }
    at++;
  }
  throw new XmlError('A tag does not end.');
}

/**
 * Calls `visit` with each tag in order; comments, instructions and CDATA are passed over.
 * Throws an `XmlError` where tags do not fit each other or the text declares entities.
 */
export function scanTags(xml: string, visit: (tag: Tag) => void): void {
  const open: string[] = [];
  let roots = 0;
  for (let start = xml.indexOf('<'); start >= 0;) {
    let end: number;
    const next = xml.charCodeAt(start + 1);
    if (next === 33 || next === 63) {
      const close = next === 63 ? '?>' : xml.startsWith('<!--', start) ? '-->' : xml.startsWith('<![CDATA[', start) ? ']]>' : null;
      if (close === null) throw new XmlError('The XML declares a document type.');
      end = xml.indexOf(close, start + 2) + close.length;
      if (end < close.length) throw new XmlError('A comment does not end.');
    } else {
      end = tagEnd(xml, start);
      const closes = next === 47;
      NAME_END.lastIndex = start + (closes ? 2 : 1);
      const name = xml.slice(start + (closes ? 2 : 1), NAME_END.exec(xml)!.index);
      if (closes) {
        if (open.pop() !== name) throw new XmlError('The tags do not fit each other.');
        visit({ kind: 'close', name, start, end });
      } else {
        if (open.length === 0 && ++roots > 1) throw new XmlError('The XML has two roots.');
        const empty = xml.charCodeAt(end - 2) === 47;
        if (!empty) open.push(name);
        visit({ kind: empty ? 'empty' : 'open', name, start, end });
      }
    }
    start = xml.indexOf('<', end);
  }
  if (open.length > 0 || roots === 0) throw new XmlError('The XML is cut off.');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,10}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
        if (name) return ENTITIES[name] ?? whole;
        const code = decimal ? Number(decimal) : parseInt(hex!, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for content and values; characters that XML does not allow are dropped. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are what is dropped
    .replace(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character]!);

/** The value of an attribute in a tag's text; null where it has none. */
export function attribute(tag: string, name: string): string | null {
  const at = tag.search(new RegExp(`\\s${name}\\s*=`));
  if (at < 0) return null;
  const match = /=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag.slice(at));
  return match ? unescapeXml(match[1] ?? match[2]!) : null;
}
