import { isPlanKind } from '../../framework/types.js';
import {
  keyedMarker,
  keyedMarkerWithin,
  maySpeakOf,
  quick,
  sentencesOf,
  speaksOf,
  type PlacedProse,
  type Section,
  type SendDocument,
} from '../../document/index.js';
import {
  CHANGED_BECAUSE,
  CO_PRODUCTION,
  PARENTS,
  PARENT_CARER_GROUPS,
  TAKING_PART,
  VOICE,
  WAYS_OF_TAKING_PART,
  WHEN,
  YOUNG_PEOPLE,
  YOUNG_PEOPLES_GROUPS,
  type WordFamily,
} from '../../framework/families.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { skeletonFor } from '../../templates/index.js';
import { PLAN_GAP, PLANS, REPORTS, type DocumentRule, type Fix, type Report } from '../rule.js';
import { waitsInDraft } from '../support/placeholders.js';
import { columnsOf, endOfSection, isInContent, isStatement, keyOfTerms, lacksFindings, termsOfKey, titleSpan } from './_evidence.js';

const EVALUATING = ['experience', 'effective', 'improve', 'areas-for-improvement', 'priority-action', 'monitoring-findings'] as const;

const assist = (title: string, at: number, text: string): Fix => ({ title, kind: 'assist', edits: [{ start: at, end: at, text }] });

/** What a unit of a report's findings evaluates: co-production by name, people's views, or neither. */
const evaluation = keyedMarker((prose, key: string): 'co-production' | 'voice' | null => {
  const terms = termsOfKey(key);
  if (speaksOf(prose.text, CO_PRODUCTION, terms)) return 'co-production';
  const may = (family: WordFamily): boolean => maySpeakOf(prose.text, family);
  if (!may(PARENT_CARER_GROUPS) && !may(YOUNG_PEOPLES_GROUPS) && !(may(VOICE) && (may(PARENTS) || may(YOUNG_PEOPLE)))) return null;
  const heard = sentencesOf(prose).some(
    ({ text }) =>
      speaksOf(text, PARENT_CARER_GROUPS) ||
      speaksOf(text, YOUNG_PEOPLES_GROUPS) ||
      ((speaksOf(text, PARENTS) || speaksOf(text, YOUNG_PEOPLE)) && speaksOf(text, VOICE)),
  );
  return heard ? 'voice' : null;
});

function checkReport(document: SendDocument, terms: readonly string[], report: Report): void {
  const sections = EVALUATING.flatMap((id) => document.sectionsOf(id));
  const place = (['effective', 'monitoring-findings', 'improve', 'experience'] as const)
    .map((id) => sections.find((section) => section.id === id))
    .find((section) => section?.heading);
  if (!place?.heading || lacksFindings(document)) return;
  const found = evaluation(document, keyOfTerms(terms))
    .filter(({ unit }) => unit.kind !== 'heading' && isInContent(unit, sections))
    .map(({ value }) => value);
  if (found.includes('co-production')) return;
  if (found.includes('voice')) {
    // Some published reports evaluate the voice of families without the word: worth a look, no more.
    if (document.kind === 'full-inspection-report') {
      report({
        at: place.heading.textSpan,
        severity: 'info',
        message:
          'The findings speak of people’s views but not of co-production. Check whether they say how far families and professionals design services together.',
      });
    }
    return;
  }
  report({
    at: place.heading.textSpan,
    message:
      'Nothing in the findings evaluates co-production or the voice of children, young people, parents and carers. Say how well they are heard, and what changes as a result.',
    fixes: [
      assist(
        'Add a finding on co-production',
        endOfSection(document, place),
        '\n\n- Co-production, where families and professionals design services together, is [insert how well it works, with whom, and what has changed because of it].',
      ),
    ],
  });
}

interface Part {
  readonly missing: string;
  readonly skeleton: string;
  readonly found: boolean;
}

/** A part that tells what people said, whatever it is called. */
const VOICE_HEADING =
  /\b(?:told us|(?:you|families|parents|carers|people|pupils|they) (?:have )?(?:said|say|told|tell|want(?:ed)?|asked)|we (?:heard|listened|asked)|views?|voices?|listening|(?:families|parents|carers|people|pupils) (?:have )?changed|engage\w*|engagement|consultation|feedback|participation|t(?:ake|ook) part|have your say|involve\w*|co-?\s?produc\w*|shaped|who helped|who worked on|working together|how (?:we|it|this|(?:this|the|our) (?:\p{L}+ )?\p{L}+) (?:was |were |came |is )?(?:worked|wrote|written|made|developed|created|drawn up|put together|about|agreed|built))\b/iu;

