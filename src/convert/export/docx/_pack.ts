import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { IsoDate } from '../../../framework/types.js';
import { applyReference, type Reference } from './_reference.js';

/** The first day that a zip can tell; parts carry no other. */
const EARLIEST = new Date(1980, 0, 1, 12);

/** Makes what docx has packed the same for the same input, and gives it the styles of the reference file. */
export function finish(
  packed: Uint8Array,
  { today, title, reference }: { readonly today: IsoDate; readonly title: string; readonly reference: Reference | null },
): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(packed)));
  // Relationships are named at random.
  const names = new Map<string, string>();
  for (const [path, bytes] of parts) {
    if (!path.endsWith('.rels') || !path.startsWith('word/')) continue;
    for (const [, id] of strFromU8(bytes).matchAll(/ Id="(rId[\w-]+)"/g))
      if (!/^rId\d+$/.test(id!) && !names.has(id!)) names.set(id!, `rId9${names.size}0`);
  }
  let drawings = 0;
  for (const [path, bytes] of parts) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    let xml = strFromU8(bytes);
    if (path === 'docProps/core.xml')
      xml = xml
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${today}T00:00:00Z`)
        .replace('<cp:lastModifiedBy>', '<dc:language>en-GB</dc:language><cp:lastModifiedBy>');
    if (path === 'word/document.xml' || path.endsWith('.rels') || path === 'word/footnotes.xml') {
      xml = xml.replace(/(["{])(rId[\w-]+)(["}])/g, (whole, open: string, id: string, close: string) =>
        names.has(id) ? `${open}${names.get(id)!}${close}` : whole,
      );
      // Bookmarks and pictures are counted on from file to file.
      const bookmarks = new Map<string, number>();
      xml = xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/g, (_, before: string, id: string) => {
        if (!bookmarks.has(id)) bookmarks.set(id, bookmarks.size + 1);
        return `${before}${bookmarks.get(id)!}"`;
      });
      xml = xml.replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++drawings}"`);
    }
    parts.set(path, strToU8(xml));
  }
  if (reference) applyReference(parts, reference, title);
  const order = [...parts.keys()].sort(
    (left, right) => Number(right === '[Content_Types].xml') - Number(left === '[Content_Types].xml') || (left < right ? -1 : 1),
  );
  const zippable: Zippable = {};
  for (const path of order) zippable[path] = [parts.get(path)!, { mtime: EARLIEST }];
  return zipSync(zippable, { level: 6 });
}
