const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern, in order: `text.matchAll(pattern)` without the copy of the pattern that it makes each time,
 * which costs more than looking through a sentence. Throws a TypeError for a pattern that is not global.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('The pattern must be global.');
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  while (match) {
    found.push(match);
    // An empty match would be found for ever.
    if (match[0] === '') pattern.lastIndex += pattern.unicode && (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    match = pattern.exec(text);
  }
  return found;
}
