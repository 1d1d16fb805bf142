import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ImportError } from './types.js';

export interface XmlElement {
  /** Local name with the usual prefix of its namespace, whatever prefix the file gives it: `w:p`, `a:t`, `text:h`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const MOST_DEPTH = 512;
const MOST_ELEMENTS = 2_000_000;

/** The usual prefixes, by the ends of the namespaces, which are the same in the transitional and in the strict form of the formats. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/office\/word\/2010\/wordml$/, 'w14'],
  [/\/office\/word\/2012\/wordml$/, 'w15'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/package\/2006\/relationships$/, 'rel'],
  [/\/package\/2006\/content-types$/, 'ct'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/\/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/\/word\/2010\/wordprocessingShape$/, 'wps'],
  [/\/word\/2010\/wordprocessingGroup$/, 'wpg'],
  [/\/word\/2010\/wordprocessingCanvas$/, 'wpc'],
  [/\/office\/drawing\/2017\/decorative$/, 'adec'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, 'x'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
  [/\/1999\/xlink$/, 'xlink'],
  [/\/XML\/1998\/namespace$/, 'xml'],
  [/\/dc\/elements\/1\.1\/$/, 'dc'],
];

/** The usual prefixes of OpenDocument where they are not the names in the namespaces themselves. */
const OPEN_DOCUMENT_PREFIXES: Readonly<Record<string, string>> = {
  drawing: 'draw',
  datastyle: 'number',
  'svg-compatible': 'svg',
  'xsl-fo-compatible': 'fo',
};

function prefixOf(uri: string): string {
  const office = /^urn:oasis:names:tc:opendocument:xmlns:([a-z0-9-]+):1\.0$/.exec(uri)?.[1];
  if (office) return OPEN_DOCUMENT_PREFIXES[office] ?? office;
  return PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? '?';
}

const unsafe = (): ImportError =>
  new ImportError(
    'unsafe-xml',
    'This file declares entities, which no office program writes and which can be used to read other files, so it was not opened; ask where it comes from.',
  );
const damagedXml = (options?: ErrorOptions): ImportError =>
  new ImportError(
    'damaged',
    'This file is damaged: a part of it ends in the middle or cannot be understood; open it in Office and save it again, or find an undamaged copy.',
    options,
  );

/** XML's text, by its byte order mark; UTF-8 where there is none. */
function decode(bytes: Uint8Array): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    throw damagedXml({ cause: error });
  }
}

/**
 * Reads XML into elements. Entities and document types are refused before anything of them is expanded; depth and number are bounded.
 *
 * @throws {ImportError} where it is not well formed, declares a document type, or holds more than a document can.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const stack: XmlElement[] = [];
  const prefixes = new Map<string, string>();
  const known = (uri: string): string => {
    let prefix = prefixes.get(uri);
    if (prefix === undefined) prefixes.set(uri, (prefix = prefixOf(uri)));
    return prefix;
  };
  let root: XmlElement | null = null;
  let count = 0;
  parser.on('error', (error) => {
    throw damagedXml({ cause: error });
  });
  parser.on('doctype', () => {
    throw unsafe();
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (stack.length >= MOST_DEPTH || ++count > MOST_ELEMENTS)
      throw new ImportError(
        'too-large',
        'This file holds more than an office document can, so it was not opened; save it again in Office.',
      );
    const attributes: Record<string, string> = {};
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      if (local.startsWith('rsid')) continue;
      attributes[uri === '' ? local : `${known(uri)}:${local}`] = value;
    }
    const element: XmlElement = { name: tag.uri === '' ? tag.local : `${known(tag.uri)}:${tag.local}`, attributes, children: [] };
    stack.at(-1)?.children.push(element);
    root ??= element;
    if (!tag.isSelfClosing) stack.push(element);
  });
  parser.on('closetag', (tag) => {
    if (!tag.isSelfClosing) stack.pop();
  });
  parser.on('text', (text) => void stack.at(-1)?.children.push(text));
  parser.on('cdata', (text) => void stack.at(-1)?.children.push(text));
  const text = decode(bytes);
  // A document type is refused before the parser looks into it, so that the size of what it declares does not matter.
  if (/<!DOCTYPE/i.test(text.slice(0, 4000).split(/<[a-z]/i)[0]!)) throw unsafe();
  try {
    parser.write(text).close();
  } catch (error) {
    throw error instanceof ImportError ? error : damagedXml({ cause: error });
  }
  if (!root) throw damagedXml();
  return root;
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

export function elementsOf(element: XmlElement | undefined | null): XmlElement[] {
  return element ? element.children.filter(isElement) : [];
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined | null, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
}

export function childrenOf(element: XmlElement | undefined | null, name: string): XmlElement[] {
  return elementsOf(element).filter((node) => node.name === name);
}

/** All elements below one that have a name, in the order of the document. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const node of element.children) {
    if (!isElement(node)) continue;
    if (node.name === name) yield node;
    yield* descendantsOf(node, name);
  }
}

export function textOf(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += isElement(node) ? textOf(node) : node;
  return text;
}
