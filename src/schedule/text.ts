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
