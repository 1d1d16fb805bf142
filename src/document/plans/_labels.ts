import type { List, Node, Paragraph, Parent, PhrasingContent, RootContent, Table } from 'mdast';
import { isPlanLabel, labelKey, planFieldOf, type PlanField } from '../../framework/plan-columns.js';
import { boundedMap, byObject } from '../../memo/memo.js';
import { lastAtMost } from '../../text/search.js';
import { isFigure, isInstruction, isPost, isState, isTime, share } from './_cues.js';
import { inlines, spanOf, type StrongRange } from './_inlines.js';
import { TELLING } from './_piece-texts.js';
import { candidatesIn, trimJoint } from './_segments.js';
import type { Block, FlowNode } from '../types.js';

/*
 * The labels of a plan: those that many plans have, and the plan's own. What comes again and again before posts stands for the owner,
 * before days for the deadline, whatever it is called: "Held by: Head of SEND. Finish line: July 2027."
 */

export interface Labels {
  /** What a label stands for; null for words that are none. */
  fieldOf(this: void, label: string): PlanField | null;
  /** Certain enough to open a field in running text. */
  isLabel(this: void, label: string): boolean;
}

export const KNOWN_LABELS: Labels = { fieldOf: planFieldOf, isLabel: isPlanLabel };

/** How often a label comes at least, and of how many of its values something must hold. */
const LEAST = 2;
const MOST = 0.6;
const LONGEST_VALUE = 300;
/** Before the words of a title. */
const NUMBER = /^(?:\p{L}+ )?(?:[A-Z]{1,3})?[\d.]+[a-zA-Z]?[:.)]?\s+/u;

/** Words that look like a label, and what stands behind them; or a title or other text, which ends a run of labels. */
type Line =
  | { readonly type: 'label'; readonly label: string; readonly value: string }
  | { readonly type: 'text'; readonly text: string; readonly isTitle: boolean };

/** One unit of prose as lines: its labels with their values, after the text before them. */
function linesOf(text: string, strong: readonly StrongRange[], isTitle = false): Line[] {
  const found = candidatesIn(text, strong);
  const lead = text.slice(0, found[0]?.labelFrom ?? text.length).trim();
  const labels = found.map(({ label, from }, index): Line => {
    const value = text.slice(from, found[index + 1]?.labelFrom ?? text.length);
    return {
      type: 'label',
      label,
      value: value.slice(/^[\s:–—*-]*/.exec(value)![0].length, trimJoint(value, 0, value.length)).slice(0, LONGEST_VALUE),
    };
  });
  return lead === '' ? labels : [{ type: 'text', text: lead, isTitle }, ...labels];
}

const readLines = byObject((node: RootContent, { prose }: Block): readonly Line[] => {
  const textOf = (of: Node): string => {
    const { start } = spanOf(of);
    const unit = prose[lastAtMost(prose, start, ({ span }) => span.start)];
    return unit?.span.start === start ? unit.text : '';
  };
  const ofParagraph = (paragraph: Paragraph): Line[] => {
    const text = textOf(paragraph);
    const { strong, length } = inlines(paragraph.children);
    const isTitle = strong.length === 1 && strong[0]!.from === 0 && strong[0]!.to === length && text.length < 200;
    return isTitle && !text.slice(0, -1).includes(':') ? [{ type: 'text', text, isTitle }] : linesOf(text, strong);
  };
  const ofList = ({ children }: List, depth: number): Line[] =>
    children.flatMap((item) =>
      item.children.flatMap((child) =>
        child.type === 'paragraph' ? ofParagraph(child) : child.type === 'list' && depth < 6 ? ofList(child, depth + 1) : [],
      ),
    );
  const cell = (of: (Node & { children: PhrasingContent[] }) | undefined): string => (of ? textOf(of) : '');
  const ofTable = ({ children }: Table): Line[] =>
    children[0]?.children.length === 2
      ? [
          { type: 'text', text: '', isTitle: false },
          ...children.map(({ children: [label, value] }, row): Line =>
            row === 0 && cell(value) === ''
              ? { type: 'text', text: cell(label), isTitle: false }
              : { type: 'label', label: cell(label), value: cell(value) },
          ),
        ]
      : [];
  switch (node.type) {
    case 'heading':
      return [{ type: 'text', text: textOf(node), isTitle: true }];
    case 'paragraph':
      return ofParagraph(node);
    case 'list':
      return ofList(node, 0);
    case 'table':
      return ofTable(node);
    case 'blockquote':
      return (node as Parent).children.flatMap((child) => (child.type === 'paragraph' ? ofParagraph(child) : []));
    default:
      return [];
  }
});

