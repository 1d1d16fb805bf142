import { areaName, matchesOf, type SendDocument, type TableCell } from '../../document/index.js';
import { findLocalAuthority, LOCAL_AUTHORITIES, shortName, type LocalAuthority } from '../../framework/local-authorities.js';
import { isPostcode, likelyPostcodes, POSTCODE_AREAS, postcodeArea } from '../../framework/postcodes.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import { REPORTS, type DocumentRule, type Report } from '../rule.js';
import { blocksWithDefinitions } from '../support/links.js';
import { hasContent } from '../support/sections.js';
import { addressesOf, detailsColumns, hasPostcode, saysWebsite, type Address, type DetailsColumn } from './_details.js';
import { listed } from '../../text/words.js';

const LABEL = /^\s*(?:name of )?(?:the )?(?:ICB )?(?:lead person|executive lead(?: for SEND)?|lead|website|address|postal address)\s*:\s*/i;
const HONOURS = /^\(?(?:OBE|CBE|MBE|KBE|DBE|KCB|CB|QPM|KPM|DL|JP|PhD|MA|MSc|BSc|MBA|RN|FRSA|FRCP|FRCGP)\)?$/;
const POST =
  /\b(?:director|chief|executive|officer|lead|manager|president|chair|interim|acting|CEO|COO|accountable|corporate|strategic|deputy|assistant|SRO|DCS|nurse|commissioner|commissioning|services|medical|clinical|secretary|principal|senior|associate|managing|head of|lead person)\b|:/i;

/** A second body in a row of its own is no person. */
const BODY = /\b(?:NHS|ICB|Council|Integrated Care|Borough|Authority|Trust|Partnership)\b/;

const valueOf = (cell: TableCell): string => cell.text.replace(LABEL, '').trim();

/** Whether a cell that should name a person names a post as well. Only a bare name, with or without honours, has none. */
function hasPost(text: string): boolean {
  const segments = text
    .split(/[,\n(]|\s[–-]\s/)
    .map((segment) => segment.replace(/\)$/, '').trim())
    .filter((segment) => segment !== '' && !HONOURS.test(segment));
  if (segments.length !== 1) return segments.length > 1;
  const words = segments[0]!.split(/\s+/).filter((word) => !/^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Cllr|Rev)\.?$/.test(word));
  return (
    words.length === 1 ||
    words.length > 4 ||
    BODY.test(segments[0]!) ||
    POST.test(segments[0]!) ||
    !words.every((word) => /^(?:\p{Lu}|de$|van$|von$|der$|la$)/u.test(word))
  );
}

/** Words that begin or make up a post. One of them as a surname (“Mark Head”) does not stand before “of”. */
const POST_BEGINS =
  /^(?:(?:executive|strategic|corporate|interim|acting|managing|deputy|assistant|associate|group|joint|programme|service|place) )?(?:director|chief|executive|president|chair|lead|manager|commissioner|officer|head of|senior|accountable|interim|acting|corporate director|strategic director)\b/i;
/** What a post or a body is named by and no person is. */
const NO_NAME =
  /^(?:adults?|area|board|borough|care|chief|children[’']?s?|city|clinical|commissioning|communit(?:y|ies)|corporate|county|deputy|director|early|education|executive|famil(?:y|ies)|finance|health|help|inclusion|integrated|interim|joint|lead|learning|local|managing|mental|national|operations|partnerships?|people[’']?s?|performance|place|public|quality|regional|schools?|SEND|services?|skills|social|strategic|strategy|system|the|transformation|transition|young|acting|assistant|associate|group|programme|head|name|of|and|for|to|NHS|ICB|Council|Authority|Trust)$/i;

