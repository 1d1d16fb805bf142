import { isPlanKind } from '../../framework/types.js';
import {
  keyedMarker,
  matchesOf,
  patternsOf,
  quick,
  sentencesOf,
  speaksOf,
  tableOf,
  type PlacedProse,
  type Section,
  type SendDocument,
} from '../../document/index.js';
import { ALTERNATIVE_PROVISION, COMMISSIONING, COMMISSIONING_IN_REPORTS, OVERSIGHT } from '../../framework/families.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { skeletonFor } from '../../templates/index.js';
import { PLAN_GAP, REPORTS, PLANS, type DocumentRule, type Fix, type Report, type RuleContext } from '../rule.js';
import { hasContent } from '../support/sections.js';
import {
  endOfSection,
  isAsked,
  isInContent,
  isStatement,
  isWithin,
  keyOfTerms,
  lacksFindings,
  termsOfKey,
  titleSpan,
} from './_evidence.js';

const EVALUATING = ['experience', 'effective', 'improve', 'areas-for-improvement', 'priority-action', 'monitoring-findings'] as const;

const insertion = (title: string, at: number, text: string): Fix => ({
  title,
  kind: 'assist',
  edits: [{ start: at, end: at, text: `\n\n${text}` }],
});

/** One paragraph names alternative provision and how it is commissioned, or the next one goes on with it. */
function saysHowCommissioned(units: readonly PlacedProse[], terms: readonly string[]): boolean {
  const body = units.filter(({ kind }) => kind !== 'heading');
  return body.some((unit, index) => {
    if (!speaksOf(unit.text, ALTERNATIVE_PROVISION, terms)) return false;
    const next = body[index + 1];
    return (
      speaksOf(unit.text, COMMISSIONING_IN_REPORTS) ||
      (next !== undefined &&
        /^(?:They|It|These|This|Each|Places|Providers)\b/.test(next.text) &&
        speaksOf(next.text, COMMISSIONING_IN_REPORTS))
    );
  });
}