function isVoicePart(inner: Section | null): boolean {
  for (let section = inner; section; section = section.parent)
    if (section.id === 'co-production' || (section.heading && VOICE_HEADING.test(section.heading.text))) return true;
  return false;
}

/** "Co-production means …": a definition tells nothing of what was done. */
const DEFINITION = quick(/\b(?:means|is when|is where)\b/i);
/** "We will listen": an intention, not what happened. */
const INTENTION = quick(/\b(?:will|shall|should|aim(?:s)? to|intends? to|plans? to|(?:we|leaders|partnership) wants?)\b/i);
const isIntention = (text: string): boolean =>
  DEFINITION.test(text) || (INTENTION.test(text) && !/\b(?:told|said|asked|answered|took part)\b/i.test(text));

/** A test for units outside tables of actions, which say what will be done, and outside other actions. */
function outsideActions(document: SendDocument): (unit: PlacedProse) => boolean {
  const tables = document.tables.filter((table) => columnsOf(table).isAction);
  const { actions } = document.facts;
  let [nextTable, nextAction, end] = [0, 0, 0];
  // Units come in the order of the document, as tables and actions do: one pass over all.
  return ({ span }) => {
    for (; nextTable < tables.length && tables[nextTable]!.span.start <= span.start; nextTable++)
      end = Math.max(end, tables[nextTable]!.span.end);
    for (; nextAction < actions.length; nextAction++) {
      const action = actions[nextAction]!.span;
      if (action.start > span.start) break;
      end = Math.max(end, action.end);
    }
    return span.end > end;
  };
}

const tellsChange = (document: SendDocument): boolean => document.tables.some((table) => columnsOf(table).tellsChange);

/** What one sentence of a plan tells. */
interface Told {
  readonly young: boolean;
  readonly parents: boolean;
  readonly takesPart: boolean;
  readonly intention: boolean;
  readonly goesOn: boolean;
  readonly when: boolean;
  readonly how: boolean;
  readonly changed: boolean;
}

interface ToldInUnit {
  readonly sentences: readonly Told[];
  /** A sentence that tells by itself of people who took part. */
  readonly tells: boolean;
  /** "You said … We did …": both halves in one paragraph. */
  readonly answersPeople: boolean;
}

const YOU_SAID_WE_DID = quick(/\byou (?:said|told us)\b[^|]*\bwe (?:did|have|are|will|added|changed|started|set up)\b/i);

const GOES_ON = quick(
  /^(?:They|Some|Many|Most|Both|So|This|These|That|Their|Those|Because|Following|After|Thanks|As a result|In response)\b/,
);

/** Units that can be evidence of co-production, the others left out. */
const toldIn = keyedMarker((prose, key: string): ToldInUnit | null => {
  const terms = termsOfKey(key);
  const sentences = sentencesOf(prose).map(({ text }) => ({
    young: speaksOf(text, YOUNG_PEOPLE, terms) || speaksOf(text, YOUNG_PEOPLES_GROUPS),
    parents: speaksOf(text, PARENTS, terms) || speaksOf(text, PARENT_CARER_GROUPS),
    takesPart: speaksOf(text, TAKING_PART),
    intention: isIntention(text),
    goesOn: GOES_ON.test(text),
    when: speaksOf(text, WHEN),
    how: speaksOf(text, WAYS_OF_TAKING_PART),
    changed: speaksOf(text, CHANGED_BECAUSE),
  }));
  if (!sentences.some(({ young, parents, when, how, changed }) => young || parents || when || how || changed)) return null;
  return {
    sentences,
    tells: sentences.some(({ young, parents, takesPart, intention }) => (young || parents) && takesPart && !intention),
    answersPeople: YOU_SAID_WE_DID.test(prose.text),
  };
});

/** Those that tell it wherever they stand. */
const tellingIn = keyedMarkerWithin<ToldInUnit, string, ToldInUnit>(toldIn, (told) => (told.tells || told.answersPeople ? told : null));

interface Candidate {
  readonly told: ToldInUnit;
  readonly voicePart: boolean;
}

/** What may tell of co-production: first what does so wherever it stands, then whatever stands in a part on it. */
function* candidates(document: SendDocument, key: string): Generator<Candidate> {
  const known = new Map<Section | null, boolean>();
  const inVoicePart = ({ section }: PlacedProse): boolean => {
    let voice = known.get(section);
    if (voice === undefined) known.set(section, (voice = isVoicePart(section)));
    return voice;
  };
  const outside = outsideActions(document);
  for (const { unit, value } of tellingIn(document, key))
    if (!inVoicePart(unit) && isStatement(document, unit) && outside(unit)) yield { told: value, voicePart: false };
  const outsideInParts = outsideActions(document);
  let next = 0;
  for (const section of document.sections) {
    if (!isVoicePart(section)) continue;
    const last = document.flow[section.flowEnd - 1]?.placed.index ?? -1;
    for (next = Math.max(next, document.flow[section.flowStart]?.placed.index ?? Infinity); next <= last; next++) {
      const placed = document.blocks[next]!;
      const units = document.unitsOf(placed);
      for (const { at, value } of toldIn.inBlock(placed.block, key) ?? []) {
        const unit = units[at]!;
        if (inVoicePart(unit) && isStatement(document, unit) && outsideInParts(unit)) yield { told: value, voicePart: true };
      }
    }
  }
}

