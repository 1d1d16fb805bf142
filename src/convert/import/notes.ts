import type { ImportWarningCode } from './types.js';

/** A warning that still says where by the number of a paragraph; null for the whole document. */
export interface Note {
  readonly code: ImportWarningCode;
  readonly what: string;
  readonly paragraph: number | null;
}

/** A comment while the document is being read. */
export interface NotedComment {
  readonly author: string | null;
  readonly text: string;
  readonly on: string;
  readonly paragraph: number | null;
  readonly replyTo?: number;
  readonly resolved?: boolean;
}

/** “Referral”, “Assessment” and 3 more. */
export function someOf(words: readonly string[], most = 6): string {
  const shown = words.slice(0, most).map((word) => `“${word.length > 60 ? `${word.slice(0, 57)}…` : word}”`);
  const more = words.length - shown.length;
  return more > 0
    ? `${shown.join(', ')} and ${more} more`
    : shown.length > 1
      ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`
      : (shown[0] ?? '');
}

const WEB = /^(?:https?:\/\/|mailto:|tel:)/i;
const EXTENSION = 'md|markdown|docx?|odt|rtf|pdf|xlsx?|ods|csv|pptx?|odp|txt|html?|png|jpe?g|gif|svg|ics|json|zip';
/** Whether a name ends as those of files do. */
export const isFileName = (name: string): boolean => new RegExp(`\\.(?:${EXTENSION})$`, 'i').test(name);
/** A file of the same folders, as an export from Markdown links to it; further up lie the folders of somebody's computer. */
const BESIDE = new RegExp(`^(?:\\./|(?:\\.\\./){1,3})?(?![/.])[^:?#\\\\]+\\.(?:${EXTENSION})(?:#.*)?$`, 'i');
/** Folders in which programs keep what nobody else can open. */
const OF_COMPUTER = /(?:^|\/)(?:\.\.|appdata|users|temp|inetcache)\//i;

function isBeside(address: string): boolean {
  return BESIDE.test(address) && !OF_COMPUTER.test(address.replace(/^(?:\.\.\/)+/, '')) && !/^www\./i.test(address);
}

/** Programs that put an address of their own before that of a link, and the part of it that holds the link's. What comes with it may name who received it. */
const DETOURS: readonly (readonly [host: RegExp, part: string])[] = [
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/i, 'url'],
  [/^www\.google\.(?:com|co\.uk)$/i, 'q'],
];

/** The address that a link leads to in the end, without the detour of a mail program; the same where there is none. */
function straight(address: string): string {
  if (!/safelinks\.|google\./i.test(address) || !URL.canParse(address)) return address;
  const { hostname, pathname, searchParams } = new URL(address);
  const part = DETOURS.find(([host]) => host.test(hostname))?.[1];
  const inner = part === undefined || (part === 'q' && pathname !== '/url') ? null : searchParams.get(part);
  return inner !== null && /^https?:\/\//i.test(inner) ? inner : address;
}

/** An address that a link in the Markdown may have; null for scripts, files of a computer and places inside the document. */
export function safeAddress(address: string | undefined): string | null {
  // eslint-disable-next-line no-control-regex -- control characters hide what an address is
  const plain = straight((address ?? '').replace(/[\u0000-\u0020]+/g, ' ').trim());
  return (WEB.test(plain) || isBeside(plain)) && !/[<>"]/.test(plain) ? plain.replaceAll(' ', '%20') : null;
}
