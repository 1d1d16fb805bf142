import { z } from './zod.js';
import { SOURCES, cite, sourceSchema } from './sources.js';
import type { Source } from './types.js';

/*
 * What makes a document readable by everyone: words for text alternatives, links, colours and formats.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const ACCESSIBLE_SOURCES = {
  images: cite(SOURCES.wcag, 'success criterion 1.1.1 Non-text Content'),
  links: cite(SOURCES.wcag, 'success criterion 2.4.4 Link Purpose (In Context)'),
  structure: cite(SOURCES.wcag, 'success criterion 1.3.1 Info and Relationships'),
  colour: cite(SOURCES.wcag, 'success criterion 1.4.1 Use of Color'),
  capitals: cite(SOURCES.govukStyle, 'capitalisation'),
  formats: cite(SOURCES.accessibility, 'accessibility statements and information in an accessible format'),
  strategicPlans: cite(
    SOURCES.handbook,
    'strategic plans are to be fully accessible to children and young people with SEND, parents and carers',
  ),
} as const satisfies Record<string, Source>;

/** Whole text alternatives that say nothing, in small letters. */
export const USELESS_ALTERNATIVES: readonly string[] = [
  'image',
  'images',
  'picture',
  'pictures',
  'photo',
  'photos',
  'photograph',
  'graphic',
  'graphics',
  'figure',
  'diagram',
  'chart',
  'graph',
  'table',
  'map',
  'icon',
  'logo',
  'screenshot',
  'screen shot',
  'illustration',
  'drawing',
  'banner',
  'cover',
  'infographic',
  'alt',
  'alt text',
  'alternative text',
  'text',
  'untitled',
  'placeholder',
  'img',
  'pic',
  'decorative',
  'description',
  'a picture',
  'a photo',
  'an image',
  'a chart',
  'a graph',
  'a map',
  'a diagram',
  'a logo',
  'picture of',
  'image of',
  'n/a',
  'none',
  'blank',
  'spacer',
  'bullet',
];

/** Whole texts of links that do not say where they lead, in small letters, without closing punctuation. */
export const VAGUE_LINKS: readonly string[] = [
  'click',
  'click here',
  'click this',
  'click this link',
  'click the link',
  'click on this link',
  'click for more',
  'click to view',
  'click to open',
  'click to read more',
  'click below',
  'please click here',
  'here',
  'over here',
  'right here',
  'go here',
  'see here',
  'read here',
  'view here',
  'download here',
  'find here',
  'found here',
  'available here',
  'is here',
  'visit here',
  'look here',
  'link',
  'links',
  'this link',
  'the link',
  'a link',
  'link here',
  'follow this link',
  'follow the link',
  'using this link',
  'at this link',
  'via this link',
  'web link',
  'weblink',
  'hyperlink',
  'url',
  'more',
  'more here',
  'read more',
  'read more here',
  'see more',
  'view more',
  'show more',
  'learn more',
  'find out more',
  'find out more here',
  'more info',
  'more information',
  'further information',
  'further info',
  'further details',
  'more details',
  'details',
  'info',
  'information',
  'full details',
  'this',
  'this page',
  'this web page',
  'this webpage',
  'this site',
  'this website',
  'this document',
  'this file',
  'this report',
  'this pdf',
  'page',
  'web page',
  'webpage',
  'document',
  'file',
  'pdf',
  'download',
  'download pdf',
  'download now',
  'open',
  'view',
  'visit',
  'go',
  'see',
  'read',
  'continue',
  'next',
  'read on',
  'website',
  'site',
  'source',
];

export interface Colour {
  /** As a status says it: green, amber, red, blue. */
  readonly word: string;
  /** Emoji that show nothing but the colour. */
  readonly signs: readonly string[];
}

export const COLOURS: readonly Colour[] = [
  { word: 'Red', signs: ['🔴', '🟥', '❤️', '🛑'] },
  { word: 'Amber', signs: ['🟠', '🟧', '🧡', '🔶', '🔸'] },
  { word: 'Yellow', signs: ['🟡', '🟨', '💛'] },
  { word: 'Green', signs: ['🟢', '🟩', '💚'] },
  { word: 'Blue', signs: ['🔵', '🟦', '💙', '🔷', '🔹'] },
  { word: 'Purple', signs: ['🟣', '🟪', '💜'] },
  { word: 'Brown', signs: ['🟤', '🟫', '🤎'] },
  { word: 'Black', signs: ['⚫', '⬛', '🖤'] },
  { word: 'White', signs: ['⚪', '⬜', '🤍'] },
  { word: 'Grey', signs: ['🩶'] },
];

/** Words by which a text tells a status itself. */
export const STATUS_WORDS: readonly string[] = [
  'complete',
  'completed',
  'done',
  'finished',
  'delivered',
  'achieved',
  'met',
  'closed',
  'on track',
  'off track',
  'on target',
  'behind',
  'delayed',
  'delay',
  'late',
  'overdue',
  'at risk',
  'risk',
  'started',
  'underway',
  'in progress',
  'ongoing',
  'not due',
  'paused',
  'stopped',
  'stalled',
  'planned',
  'to do',
  'pending',
  'good',
  'poor',
  'improving',
  'worse',
  'better',
  'high',
  'medium',
  'low',
  'red',
  'amber',
  'green',
  'blue',
  'yellow',
  'orange',
  'grey',
  'black',
  'white',
  'purple',
  'brown',
  'rag',
  'brag',
  'yes',
  'no',
  'none',
  'progress',
  'status',
  'concern',
  'concerns',
  'attention',
  'urgent',
  'critical',
];