function partsOf(document: SendDocument, terms: readonly string[]): readonly Part[] {
  let young = false;
  let parents = false;
  let when = false;
  let how = false;
  let changed = false;
  for (const { told, voicePart } of candidates(document, keyOfTerms(terms))) {
    if (young && parents && when && how && changed) break;
    let before = false;
    for (const sentence of told.sentences) {
      before =
        (sentence.young || sentence.parents || (before && sentence.goesOn)) && !sentence.intention && (voicePart || sentence.takesPart);
      young ||= before && sentence.young;
      parents ||= before && sentence.parents;
      const isEvidence = before || (voicePart && !sentence.intention);
      when ||= isEvidence && sentence.when;
      how ||= isEvidence && sentence.how;
      changed ||= (before || voicePart || told.answersPeople) && sentence.changed;
    }
  }
  return [
    {
      found: young,
      missing: 'which children and young people took part',
      skeleton:
        'Children and young people from [insert name of the young people’s group] took part on [insert dates]. They [insert how they took part].',
    },
    {
      found: parents,
      missing: 'which parents and carers took part, such as the parent carer forum',
      skeleton:
        'Parents and carers from [insert name of the parent carer forum], our parent carer forum, took part on [insert dates]. They [insert how they took part].',
    },
    { found: when, missing: 'when they took part', skeleton: 'They took part on [insert dates].' },
    { found: how, missing: 'how they took part', skeleton: 'They [insert how they took part].' },
    {
      found: changed || tellsChange(document),
      missing: 'what changed because they took part',
      skeleton: 'Children, young people, parents and carers told us [insert what they said]. So we changed [insert what changed].',
    },
  ];
}

/** Whether a plan speaks anywhere but in its actions of co-production, or of people who may have taken part. */
const speaking = keyedMarker(
  (prose, key: string): true | null =>
    (prose.kind !== 'cell' &&
      (speaksOf(prose.text, CO_PRODUCTION, termsOfKey(key)) ||
        speaksOf(prose.text, PARENT_CARER_GROUPS) ||
        speaksOf(prose.text, YOUNG_PEOPLES_GROUPS) ||
        ((speaksOf(prose.text, PARENTS) || speaksOf(prose.text, YOUNG_PEOPLE)) && speaksOf(prose.text, TAKING_PART)))) ||
    null,
);

function speaksOfThem(document: SendDocument, terms: readonly string[]): boolean {
  const outside = outsideActions(document);
  return speaking(document, keyOfTerms(terms)).some(({ unit }) => unit.kind !== 'heading' && isStatement(document, unit) && outside(unit));
}

const listed = (items: readonly string[]): string =>
  items.length < 3 ? items.join(' or ') : `${items.slice(0, -1).join('; ')}; or ${items.at(-1)!}`;

function checkPlan(document: SendDocument, terms: readonly string[], report: Report): void {
  const missing = partsOf(document, terms).filter(({ found }) => !found);
  if (missing.length === 0) return;
  const section = document.section('co-production');
  let before = section
    ? null
    : (document.section('alternative-provision') ?? document.section('plan-actions') ?? document.section('plan-introduction'));
  while (before?.parent) before = before.parent;
  const fix = section
    ? assist('Add what is missing', endOfSection(document, section), `\n\n${missing.map(({ skeleton }) => skeleton).join('\n\n')}`)
    : assist(
        'Add a section on co-production',
        before ? endOfSection(document, before) : document.text.trimEnd().length,
        `\n\n${skeletonFor('co-production', document.kind ?? 'strategic-plan')}`,
      );
  report({
    at: section?.heading?.textSpan ?? titleSpan(document),
    // What is told in words that no list knows is not missing: only a plan that speaks of nobody who took part certainly lacks it.
    ...((section && waitsInDraft(document, document.proseIn(section))) || speaksOfThem(document, terms) ? { severity: 'info' } : {}),
    lack: missing.map((part) => part.missing).join(', '),
    message: `The plan does not say ${listed(missing.map((part) => part.missing))}. Add it, so that readers see how the plan was co-produced.`,
    fixes: [fix],
  });
}

