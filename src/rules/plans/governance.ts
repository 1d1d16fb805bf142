import { marker, quick, sentencesOf, speaksOf, type SendDocument } from '../../document/index.js';
import { ALTERNATIVE_PROVISION } from '../../framework/families.js';
import { SOURCES } from '../../framework/sources.js';
import { missingSection } from '../../templates/index.js';
import { PLAN_GAP, PLANS, type DocumentRule, type Fix } from '../rule.js';
import { insertBlocks } from '../support/placement.js';
import { isOwn, listed, titlePlace } from './_plan.js';

const PARTS = ['board', 'cycle', 'line'] as const;
type Part = (typeof PARTS)[number];

const BOARD = quick(
  /\b(?:board|committee|executive(?: group)?|steering group|(?:partnership|strategic|oversight|delivery|leadership|governance|programme|improvement|assurance) (?:group|forum|meeting)|cabinet|taskforce|task force|working group)\b/i,
);
const CYCLE = quick(
  /\b(?:(?:every|each) (?:\p{L}+ ){0,2}(?:weeks?|months?|half[- ]terms?|terms?|quarters?|years?)|weekly|fortnightly|monthly|bi-?monthly|(?:\p{L}+-)?(?:monthly|weekly)|quarterly|half[- ]termly|termly|(?:bi-?)?annual(?:ly)?|yearly|twice a year|once a (?:month|term|quarter|year)|(?:at )?(?:every|each) meeting|in (?:each|every) (?:\p{L}+ )?(?:term|month|quarter)|(?:in|each|every) (?:spring|autumn|summer|january|june|july) and (?:in )?(?:spring|autumn|summer|december|july)|(?:three|four|six) times a year)\b/iu,
);
const LINE = quick(
  /\b(?:report(?:s|ed|ing)?(?: [\p{L}’,-]+){0,8} (?:to|into)|accountable to|accounts? (?:\p{L}+ ){0,3}to|answers? to|writes? to|(?:put|laid|placed|brought|taken) before|answerable to|(?:gives?|giving) an account to|(?:tells?|updates?|informs?) (?:the|our|its) (?:\p{L}+ ){0,5}(?:board|committee|cabinet)|oversee[sn]?|overseeing|oversight|scrutin\p{L}+|held to account|hold(?:s|ing)? (?:us|leaders|partners|each other|them) to account|receives? (?:\p{L}+ ){0,4}(?:report|reports|update|updates)|escalat\p{L}+|assurance to|feeds? into|sends? (?:\p{L}+ ){0,6}to|goes to|(?:gives?|giving) (?:\p{L}+ ){0,4}to (?:the|our|its|cabinet)|answers? for|with questions from|takes? (?:\p{L}+ ){0,4}to (?:the|cabinet))\b/iu,
);

const NAMES: Readonly<Record<Part, string>> = {
  board: 'which board is in charge',
  cycle: 'how often progress is checked',
  line: 'to whom the board reports',
};

/** Boards that only took part, signed or are listed do not govern the plan by being named. */
const ABOUT_PLAN = quick(
  /\b(?:plan|strategy|actions?|progress|charge|oversee|overseen|oversight|responsible|accountab\w+|governance|govern\w*|monitor\w*|check\w*|review\w*|report\w*|meet\w*|escalat\w+|track\w*|scrutin\w+|road ?map|programme|priorit(?:y|ies)|goes through|looks? at|watch\w*|hold reviews|led by|leads|steers?|steered by|driven by|chair\w*)\b/i,
);

/** "Progress will be watched at least every term", "reviewed monthly by the local authority": how often, without a board in the same sentence. */
const CHECKED = quick(
  /\b(?:progress|plan|strategy|actions?|measures?|targets?|milestones?|delivery|performance)\b[^.]{0,60}\b(?:watch|check|review|monitor|track|scrutinis|discuss|examin|measur|evaluat|report)ed\b/i,
);
/** Who checks, where it is a body that is no board. */
const CHECKED_BY =
  /\b(?:watch|check|review|monitor|track|scrutinis|discuss|examin|evaluat)ed\b[^.]{0,40}\bby (?:the |our )?(?:local authority|council|local area partnership|partnership|integrated care|ICB|NHS|DfE|Department)/i;

