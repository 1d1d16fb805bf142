/*
 * Letters as Markdown should have them. Office programs write bullets and ticks as letters of symbol fonts, which stand in the private-use
 * area and mean nothing elsewhere.
 */

/** Symbol fonts whose letters have a meaning of their own, by their number without the private-use offset F000. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6d: '○',
  0x6e: '■',
  0x6f: '☐',
  0x71: '☐',
  0x72: '☐',
  0x73: '⬧',
  0x76: '❖',
  0x77: '◆',
  0x78: '☒',
  0x9e: '•',
  0x9f: '•',
  0xa0: '▪',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdc: '➔',
  0xe0: '→',
  0xe8: '➔',
  0xdf: '←',
  0xe1: '↑',
  0xe2: '↓',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: '−',
  0xa3: '≤',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xbc: '…',
  0xd6: '√',
  0xde: '⇒',
  0xe5: '∑',
};

/** A letter of a symbol font as a letter of Unicode; null where it has no meaning that is known. */
export function symbolLetter(code: number, font: string): string | null {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/wingdings ?[23]|webdings/i.test(font)) {
    // Only their ticks and boxes are used in documents.
    const tick: Readonly<Record<number, string>> = /2/.test(font) ? { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0xa3: '☐' } : {};
    return tick[low] ?? null;
  }
  if (/wingdings/i.test(font)) return WINGDINGS[low] ?? null;
  if (/symbol/i.test(font)) return SYMBOL[low] ?? null;
  return SYMBOL[low] ?? WINGDINGS[low] ?? null;
}

/** Marks that direct, join or split letters and are not seen; control characters. */
const UNSEEN = new RegExp(
  `[${[
    [0x00, 0x08],
    [0x0e, 0x1f],
    [0x7f, 0x84],
    [0x86, 0x9f],
    [0xad, 0xad],
    [0x61c, 0x61c],
    [0x180e, 0x180e],
    [0x200b, 0x200b],
    [0x200e, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0xfeff, 0xfeff],
    [0xfff9, 0xfffb],
  ]
    .map(([from, to]) => `${String.fromCharCode(from!)}-${String.fromCharCode(to!)}`)
    .join('')}]`,
  'g',
);
/** Joiners belong to some scripts, for example Persian, and to pictures made of several letters; between Latin letters they are left-overs. */
const JOINER = /(?<![\u0300-\uffff])[\u200c\u200d]|[\u200c\u200d](?![\u0300-\uffff])/g;
const PRIVATE = /[\ue000-\uf8ff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text without what is not seen, with ordinary spaces and hyphens and with letters for those of symbol fonts. Tabs and single spaces are
 * kept; `font` is the font that the text is set in, where it is known.
 */
export function cleanText(text: string, font = ''): string {
  return text
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(UNSEEN, '')
    .replace(LONE_SURROGATE, '')
    .replace(JOINER, '')
    .replace(PRIVATE, (letter) => symbolLetter(letter.charCodeAt(0), font) ?? '')
    .replace(/\u2011/g, '-')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u0085\v\f]/g, ' ');
}
