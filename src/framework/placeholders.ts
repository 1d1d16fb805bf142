import { z } from './zod.js';
import { SOURCES } from './sources.js';
import type { Source } from './types.js';

/*
 * What templates and half-finished drafts leave behind. Words that can also be right (“to be confirmed”, “[name]”) count only
 * where they stand alone or outside a quotation.
 */

export interface PlaceholderFamily {
  readonly id:
    | 'tab-stop'
    | 'insert'
    | 'instruction'
    | 'noun'
    | 'merge-field'
    | 'undecided'
    | 'undecided-words'
    | 'crosses'
    | 'question-marks'
    | 'filler'
    | 'date-format'
    | 'nobody'
    | 'control'
    | 'to-do';
  /** Global. */
  readonly pattern: RegExp;
  /**
   * 'anywhere': wherever it stands; 'unquoted': not within quotation marks or a quotation block, where somebody's words may have been shortened;
   * 'value': only as the whole of a paragraph, cell or line, or as what follows a label, or in brackets.
   */
  readonly where: 'anywhere' | 'unquoted' | 'value';
  /** What is wrong and what to do. {text} stands for the text found. */
  readonly message: string;
}

const GAP = 'This gap is still to be filled: {text}. Write what it asks for, or take it out.';
const UNDECIDED = '{text} says that something is not settled yet. Write what is known, or take it out until it is.';
const DRAFT = '{text} was left from a template or a draft. Write what belongs here, or take it out.';

const NOUNS =
  'names?|full names?|first name|surname|dates?|number|no\\.?|links?|url|web ?site|web address|address|postcode|telephone(?: number)?|phone(?: number)?|e-?mail(?: address)?|title|job title|post|role|area(?: name)?|local area(?: name)?|council|local authority|LA|ICB|integrated care board|year|month|day|text|details|figure|percentage|placeholder|blank';