/** Names that the information section gives to providers of alternative provision, such as "the Meadow Centre". */
const PROVIDER_NAME = /\b(?:\p{Lu}[\p{L}’']+ ){1,3}(?:Academy|Centre|College|Hub|School|Unit|House|Programme)\b/gu;

/** Others say what a name of several words is called for short: “the Sample Learning Partnership (SLP)”. */
const NAME_WITH_LETTERS = /(?<![\p{L}’'])((?:\p{Lu}[\p{L}’']{1,30} ){2,5})\((\p{Lu}{2,6})\)/gu;
const NO_PROVIDER = /\b(?:Authority|Board|Care|Commission|Council|Department|Education|Forum|NHS|Ofsted|Plan|Services)\b/;

/** Names of providers, and what they are called for short, in one paragraph on alternative provision. */
function providersIn(unit: PlacedProse, terms: readonly string[]): readonly string[] {
  const named = [...matchesOf(unit.text, PROVIDER_NAME)].map(([name]) => name);
  for (const { text } of sentencesOf(unit.prose)) {
    if (!speaksOf(text, ALTERNATIVE_PROVISION, terms)) continue;
    for (const [, name, letters] of matchesOf(text, NAME_WITH_LETTERS))
      if (!NO_PROVIDER.test(name!)) named.push(name!.trim().replace(/^The /, ''), letters!);
  }
  return named;
}

/** In a report the names of its providers stand for alternative provision as well. */
function keyInReport(document: SendDocument, terms: readonly string[]): string {
  const about = document.section('about-partnership');
  const units = about?.heading && hasContent(document, about) ? document.proseIn(about) : [];
  const named = units.flatMap((unit) => (speaksOf(unit.text, ALTERNATIVE_PROVISION, terms) ? providersIn(unit, terms) : []));
  return keyOfTerms([...terms, ...named]);
}

function checkReport(document: SendDocument, terms: readonly string[], report: Report): void {
  const about = document.section('about-partnership');
  if (about?.heading && hasContent(document, about)) {
    const units = document.proseIn(about);
    if (!saysHowCommissioned(units, terms)) {
      report({
        at: about.heading.textSpan,
        message:
          'This section does not say how alternative provision is commissioned. Say who commissions it, from which providers and for which children and young people.',
        ...(document.kind === 'monitoring-inspection-report' ? { severity: 'info' as const } : {}),
        fixes: [
          insertion(
            'Add a paragraph on alternative provision',
            endOfSection(document, about),
            'The local authority commissions alternative provision from [insert providers, such as pupil referral units, tuition services and independent providers]. Alternative provision is used for [insert which children and young people use it, and why].',
          ),
        ],
      });
    }
  }
  if (document.kind !== 'full-inspection-report') return;

  const sections = EVALUATING.flatMap((id) => document.sectionsOf(id));
  const place =
    sections.find(({ id }) => id === 'effective') ??
    sections.find(({ id }) => id === 'improve') ??
    sections.find(({ id }) => id === 'experience');
  if (!place?.heading || lacksFindings(document)) return;
  const evaluated = naming(document, keyInReport(document, terms)).some(({ unit }) => isInContent(unit, sections));
  if (evaluated) return;
  report({
    at: place.heading.textSpan,
    severity: 'warning',
    message:
      'Nothing in the findings evaluates alternative provision. Say how well it is commissioned and overseen, and what difference that makes.',
    fixes: [
      insertion(
        'Add a finding on alternative provision',
        endOfSection(document, place),
        '- The partnership’s oversight of alternative provision is [insert how well leaders check that it is safe and suitable, and what follows from it].',
      ),
    ],
  });
}

/** What one sentence of a plan tells. */
interface Told {
  readonly named: boolean;
  readonly goesOn: boolean;
  readonly commissioned: boolean;
  readonly overseen: boolean;
}

const GOES_ON = quick(/\b(?:they|them|these|it|providers?|placements?|places|settings)\b/i);

/** Units in which something is commissioned or overseen. */
const telling = keyedMarker(
  (prose, key: string): readonly Told[] | null => {
    if (!speaksOf(prose.text, COMMISSIONING) && !speaksOf(prose.text, OVERSIGHT)) return null;
    const sentences = sentencesOf(prose).map(({ text }) => {
      const asked = isAsked(text);
      return {
        named: speaksOf(text, ALTERNATIVE_PROVISION, termsOfKey(key)),
        goesOn: GOES_ON.test(text),
        commissioned: !asked && speaksOf(text, COMMISSIONING),
        overseen: !asked && speaksOf(text, OVERSIGHT),
      };
    });
    return sentences.some(({ commissioned, overseen }) => commissioned || overseen) ? sentences : null;
  },
  [...patternsOf(COMMISSIONING), ...patternsOf(OVERSIGHT)],
);

/** Units that name alternative provision. */
const naming = keyedMarker((prose, key: string): true | null => speaksOf(prose.text, ALTERNATIVE_PROVISION, termsOfKey(key)) || null);

/** What a plan itself says of alternative provision, sentence by sentence. */
function ownWords(document: SendDocument, terms: readonly string[]): Pick<Told, 'commissioned' | 'overseen'> {
  const key = keyOfTerms(terms);
  const said = { commissioned: false, overseen: false };
  const names = new Set(naming(document, key).map(({ unit }) => unit));
  for (const { unit, value } of telling(document, key)) {
    if (said.commissioned && said.overseen) break;
    // Most units that tell of some oversight have nothing to do with alternative provision.
    const whole = isWithin(unit, 'alternative-provision') || isInRowWith(document, unit, names);
    if ((!whole && !names.has(unit)) || !isStatement(document, unit)) continue;
    let before = false;
    for (const sentence of value) {
      before = sentence.named || (before && sentence.goesOn);
      if (!whole && !before) continue;
      said.commissioned ||= sentence.commissioned;
      said.overseen ||= sentence.overseen;
    }
  }
  return said;
}

/** Whether a row of a table, below its header, holds the unit and one of the others. */
function isInRowWith(document: SendDocument, unit: PlacedProse, others: ReadonlySet<PlacedProse>): boolean {
  if (others.size === 0 || !unit.prose.row) return false;
  const row = tableOf(document, unit)?.rows[unit.prose.row - 1];
  return row?.cells.some(({ prose }) => prose !== null && others.has(prose)) ?? false;
}

function checkPlan(document: SendDocument, terms: readonly string[], report: Report): void {
  const { commissioned, overseen } = ownWords(document, terms);
  if (commissioned && overseen) return;
  // What is said of it in words that no list knows is not missing: only a plan without a word of it certainly lacks it.
  const speaks = naming(document, keyOfTerms(terms)).some(({ unit }) => unit.kind !== 'heading' && isStatement(document, unit));

  const section = document.section('alternative-provision');
  const missing = [
    ...(commissioned ? [] : ['how alternative provision is commissioned (who decides, and from which providers)']),
    ...(overseen ? [] : ['how alternative provision is overseen (who checks that it is safe and suitable, and how often)']),
  ];
  report({
    at: section?.heading?.textSpan ?? titleSpan(document),
    ...(speaks ? { severity: 'info' as const } : {}),
    lack: `how alternative provision is ${[...(commissioned ? [] : ['commissioned']), ...(overseen ? [] : ['overseen'])].join(' and ')}`,
    message: `The plan does not say ${missing.join(', or ')}. The framework asks how alternative provision is commissioned and overseen.`,
    fixes: [mend(document, section, commissioned, overseen)],
  });
}

function mend(document: SendDocument, section: Section | null, commissioned: boolean, overseen: boolean): Fix {
  if (section) {
    const parts = [
      ...(commissioned
        ? []
        : [
            'We commission alternative provision from [insert which providers]. We decide what to commission by [insert how the partnership finds out what is needed, and who decides].',
          ]),
      ...(overseen
        ? []
        : [
            'We check that each provider is suitable and safe before we use it. We monitor [insert what is monitored, how often and by whom].',
          ]),
    ];
    return insertion('Add what is missing', endOfSection(document, section), parts.join('\n\n'));
  }
  const before = document.section('plan-actions') ?? document.section('plan-inspection') ?? document.section('plan-introduction');
  let outer = before;
  while (outer?.parent) outer = outer.parent;
  return insertion(
    'Add a section on alternative provision',
    outer ? endOfSection(document, outer) : document.text.trimEnd().length,
    skeletonFor('alternative-provision', document.kind ?? 'strategic-plan'),
  );
}

const termsInPlan = ({ kind, settings }: RuleContext): string | null =>
  isPlanKind(kind) ? keyOfTerms(settings.alternativeProvisionTerms) : null;
const termsInReport = (document: SendDocument, { kind, settings }: RuleContext): string | null =>
  kind === 'full-inspection-report' ? keyInReport(document, settings.alternativeProvisionTerms) : null;

const rule: DocumentRule = {
  id: 'alternative-provision',
  title: 'The document says how alternative provision is commissioned and, in plans, overseen; reports evaluate it',
  severity: {
    'full-inspection-report': 'error',
    'monitoring-inspection-report': 'info',
    ...PLAN_GAP,
  },
  kinds: [...REPORTS, ...PLANS],
  source: cite(
    SOURCES.handbook,
    'how alternative provision is commissioned and overseen; in the information section of 56 of 56 published reports, evaluated in 54',
  ),
  rationale:
    'Since 2023 inspections look at how alternative provision is commissioned and overseen. Children and young people in such places are often out of sight, so readers must learn who arranges and who checks them.',
  help: 'Say who commissions alternative provision and from whom, and how leaders check that it is safe and suitable. Local names for it can be listed in the setting “alternativeProvisionTerms”.',
  examples: {
    valid: [
      {
        title: 'a report that names providers and evaluates them',
        kind: 'full-inspection-report',
        text: '## Information about the local area partnership\n\nThe local authority uses a range of alternative provision.\n\n## What is the area partnership doing that is effective?\n\n- Leaders visit every place in alternative provision each term.\n',
      },
      ...[
        'The Meadow Lane Centre is an alternative provision academy for pupils who have been excluded.',
        'The council places children and young people in alternative provision at the Meadow Lane Centre.',
        'No alternative provision is used at present. The local authority has a service-level agreement with a neighbour.',
        'Exampleshire does not currently use alternative provision (AP).',
      ].map((text, index) => ({
        title: `another way to say who provides it (${index + 1})`,
        kind: 'full-inspection-report' as const,
        text: `## Information about the local area partnership\n\n${text}\n\n## What is the area partnership doing that is effective?\n\n- Leaders visit every place in alternative provision each term.\n`,
      })),
      {
        title: 'a report that evaluates a provider by its name',
        kind: 'full-inspection-report',
        text: '## Information about the local area partnership\n\nThe council commissions alternative provision from the Sample Learning Partnership (SLP).\n\n## What is the area partnership doing that is effective?\n\n- Children who learn at the SLP make good progress.\n',
      },
      {
        title: 'by the name of the provider',
        kind: 'full-inspection-report',
        text: '## Information about the local area partnership\n\nThe council commissions alternative provision from the Meadow Lane Centre.\n\n## What is the area partnership doing that is effective?\n\n- Children who learn at the Meadow Lane Centre make good progress.\n',
      },
      {
        title: 'a plan that says it outside a section of its own',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Our priorities\n\nAlternative provision is commissioned by the council from nine providers. The inclusion board monitors these places every term.\n',
      },
      {
        title: 'a plan with a local name for alternative provision',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\nThe council commissions Stepping Stones places. Officers monitor the attendance of children at Stepping Stones.\n',
        settings: { alternativeProvisionTerms: ['Stepping Stones'] },
      },
    ],
    invalid: [
      {
        title: 'a report that only says what alternative provision is for',
        kind: 'full-inspection-report',
        text: '## Information about the local area partnership\n\nThe council and the integrated care board commission services together.\n\nAlternative provision is for children and young people who cannot go to school.\n\n## What is the area partnership doing that is effective?\n\n- Health visitors know families well.\n',
        finds: [
          { at: 'Information about the local area partnership', message: /does not say how/, severity: 'error' },
          { at: 'What is the area partnership doing that is effective?', message: /evaluates/, severity: 'warning' },
        ],
      },
      {
        title: 'a plan that says nothing of oversight',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Alternative provision\n\nThe council commissions two pupil referral units. Each provider has a contract.\n\n> Leaders should improve their oversight of alternative provision.\n',
        finds: [{ at: 'Alternative provision', message: /overseen \(who checks/, severity: 'info' }],
      },
      {
        title: 'a plan that says nothing at all',
        kind: 'priority-action-plan',
        text: '# Exampleshire priority action plan (area SEND)\n\n## Introduction\n\nWe will make life better for children and young people with SEND.\n',
        finds: [{ at: 'Exampleshire priority action plan (area SEND)', message: /commissioned.+overseen/ }],
      },
    ],
  },
  looksFor: [telling.keyedBy(termsInPlan), naming.keyedBy(termsInPlan), naming.keyedByDocument(termsInReport)],
  check(document, report, { settings }) {
    const terms = settings.alternativeProvisionTerms;
    if (isPlanKind(document.kind)) checkPlan(document, terms, report);
    else checkReport(document, terms, report);
  },
};

export default rule;
