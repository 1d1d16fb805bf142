import type { Definition, Html, Link } from 'mdast';
import { blocksWith, marker, matchesOf, perBlock, type Block, type SendDocument } from '../../document/index.js';
import { ACCESSIBLE_SOURCES } from '../../framework/accessible-documents.js';
import type { Span } from '../../text/span.js';
import { isRelativePath } from '../../text/paths.js';
import { ALL_KINDS, type DocumentRule, type Problem, type RuleContext } from '../rule.js';
import { nodesOf } from '../support/nodes.js';

interface Target {
  readonly url: string;
  /** Block-relative: the address alone where it stands as it is written, else the whole link. */
  readonly at: Span;
  readonly isAddress: boolean;
}

const targetsIn = perBlock((block): readonly Target[] | null => {
  if (!block.text.includes('](') && !block.text.includes(']:')) return null;
  const targets = nodesOf<Link | Definition>(block, ['link', 'definition']).flatMap((node): Target[] => {
    const span = { start: node.position!.start.offset!, end: node.position!.end.offset! };
    if (node.url === '' || block.text[span.start] === '<') return [];
    const from = block.text.indexOf(node.url, node.type === 'link' ? block.text.lastIndexOf('](', span.end) : span.start);
    const isAddress = from >= span.start && from + node.url.length <= span.end;
    return [{ url: node.url, at: isAddress ? { start: from, end: from + node.url.length } : span, isAddress }];
  });
  return targets.length > 0 ? targets : null;
});

const targets = blocksWith(targetsIn);

/** "[^1]", where Markdown shows a note's number. */
const MARK = /\[\^([^\]\s]{1,60})\](?!:)/g;
const marks = marker(({ text }) => {
  const found = text.includes('[^') ? matchesOf(text, MARK) : [];
  return found.length > 0 ? found.map((match) => ({ label: match[1]!, from: match.index, to: match.index + match[0].length })) : null;
});

const NOTE = /^ {0,3}\[\^([^\]\s]{1,60})\]:/gm;
const notes = blocksWith(
  perBlock((block): readonly string[] | null => {
    const found = block.text.includes('[^') ? matchesOf(block.text, NOTE).map(([, label]) => label!.toLowerCase()) : [];
    return found.length > 0 ? found : null;
  }),
);

