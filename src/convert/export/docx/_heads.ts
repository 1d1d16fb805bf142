import { strFromU8, strToU8 } from 'fflate';
import { attribute, escapeXml, scanTags } from '../_xml.js';

/*
 * Running heads and feet of a reference file: carried over as they are, with their pictures.
 */

const PLACES = ['header', 'footer'] as const;
const PAGES = ['default', 'first', 'even'] as const;
type Place = (typeof PLACES)[number];
type Pages = (typeof PAGES)[number];

interface Head {
  readonly xml: string;
  /** Its relationships, as tags. */
  readonly relationships: readonly string[];
  /** By path in the reference file. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

export interface Heads {
  /** By place and pages, for example “header/first”. Where a place has any, those that are not here are empty. */
  readonly found: ReadonlyMap<`${Place}/${Pages}`, Head>;
  readonly firstPage: boolean;
  readonly evenPages: boolean;
  /** The reference file's own title, which stands for that of any document; empty where it has none. */
  readonly title: string;
  /** Places whose heads refer to what is not carried over. */
  readonly refused: ReadonlySet<Place>;
}

/** Which parts of a Word file heads are read from. */
export const HEAD_PARTS =
  /^word\/(?:(?:header|footer)[^/]*\.xml|_rels\/(?:header|footer|document)[^/]*\.xml\.rels|media\/[^/]+|settings\.xml)$|^docProps\/core\.xml$/;

const tagsOf = (xml: string, name: string): string[] => {
  const tags: string[] = [];
  scanTags(xml, (tag) => {
    if (tag.kind !== 'close' && tag.name === name) tags.push(xml.slice(tag.start, tag.end));
  });
  return tags;
};

const isOn = (xml: string, name: string): boolean =>
  tagsOf(xml, name).some((tag) => !/^(?:0|false|off)$/.test(attribute(tag, 'w:val') ?? '1'));

/** Whether anything of it can be seen. */
const hasContent = (xml: string): boolean => /<w:(?:t|sym|fldSimple|instrText|drawing|pict|object)[\s>]/.test(xml);

