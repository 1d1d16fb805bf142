import {
  findLocalAuthority,
  LOCAL_AUTHORITIES,
  normaliseAreaName,
  shortName,
  type LocalAuthority,
} from '../../framework/local-authorities.js';

/** An area's name in a text, at text[from, to). */
export interface AreaMention {
  readonly authority: LocalAuthority;
  readonly from: number;
  readonly to: number;
}

interface Alias {
  /** Lower case. */
  readonly name: string;
  readonly authority: LocalAuthority;
}

/** First day of the framework: what ended before it is a name of the past only. */
const EARLIEST = '2023-04-01';

let byFirstWord: Map<string, Alias[]> | null = null;
let byLastWord: Map<string, Alias[]> | null = null;

const firstWord = (text: string): string => /^\p{L}+/u.exec(text)?.[0] ?? '';
const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1);

/** Every way in which the name of an authority is written that is there under this framework, longest first under each first and last word. */
function aliases(): { first: Map<string, Alias[]>; last: Map<string, Alias[]> } {
  if (!byFirstWord || !byLastWord) {
    byFirstWord = new Map();
    byLastWord = new Map();
    const add = (map: Map<string, Alias[]>, key: string, alias: Alias): void => {
      const list = map.get(key);
      if (list) list.push(alias);
      else map.set(key, [alias]);
    };
    for (const authority of LOCAL_AUTHORITIES) {
      if (authority.to !== null && authority.to < EARLIEST) continue;
      const names = new Set<string>();
      for (const name of [shortName(authority), ...authority.alsoKnownAs]) {
        for (const joined of [name, name.replace(/ & /g, ' and '), name.replace(/ and /g, ' & ')]) {
          names.add(joined.toLowerCase());
          names.add(joined.toLowerCase().replace(/\bst\. /g, 'st '));
        }
      }
      for (const name of names) {
        const alias = { name, authority };
        add(byFirstWord, firstWord(name), alias);
        add(byLastWord, lastWord(name), alias);
      }
    }
    for (const map of [byFirstWord, byLastWord]) for (const list of map.values()) list.sort((a, b) => b.name.length - a.name.length);
  }
  return { first: byFirstWord, last: byLastWord };
}

const LETTER = /[\p{L}\p{N}-]/u;

/** The authority whose name begins at text[from]; null when there is none or the name goes on ("Bury St Edmunds"). */
export function authorityAt(text: string, from: number): AreaMention | null {
  const rest = text.slice(from, from + 60);
  if (!/^\p{Lu}/u.test(rest)) return null;
  const lower = rest.toLowerCase();
  const alias = aliases()
    .first.get(firstWord(lower))
    ?.find(({ name }) => lower.startsWith(name) && !LETTER.test(rest[name.length] ?? ' '));
  if (!alias) return null;
  const to = from + alias.name.length;
  return /^ (?!Local\b|SEND\b|Area\b|Council\b|City\b|County\b|Borough\b|Metropolitan\b)\p{Lu}/u.test(text.slice(to, to + 20))
    ? null
    : { authority: alias.authority, from, to };
}

/** The authority whose name ends at text[to]; null when there is none or it is the end of a longer name ("Greater Bury"). */
export function authorityBefore(text: string, to: number): AreaMention | null {
  const before = text.slice(Math.max(0, to - 60), to);
  const lower = before.toLowerCase();
  const alias = aliases()
    .last.get(lastWord(lower))
    ?.find(({ name }) => lower.endsWith(name) && !LETTER.test(before[before.length - name.length - 1] ?? ' '));
  if (!alias) return null;
  const from = to - alias.name.length;
  if (!/\p{Lu}/u.test(text[from]!)) return null;
  return /(?:^|\s)(?:North|South|East|West|Mid|Central|Greater|New|Inner|Outer) $/.test(text.slice(Math.max(0, from - 9), from))
    ? null
    : { authority: alias.authority, from, to };
}

const TYPE_WORDS = /(?: (?:City|County|Borough|Metropolitan|District|Unitary)){0,3} $/;

/** The authority that "X County Council" or "X local authority" names, where text[at] is the "C" of Council or the "l" of local. */
export function authorityOfBody(text: string, at: number): AreaMention | null {
  const before = text.slice(Math.max(0, at - 50), at);
  const types = TYPE_WORDS.exec(before);
  return types ? authorityBefore(text, at - (before.length - types.index)) : null;
}

/** Whether two names mean the same area: the same authority, or the same words, or one the longer form of the other. */
export function sameArea(a: string, b: string): boolean {
  const [one, other] = [findLocalAuthority(a), findLocalAuthority(b)];
  if (one && other) return one === other;
  const [x, y] = [normaliseAreaName(a), normaliseAreaName(b)];
  return x === y || ` ${x} `.includes(` ${y} `) || ` ${y} `.includes(` ${x} `);
}