/** Places that HTML or other tools name. */
const namedPlaces = blocksWith(
  perBlock((block: Block): readonly string[] | null => {
    if (!/\sid\s?=|\sname\s?=|\{#/i.test(block.text)) return null;
    const inHtml = nodesOf<Html>(block, ['html']).flatMap(({ value }) =>
      matchesOf(value, /\s(?:id|name)\s?=\s?["']?([^\s"'<>]{1,200})/gi).map(([, id]) => id!),
    );
    return [...inHtml, ...matchesOf(block.text, /\{#([^\s{}]{1,200})\}/g).map(([, id]) => id!)];
  }),
);

/** Tools differ in what they make of punctuation and spaces: only letters and digits are compared. */
const bare = (name: string): string =>
  decoded(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function placesOf(document: SendDocument): ReadonlySet<string> {
  const places = new Set(['top']);
  const times = new Map<string, number>();
  for (const { text } of document.headings) {
    const name = bare(text);
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    places.add(before === 0 ? name : `${name}${before}`);
  }
  for (const { value } of namedPlaces(document)) for (const id of value) places.add(bare(id));
  for (const { id } of [...document.facts.areasForImprovement, ...document.facts.areasForPriorityAction, ...document.facts.actions])
    places.add(bare(id));
  return places;
}

const HOST = /^(?:www\.[a-z\d-]{1,63}\.|(?:[a-z\d-]{1,63}\.){1,4}(?:uk|com|org|net|info|eu|scot|wales|london)(?=[/?#]|$))/i;
const MAIL = /^[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}$/i;
const BROKEN_SCHEME = /^(?:https?(?:\/\/|;\/\/|:\/(?!\/)|:(?!\/)|\.\/\/)|htt?ps?:\/\/(?=https?:)|hhtps?:|htp:|ttps?:)/i;

function problemOf({ url, at, isAddress }: Target, places: () => ReadonlySet<string>, context: RuleContext): Problem | null {
  const with_ = (text: string, title: string): Problem['fixes'] =>
    isAddress ? [{ title, kind: 'fix', edits: [{ start: at.start, end: at.start, text }] }] : [];
  if (MAIL.test(url))
    return {
      at,
      message: 'This link leads nowhere, because an e-mail address needs “mailto:” in front.',
      fixes: with_('mailto:', 'Put “mailto:” in front'),
    };
  if (HOST.test(url))
    return {
      at,
      message: 'This link is taken for a file beside this document. Put https:// in front of the web address.',
      fixes: with_('https://', 'Put https:// in front'),
    };
  if (BROKEN_SCHEME.test(url)) return { at, message: 'This web address is miswritten at its beginning. It should begin with https://.' };
  if (url.startsWith('#')) {
    const name = bare(url.slice(1));
    if (name === '' || places().has(name)) return null;
    return {
      at,
      message:
        'No heading of this document has this name, so the link leads nowhere. Write the heading’s words, in small letters with hyphens.',
    };
  }
  if (!isRelativePath(url) || /^[[{<]/.test(url)) return null;
  const path = decoded(url.split(/[?#]/, 1)[0]!);
  if (path === '' || context.exists(path) !== false) return null;
  return { at, message: 'There is no such file beside this document, so the link leads nowhere. Check the name and the folder.' };
}

const rule: DocumentRule = {
  id: 'link-target',
  title: 'Every link and every note leads somewhere',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: ACCESSIBLE_SOURCES.links,
  rationale:
    'A reader who follows a link to a plan, a report or a note and finds nothing cannot check what is said. Nothing is fetched: only what can be told without the web is checked.',
  help: 'Put https:// in front of a web address; check the names of files and headings; write the note that [^…] refers to.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: '## What we will do\n\nSee [the page](https://www.gov.uk/ofsted), [above](#what-we-will-do) and the note.[^1]\n\n[^1]: It is on the local offer.\n',
      },
      { title: 'a file of which nothing is known', kind: 'strategic-plan', text: 'See [the report](../reports/report.md).\n' },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        title: 'a web address without its beginning',
        text: 'See [Ofsted’s page](www.gov.uk/ofsted).\n',
        finds: [{ at: 'www.gov.uk/ofsted', message: /https/ }],
        fixed: 'See [Ofsted’s page](https://www.gov.uk/ofsted).\n',
      },
      {
        kind: 'strategic-plan',
        title: 'a heading and a note that do not exist',
        text: 'See [the actions](#actions) and the note.[^a]\n',
        finds: [{ at: '#actions' }, { at: '[^a]', message: /note/ }],
      },
      {
        kind: 'strategic-plan',
        title: 'an e-mail address',
        text: 'Write to [the team](send@exampleshire.example.uk).\n',
        finds: [{ at: 'send@exampleshire.example.uk' }],
        fixed: 'Write to [the team](mailto:send@exampleshire.example.uk).\n',
      },
    ],
  },
  looksFor: [targets, marks, notes, namedPlaces],
  check(document, report, context) {
    let known: ReadonlySet<string> | null = null;
    const places = (): ReadonlySet<string> => (known ??= placesOf(document));
    for (const { placed, value } of targets(document))
      for (const target of value) {
        const at = { start: target.at.start + placed.start, end: target.at.end + placed.start };
        const problem = problemOf({ ...target, at }, places, context);
        if (problem) report(problem);
      }
    const written = new Set(notes(document).flatMap(({ value }) => value));
    for (const { unit, value } of marks(document))
      for (const { label, from, to } of value)
        if (!written.has(label.toLowerCase()))
          report({
            at: unit.spanOf(from, to),
            message: `There is no note for [^${label}]. Write it on a line of its own that begins with [^${label}]:, or take [^${label}] out.`,
          });
  },
};

export default rule;
