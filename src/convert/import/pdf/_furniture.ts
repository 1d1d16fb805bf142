/* Running heads, feet and page numbers. */
import type { PageLayout } from './_layout.js';

const pattern = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase();
const NUMBER = /^(?:page )?(?:[-–|] ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?[-–|])?(?: ?(?:of|\/) ?\d{1,4})?$/i;

/**
 * Takes the running heads and feet out of the pages: what stands at the same height in the margins of several pages and says the same but
 * for its numbers. Gives the texts that were left out, those that the file itself marks as such among them, each once.
 */
export function takeFurniture(pages: readonly PageLayout[], marked: readonly { page: number; text: string }[]): string[] {
  const seen = new Map<string, { y: number; pages: Set<number> }[]>();
  const inMargin = (y: number, page: PageLayout): boolean => y < page.height * 0.12 || y > page.height * 0.87;
  for (const page of pages) {
    for (const item of page.items) {
      if (!('line' in item) || !inMargin(item.line.y, page)) continue;
      const key = NUMBER.test(item.line.text) ? '#' : pattern(item.line.text);
      const places = seen.get(key) ?? [];
      seen.set(key, places);
      const place = places.find((other) => Math.abs(other.y - item.line.y) < 4);
      if (place) place.pages.add(page.page);
      else places.push({ y: item.line.y, pages: new Set([page.page]) });
    }
  }
  const enough = Math.max(2, Math.ceil(pages.length * 0.3));
  const texts: string[] = [];
  for (const page of pages) {
    page.items = page.items.filter((item) => {
      if (!('line' in item) || !inMargin(item.line.y, page)) return true;
      const alone = NUMBER.test(item.line.text) && item.line.y > page.height * 0.87;
      const key = NUMBER.test(item.line.text) ? '#' : pattern(item.line.text);
      const place = seen.get(key)?.find((other) => Math.abs(other.y - item.line.y) < 4);
      if (!alone && (!place || place.pages.size < enough)) return true;
      texts.push(item.line.text);
      return false;
    });
  }
  let run = '';
  let at = 0;
  for (const { page, text } of marked) {
    if (page !== at && run !== '') {
      texts.push(run);
      run = '';
    }
    at = page;
    run += run === '' ? text : ` ${text}`;
  }
  if (run !== '') texts.push(run);
  return [...new Set(texts.map((text) => text.replace(/ {2,}/g, ' ').trim()))];
}
