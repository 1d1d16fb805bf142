/* Headings by the styles of an office document, which programs name alike. */

/** “heading 1”, “Heading1”, “Council heading 2”, but no “Table Heading” and no “TOC Heading”. */
const HEADING = /(?:^|[^a-z])(?:heading|header level|überschrift|titre|título)[ _-]?([1-9])(?!\d)/;

/**
 * 0 for the title, 1 to 9 for a heading, null for anything else. `name` and those of the styles that it is based on, the nearest first, are
 * in lower case; `outline` is the style's 0-based outline level, 9 for text.
 */
export function headingOfNames(name: string, bases: readonly string[], outline: number | undefined): number | null {
  const names = [name, ...bases];
  if (names.some((one) => /^(?:toc|table of contents|index|contents)\b/.test(one))) return null;
  if (/^(?:document |report )?title$/.test(name)) return 0;
  for (const one of names) {
    const level = HEADING.exec(one)?.[1];
    // A style may be based on a heading only to have its look.
    if (level !== undefined) return outline === 9 ? null : (outline ?? Number(level) - 1) + 1;
  }
  return outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : null;
}