/** `parts` holds those of `HEAD_PARTS`. Throws an `XmlError` where one of them is no XML. */
export function readHeads(document: string, parts: Readonly<Record<string, Uint8Array>>): Heads {
  const text = (path: string): string => (parts[path] ? strFromU8(parts[path]).replace(/^\ufeff/, '') : '');
  const relations = (path: string): string[] => (parts[path] ? tagsOf(text(path), 'Relationship') : []);
  const targets = new Map(
    relations('word/_rels/document.xml.rels').map((tag) => [attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '']),
  );
  const found = new Map<`${Place}/${Pages}`, Head>();
  const refused = new Set<Place>();
  for (const place of PLACES) {
    for (const reference of tagsOf(document, `w:${place}Reference`)) {
      const pages = (attribute(reference, 'w:type') ?? 'default') as Pages;
      const path = pathOf(targets.get(attribute(reference, 'r:id') ?? '') ?? '');
      const xml = text(path);
      if (xml === '' || !PAGES.includes(pages)) continue;
      scanTags(xml, () => {});
      const relationships = relations(path.replace(/^word\//, 'word/_rels/') + '.rels');
      const pictures = new Map<string, Uint8Array>();
      for (const relationship of relationships) {
        const target = attribute(relationship, 'Target') ?? '';
        const type = (attribute(relationship, 'Type') ?? '').replace(/^.*\//, '');
        const outside = attribute(relationship, 'TargetMode') === 'External';
        if (type === 'hyperlink' && outside && /^(?:https?|mailto|tel):/i.test(target)) continue;
        if (type === 'image' && !outside && parts[pathOf(target)]) pictures.set(pathOf(target), parts[pathOf(target)]!);
        else refused.add(place);
      }
      // A later section goes on with the heads that it names none of.
      found.set(`${place}/${pages}`, { xml, relationships, pictures });
    }
    const own = PAGES.flatMap((pages) => found.get(`${place}/${pages}`) ?? []);
    const isEmpty = !own.some(({ xml }) => hasContent(xml));
    if (isEmpty) refused.delete(place);
    if (isEmpty || refused.has(place)) for (const pages of PAGES) found.delete(`${place}/${pages}`);
  }
  const last = document.slice(document.lastIndexOf('<w:sectPr'));
  const settings = text('word/settings.xml');
  return {
    found,
    firstPage: /<w:titlePg(?:\/| (?!w:val="(?:0|false|off)"))/.test(last),
    evenPages: settings !== '' && isOn(settings, 'w:evenAndOddHeaders'),
    title: /<dc:title>([^<]*)<\/dc:title>/.exec(text('docProps/core.xml'))?.[1]?.trim() ?? '',
    refused,
  };
}

/** Where a target in the folder of the document lies in the file. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `word/${target.replace(/^\.\//, '')}`);

export const hasHeads = ({ found }: Heads, place: Place): boolean => PAGES.some((pages) => found.has(`${place}/${pages}`));

const KINDS: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  tif: 'image/tiff',
  tiff: 'image/tiff',
};

/** Puts the heads in place of those of a file whose title is given. `numbered` gives lists the numbers that they have in the file. */
export function applyHeads(parts: Map<string, Uint8Array>, heads: Heads, title: string, numbered: (xml: string) => string): void {
  const titled = (xml: string): string =>
    heads.title === ''
      ? xml
      : xml.replace(/(<w:t(?: [^>]*)?>)([^<]*)(?=<\/w:t>)/g, (whole, open: string, words: string) =>
          words.trim() === heads.title ? open + escapeXml(title) : whole,
        );
  const document = strFromU8(parts.get('word/document.xml')!);
  const relations = tagsOf(strFromU8(parts.get('word/_rels/document.xml.rels')!), 'Relationship');
  const targets = new Map(relations.map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const renamed = new Map<string, string>();
  for (const place of PLACES) {
    if (!hasHeads(heads, place)) continue;
    for (const reference of tagsOf(document, `w:${place}Reference`)) {
      const path = pathOf(targets.get(attribute(reference, 'r:id')) ?? '');
      const pages = attribute(reference, 'w:type') as Pages;
      // Without a first page of its own the file's first page is like the others.
      const head = heads.found.get(`${place}/${pages === 'first' && !heads.firstPage ? 'default' : pages}`);
      if (!head) {
        parts.set(path, strToU8(strFromU8(parts.get(path)!).replace(/(<w:(?:hdr|ftr)\b[^>]*>)[\s\S]*(<\/w:(?:hdr|ftr)>)/, '$1<w:p/>$2')));
        continue;
      }
      parts.set(path, strToU8(titled(numbered(head.xml))));
      for (const [from, bytes] of head.pictures) {
        if (!renamed.has(from)) renamed.set(from, `media/house${renamed.size + 1}.${/\.(\w+)$/.exec(from)?.[1]?.toLowerCase() ?? 'png'}`);
        parts.set(`word/${renamed.get(from)!}`, bytes);
      }
      const kept = head.relationships.map((tag) =>
        tag.replace(/\bTarget="([^"]*)"/, (whole, target: string) => {
          const name = renamed.get(pathOf(target));
          return name ? `Target="${name}"` : whole;
        }),
      );
      parts.set(
        path.replace(/^word\//, 'word/_rels/') + '.rels',
        strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${kept.join('')}</Relationships>`),
      );
    }
  }
  const types = strFromU8(parts.get('[Content_Types].xml')!);
  const known = new Set(tagsOf(types, 'Default').map((tag) => attribute(tag, 'Extension')?.toLowerCase()));
  const missing = new Set(Array.from(renamed.values(), (name) => name.replace(/^.*\./, '')).filter((ending) => !known.has(ending)));
  const added = Array.from(missing, (ending) => `<Default ContentType="${KINDS[ending] ?? 'image/png'}" Extension="${ending}"/>`).join('');
  parts.set('[Content_Types].xml', strToU8(types.replace(/<Types\b[^>]*>/, (open) => open + added)));
}
