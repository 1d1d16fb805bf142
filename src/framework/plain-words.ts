import type { Phrase } from './phrases.js';
import { SOURCES, cite } from './sources.js';
import type { Source } from './types.js';

export const PLAIN_SOURCE: Source = cite(SOURCES.govukStyle, 'words to avoid; plain English; eg, etc and ie');

/** Forms of a verb and of the plain verb that replaces it. */
const verb = (forms: readonly [string, string][], more: Partial<Phrase> = {}): Phrase[] =>
  forms.map(([long, plain]) => ({
    find: new RegExp(`\\b${long}\\b`, 'gi'),
    message: 'Write “{fix}”: it says the same in a plainer word.',
    fix: plain,
    ...more,
  }));

/** A phrase and the plain words that always stand for it. */
const plain = (find: RegExp, fix: string): Phrase => ({ find, message: 'Write “{fix}”: it says the same in fewer or plainer words.', fix });

const hint = (find: RegExp, message: string): Phrase => ({ find, message });

const PERIOD: readonly [string, string][] = [
  ['a daily', 'day'],
  ['a weekly', 'week'],
  ['a monthly', 'month'],
  ['a quarterly', 'quarter'],
  ['a termly', 'term'],
  ['a yearly', 'year'],
  ['an annual', 'year'],
];

export const PLAIN_PHRASES: readonly Phrase[] = [
  // One finding where two of these meet.
  ...verb([
    ['in order to utilise', 'to use'],
    ['in order to commence', 'to start'],
    ['in order to facilitate', 'to help'],
  ]),
  plain(/\bin order to\b/gi, 'to'),
  ...verb([
    ['utilise', 'use'],
    ['utilises', 'uses'],
    ['utilised', 'used'],
    ['utilising', 'using'],
    ['utilization', 'use'],
    ['utilisation', 'use'],
    ['utilize', 'use'],
    ['utilizes', 'uses'],
    ['utilized', 'used'],
    ['utilizing', 'using'],
  ]),
  ...verb([
    ['commence', 'start'],
    ['commences', 'starts'],
    ['commenced', 'started'],
    ['commencing', 'starting'],
    ['commencement', 'start'],
  ]),
  ...verb([
    ['ascertain', 'find out'],
    ['ascertains', 'finds out'],
    ['ascertained', 'found out'],
    ['ascertaining', 'finding out'],
    ['expedite', 'speed up'],
    ['expedites', 'speeds up'],
  ]),
  ...verb([
    ['endeavour to', 'try to'],
    ['endeavours to', 'tries to'],
    ['endeavoured to', 'tried to'],
    ['endeavouring to', 'trying to'],
  ]),
  plain(/\bprior to\b/gi, 'before'),
  plain(/\bsubsequent to\b/gi, 'after'),
  plain(/\bsubsequently\b/gi, 'later'),
  plain(/\b(?:in|with) regards? to the fact that\b/gi, 'because'),
  plain(/\b(?:due|owing) to the fact that\b|\bin view of the fact that\b/gi, 'because'),
  plain(/\b(?:in spite of|despite) the fact that\b/gi, 'although'),
  plain(/\bin the event that\b/gi, 'if'),
  plain(/\bat (?:this|the present) (?:moment|point) in time\b|\bat the present time\b/gi, 'now'),
  plain(/\bin the near future\b/gi, 'soon'),
  plain(/\bon a regular basis\b/gi, 'regularly'),
  ...PERIOD.map(([long, unit]) => plain(new RegExp(`\\bon ${long} basis\\b`, 'gi'), `every ${unit}`)),
  plain(/\bin excess of\b/gi, 'more than'),
  plain(/\bin close proximity to\b/gi, 'near'),
  plain(/\b(?:has|have) the ability to\b/gi, 'can'),
  plain(/\btake into consideration\b|\bgive consideration to\b/gi, 'consider'),
  plain(/\bfor the purposes? of\b(?= [a-z]+ing\b)/gi, 'for'),
  plain(/\bper annum\b/gi, 'a year'),
  plain(/\binter alia\b/gi, 'among other things'),
  plain(/\bpertaining to\b/gi, 'about'),
  plain(/\bin conjunction with\b/gi, 'with'),
  plain(/\bcognisant of\b/gi, 'aware of'),
  plain(/\bwhilst\b/gi, 'while'),
  plain(/\bamongst\b/gi, 'among'),
  plain(/\ba (?:plethora|multiplicity|myriad) of\b/gi, 'many'),
  plain(/\bis comprised of\b/gi, 'consists of'),
  plain(/\bare comprised of\b/gi, 'consist of'),
  plain(/\be\.g\.(?!,)|\beg\b(?=[ ,])(?<!\d eg)/g, 'for example'),
  plain(/\be\.g\.,/g, 'for example,'),
  plain(/\bi\.e\.(?!,)|\bie\b(?= )/g, 'that is'),
  hint(/\betc\b\.?/g, 'Say what else there is, or begin the list with “such as”: not every reader knows what “etc” stands for.'),
  hint(
    /\b(?:with|in) regards? to\b|\bwith respect to\b|\bin respect of\b|\bin relation to\b/gi,
    'Write “about”, “for” or “on”: “{text}” is longer than it needs to be.',
  ),
  hint(
    /\b(?:vice versa|ad hoc|pro rata|viz\.?|ipso facto|per se|de facto|ultra vires|mutatis mutandis)(?![a-z])/gi,
    'Say it in English: not every reader knows “{text}”.',
  ),
  hint(
    /\b(?:aforementioned|hereafter|herein|hereby|thereof|therein|thereafter|forthwith|hitherto|notwithstanding|heretofore)\b/gi,
    '“{text}” is lawyers’ language. Say it in everyday words.',
  ),
  hint(/\bfacilitat(?:es?|ed|ing|ion)\b/gi, 'Say what is done: “{text}” is vague. Often “help”, “run” or “make possible” will do.'),
  hint(/\bleverag(?:e|es|ed|ing)\b/gi, 'Write “use” or “build on”.'),
  hint(/\bliais(?:e|es|ed|ing)\b/gi, 'Write “talk to”, “work with” or “meet”.'),
  hint(/\b(?:going|moving) forwards?\b/gi, 'Write “in future”, or leave it out.'),
  hint(
    /\b(?:overarching|synerg(?:y|ies|istic)|paradigm|deep dives?|drill(?:ing)? down|touch(?:ing)? base|blue[- ]sky|low[- ]hanging fruit|direction of travel|at pace|step change|golden threads?)\b/gi,
    'Say it in everyday words: readers outside the services do not use “{text}”.',
  ),
  hint(/\bon an (?:ongoing|ad hoc) basis\b/gi, 'Say how often.'),
];