interface Telling {
  readonly parts: readonly Part[];
  /** Says how often something is checked, whoever does it. */
  readonly cycle: boolean;
}

/** Units that tell which board is in charge, how often it meets or to whom it reports. */
const telling = marker(
  (prose): Telling | null => {
    const cycle = CYCLE.test(prose.text);
    const parts: Part[] = [];
    for (const { text } of cycle ? sentencesOf(prose) : []) {
      if (!CYCLE.test(text) || !CHECKED.test(text) || speaksOf(text, ALTERNATIVE_PROVISION)) continue;
      parts.push('cycle');
      if (CHECKED_BY.test(text)) parts.push('board');
      if (CHECKED_BY.test(text) && /\bformally\b|\b(?:DfE|Department for Education|NHS England|cabinet|scrutiny)\b/i.test(text))
        parts.push('line');
    }
    for (const { text } of BOARD.test(prose.text) ? sentencesOf(prose) : []) {
      // A panel for alternative provision governs that, and not the plan.
      if (!BOARD.test(text) || speaksOf(text, ALTERNATIVE_PROVISION)) continue;
      const other = BOARD.test(text.replace(/integrated care board/gi, ''));
      const about = other && ABOUT_PLAN.test(text);
      if (/\b(?:board|committee|group|executive|cabinet)\b/i.test(text) && !/^\W*NHS\b/.test(text) && about) parts.push('board');
      if (CYCLE.test(text) && about) parts.push('cycle');
      if (LINE.test(text)) parts.push('line');
    }
    return cycle || parts.length > 0 ? { parts, cycle } : null;
  },
  [BOARD, CYCLE],
);

/** Units that name a board or committee, whatever they say of it. */
const naming = marker(
  ({ kind, text }): true | null =>
    (kind !== 'cell' &&
      BOARD.test(text.replace(/\b(?:integrated care board|cabinet member)s?\b/gi, '')) &&
      !/\balternative provision\b/i.test(text)) ||
    null,
  [BOARD],
);

/** The parts that the plan tells: in its section on governance, or in a sentence elsewhere that is plainly about it. */
function told(document: SendDocument): ReadonlySet<Part> {
  const found = new Set<Part>();
  const sections = document.sectionsOf('governance');
  for (const section of sections) {
    const texts = [section.heading?.text ?? '', ...document.proseIn(section).map((unit) => unit.text)];
    if (texts.some((text) => BOARD.test(text))) found.add('board');
    if (texts.some((text) => CYCLE.test(text))) found.add('cycle');
    if (texts.some((text) => LINE.test(text))) found.add('line');
  }
  if (found.size === PARTS.length) return found;
  for (const { unit, value } of telling(document)) {
    if (!isOwn(unit) || unit.section?.id === 'alternative-provision' || (unit.kind === 'cell' && unit.section?.id !== 'governance'))
      continue;
    // Its review cycle may stand in the part on reviewing the plan.
    if (value.cycle && unit.section?.id === 'review') found.add('cycle');
    for (const part of value.parts) found.add(part);
    if (found.size === PARTS.length) break;
  }
  return found;
}

const plan = (body: string): string => `# Exampleshire Local Area Partnership SEND strategic plan\n\n${body}\n`;

