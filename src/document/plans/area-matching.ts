import { byObject } from '../../memo/memo.js';
import { targetOf } from '../../text/paths.js';
import type { ActionFact, AreaFact, AreaReference, SendDocument } from '../types.js';
import { tokenise } from '../../text/align.js';
import { matchesOf } from '../../text/matches.js';

/*
 * Which areas of a report the actions of a plan answer: by id, by a link to the report, by the section they stand in, or by the area's quoted wording.
 * A close paraphrase is a suggestion, never an answer.
 */

export interface AnsweredArea {
  readonly area: AreaFact;
  readonly by: 'id' | 'link' | 'wording';
  readonly reference: AreaReference;
}

export interface SimilarArea {
  readonly area: AreaFact;
  readonly reference: AreaReference;
  /** 0 to 1. */
  readonly similarity: number;
}

export interface Answers {
  readonly areas: readonly AnsweredArea[];
  /** References to areas that the report does not have. */
  readonly unknown: readonly AreaReference[];
  /** Areas that its words come close to, the closest first; only for an action that answers none. */
  readonly similar: readonly SimilarArea[];
}

/** Areas for priority action, then areas for improvement. */
export const areasOf = ({ facts }: Pick<SendDocument, 'facts'>): readonly AreaFact[] => [
  ...facts.areasForPriorityAction,
  ...facts.areasForImprovement,
];

const keysOf = (text: string): string[] =>
  tokenise(text)
    .flatMap(({ key }) => key.split(/[/-]/))
    .filter((key) => key !== '');
const padded = (keys: readonly string[]): string => ` ${keys.join(' ')} `;

interface AreaWords {
  readonly area: AreaFact;
  readonly text: string;
  readonly count: number;
  /** Sentences of eight words or more. */
  readonly sentences: readonly string[];
  readonly telling: ReadonlySet<string>;
}

interface ReportIndex {
  readonly areas: readonly AreaFact[];
  readonly byId: ReadonlyMap<string, AreaFact>;
  readonly words: readonly AreaWords[];
  readonly slugs: ReadonlyMap<string, readonly AreaFact[]>;
  readonly quotes: Map<string, readonly AreaFact[]>;
  readonly similar: Map<string, readonly { area: AreaFact; similarity: number }[]>;
}

/** Words that any area has, and words without a meaning of their own. */
const COMMON = new Set(
  'a an and all are as at across action area areas be been between by can care carers children for from further have health have how improve improvement in including is it its leaders local make more must need needs of on or other out partners partnership people priority send services should so social strengthen sure that the their them then these they this to up was we well what when where which who will with work young education ensure continue develop'.split(
    ' ',
  ),
);

const tellingOf = (keys: readonly string[]): Set<string> => new Set(keys.filter((key) => !COMMON.has(key) && key.length > 2).map(stem));

/** Plural, past and present of a word count as one. */
const stem = (word: string): string =>
  word
    .replace(/(?:'s|s'|’s)$/, '')
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?:ing|ed|es|s)$/, '');

const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const indexOf = byObject((report: SendDocument): ReportIndex => {
  const areas = areasOf(report);
  const slugs = new Map<string, readonly AreaFact[]>();
  const counts = new Map<string, number>();
  for (const section of report.sections) {
    if (!section.heading) continue;
    const slug = slugOf(section.heading.text);
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    slugs.set(
      count === 0 ? slug : `${slug}-${count}`,
      areas.filter(({ span }) => span.start >= section.span.start && span.end <= section.span.end),
    );
  }
  return {
    areas,
    byId: new Map(areas.map((area) => [area.id, area])),
    words: areas.map((area) => {
      const keys = keysOf(area.text);
      const sentences = area.text.split(/(?<=[.;:])\s/).map(keysOf);
      return {
        area,
        text: padded(keys),
        count: keys.length,
        sentences: sentences.filter((sentence) => sentence.length >= 8).map(padded),
        telling: tellingOf(keys),
      };
    }),
    slugs,
    quotes: new Map(),
    similar: new Map(),
  };
});

