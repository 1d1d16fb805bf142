import type { Html, Link, LinkReference } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { blocksWith, marker, matchesOf, perBlock, type Block, type PlacedProse, type SendDocument } from '../../document/index.js';
import { ACCESSIBLE_SOURCES, VAGUE_LINKS } from '../../framework/accessible-documents.js';
import type { SectionId, Span } from '../../framework/types.js';
import { ALL_KINDS, type DocumentRule, type Fix, type Report } from '../rule.js';
import { blocksWithDefinitions, targetsByLabel } from '../support/links.js';
import { moved, nodesOf, spanOf, withoutTail } from '../support/nodes.js';

const vague = new Set(VAGUE_LINKS);
const GAP = '[insert where the link leads]';

/** Here a report gives addresses to be read and copied, as its template has them. */
const ADDRESSES: ReadonlySet<SectionId> = new Set<SectionId>(['partnership-details', 'about-inspection', 'inspection-team', 'closing']);

interface FoundLink {
  readonly text: string;
  /** Where it leads; null when the document does not define its label. */
  readonly target: string | null;
  /** Block-relative spans of the link and of its words; equal for a bare address in angle brackets. */
  readonly span: Span;
  readonly words: Span;
  /** <https://…> */
  readonly bare: boolean;
}

type LinkInBlock = Omit<FoundLink, 'target'> & { readonly url: string | null; readonly label: string | null };

const ANCHOR = /(<a\s[^<>]{0,1000}>)([^<>]{0,300})<\/a>/gi;
const HREF = /\shref\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))?/i;

/** Links that are written in HTML. */
function htmlAnchors(block: Block): readonly LinkInBlock[] {
  if (!/<a\s/i.test(block.text)) return [];
  const html = nodesOf<Html>(block, ['html']).map(spanOf);
  return matchesOf(block.text, ANCHOR).flatMap((match) => {
    const [whole, opening, words] = match;
    const start = match.index;
    const href = HREF.exec(opening!);
    if (!href || !html.some((span) => start >= span.start && start < span.end)) return [];
    const from = start + opening!.length;
    return [
      {
        text: words!.replace(/\s+/g, ' ').trim(),
        url: href[1] ?? href[2] ?? href[3] ?? null,
        label: null,
        span: { start, end: start + whole.length },
        words: { start: from, end: from + words!.length },
        bare: false,
      },
    ];
  });
}

const linksIn = perBlock((block): readonly LinkInBlock[] | null => {
  if (!/\]|<[a-z]/i.test(block.text)) return null;
  const links = nodesOf<Link | LinkReference>(block, ['link', 'linkReference'])
    .map((node): LinkInBlock => {
      const span = spanOf(node);
      const [first, last] = [node.children[0], node.children.at(-1)];
      const words = first && last ? { start: spanOf(first).start, end: spanOf(last).end } : span;
      return {
        text: toString(node, { includeImageAlt: true }).replace(/\s+/g, ' ').trim(),
        url: node.type === 'link' ? node.url : null,
        label: node.type === 'linkReference' ? node.identifier : null,
        span,
        words,
        bare: block.text[span.start] === '<',
      };
    })
    .concat(htmlAnchors(block));
  return links.length > 0 ? links : null;
});

const blocksWithLinks = blocksWith(linksIn);

