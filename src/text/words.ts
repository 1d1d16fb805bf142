/** "1 file", "2 files"; with `many` where the plural is not made by an s. */
export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** With a capital at the beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c"; with another `joint` or `comma` where the items ask for it. */
export const listed = (items: readonly string[], joint = ' and ', comma = ', '): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(comma)}${joint}${items.at(-1)!}`;

/** Cut, at a space where there is one in its second half, to at most `max` UTF-16 units, the ellipsis included. Never inside a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).replace(/[ .,;:]$/, '')}…`;
}

/** On one line, with every character but white space kept: for text that goes back into a document. */
export const collapsed = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** On one line, without characters that command a terminal or turn text around or white space at the ends, and at most `max` UTF-16 units long. */
export const oneLine = (text: string, max = Infinity): string => clip(text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim(), max);
