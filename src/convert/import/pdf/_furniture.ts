/* Running heads, feet and page numbers. */
import type { Line } from './_lines.js';
import type { Item, PageLayout } from './_layout.js';

const NUMBER = /^(?:page )?(?:[-–|] ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?[-–|])?(?: ?(?:of|\/) ?\d{1,4})?$/i;
/** What two running heads have in common when only their numbers differ. */
const pattern = (text: string): string => (NUMBER.test(text) ? '#' : text.replace(/\d+/g, '#').toLowerCase());

const HEAD = 0.12;
const FOOT = 0.87;

type Zone = 'head' | 'foot';

function zoneOf(line: Line, page: PageLayout): Zone | null {
  if (line.y < page.height * HEAD) return 'head';
  return line.y > page.height * FOOT ? 'foot' : null;
}

/** The title of a series, in small print at the very top of the first page and well above everything else. */
function isRunningTitle(line: Line, next: Line | undefined, page: PageLayout, bodySize: number): boolean {
  return line.y < page.height * 0.08 && line.size < bodySize * 0.93 && next !== undefined && next.y - line.y > line.size * 3.5;
}

/** What is set large on the first page, however many lines it takes: running heads repeat the title. */
function titlesOf(pages: readonly PageLayout[], bodySize: number): Set<string> {
  const titles = new Set<string>();
  let run: string[] = [];
  for (const item of pages[0]?.items ?? []) {
    const large = 'line' in item && item.line.size > bodySize * 1.2;
    run = large ? [...run, item.line.text].slice(-4) : [];
    for (let from = 0; from < run.length; from++) titles.add(run.slice(from).join(' '));
  }
  return titles;
}

/**
 * Takes the running heads and feet out of the pages: what stands in the same margin of several pages and says the same but for its numbers.
 * Gives the texts that were left out, those that the file itself marks as such (`marked`) among them, each once.
 */
export function takeFurniture(pages: readonly PageLayout[], marked: readonly string[], bodySize: number): string[] {
  // A foot of two parts may look like the row of a table.
  const linesOf = (item: Item): readonly Line[] => ('line' in item ? [item.line] : (item.table.lines ?? []));
  // A title may say the same as the heads of the pages after it, in larger letters.
  const keyOf = (line: Line, zone: Zone): string => `${zone} ${Math.round(line.size)} ${pattern(line.text)}`;
  const each = (use: (line: Line, zone: Zone, page: PageLayout) => void): void => {
    for (const page of pages) {
      for (const item of page.items) {
        for (const line of linesOf(item)) {
          const zone = zoneOf(line, page);
          if (zone) use(line, zone, page);
        }
      }
    }
  };
  const seen = new Map<string, Set<number>>();
  each((line, zone, page) => {
    const key = keyOf(line, zone);
    const on = seen.get(key);
    if (on) on.add(page.page);
    else seen.set(key, new Set([page.page]));
  });
  const enough = Math.max(2, Math.ceil(pages.length * 0.3));
  const repeated = (line: Line, zone: Zone): boolean => (seen.get(keyOf(line, zone))?.size ?? 0) >= enough;
  // Where heads and feet stand, so that one with a slip in it is seen to be one too.
  const places: { x: number; y: number; size: number; pages: number }[] = [];
  const placeOf = (line: Line): (typeof places)[number] | undefined =>
    places.find((place) => Math.abs(place.y - line.y) < 3 && Math.abs(place.x - line.x0) < 3 && Math.abs(place.size - line.size) < 1);
  each((line, zone) => {
    if (!repeated(line, zone)) return;
    const place = placeOf(line);
    if (place) place.pages++;
    else places.push({ x: line.x0, y: line.y, size: line.size, pages: 1 });
  });
  const titles = titlesOf(pages, bodySize);
  const texts: string[] = [];
  for (const page of pages) {
    const [top, below] = page.items.flatMap(linesOf);
    const isFurniture = (line: Line): boolean => {
      const zone = zoneOf(line, page);
      if (!zone) return false;
      if (repeated(line, zone) || (placeOf(line)?.pages ?? 0) >= enough) return true;
      if (page.page > 1 && line.size < bodySize * 1.1 && titles.has(line.text)) return true;
      if (NUMBER.test(line.text) && zone === 'foot') return true;
      return page.page === 1 && line === top && isRunningTitle(line, below, page, bodySize);
    };
    // A head stands apart from the text below it, and a foot from the text above.
    const all = page.items.flatMap((item) => ('line' in item ? [item.line] : item.table.rows.flat(2)));
    const found = new Set(page.items.flatMap(linesOf).filter(isFurniture));
    const close = (upper: Line, lower: Line): boolean =>
      lower.y > upper.y + 1 && lower.y - upper.y < Math.max(upper.size, lower.size) * 1.35;
    const touches = (line: Line): boolean =>
      zoneOf(line, page) === 'head'
        ? all.some((other) => !found.has(other) && close(line, other) && Math.abs(other.size - line.size) < 1)
        : all.some((other) => !found.has(other) && close(other, line) && Math.abs(other.size - line.size) < 1);
    for (let before = -1; before !== found.size;) {
      before = found.size;
      for (const line of found) if (touches(line)) found.delete(line);
    }
    page.items = page.items.filter((item) => {
      const lines = linesOf(item);
      if (lines.length === 0 || !lines.every((line) => found.has(line))) return true;
      for (const line of lines) texts.push(line.text);
      return false;
    });
  }
  for (const text of marked) texts.push(text);
  return [...new Set(texts)];
}