const trimmed = (text: string): string => withoutTail(text.toLowerCase(), /[\s.,:;!?…”’"')»>→➔➜▸›-]/).replace(/^[\s“‘"'(«]+/, '');
const isVague = (text: string): boolean =>
  vague.has(trimmed(text)) || vague.has(trimmed(text.replace(/\((?:pdf|word|opens?|external)\b[^()]*\)$/i, '')));
/** A whole address. The name of a website alone (“www.exampleshire.example”) says where a link leads and can be read out. */
const isAddress = (text: string): boolean =>
  !text.includes(' ') && (/^(?:https?|ftp):\/\/./i.test(text) || /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\/./.test(text));
/** An area’s number leads to the report in one place and to the plan’s own part in another. */
const isAreaId = (text: string): boolean => /^A(?:FI|PA) ?\d{1,2}$/i.test(text);
const sameTarget = (url: string): string =>
  url
    .trim()
    .replace(/^http:/i, 'https:')
    .replace(/^(https:\/\/)www\./i, '$1')
    .replace(/\/$/, '');

const name = ({ words }: FoundLink, base: number): readonly Fix[] => [
  { title: 'Say where the link leads', kind: 'assist', edits: [{ ...moved(words, base), text: GAP }] },
];

function checkLinks(document: SendDocument, report: Report): void {
  const targets = targetsByLabel(document);
  for (const { placed, value } of blocksWithDefinitions(document)) {
    for (const node of value) {
      const first = targets.get(node.identifier)!;
      if (sameTarget(first.url) !== sameTarget(node.url)) {
        report({
          at: moved(spanOf(node), placed.start),
          message: 'This label already leads somewhere else, so this address is never used. Give it a label of its own.',
          related: [{ span: first.span, message: 'The address that is used.' }],
        });
      }
    }
  }

  const byText = new Map<string, { target: string; at: Span }>();
  for (const {
    placed: { start },
    value,
  } of blocksWithLinks(document)) {
    for (const { url, label, ...link } of value) {
      const found: FoundLink = { ...link, target: url ?? targets.get(label!)?.url ?? null };
      const at = moved(found.words, start);
      if (found.target !== null && /^(?:#?|https?:\/*)$/i.test(found.target.trim())) {
        report({
          at: moved(found.span, start),
          message: 'This link leads nowhere: it has no address. Add the address, or take the link out.',
        });
      } else if (found.text === '') {
        report({
          at: moved(found.span, start),
          message: 'This link has no words, so nobody knows where it leads. Write them between the square brackets.',
          fixes: [],
        });
      } else if (isVague(found.text)) {
        report({
          at,
          message:
            'These words do not say where the link leads, and some people hear links without the text around them. Name the page or document.',
          fixes: name(found, start),
        });
      } else if (found.target !== null && !/^(?:mailto|tel|sms):/i.test(found.target)) {
        if (isAddress(found.text)) {
          if (!isPlaceOfAddresses(document, at))
            report({ at, message: BARE, fixes: found.bare ? [wrap(document, at, found)] : name(found, start) });
        } else if (!isAreaId(found.text)) compare(byText, found, at, report);
      }
    }
  }
}

const BARE = 'A bare address is hard to listen to and says little about the page. Write what the page is, and put the address behind it.';

function wrap(document: SendDocument, at: Span, { target }: FoundLink): Fix {
  const span = document.text[at.start - 1] === '<' ? { start: at.start - 1, end: at.end + 1 } : at;
  return { title: 'Say where the link leads', kind: 'assist', edits: [{ ...span, text: `[${GAP}](${target})` }] };
}

function compare(byText: Map<string, { target: string; at: Span }>, { text, target }: FoundLink, at: Span, report: Report): void {
  const key = trimmed(text);
  const before = byText.get(key);
  if (!before) byText.set(key, { target: sameTarget(target!), at });
  else if (before.target !== sameTarget(target!)) {
    report({
      at,
      message: 'The same words lead somewhere else earlier in this document. Say what makes this link different.',
      related: [{ span: before.at, message: 'These words lead elsewhere.' }],
    });
  }
}

function isPlaceOfAddresses(document: SendDocument, { start }: Span): boolean {
  for (let section = document.sectionAt(start); section; section = section.parent) if (section.id && ADDRESSES.has(section.id)) return true;
  return false;
}

const PLAIN_ADDRESS = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”|]+/giu;

interface Place {
  readonly from: number;
  readonly to: number;
}

const orNull = <T>(list: readonly T[]): readonly T[] | null => (list.length > 0 ? list : null);

/** Addresses that are only text. */
const plainAddresses = marker(({ text }) =>
  text.includes('://')
    ? orNull(
        Array.from(matchesOf(text, PLAIN_ADDRESS), (match): Place => ({
          from: match.index,
          to: match.index + withoutTail(match[0], /[.,;:!?)\]’”'*]/).length,
        })),
      )
    : null,
);

function checkPlainAddresses(document: SendDocument, report: Report): void {
  for (const { unit, value } of plainAddresses(document)) {
    for (const { from, to } of value) {
      const at = unit.spanOf(from, to);
      if (isInLink(unit, at) || isPlaceOfAddresses(document, at)) continue;
      report({
        at,
        message: BARE,
        fixes: [{ title: 'Say where the link leads', kind: 'assist', edits: [{ ...at, text: `[${GAP}](${unit.text.slice(from, to)})` }] }],
      });
    }
  }
}

/** "[words][label]" that stayed text, because nothing defines the label. Gaps of a template are none. */
const UNDEFINED = /\[(?!insert\b|removed\])[^[\]]{1,200}\]\[(?!insert\b|removed\])[^[\]]{1,100}\]/gi;
const undefinedLinks = marker(({ text }) =>
  text.includes('][')
    ? orNull(Array.from(matchesOf(text, UNDEFINED), (match): Place => ({ from: match.index, to: match.index + match[0].length })))
    : null,
);

