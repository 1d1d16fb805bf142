import { areaName, formatDate, readDeadline, readStatus, type ActionFact, type SendDocument } from '../document/index.js';
import { VAGUE_OWNER } from '../framework/plan-columns.js';
import { readability } from '../language/readability.js';
import type { Span } from '../text/span.js';
import { collapsed, plural } from '../text/words.js';
import { asMarkdown, plainDay } from './field-edit.js';

/*
 * A plan for families, in the plan's own words: nothing is added but the headings, and nothing is shown that is about one child.
 */

export interface FamiliesPage {
  /** To be written as a web page or a Word file. */
  readonly markdown: string;
  /** What is missing or was left out: sentences for the author. */
  readonly told: readonly string[];
}

/** What the letters in a plan stand for. */
export interface PlanAcronyms {
  /** By letters, in the plan's own words. */
  readonly explained: ReadonlyMap<string, string>;
  /** In the words of the field, where the plan does not say. */
  readonly usual: ReadonlyMap<string, string>;
  readonly unexplained: readonly string[];
}

const EASY_READ = /\b(?:easy[- ]read|easy to read|large print|braille|british sign language|bsl|audio|translat)/i;
const CONTACT = /\b(?:contact|e-?mail|telephone|phone|call us|write to us|get in touch|tell us|ask us)\b/i;
const WAY_TO_ASK = /@[\w-]+\.|\b0\d{2,4}[ \d]{6,10}\b|\]\(|https?:|www\./;
const YOU_SAID = /\byou (?:said|told us)\b/i;
const WE_DID = /\bwe (?:did|do|have|are|will)\b|\bour (?:answer|response)\b/i;
/** Families do not count in these. */
const FINANCIAL_QUARTER = /\bQ(?:uarter )?[1-4],? (?:of )?20\d\d ?[/–-] ?(?:20)?\d\d\b/;
/** In characters: more is no contact, but a text that mentions one. */
const LONGEST_CONTACT = 600;
const LONGEST_LABEL = 40;
/** In characters: the line that a list goes on from stands near. */
const FAR_ABOVE = 3000;

/** A deadline without what stands below it, where its first line is a day by itself. */
function dayAlone(text: string): string {
  const [first = ''] = text.trim().split('\n');
  return readDeadline(first).date === null ? text : first;
}

/** What a plan does not say of its actions, once for all of them: beside each, a family would read it a hundred times. */
function unsaid(actions: readonly ActionFact[]): string[] {
  const said = (has: (action: ActionFact) => boolean): 'never' | 'partly' | 'always' =>
    actions.every(has) ? 'always' : actions.some(has) ? 'partly' : 'never';
  const [due, owner] = [said((action) => action.due !== null), said(hasAsked)];
  const never = [...(due === 'never' ? ['by when'] : []), ...(owner === 'never' ? ['who to ask'] : [])];
  return [
    ...(never.length > 0 ? [`The plan does not say ${never.join(', or ')}.`] : []),
    ...(due === 'partly' && owner === 'partly'
      ? ['Where no time or nobody to ask is given, the plan does not say.']
      : due === 'partly'
        ? ['Where no time is given, the plan does not say by when.']
        : owner === 'partly'
          ? ['Where nobody to ask is given, the plan does not say who.']
          : []),
  ];
}

interface Said {
  readonly label: string;
  readonly words: string;
}

/** “Various” and “all partners” are nobody whom a family could ask. */
const hasAsked = ({ owner }: ActionFact): boolean => owner !== null && !VAGUE_OWNER.test(collapsed(owner.text).replace(/\.$/, ''));

/** An action with a heading of its own, with a number or without, stands below the one above that. */
function headingOver({ section, text }: ActionFact): string {
  const own = section?.heading?.text;
  return own !== undefined && !collapsed(own).endsWith(collapsed(text)) ? own : (section?.parent?.heading?.text ?? '');
}

/** A promise that went on from “We will” begins a line here. */
const capitalised = (text: string): string => text.replace(/^\p{Ll}(?=[\p{Ll}’'-]*(?:\s|$))/u, (letter) => letter.toUpperCase());

class Families {
  readonly told: string[] = [];

  constructor(
    private readonly plan: SendDocument,
    private readonly mask: (text: string) => string,
    private readonly acronyms: PlanAcronyms,
  ) {}

  /** Paragraphs and list items as the plan has them, links included; none that holds somebody's data. */
  #units(wanted: (text: string, source: string) => boolean): string[] {
    const found = this.plan.prose.flatMap(({ kind, text, span }) => {
      const source = collapsed(this.plan.text.slice(span.start, span.end)).replace(/^[-*+] +/, '');
      return (kind === 'paragraph' || kind === 'item') &&
        source.length <= LONGEST_CONTACT &&
        wanted(text, source) &&
        this.mask(source) === source
        ? [source]
        : [];
    });
    return [...new Set(found)];
  }

  /** Rows of tables such as “Contact | SEND Officer, 01632 960881”, as a line. */
  #contactRows(): string[] {
    return this.plan.tables.flatMap(({ header, rows }) =>
      [header, ...rows].flatMap(({ cells }) => {
        const [label = '', ...rest] = cells.map(({ text }) => collapsed(text));
        const words = rest.filter((text) => text !== '').join(', ');
        const line = asMarkdown(`${label.replace(/:$/, '')}: ${words}`, false);
        return label.length <= LONGEST_LABEL && CONTACT.test(label) && WAY_TO_ASK.test(words) && this.mask(line) === line ? [line] : [];
      }),
    );
  }

  /** Whether nothing in it is anybody's data. */
  #isPublic({ text, owner, outcome, measure, due }: ActionFact): boolean {
    return [text, owner?.text, outcome?.text, measure?.text, due?.text].every((words) => words === undefined || this.mask(words) === words);
  }

  /** “By March we will have:” above “agreed an offer” makes a promise of what would be read as done. */
  #promise({ text, span, status }: ActionFact): string {
    const before = this.plan.text.slice(Math.max(0, span.start - FAR_ABOVE), span.start).split(/\n/);
    const above = before.reverse().find((line) => /:[*_\s]*$/.test(line) && !/^\s*(?:[-*+]|\d+[.)])\s/.test(line));
    const isPromise =
      status === null && above !== undefined && /\bwill have:[*_\s]*$/i.test(above) && /^\p{Ll}+(?:ed|en|t|n|e|k)\b/u.test(text);
    return isPromise ? `We will have ${text}` : capitalised(text);
  }

  /** What is said below an action: a label and the plan's words. */
  #fields(action: ActionFact, isDone: boolean): readonly Said[] {
    const { outcome, measure } = action;
    const due = action.due && collapsed(dayAlone(action.due.text));
    // A day in figures is written in words.
    const day = due === null ? null : plainDay(due);
    return [
      ...(outcome
        ? [{ label: isDone ? 'What should be different now' : 'What will be different', words: collapsed(outcome.text) }]
        : measure
          ? [{ label: isDone ? 'How we know' : 'How we will know', words: collapsed(measure.text) }]
          : []),
      ...(due === null ? [] : [{ label: isDone ? 'Was due' : 'By when', words: day === null ? due : formatDate(day) }]),
      ...(hasAsked(action) ? [{ label: 'Who to ask', words: collapsed(action.owner!.text) }] : []),
    ];
  }

  /** By the plan's own headings, in its order. What all actions of a part say alike stands once above them. */
  #parts(actions: readonly ActionFact[], isDone: boolean): string[] {
    const parts = new Map<string, ActionFact[]>();
    for (const action of actions) {
      const title = collapsed(headingOver(action));
      parts.set(title, [...(parts.get(title) ?? []), action]);
    }
    return [...parts].flatMap(([title, part]) => {
      const said = part.map((action) => this.#fields(action, isDone));
      const common = (said[0] ?? []).filter(
        (one) => part.length > 1 && said.every((fields) => fields.some(({ label, words }) => label === one.label && words === one.words)),
      );
      const line = ({ label, words }: Said): string => `${label}: ${asMarkdown(words, false)}`;
      return [
        '',
        ...(title === '' || this.mask(title) !== title ? [] : [`### ${asMarkdown(title, false)}`, '']),
        ...common.flatMap((one) => [line(one), '']),
        ...part.flatMap((action, index) => [
          `- ${asMarkdown(this.#promise(action), false)}`,
          ...said[index]!.filter(({ label }) => !common.some((one) => one.label === label)).map((one) => `  - ${line(one)}`),
        ]),
      ];
    });
  }

  /** What the plan says under such headings, or in such a table. */
  #youSaid(): string[] {
    const { plan } = this;
    const sections = plan.sections.filter(({ heading }) => heading && heading.depth > 1 && YOU_SAID.test(heading.text));
    const table = plan.tables.find(({ header }) => header.cells.some(({ text }) => YOU_SAID.test(text)));
    const sourceOf = ({ start, end }: Span): string => plan.text.slice(start, end).trim();
    const parts = (sections.length > 0 ? sections.map(({ content }) => content) : table ? [table.span] : []).map(sourceOf);
    const source = parts.join('\n\n');
    if (source === '') return [];
    if (this.mask(source) !== source) {
      this.told.push('“You said, we did” is left out, because it holds somebody’s data.');
      return [];
    }
    // A plan that tells only what was said has another heading.
    const own = sections[0]?.heading?.text;
    const title = own !== undefined && !WE_DID.test(`${own} ${source}`) ? asMarkdown(collapsed(own), false) : 'You said, we did';
    return [
      '',
      `## ${title}`,
      ...parts.flatMap((part, index) => {
        const over = sections.length > 1 ? collapsed(sections[index]!.parent?.heading?.text) : '';
        // Headings in it stand below ours.
        return ['', ...(over === '' ? [] : [`### ${asMarkdown(over, false)}`, '']), part.replace(/^#{1,4}(?=\s)/gm, '###')];
      }),
    ];
  }

  /** As the plan explains them, else as the field does. */
  #glossary(page: string): string[] {
    const { explained, usual, unexplained } = this.acronyms;
    const isUsed = (letters: string): boolean =>
      new RegExp(`(?<![\\p{L}\\d])${letters.replace(/[^\p{L}\d]/gu, '\\$&')}s?(?![\\p{L}\\d])`, 'u').test(page);
    const unknown = unexplained.filter(isUsed);
    if (unknown.length > 0)
      this.told.push(`The plan does not say what ${unknown.join(', ')} ${unknown.length === 1 ? 'stands' : 'stand'} for.`);
    const words = [...new Map([...usual, ...explained])]
      .filter(([letters, meaning]) => isUsed(letters) && this.mask(meaning) === meaning)
      .sort(([one], [other]) => one.localeCompare(other, 'en-GB'))
      .map(([letters, meaning]) => `- **${letters}**: ${asMarkdown(meaning, false)}`);
    if (FINANCIAL_QUARTER.test(page))
      words.push(
        '- **Q1 to Q4**: the quarters of a financial year: April to June, July to September, October to December, January to March',
      );
    return words.length === 0 ? [] : ['', '## What the letters stand for', '', ...words];
  }

  page(): FamiliesPage {
    const { plan } = this;
    const { actions } = plan.facts;
    const done = actions.filter(({ status }) => status && readStatus(status.text) === 'complete');
    const open = actions.filter((action) => !done.includes(action));
    const easy = this.#units((text) => EASY_READ.test(text));
    const contact = [
      ...this.#contactRows(),
      ...this.#units((text, source) => !EASY_READ.test(text) && CONTACT.test(text) && WAY_TO_ASK.test(source)),
    ];
    if (easy.length === 0) this.told.push('The plan names no easy-read version or other format; families look for it first.');
    if (contact.length === 0)
      this.told.push(
        easy.some((source) => WAY_TO_ASK.test(source))
          ? 'The plan says how to get other formats, and nobody whom families can ask about the rest; write who, and how, into it.'
          : 'The plan says nobody whom families can ask; write who, and how, into it.',
      );
    if (actions.length === 0) this.told.push('The plan has no actions that could be read.');
    const nobody = open.filter((action) => !hasAsked(action)).length;
    const never = open.filter(({ due }) => !due).length;
    if (nobody > 0) this.told.push(`${plural(nobody, 'action')} ${nobody === 1 ? 'names' : 'name'} nobody to ask.`);
    if (never > 0) this.told.push(`${plural(never, 'action')} ${never === 1 ? 'has' : 'have'} no date.`);
    const shown = (list: readonly ActionFact[]): ActionFact[] => list.filter((action) => this.#isPublic(action));
    const [openShown, doneShown] = [shown(open), shown(done)];
    const hidden = actions.length - openShown.length - doneShown.length;
    const [willBe, hasBeen] = [this.#parts(openShown, false), this.#parts(doneShown, true)];
    const missing = unsaid(openShown);
    const youSaid = this.#youSaid();
    if (hidden > 0)
      this.told.push(`${plural(hidden, 'action')} ${hidden === 1 ? 'is' : 'are'} left out, because somebody’s data stands there.`);
    const area = areaName(plan);
    const title =
      area === null || this.mask(area) !== area
        ? 'What will change for children, young people and families'
        : `What will change for children, young people and families in ${area}`;
    const body = [
      ...(willBe.length > 0
        ? ['', '## What will be different, by when, and who to ask', ...(missing.length > 0 ? ['', missing.join(' ')] : []), ...willBe]
        : []),
      ...(hasBeen.length > 0 ? ['', '## What has been done', ...hasBeen] : []),
      ...youSaid,
    ];
    const age = readability(
      [...willBe, ...hasBeen]
        .map((line) => line.replace(/^[#\s-]*/, ''))
        .filter((line) => line !== '')
        .map((line) => (/[.!?]$/.test(line) ? line : `${line}.`))
        .join('\n'),
    ).readingAge;
    if (age !== null && age > 14)
      this.told.push(`The reading age is about ${age} years. Shorter sentences and plainer words in the plan bring it down.`);
    const markdown = [
      `# ${title}`,
      ...(easy.length + contact.length > 0
        ? ['', '## Other formats, and how to ask', '', ...[...easy, ...contact].slice(0, 8).map((line) => `- ${line}`)]
        : []),
      ...body,
      ...this.#glossary([...easy, ...contact, ...body].join('\n')),
      '',
      '## About this page',
      '',
      'It is made of the words of the plan. Nothing was added.',
      ...(age === null ? [] : ['', `Reading age: about ${age} years.`]),
      '',
    ].join('\n');
    return { markdown, told: this.told };
  }
}

/**
 * The page for families of a plan. `mask` hides what is personal: whatever it would change is left out, and told. `acronyms`: what the
 * letters in it stand for.
 */
export const familiesPage = (plan: SendDocument, mask: (text: string) => string, acronyms: PlanAcronyms): FamiliesPage =>
  new Families(plan, mask, acronyms).page();