const rule: DocumentRule = {
  id: 'governance',
  title: 'A plan says which board is in charge, how often it checks progress, and to whom it reports',
  severity: PLAN_GAP,
  kinds: PLANS,
  source: { ...SOURCES.supportAndChallenge, confidence: 'inferred', where: 'governance and review in published plans' },
  rationale: 'Somebody must notice when an action falls behind, and must have the power to put it right.',
  help: 'Name the board, say how often it looks at the actions, and to whom it reports, for example the Health and Wellbeing Board.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: plan(
          '## Governance\n\nThe SEND and Inclusion Board is in charge of this plan. It meets every two months. It reports to the Health and Wellbeing Board.',
        ),
      },
      {
        title: 'no section, but a paragraph',
        kind: 'strategic-plan',
        text: plan(
          '## How it works\n\nThe SEND Partnership Board meets monthly to check progress. The board is accountable to the Health and Wellbeing Board.',
        ),
      },
      {
        title: 'the cycle in the part on review',
        kind: 'priority-action-plan',
        text: plan(
          '## Governance\n\nThe Improvement Board oversees this plan and reports to Cabinet.\n\n## Review\n\nWe look at the plan every quarter.',
        ),
      },
      {
        title: 'a table',
        kind: 'strategic-plan',
        text: plan(
          '## Governance\n\n| Group | Meets | Reports to |\n| --- | --- | --- |\n| SEND Executive Board | Six-weekly | It reports to the Health and Wellbeing Board |',
        ),
      },
      {
        title: 'other words for it',
        kind: 'strategic-plan',
        text: plan(
          '## Who checks that we do what we say\n\nOur Partnership Board checks the actions every six weeks. The board answers to the Health and Wellbeing Board.',
        ),
      },
      {
        title: 'in words for children',
        kind: 'strategic-plan',
        text: plan('## Who checks us\n\nThe SEND Board meets every month. It tells the Health and Wellbeing Board how we are doing.'),
      },
    ],
    invalid: [
      {
        title: 'nothing',
        kind: 'strategic-plan',
        text: plan('## Actions\n\nText.'),
        finds: [
          {
            at: 'Exampleshire Local Area Partnership SEND strategic plan',
            message: /does not say which board is in charge, how often progress is checked and to whom/,
          },
        ],
      },
      {
        title: 'a board that never meets',
        kind: 'strategic-plan',
        text: plan('## Governance\n\nThe SEND and Inclusion Board is in charge of this plan and reports to Cabinet.'),
        finds: [{ at: 'Governance', message: /does not say how often progress is checked\./ }],
      },
      {
        title: 'a panel for alternative provision only',
        kind: 'strategic-plan',
        text: plan(
          '## Alternative provision\n\nThe AP oversight panel checks every provider each term and reports to the Partnership Board.',
        ),
        finds: [{ at: 'Exampleshire Local Area Partnership SEND strategic plan', message: /which board is in charge, how often/ }],
      },
      {
        title: 'no board',
        kind: 'strategic-plan',
        text: plan('## Monitoring\n\nWe will check progress every month.'),
        finds: [{ at: 'Monitoring', message: /which board is in charge and to whom/ }],
      },
      {
        title: 'the integrated care board is not the plan’s board',
        kind: 'strategic-plan',
        text: plan('NHS Exampleshire Integrated Care Board is responsible for this plan with us.'),
        finds: [{ at: 'Exampleshire Local Area Partnership SEND strategic plan' }],
      },
    ],
  },
  looksFor: [telling],
  check(document, report, { today }) {
    const found = told(document);
    const missing = PARTS.filter((part) => !found.has(part));
    if (missing.length === 0) return;
    const section = document.section('governance');
    const heading = section?.heading;
    const next =
      document.section('sign-off') ?? document.section('accessibility') ?? document.section('publication') ?? document.section('review');
    const fix: Fix = {
      title: 'Insert a section on governance',
      kind: 'assist',
      edits: [
        insertBlocks(document, next?.heading ? next.span.start : document.text.length, missingSection('governance', document, today)),
      ],
    };
    report({
      at: heading?.textSpan ?? titlePlace(document),
      // What is said of a board in words that no list knows is not missing: only a plan without any certainly lacks it.
      ...(missing.length < PARTS.length || naming(document).some(({ unit }) => isOwn(unit)) ? { severity: 'info' as const } : {}),
      lack: listed(missing.map((part) => NAMES[part])),
      message: `${heading ? 'This part' : 'The plan'} does not say ${listed(missing.map((part) => NAMES[part]))}. Say so, so that somebody notices when an action falls behind.`,
      ...(heading ? {} : { fixes: [fix] }),
    });
  },
};

export default rule;
