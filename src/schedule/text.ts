/** One line without characters that command a terminal or turn text around, cut at a word where it is longer than `max` characters. */
export function oneLine(text: string, max = 140): string {
  const line = text
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).replace(/[ .,;:]$/, '')}…`;
}

/** FNV-1a over UTF-16 units: short, and the same everywhere. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(36);
}

/** "Parent carer forum sign-off" → "parent-carer-forum-sign-off". What a slug cannot hold (length, other scripts) is told apart by a hash. */
export function slug(text: string, max = 80): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F’'‘]/g, '')
    .toLowerCase();
  const words = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .replace(/-$/, '');
  // eslint-disable-next-line no-control-regex -- everything outside ASCII but these
  const lossy = words.length > max || /[^\x00-\x7F–—“”…£€%•\s]/.test(plain) || words === '';
  if (!lossy) return words;
  return [words.slice(0, max).replace(/-[^-]*$/, ''), hash(text)].filter((part) => part !== '').join('-');
}

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
