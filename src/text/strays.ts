/** Signs that no heading, label or lead-in begins or ends with, or has within a word. */
const SIGN = '`~|=+%$#@{}[\\]<>"!;?\\\\_*^';
const WITHIN = new RegExp(
  `(?<=[\\p{L}\\p{N}])[${SIGN}:](?=[\\p{L}\\p{N}])|(?<= )[${SIGN}](?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])[${SIGN}](?= )`,
  'gu',
);
const BEFORE = new RegExp(`^[${SIGN}(] ?(?=[\\p{L}\\p{N}])`, 'u');
const BEHIND = new RegExp(`(:?) ?[${SIGN}](:?)$`, 'u');
/** Before a word or behind one, also between words. */
const LONE_BRACKET = /[()]/g;

/**
 * A short text without a sign too many: "We will]:", "J=uly 2026", "What’s (next". For headings and lead-ins, whose meaning must not hang
 * on a slip; the slip itself is told of, or seen, where it stands. A question mark at the end stays.
 */
export function withoutStrays(text: string): string {
  if (text.length > 300 || !/[^\p{L}\p{N}\s,.:’'–—-]/u.test(text)) return text;
  const end = text.endsWith('?') ? '?' : '';
  let plain = text
    .slice(0, text.length - end.length)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BEFORE, '')
    .replace(BEHIND, (_, one: string, two: string) => (one === ':' || two === ':' ? ':' : ''))
    .replace(WITHIN, '');
  if (plain.split('(').length !== plain.split(')').length) plain = plain.replace(LONE_BRACKET, '');
  return plain + end;
}