const COMPLETE =
  '# Exampleshire SEND strategic plan 2026 to 2029\n\n## Co-production\n\nExampleshire Parent Carer Forum helped to write this plan at two workshops in March 2026.\n\nChildren and young people met us on 3 March 2026. They asked for visits, so we added visits to the plan.\n';

const rule: DocumentRule = {
  id: 'co-production',
  title: 'Reports evaluate co-production; plans show who took part, when, how and what changed',
  severity: {
    'full-inspection-report': 'warning',
    'monitoring-inspection-report': 'info',
    ...PLAN_GAP,
  },
  kinds: [...REPORTS, ...PLANS],
  source: cite(
    SOURCES.handbook,
    'children, young people, parents and carers take part in decisions; co-production by name in 47 of 56 published reports, a parent carer forum in 51',
  ),
  rationale:
    'The framework looks at how children and young people with SEND and their families take part in decisions. A plan that only claims co-production gives nobody the means to check it.',
  help: 'In a plan, say who took part (children and young people, and the parent carer forum), when, how and what changed because of it. In a report, evaluate it. Local names of groups can be listed in the setting “coProductionTerms”.',
  examples: {
    valid: [
      { title: 'a plan that says who, when, how and what changed', kind: 'strategic-plan', text: COMPLETE },
      {
        title: 'what was said and done in one paragraph',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Together\n\nThe parent carer forum and young people from the youth council helped us to write this plan at three workshops in February 2026.\n\nYou said: “We wait without any help.” We did: we added a helpline.\n',
      },
      {
        title: 'a plan with a table of what was said and done, and no section of its own',
        kind: 'priority-action-plan',
        text: '# Exampleshire priority action plan\n\n## How this plan was written\n\nParents, carers and young people joined three focus groups in spring 2026.\n\n| You said | We did |\n| --- | --- |\n| Letters do not help. | A help line opened. |\n',
      },
      {
        title: 'a part under a free heading',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## What children, young people and families told us\n\n- Families want to tell their story once. We have introduced a single form.\n- Young people want to be heard.\n\nWe gathered these views at workshops in 2025.\n',
      },
      {
        title: 'local names from the settings',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\nStronger2gether and Voicebox met us in June 2026. They asked for a help line, so we added one.\n',
        settings: { coProductionTerms: ['Stronger2gether', 'Voicebox'] },
      },
      {
        title: 'a report on the voice of families',
        kind: 'full-inspection-report',
        text: '## What is the area partnership doing that is effective?\n\n- Leaders co-design services with parents and carers, and act on what they say.\n',
      },
    ],
    invalid: [
      {
        title: 'a plan that does not say what changed',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\n## Co-production\n\nExampleshire Parent Carer Forum and young people helped to write this plan at two workshops in March 2026.\n',
        finds: [{ at: 'Co-production', message: /not say what changed because they took part\./, severity: 'info' }],
      },
      {
        title: 'good intentions only',
        kind: 'priority-action-plan',
        text: '# Exampleshire priority action plan (area SEND)\n\nWe will listen to children, young people, parents and carers.\n',
        finds: [
          { at: 'Exampleshire priority action plan (area SEND)', message: /which children.+which parents.+when.+how.+or what changed/ },
        ],
      },
      {
        title: 'a plan without young people and dates',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\n## How we wrote this plan\n\nThe parent carer forum met us for a workshop. As a result, we changed the order of our priorities.\n',
        finds: [{ at: 'How we wrote this plan', message: /not say which children and young people took part or when they took part\./ }],
      },
      {
        title: 'a report on the voice of families alone',
        kind: 'full-inspection-report',
        text: '## What is the area partnership doing that is effective?\n\n- Leaders listen to parents and carers.\n',
        finds: [{ at: 'What is the area partnership doing that is effective?', severity: 'info' }],
      },
      {
        title: 'a report that never mentions it',
        kind: 'full-inspection-report',
        text: '## What is the area partnership doing that is effective?\n\n- Health visitors complete checks on time.\n',
        finds: [{ at: 'What is the area partnership doing that is effective?', message: /evaluates co-production/, severity: 'warning' }],
      },
    ],
  },
  looksFor: [
    evaluation.keyedBy(({ kind, settings }) => (isPlanKind(kind) ? null : keyOfTerms(settings.coProductionTerms))),
    tellingIn.keyedBy(({ kind, settings }) => (isPlanKind(kind) ? keyOfTerms(settings.coProductionTerms) : null)),
  ],
  check(document, report, { settings }) {
    const terms = settings.coProductionTerms;
    if (isPlanKind(document.kind)) checkPlan(document, terms, report);
    else checkReport(document, terms, report);
  },
};

export default rule;