/** All that a plan says behind one label. */
interface Use {
  readonly values: string[];
  /** The titles and other texts above the runs of labels that it is in. */
  readonly titles: string[];
  /** How many of these have a number. */
  numbered: number;
  /** How often no other label stands between it and the text before. */
  first: number;
  /** The labels that stand in a run with it. */
  readonly beside: Map<string, number>;
}

function usesOf(lines: readonly Line[]): ReadonlyMap<string, Use> {
  // A title that comes again and again, such as "How we check", is a label for what follows.
  const titles = new Map<string, number>();
  for (const line of lines)
    if (line.type === 'text' && line.isTitle) titles.set(labelKey(line.text), (titles.get(labelKey(line.text)) ?? 0) + 1);
  const uses = new Map<string, Use>();
  let run = new Set<string>();
  let title = '';
  /** Where the value of a label goes that stands on a line of its own. */
  let awaited: string[] | null = null;
  const useOf = (key: string): Use => {
    let use = uses.get(key);
    if (!use) uses.set(key, (use = { values: [], titles: [], numbered: 0, first: 0, beside: new Map() }));
    return use;
  };
  for (const line of lines) {
    const key = line.type === 'label' ? labelKey(line.label) : line.isTitle ? labelKey(line.text) : '';
    const isLabel = line.type === 'label' || (line.isTitle && (titles.get(key) ?? 0) >= LEAST);
    if (!isLabel || key === '') {
      const text = line.type === 'label' ? line.value : line.text;
      if (awaited && !(line.type === 'text' && line.isTitle)) awaited.push(text.slice(0, LONGEST_VALUE));
      else [run, title] = [new Set(), text];
      awaited = null;
      continue;
    }
    // The same label again begins the next run.
    if (run.has(key)) [run, title] = [new Set(), ''];
    const use = useOf(key);
    // "Action ref: W1/02" before it is but a number.
    if ([...run].every((other) => planFieldOf(other) === 'reference')) use.first++;
    if (NUMBER.test(title)) use.numbered++;
    use.titles.push(title.replace(NUMBER, ''));
    for (const other of run) {
      use.beside.set(other, (use.beside.get(other) ?? 0) + 1);
      const { beside } = useOf(other);
      beside.set(key, (beside.get(key) ?? 0) + 1);
    }
    run.add(key);
    const value = line.type === 'label' ? line.value : '';
    if (value === '') awaited = use.values;
    else {
      awaited = null;
      use.values.push(value);
    }
  }
  return uses;
}

/** Of what was, and why: a figure in it shows no success. */
const isPast = (text: string): boolean => /\b(?:was|were|had|did|has been|have been)\b/.test(text);

const HOLDS: readonly (readonly [PlanField, (values: readonly string[]) => number])[] = [
  ['due', (values) => share(values, isTime)],
  ['status', (values) => share(values, isState)],
  ['owner', (values) => share(values, (value) => isPost(value) && /^\P{Ll}/u.test(value))],
  ['measure', (values) => (share(values, isInstruction) < 0.4 ? share(values, (value) => isFigure(value) && !isPast(value)) : 0)],
];