/** In order: what an earlier family finds, a later one leaves alone. */
export const PLACEHOLDERS: readonly PlaceholderFamily[] = [
  { id: 'tab-stop', where: 'anywhere', message: GAP, pattern: /\$\{\d{1,3}(?:[:|][^{}]{0,400})?\}/g },
  {
    id: 'merge-field',
    where: 'anywhere',
    message: GAP,
    pattern: /\{\{[^{}\n]{1,200}\}\}|<<[^<>\n]{1,100}>>|«[A-Z_]\w{0,40}»|\{(?:insert|enter|name|date|area|number)\b[^{}\n]{0,200}\}/gi,
  },
  {
    id: 'insert',
    where: 'anywhere',
    message: GAP,
    pattern: /\[\s?(?:please )?(?:insert|enter)\b[^[\]]{0,400}\]|\((?:please )?insert [^()]{1,200}\)|<insert\b[^<>]{0,200}>/gi,
  },
  {
    id: 'control',
    where: 'anywhere',
    message: DRAFT,
    pattern:
      /\bclick(?: or tap)?(?: here)? to (?:enter|add|choose|select)(?: a| some)? (?:text|date|title|picture|item)\b\.?|\b(?:insert|enter|type|add|your) (?:(?:your|the) )?(?:text|name|date|title|details|link|number|address|content) (?:goes )?here\b/gi,
  },
  {
    id: 'control',
    where: 'value',
    message: DRAFT,
    pattern: /\b(?:choose|select) an item\b\.?|\bto follow\b\.?|\b(?:first ?name|name) (?:surname|last ?name)\b/gi,
  },
  {
    id: 'instruction',
    where: 'unquoted',
    message: GAP,
    pattern:
      /\[\s?(?:please |add |type |fill in |delete |select |choose |specify |describe |include |replace |complete (?:this|as|here|with)\b)[^[\]]{2,300}\]/gi,
  },
  {
    id: 'instruction',
    where: 'unquoted',
    message: GAP,
    pattern:
      /\[\s?(?:[\p{L}’'-]{1,20} ){0,4}to be (?:confirmed|added|advised|agreed|announced|appointed|arranged|completed|decided|determined|inserted|supplied|updated|finalised|set)\b[^[\]]{0,100}\]/giu,
  },
  {
    id: 'noun',
    where: 'unquoted',
    message: GAP,
    pattern: new RegExp(`\\[(?:(?:${NOUNS})|(?:names?|dates?|number|title|link|post) (?:of|to|and|for)\\b[^\\[\\]]{1,200})\\]`, 'gi'),
  },
  { id: 'undecided', where: 'anywhere', message: UNDECIDED, pattern: /(?<![\p{L}\p{N}])(?:TB[ACD]|T\.B\.[ACD]\.?)(?![\p{L}\p{N}])/giu },
  {
    id: 'undecided-words',
    where: 'value',
    message: UNDECIDED,
    pattern: /\b(?:(?:date|name|details|lead|post) )?(?:yet )?to be (?:confirmed|advised|announced|inserted)\b\.?/gi,
  },
  { id: 'crosses', where: 'unquoted', message: DRAFT, pattern: /(?<!\p{L})(?:£|\d{1,5})?X{2,}(?:[ /.:-]\d{0,5}X{2,}){0,8}%?(?!\p{L})/gu },
  {
    id: 'crosses',
    where: 'unquoted',
    message: DRAFT,
    pattern:
      /(?<!\p{L})(?:£x{2,}|\d{2}xx|x{2,}%|x{2,}[/.]x{2,}[/.][x\d]{2,4}|x{2,}(?= (?:January|February|March|April|May|June|July|August|September|October|November|December)\b))(?!\p{L})/gu,
  },
  { id: 'crosses', where: 'value', message: DRAFT, pattern: /(?<!\p{L})x{2,}(?!\p{L})/gu },
  { id: 'question-marks', where: 'unquoted', message: UNDECIDED, pattern: /\?{3,}/g },
  { id: 'question-marks', where: 'value', message: UNDECIDED, pattern: /\?{2,}/g },
  { id: 'filler', where: 'anywhere', message: DRAFT, pattern: /\blorem ipsum(?: dolor(?: sit(?: amet)?)?)?\b|\bdolor sit amet\b/gi },
  { id: 'date-format', where: 'anywhere', message: DRAFT, pattern: /\bDD?[ /.-](?:MM?|Month)[ /.-]YY(?:YY)?\b/gi },
  { id: 'nobody', where: 'anywhere', message: DRAFT, pattern: /\bA\.? ?N\.? Other\b/g },
  { id: 'to-do', where: 'anywhere', message: UNDECIDED, pattern: /\b(?:TODO|FIXME)\b/g },
];

/** Where XX and XXX are Roman numerals, chromosomes or film classes. */
export const CROSSES_BEFORE = /\b(?:Part|Chapter|Schedule|Article|Title|Volume|Protocol|Book|4[67],) ?$/;
export const CROSSES_AFTER = /^[ -]?(?:chromosomes?|syndrome|rated)\b/i;

/** A label of the details table's template at the start of a line, with its colon; what follows it may be right. */
export const DETAILS_LABEL = /^[ \t]{0,4}names?(?: and [a-z ]{3,20})? of [^:\n]{2,60}:/gim;
/** The same without a colon, as the whole of a line. */
export const DETAILS_BARE_LABEL =
  /^[ \t]{0,4}name of (?:the )?(?:(?:local )?authority|(?:icb )?lead person|icbs?|integrated care boards?|(?:icb )?executive lead(?: for send)?)[ \t]{0,4}$/gim;
/** Words of the template where a post should stand, at the end of a line after a name. */
export const DETAILS_POST = /(?:^|[,(–-]\s?)(lead person|job title|post title|title|post|role|position)\)?[ \t]{0,4}$/gim;

/** Placeholders that the address of a link can be. */
export const PLACEHOLDER_ADDRESS = /^(?:\[?insert\b|tb[acd]$|x{2,}$|\?{2,}$|url$|link$|todo$|\$\{)/i;

/** Placeholders written as a tag, which Markdown takes for HTML and does not show. */
export const PLACEHOLDER_TAG =
  /^<(?:insert|enter|name|date|tb[acd]|x{2,}|placeholder|lead|post|role|number|local|council|icb)(?:[ _-][^<>]{0,200})?>$/i;

export const PLACEHOLDERS_SOURCE: Source = { ...SOURCES.publishedReports, where: 'template labels that were published by mistake' };

export const placeholderSchema = z.strictObject({
  id: z.string(),
  pattern: z.instanceof(RegExp).refine((pattern) => pattern.global, 'The pattern must be global.'),
  where: z.enum(['anywhere', 'unquoted', 'value']),
  message: z.string().includes('{text}').endsWith('.'),
});