function checkUndefined(document: SendDocument, report: Report): void {
  for (const { unit, value } of undefinedLinks(document)) {
    for (const { from, to } of value) {
      report({
        at: unit.spanOf(from, to),
        message:
          'This link leads nowhere: its label has no address. Put the address in round brackets after the words, or define the label.',
      });
    }
  }
}

function isInLink({ placed }: PlacedProse, at: Span): boolean {
  return linksIn(placed.block)?.some(({ span }) => span.start + placed.start <= at.start && at.end <= span.end + placed.start) ?? false;
}

const rule: DocumentRule = {
  id: 'link-text',
  title: 'Every link says where it leads',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: ACCESSIBLE_SOURCES.links,
  rationale:
    'Screen readers can list the links of a document without the text around them, and printed copies show only the words. “Here” says nothing in either.',
  help: 'Use the name of the page or document as the words of the link: [Exampleshire local offer](https://…).',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: 'It is on the [Exampleshire local offer](https://www.exampleshire.example/local-offer). Email <localoffer@exampleshire.example> or see www.exampleshire.example or [www.exampleshire.example](https://www.exampleshire.example).\n',
      },
      {
        title: 'the same words to the same page',
        kind: 'strategic-plan',
        text: 'See the [local offer](https://www.exampleshire.example/offer/) and the [local offer](http://exampleshire.example/offer). [AFI1](#one) and [AFI1](report.md#afi1).\n',
      },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        text: 'You can read the report [here](report.md) or [Click here](plan.md). [Read more…](a.md)\n',
        finds: [{ at: 'here' }, { at: 'Click here' }, { at: 'Read more…' }],
      },
      {
        title: 'links in HTML',
        kind: 'strategic-plan',
        text: 'You can read it <a href="plan.html">here</a>, or see <a href="offer.html">our local offer</a>.\n',
        finds: [{ at: 'here' }],
      },
      {
        title: 'emphasis and a file type',
        kind: 'strategic-plan',
        text: '[**Download** (PDF, 2MB)](a.pdf) [link][l]\n\n[l]: b.md\n',
        finds: [{ at: '**Download** (PDF, 2MB)' }, { at: 'link' }],
      },
    ],
  },
  looksFor: [blocksWithLinks, blocksWithDefinitions, plainAddresses, undefinedLinks],
  check(document, report) {
    checkLinks(document, report);
    checkPlainAddresses(document, report);
    checkUndefined(document, report);
  },
};

export default rule;