/** Where a post follows a name with nothing between them: the offset of the blank; -1 where that is not so. */
function postAfterName(line: string): number {
  const words = [...matchesOf(line, /\S+/g)];
  const title = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Cllr|Rev)\.?$/.test(words[0]?.[0] ?? '') ? 1 : 0;
  for (let count = 0; count < 4; count++) {
    const word = words[title + count]?.[0];
    const at = words[title + count]?.index;
    if (word === undefined || at === undefined) return -1;
    if (count >= 2 && POST_BEGINS.test(line.slice(at))) return at - 1;
    if (!/^\p{Lu}[\p{L}’'-]*$/u.test(word) || NO_NAME.test(word)) return -1;
  }
  return -1;
}

function checkComma(cell: TableCell, report: Report): void {
  let start = 0;
  for (const line of cell.text.split('\n')) {
    const lead = LABEL.exec(line)?.[0].length ?? 0;
    const blank = postAfterName(line.slice(lead));
    if (blank >= 0 && cell.prose) {
      const from = start + lead + blank;
      const at = cell.prose.spanOf(start + lead, start + line.length);
      const gap = cell.prose.spanOf(from, from + 1);
      report({
        at,
        severity: 'warning',
        message: 'Put a comma between the name and the post, so that readers see where the name ends.',
        fixes: [{ title: 'Add the comma', kind: 'fix', edits: [{ start: gap.start, end: gap.start, text: ',' }] }],
      });
    }
    start += line.length + 1;
  }
}

/** Everything in one cell: the lines after the name, without addresses of web pages. */
const personIn = (cell: TableCell): boolean =>
  cell.text
    .split('\n')
    .slice(1)
    .some((line) => POST.test(line) || /^\p{Lu}[\p{L}’-]+ \p{Lu}[\p{L}’-]+,/u.test(line));

function lacking(column: DetailsColumn): string[] {
  const filled = (cells: readonly TableCell[]): boolean => cells.some((cell) => valueOf(cell) !== '');
  const single = column.name !== null && column.leads.includes(column.name);
  return [
    ...(column.name && column.name.text.trim() !== '' ? [] : ['its name']),
    ...((single ? column.leads.some(personIn) : filled(column.leads)) ? [] : ['its lead person, with a post']),
    ...(filled(column.websites) ? [] : ['its website']),
    ...(filled(column.addresses) ? [] : ['its postal address']),
  ];
}

const joined = (items: readonly string[]): string => listed(items, '; and ', '; ');

function checkColumn(column: DetailsColumn, report: Report): void {
  const missing = lacking(column);
  if (missing.length > 0) {
    const at = column.header.prose ? column.header.prose.spanOf(0, column.header.text.length) : column.header.span;
    report({
      at,
      message: `The details of the ${column.body} lack ${joined(missing)}. Add what is missing: the regulations ask for the name, postal address and website of each partner.`,
    });
  }
  for (const cell of column.leads) {
    const value = valueOf(cell);
    if (!cell.prose || value === '' || cell === column.name || saysWebsite(value)) continue;
    checkComma(cell, report);
    if (hasPost(value)) continue;
    // The post may have a row of its own: it begins with a post, not with a name.
    if (column.leads.some((other) => other !== cell && POST.test(valueOf(other).split(/[,(]/)[0]!))) continue;
    const from = cell.text.indexOf(value);
    report({
      at: cell.prose.spanOf(from, from + value.length),
      message:
        'The post of the lead person is missing. Add it after the name, for example “Director of Children’s Services” or “Chief Executive”.',
    });
  }
  for (const cell of column.addresses) {
    const value = valueOf(cell);
    if (!cell.prose || value === '' || saysWebsite(value) || hasPostcode(value) || value.includes('[insert')) continue;
    report({
      at: cell.prose.spanOf(0, cell.text.length),
      severity: 'warning',
      message: 'This postal address has no complete postcode. Add it.',
    });
  }
}

/** “SL4 3D” at the end of a line. */
const CUT_POSTCODE = /(?<![\p{L}\d/@.-])[A-Z]{1,2}\d[A-Z\d]? {1,2}\d[A-Z]?(?=\s*(?:[,.;)]|\n|$))/gu;

/** A postcode that lost its end, in a cell that has whole ones beside it. */
function checkCut(column: DetailsColumn, report: Report): void {
  for (const cell of column.addresses) {
    if (!cell.prose || !hasPostcode(cell.text)) continue;
    for (const match of matchesOf(cell.text, CUT_POSTCODE))
      report({
        at: cell.prose.spanOf(match.index, match.index + match[0].length),
        message: `The end of the postcode “${match[0]}” is missing: after the blank a postcode has a digit and two letters. Complete it.`,
      });
  }
}

function checkPostcodes(addresses: readonly Address[], report: Report): void {
  for (const { postcode, cell, from, to } of addresses) {
    if (!cell.prose || isPostcode(postcode.replace(/ {2,}/, ' '))) continue;
    // "NHS ICB" has the shape of one, but no digit.
    if (!/\d/.test(postcode)) continue;
    const likely = likelyPostcodes(postcode);
    report({
      at: cell.prose.spanOf(from, to),
      message:
        likely.length > 0
          ? `“${postcode}” is not a postcode: a letter stands where a digit belongs, or the other way round. Probably “${likely[0]!}” is meant.`
          : `“${postcode}” is not a postcode: no postcode has this form. Check it and put the right one.`,
    });
  }
}

const sharesLine = (one: Address, other: Address): boolean => one.lines.some((line) => /\d/.test(line) && other.lines.includes(line));
const shares = (one: Address, other: Address): boolean => one.lines.some((line) => other.lines.includes(line));
const compact = ({ postcode }: Address): string => postcode.toUpperCase().replace(/\s/g, '');

/** Postcodes that cannot all be right, worth a look. */
function checkContradictions(document: SendDocument, addresses: readonly Address[], report: Report): void {
  const valid = addresses.filter(({ postcode }) => isPostcode(postcode));
  const place = ({ cell, from, to }: Address): Span => cell.prose?.spanOf(from, to) ?? cell.span;
  valid.forEach((address, index) => {
    const other = valid.slice(0, index).find((candidate) => {
      const same = compact(candidate) === compact(address);
      return same
        ? candidate.lines.length > 1 && address.lines.length > 1 && !shares(candidate, address)
        : sharesLine(candidate, address) && candidate.lines.at(-1) === address.lines.at(-1);
    });
    if (!other) return;
    report({
      at: place(address),
      severity: 'info',
      message:
        compact(other) === compact(address)
          ? 'Another address here has the same postcode but another street. Check which of them it belongs to.'
          : 'Another address here has the same street but another postcode. Check which is right.',
      related: [{ span: place(other), message: 'The other address' }],
    });
  });
  const area = areaName(document);
  const own = area ? findLocalAuthority(area) : null;
  for (const address of valid) {
    const letters = postcodeArea(address.postcode);
    const places = [...(address.body === 'local authority' && own ? [own] : []), ...address.lines.flatMap(placeNamed)];
    const wrong = places.find(({ name }) => !(POSTCODE_AREAS[name] ?? letters).split(' ').includes(letters));
    if (!wrong) continue;
    const begins = POSTCODE_AREAS[wrong.name]!.split(' ').join(' or ');
    report({
      at: place(address),
      severity: 'info',
      message: `Postcodes in ${shortName(wrong)} begin with ${begins}, not with ${letters}. Check whether this one was copied from elsewhere.`,
    });
  }
}

/** The authority that a line of an address names; "London" alone is not the City of London. */
function placeNamed(line: string): readonly LocalAuthority[] {
  const authority = line === 'london' ? null : findLocalAuthority(line);
  return authority ? [authority] : [];
}

/** The web address of another council, left from another report. */
function checkWebsites(document: SendDocument, columns: readonly DetailsColumn[], report: Report): void {
  const area = areaName(document);
  const own = area ? findLocalAuthority(area) : null;
  if (!own) return;
  for (const cell of columns.filter(({ body }) => body === 'local authority').flatMap(({ websites }) => websites)) {
    const host = /\b(?:www\d?\.)?((?:[a-z\d-]+\.){1,3}gov\.uk)\b/i.exec(cell.text);
    const owner = host
      ? LOCAL_AUTHORITIES.find(
          ({ domain, to }) => to === null && domain !== '' && domain === host[1]!.toLowerCase().replace(/^www\d?\./, ''),
        )
      : undefined;
    if (!host || !cell.prose || !owner || owner === own || owner.domain === own.domain) continue;
    report({
      at: cell.prose.spanOf(host.index, host.index + host[0].length),
      severity: 'warning',
      message: `This is the website of ${shortName(owner)}. Put the website of the local authority of ${area ?? 'this area'}.`,
    });
  }
}

export const table = (authority: readonly string[], board: readonly string[]): string =>
  [
    '## Local area partnership details',
    '',
    '| Local authority | Integrated care board |',
    '| --- | --- |',
    ...authority.map((cell, row) => `| ${cell} | ${board[row] ?? ''} |`),
    '',
  ].join('\n');
export const COUNCIL: readonly string[] = [
  'Exampleshire County Council',
  'Marian Holloway, Director of Children’s Services',
  'www.exampleshire.example',
  'County Hall<br>Lower Sample<br>ZX1 4AB',
];
export const BOARD: readonly string[] = [
  'NHS Exampleshire ICB',
  'Desmond Farrier, Chief Executive',
  'www.exampleshire-icb.example',
  'Orchard House, 2 Mill Lane, Lower Sample ZX1 7TQ',
];

const rule: DocumentRule = {
  id: 'partnership-details',
  title: 'The details name each partner, its lead person and post, its website and its postal address',
  severity: 'error',
  kinds: REPORTS,
  source: cite(
    SOURCES.regulations2015,
    'regulation 3(6): name, postal address and website of each body; lead person and post in 56 of 56 published reports',
  ),
  rationale:
    'The regulations ask a report to say who the partners are and how to reach them. Families use these details to ask what happens next.',
  help: 'Complete the column: name of the body, lead person with their post, website, and postal address with its postcode.',
  examples: {
    valid: [
      { title: 'complete details', kind: 'full-inspection-report', text: table(COUNCIL, BOARD) },
      {
        title: 'labels, posts below names and two boards',
        kind: 'full-inspection-report',
        text: table(
          [
            'Name of authority:<br>Exampleshire County Council',
            'Marian Holloway<br>Executive Director',
            'https://www.exampleshire.example/',
            'County Hall<br>Lower Sample<br>ZX1 4AB',
          ],
          [
            'NHS Exampleshire ICB and NHS Vale ICB',
            'Dr Desmond Farrier (Chief Executive)<br>Ana Head, Place Director',
            'www.a.example<br>www.b.example',
            'Orchard House<br>ZX1 7TQ<br>NHS Vale ICB<br>Tower Place<br>SW1A 2AA',
          ],
        ),
      },
    ],
    invalid: [
      {
        title: 'a letter in place of a digit',
        kind: 'full-inspection-report',
        text: table(COUNCIL.with(3, 'County Hall<br>Lower Sample<br>ZX1 OAB'), BOARD),
        finds: [{ at: 'ZX1 OAB', message: /ZX1 0AB/, severity: 'error' }],
      },
      {
        title: 'names without posts',
        kind: 'full-inspection-report',
        text: table(COUNCIL.with(1, 'Marian Holloway'), BOARD.with(1, 'Desmond Farrier (OBE)')),
        finds: [{ at: 'Marian Holloway', message: /post of the lead person/ }, { at: 'Desmond Farrier (OBE)' }],
      },
      {
        title: 'posts after names without a comma',
        kind: 'full-inspection-report',
        text: table(
          COUNCIL.with(1, 'Marian Holloway Director of Children’s Services'),
          BOARD.with(1, 'Dr Desmond Farrier interim chief executive'),
        ),
        finds: [
          { at: 'Marian Holloway Director of Children’s Services', severity: 'warning', message: /comma/ },
          { at: 'Dr Desmond Farrier interim chief executive', severity: 'warning' },
        ],
        fixed: table(
          COUNCIL.with(1, 'Marian Holloway, Director of Children’s Services'),
          BOARD.with(1, 'Dr Desmond Farrier, interim chief executive'),
        ),
      },
    ],
  },
  looksFor: [blocksWithDefinitions],
  check(document, report) {
    const section = document.section('partnership-details');
    if (!section?.heading) return;
    const columns = detailsColumns(document);
    if (columns.length === 0) {
      checkWithoutTable(document, section.heading.textSpan, report);
      return;
    }
    for (const body of ['local authority', 'integrated care board'] as const) {
      if (columns.every((column) => column.body !== body)) {
        report({
          at: section.heading.textSpan,
          message: `The details name no ${body}. Add a column with its name, lead person and post, website and postal address.`,
        });
      }
    }
    for (const column of columns) {
      checkColumn(column, report);
      checkCut(column, report);
    }
    const addresses = addressesOf(columns);
    checkPostcodes(addresses, report);
    checkContradictions(document, addresses, report);
    checkWebsites(document, columns, report);
  },
};

/** Details in paragraphs or lists: only what is nowhere at all is certain. */
function checkWithoutTable(document: SendDocument, at: Span, report: Report): void {
  const section = document.section('partnership-details');
  const units = section ? document.proseIn(section) : [];
  if (!section || units.length === 0 || !hasContent(document, section)) return;
  const source = document.text.slice(section.content.start, section.content.end);
  const missing = [
    ...(/\b(?:council|local authority|borough)\b/i.test(source) ? [] : ['the local authority']),
    ...(/\b(?:integrated care|ICBs?|NHS)\b/i.test(source) ? [] : ['an integrated care board']),
    ...(POST.test(source) ? [] : ['a lead person with a post']),
    ...(saysWebsite(source) ? [] : ['a website']),
    ...(/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/.test(source) ? [] : ['a postal address']),
  ];
  if (missing.length > 0)
    report({ at, message: `The details lack ${joined(missing)}. Add what is missing, best as a table with one column for each partner.` });
}

export default rule;