/** Parts of a text that may quote: what stands in quotation marks, and the whole. */
function quotedParts(text: string): string[] {
  const parts = [text];
  for (const match of matchesOf(text, /[“"]([^“”"]{20,2000})[”"]/g)) parts.push(match[1]!);
  return parts;
}

/** Areas whose wording a text quotes: all of it, a whole sentence, or a good part of it word by word. */
function quotedAreas(index: ReportIndex, text: string): readonly AreaFact[] {
  let found = index.quotes.get(text);
  if (found) return found;
  const areas = new Set<AreaFact>();
  for (const part of quotedParts(text)) {
    const keys = keysOf(part.replace(/…|\.\.\./g, ' '));
    if (keys.length < 5) continue;
    const quote = padded(keys);
    const whole = index.words.filter((words) => words.count >= 4 && quote.includes(words.text));
    const within = index.words.filter((words) => (keys.length >= 8 || keys.length >= words.count / 2) && words.text.includes(quote));
    const sentences = index.words.filter((words) => words.sentences.some((sentence) => quote.includes(sentence)));
    // The same words in several areas tell nothing, unless each is quoted in full.
    for (const { area } of whole) areas.add(area);
    if (within.length === 1) areas.add(within[0]!.area);
    if (whole.length === 0 && sentences.length === 1) areas.add(sentences[0]!.area);
  }
  found = [...areas];
  if (index.quotes.size > 5000) index.quotes.clear();
  index.quotes.set(text, found);
  return found;
}

/** How much two texts tell the same, 0 to 1: by the share of telling words that they have in common. */
function similarityOf(text: ReadonlySet<string>, area: ReadonlySet<string>): number {
  if (text.size < 2 || area.size === 0) return 0;
  const shared = [...text].filter((word) => area.has(word)).length;
  const dice = (2 * shared) / (text.size + area.size);
  // A short heading that is made of the area's words.
  return shared >= 3 ? Math.max(dice, (shared / text.size) * 0.8) : dice;
}

const CLOSE = 0.45;

function similarAreas(index: ReportIndex, text: string): readonly { area: AreaFact; similarity: number }[] {
  let found = index.similar.get(text);
  if (!found) {
    const telling = tellingOf(keysOf(text));
    const scores = index.words
      .map(({ area, telling: words }) => ({ area, similarity: similarityOf(telling, words) }))
      .sort((a, b) => b.similarity - a.similarity);
    const [best, next] = scores;
    found = best && best.similarity >= CLOSE && best.similarity - (next?.similarity ?? 0) >= 0.1 ? [best] : [];
    if (index.similar.size > 5000) index.similar.clear();
    index.similar.set(text, found);
  }
  return found;
}

function linkedAreas(plan: SendDocument, report: SendDocument, index: ReportIndex, url: string): readonly AreaFact[] {
  const { path, fragment } = targetOf(url, plan.path);
  const responds = plan.frontMatter.data.respondsTo;
  const file = (name: string): string => name.split('/').at(-1)!;
  if (responds ? path !== targetOf(responds, plan.path).path : report.path !== null && file(path) !== file(report.path)) return [];
  const byId = /^(?:user-content-)?(afi|apa)-?(\d{1,2})(?!\d)/i.exec(fragment);
  const named = byId ? index.byId.get(`${byId[1]!.toUpperCase()}${byId[2]}`) : undefined;
  if (named) return [named];
  const line = /^L(\d{1,7})/.exec(fragment);
  if (line)
    return index.areas.filter(
      ({ span }) =>
        report.lineColumn(span.start).line <= Number(line[1]) &&
        report.lineColumn(Math.max(span.start, span.end - 1)).line >= Number(line[1]),
    );
  // A heading over several areas does not tell which.
  const areas = index.slugs.get(fragment.toLowerCase()) ?? [];
  return areas.length === 1 ? areas : [];
}

function resolve(plan: SendDocument, report: SendDocument, action: ActionFact): Answers {
  const index = indexOf(report);
  const areas: AnsweredArea[] = [];
  const unknown: AreaReference[] = [];
  const add = (area: AreaFact, by: AnsweredArea['by'], reference: AreaReference): void => {
    if (!areas.some((answered) => answered.area === area)) areas.push({ area, by, reference });
  };
  let level: number | null = null;
  for (const reference of action.answerRefs) {
    // Its own cell, its group, its section: the nearest that tells decides. Its own words count beside them.
    if (level !== null && reference.level !== level && reference.level !== 1) continue;
    const before = areas.length + unknown.length;
    if (reference.kind === 'id' || reference.kind === 'number') {
      const area = index.byId.get(reference.value);
      if (area) add(area, 'id', reference);
      else if (reference.kind === 'id' && reference.certain && index.areas.length > 0) unknown.push(reference);
    } else if (reference.kind === 'link') {
      for (const area of linkedAreas(plan, report, index, reference.value)) add(area, 'link', reference);
    } else {
      for (const area of quotedAreas(index, reference.value)) add(area, 'wording', reference);
    }
    if (reference.level !== 1 && areas.length + unknown.length > before) level = reference.level;
  }
  const similar: SimilarArea[] = [];
  if (areas.length === 0) {
    for (const reference of action.answerRefs) {
      if (reference.kind !== 'wording') continue;
      for (const { area, similarity: score } of similarAreas(index, reference.value)) {
        if (!similar.some((other) => other.area === area)) similar.push({ area, reference, similarity: score });
      }
    }
    similar.sort((a, b) => b.similarity - a.similarity);
  }
  return { areas, unknown, similar };
}

const resolved = byObject((plan: SendDocument) =>
  byObject(
    (report: SendDocument): ReadonlyMap<ActionFact, Answers> =>
      new Map(plan.facts.actions.map((action) => [action, resolve(plan, report, action)])),
  ),
);

/** For each action of a plan, the areas of the report that it answers. Kept for the pair of documents. */
export const answersOf = (plan: SendDocument, report: SendDocument): ReadonlyMap<ActionFact, Answers> => resolved(plan)(report);
