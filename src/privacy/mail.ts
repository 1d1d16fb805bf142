import { GIVEN_NAMES, MAILBOX_PARTS, MAILBOX_WORDS, PRIVATE_MAIL_DOMAINS } from '../framework/personal-data.js';
import { matchesOf } from '../document/index.js';
import type { Match } from './numbers.js';

export interface MailMatch extends Match {
  /** 'private': a mailbox at a provider for private customers; 'named': one person’s mailbox at an organisation. */
  readonly owner: 'private' | 'named';
}

const LOCAL = /[\p{L}\p{N}._%+'’\u2010\u2011-]/u;
const DOMAIN = /[A-Za-z0-9.\u2010\u2011-]/;
/** "jane.doe (at) gmail.com", as it is written against machines. */
const SPELT_OUT =
  /(?<![\p{L}\p{N}._%+'’-])(?<local>[\p{L}\p{N}][\p{L}\p{N}._+-]{1,40}) ?[([] ?at ?[)\]] ?(?<domain>[a-z\d-]{2,40}(?:(?:\.| ?[([] ?dot ?[)\]] ?)[a-z]{2,12}){1,3})/giu;
const mailboxWords = new Set(MAILBOX_WORDS);
const givenNames = new Set(GIVEN_NAMES);

/** Whose mailbox an address is; null for that of a team, a service or a group, and when nothing tells. */
export function ownerOf(local: string, domain: string): MailMatch['owner'] | null {
  const parts = local.toLowerCase().match(/\p{L}+/gu) ?? [];
  const isShared = parts.some(
    (part) =>
      mailboxWords.has(part) ||
      MAILBOX_PARTS.some((piece) => part.length > piece.length && part.includes(piece)) ||
      part.startsWith('send'),
  );
  if (isShared || parts.length === 0) return null;
  const at = domain.toLowerCase();
  if (
    PRIVATE_MAIL_DOMAINS.some((known) =>
      known.endsWith('.') ? at.startsWith(known) || at.includes(`.${known}`) : at === known || at.endsWith(`.${known}`),
    )
  )
    return 'private';
  const [first, second] = parts;
  if (givenNames.has(first!) || (parts.length > 1 && givenNames.has(parts.at(-1)!))) return 'named';
  // An initial and a surname: j.smith@
  return parts.length === 2 && first!.length === 1 && second!.length > 2 ? 'named' : null;
}

/** E-mail addresses of persons. */
export function findPersonalMail(text: string): readonly MailMatch[] {
  const found: MailMatch[] = [];
  for (const { index: at, 0: sign } of matchesOf(text, /@|%40/g)) {
    const behind = at + sign.length;
    let from = at;
    while (from > 0 && at - from < 64 && LOCAL.test(text[from - 1]!)) from--;
    while (from < at && /[.'’%+_-]/.test(text[from]!)) from++;
    let to = behind;
    while (to < text.length && to - at < 200 && DOMAIN.test(text[to]!)) to++;
    while (to > behind && /[.-]/.test(text[to - 1]!)) to--;
    const domain = text.slice(behind, to);
    if (from === at || !/\.[A-Za-z]{2,}$/.test(domain)) continue;
    const owner = ownerOf(text.slice(from, at), domain);
    if (owner) found.push({ from, to, owner });
  }
  for (const match of matchesOf(text, SPELT_OUT)) {
    const owner = ownerOf(match.groups!.local!, match.groups!.domain!.replace(/ ?[([] ?dot ?[)\]] ?/gi, '.'));
    if (owner) found.push({ from: match.index, to: match.index + match[0].length, owner });
  }
  return found;
}