/** "1A: One shared plan", then "Lead: …", then "Steps: …": a title with a number of its own names the action, and a label further down tells of it. */
const isBelowTitles = (key: string, { titles, numbered, first, values }: Use): boolean =>
  !/^(?:(?:key|main|our|agreed) )?actions?$/.test(key) &&
  first === 0 &&
  numbered >= LEAST &&
  numbered >= values.length * MOST &&
  share(titles, (title) => title.split(/\s+/).length >= 3) >= MOST;

/** The first label of cards that have no title of their own, and differs from card to card: what the card is about. */
const isUntitled = ({ titles, values }: Use): boolean =>
  titles.filter((title) => title === '').length >= titles.length * 0.3 &&
  new Set(values).size === values.length &&
  share(values, (value) => value.split(/\s+/).length >= 3 && !isPost(value) && !isTime(value)) >= MOST;

/** The labels of a plan that no other plan need have, by what they hold. */
function learn(uses: ReadonlyMap<string, Use>): Map<string, PlanField> {
  const learned = new Map<string, PlanField>();
  const roleOf = (key: string): PlanField | null => learned.get(key) ?? planFieldOf(key);
  const often = [...uses].filter(([, { values, beside }]) => values.length >= LEAST && beside.size > 0);
  /** What else is known of the blocks in which a label mostly stands. */
  const besides = ({ beside, values }: Use): ReadonlySet<PlanField> =>
    new Set([...beside].filter(([, count]) => count >= values.length / 2).flatMap(([key]) => roleOf(key) ?? []));
  // "Delivered by" may stand before a day or a post.
  for (const [key, { values }] of often)
    if (planFieldOf(key) === 'due' && share(values, isPost) >= MOST && share(values, isTime) < 0.2) learned.set(key, 'owner');
  for (const [role, holds] of HOLDS) {
    const fitting = often.flatMap(([key, use]) => {
      const points = roleOf(key) === null && !besides(use).has(role) ? holds(use.values) : 0;
      return points >= MOST ? [{ key, use, points }] : [];
    });
    // The one that fits best, where several in the same blocks do.
    for (const { key, use } of fitting.sort((a, b) => b.points - a.points)) if (!besides(use).has(role)) learned.set(key, role);
  }
  for (const [key, use] of often) {
    const role = roleOf(key);
    const around = besides(use);
    if ([...around].filter((other) => TELLING.has(other)).length < 2) continue;
    // "Card 1" over each card is no action.
    const titled = use.titles.filter((title) => title !== '').length >= LEAST ? share(use.titles, isInstruction) : 0;
    const instructs = share(use.values, isInstruction);
    if (role === null)
      learned.set(
        key,
        use.first >= use.values.length * MOST && !around.has('action') && ((instructs >= 0.4 && titled < 0.4) || isUntitled(use))
          ? 'action'
          : 'other',
      );
    // "Count every child. What we are doing: we have begun": the title is the action.
    else if (role === 'action' && instructs < 0.2 && (titled >= MOST || isBelowTitles(key, use))) learned.set(key, 'progress');
    // "Proof:" is read by a part of it, and stands with others that are labels.
    else if (!isPlanLabel(key)) learned.set(key, role);
  }
  return learned;
}

/** Plans with the same labels of their own share them, so that what was read with them need not be read again. */
const labelsFor = boundedMap<Labels>(200);

/** What the labels of a plan stand for. */
export function labelsOf(flow: readonly FlowNode[]): Labels {
  const learned = learn(usesOf(flow.flatMap(({ node, placed }) => readLines(node, placed.block))));
  if (learned.size === 0) return KNOWN_LABELS;
  return labelsFor([...learned].flat().join('\n'), () => ({
    fieldOf: (label) => learned.get(labelKey(label)) ?? planFieldOf(label),
    isLabel: (label) => learned.has(labelKey(label)) || isPlanLabel(label),
  }));
}