/** Words that are written in capitals for emphasis, one alone. Those that are also acronyms or names of services are left out. */
export const EMPHASIS_WORDS = words(
  'ALWAYS CANNOT EVERY IMMEDIATELY IMPORTANT MUST NEVER NOT ONLY PLEASE REALLY SHALL SHOULD URGENT URGENTLY VERY WARNING ATTENTION REMEMBER NOBODY NOTHING NONE ABSOLUTELY ESSENTIAL CRITICAL FAILED UNACCEPTABLE',
);

/** Ordinary words, in small letters, that show capitals to be emphasis rather than letters that stand for words. */
export const COMMON_WORDS = words(`
  a about above access accessible achieve across act action actions adult adults advice after again against agree agreed aim all alone also alternative always am among an and annual another any are area areas around as ask assessment
  assessments at attend away back bad be because been before began being believe below best better between big board both bring but by call can cannot care carer carers case cause centre change changed changes check checked
  child children choice clear come commission commissioning community complete completed consistent contact continue could council county critical date day days decide decision delay delays deliver did different difficult do does done down draft due during each early
  education effective end enough ensure every everyone everything evidence experience experiences failed failing fair families family far feel few final find first follow following for from full further future get give go good governance great group had
  happen happy has have he health hear heard help her here high him his home how hope hours however if immediately important improve improved improvement improvements in information inspection inspections into introduction is issue issues it its join joint just keep key
  know lack last late later lead leader leaders learn learning least leave less let life like listen little live local long look low made main make making many may me mean measure medical meet meeting meetings mental met might money month months more most move much
  must my name need needs never new next no nobody none not note nothing now number of off offer often old on once one only open or order other our out outcome outcomes over own page parent parents part partner partners partnership people person place plan planning plans please
  poor possible practice priority problem progress provide provided provision public published put quality question quick quickly read ready really receive received remember report reports required requires responsible result review reviews right risk safe said same say school schools
  see send sent serious service services set she should sign skills small so social some someone soon speak staff start started stop story strategic strategy strong success sudden summary support supported sure system take taken talk target team teams tell than that the their them then there these
  they thing things think this those three through time timely times title to today together too took towards training transition travel true trust try two under understand unique until up update urgent urgently us use used very view views vision voice voices wait waited waiting want was way we
  week weeks well went were what when where which while who why will with within without word words work worked working worse would wrong year years yes yet you young your yourself`);

export interface FormatFamily {
  readonly id: 'general' | 'easy-read' | 'large-print' | 'braille' | 'audio' | 'language' | 'sign-language' | 'accessible';
  readonly pattern: RegExp;
}

/** Ways to say that a document can be had in another form. */
export const FORMATS: readonly FormatFamily[] = [
  {
    id: 'general',
    pattern:
      /\b(?:different|another|other|alternative|alternate|accessible|additional|various|range of) (?:\p{L}+ ){0,2}(?:formats?|forms?|versions?)\b|\bformats? (?:that|which) (?:suit|work|help)/iu,
  },
  { id: 'easy-read', pattern: /\beasy[- ]?(?:to[- ])?reads?\b|\beasier[- ](?:to[- ])?read\b/i },
  { id: 'large-print', pattern: /\blarge(?:r)?[- ](?:print|text|font|type)\b/i },
  { id: 'braille', pattern: /\bbraille\b/i },
  {
    id: 'audio',
    pattern: /\baudio(?: ?(?:version|format|tape|cd|recording|description))?\b|\bread (?:out )?aloud\b|\brecorded version\b/i,
  },
  {
    id: 'language',
    pattern:
      /\b(?:other|another|different|community|your (?:own|first|preferred|home)|preferred) languages?\b|\btranslat(?:e|ed|ion|ions|ing)\b|\blanguages? other than english\b/i,
  },
  { id: 'sign-language', pattern: /\bBSL\b|\bsign language\b/i },
];

/** Ways to say whom to ask. */
export const CONTACTS: readonly RegExp[] = [
  /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]{1,63}\./u,
  /(?:\+44|\b0)[\d ()\u00A0-]{8,14}\d/,
  /\b(?:call|telephone|phone|ring|text|e-?mail|contact|write to|ask(?: for it)?(?: at| in| any| your| us| the| our)|speak to|talk to|get in touch|visit|request (?:it|one|them|this|a copy))\b/i,
];

const vocabulary = z.array(z.string().regex(/^[a-z/ ]+$/)).min(10);
export const accessibleDocumentsSchema = z.strictObject({
  sources: z.record(z.string(), sourceSchema),
  uselessAlternatives: vocabulary,
  vagueLinks: vocabulary,
  colours: z.array(z.strictObject({ word: z.string().regex(/^[A-Z][a-z]+$/), signs: z.array(z.string()).min(1) })),
  statusWords: vocabulary,
  emphasisWords: z.array(z.string().regex(/^[A-Z]+$/)),
  commonWords: vocabulary,
  formats: z.array(z.strictObject({ id: z.string(), pattern: z.instanceof(RegExp) })),
  contacts: z.array(z.instanceof(RegExp)),
});
