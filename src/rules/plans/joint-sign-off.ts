import { areaName, byText, documentDays, marker, quick, type PlacedProse, type SendDocument } from '../../document/index.js';
import { bodiesWith, isThereIn } from '../../framework/public-bodies.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import { missingSection } from '../../templates/index.js';
import { PLANS, type DocumentRule, type Fix, type RuleContext } from '../rule.js';
import { insertBlocks } from '../support/placement.js';
import { isOwn, linkedReport, listed, titlePlace } from './_plan.js';

const SIGNED = quick(
  /^\W*(?:signed|agreed|approved|endorsed):|\b(?:sign(?:ed|s|ing)?[- ]?off|signed(?: off)? by|co-?signed|jointly (?:signed|agreed|approved)|(?:agreed|approved|endorsed|adopted|ratified|accepted|supported)(?:,? (?:and|or) (?:jointly )?(?:signed|approved|endorsed|agreed|adopted|supported))? (?:by|for|on behalf of)|signed on behalf of|signator(?:y|ies)|signature|(?:signed|agreed|approved|endorsed|adopted|ratified|commit(?:s|ted)? to(?: delivering)?) (?:this|the|our) (?:\w+ ){0,3}(?:plan|strategy|update|return|road ?map|programme))\b/i,
);
/** Panels approve other plans too. */
const SUBJECT = quick(
  /^\W*(?:signed|agreed|approved|endorsed):|^\W*(?:agreed|approved|endorsed|signed|adopted)\b.*\b(?:council|board|ICB|NHS)\b|\b(?:this|the|our|strategic|action|whole) (?:SEND )?(?:\w+ )?(?:plan|strategy|document|update|return|road ?map|programme)\b|\b(?:agreed|approved|endorsed|adopted|ratified|accepted|signed|supported) (?:by|for|on behalf of):$|\bjointly signed\b|\bsigned (?:by|on behalf|for)\b/i,
);
const AGREED = quick(/\b(?:signed|agreed|approved|endorsed|adopted|ratified|accepted|committed to)\b/i);
const COUNCIL =
  /\b(?:council|local authority|unitary authority|city of london corporation|county hall|borough|[lm]bc|mdc|cabinet|lead member|director of (?:children|education|people|adult)|dcs)\b/i;
const BOARD = quick(/\b(?:integrated care board|ICB)\b/gi);
const HEALTH = /\b(?:integrated care board|ICB|NHS|integrated care partnership|clinical commissioning group|CCGs?)\b/i;
/** Words of a board's name that do not tell it from another. */
const COMMON = new Set([
  'nhs',
  'integrated',
  'care',
  'board',
  'icb',
  'and',
  'the',
  'of',
  'west',
  'east',
  'north',
  'south',
  'greater',
  'central',
  'mid',
]);

/** The words that tell one board's name from another's. */
const tellingWords = byText((name): readonly string[] => {
  const words = name.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [];
  const telling = words.filter((word) => !COMMON.has(word));
  return telling.length > 0 ? telling : words.filter((word) => !['nhs', 'integrated', 'care', 'board', 'icb'].includes(word));
});

/** All words of a board's name but those that any has; of two that the report names, "north" and "south" may be all that tells them apart. */
const fullWords = byText((name): readonly string[] =>
  (name.toLowerCase().match(/[\p{L}’'-]+/gu) ?? []).filter(
    (word) => !['nhs', 'integrated', 'care', 'board', 'icb', 'and', 'the', 'of'].includes(word),
  ),
);

/** Full names of integrated care boards in a text: the capitalised words before "Integrated Care Board" or "ICB". */
function boardsIn(text: string): string[] {
  const names: string[] = [];
  for (const match of BOARD.matches(text)) {
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    // "Head of Data (ICB)" and "Chief Nurse, ICB" name a post.
    if (!/\p{L} $/u.test(before)) continue;
    const words = before.split(/[\s(]+/).filter((word) => word !== '');
    const name: string[] = [];
    for (let index = words.length - 1; index >= 0; index--) {
      const word = words[index]!;
      if (/[.;:,)]$/.test(word) && word !== words.at(-1)) break;
      if (/^(?:Council|Authority|Trust|Partnership|The|Our|Each|Every|Board|Both|Leaders)$/.test(word)) break;
      if (/^\p{Lu}/u.test(word)) name.unshift(word);
      else if (
        /^(?:and|of|upon|the|on)$/.test(word) &&
        name.length > 0 &&
        index > 0 &&
        (/^\p{Lu}/u.test(words[index - 1]!) ||
          (word === 'the' && /^(?:and|of)$/.test(words[index - 1]!) && /^\p{Lu}/u.test(words[index - 2] ?? ''))) &&
        !/^(?:Council|Authority|Trust)$/.test(words[index - 1]!)
      )
        name.unshift(word);
      else break;
      if (word === 'NHS') break;
    }
    // A short form is a name only with the letters that such names begin with.
    if (match[0] === 'ICB' && name[0] !== 'NHS') continue;
    if (tellingWords(name.join(' ')).length > 0) names.push([...name, match[0]].join(' '));
  }
  return names;
}

const boardsNamed = marker(
  ({ text }): readonly string[] | null => {
    const names = text.includes('ICB') || text.includes('Care Board') ? boardsIn(text) : [];
    return names.length > 0 ? names : null;
  },
  [BOARD],
);

/** What may say that this plan was signed. */
const signing = marker(({ kind, text }): true | null => (kind !== 'cell' && SIGNED.test(text) && SUBJECT.test(text)) || null, [SIGNED]);

/** What speaks of an agreement by one of the bodies, of whatever it may be. */
const agreeing = marker(
  ({ kind, text }): true | null => (kind !== 'cell' && AGREED.test(text) && (COUNCIL.test(text) || HEALTH.test(text))) || null,
  [AGREED],
);

interface Body {
  /** null: this side of the partnership, whatever its name. */
  readonly name: string | null;
  readonly side: 'council' | 'health';
  /** The words of its name that no other board's has: "south" of two that are called after the same county. */
  readonly apart?: readonly string[];
}

/** The boards of these names that are there in the days of the plan; for one that has ended, the one that took over here. */
function presentBoards(names: readonly string[], document: SendDocument, { settings, today }: RuleContext): readonly string[] {
  const register = bodiesWith(settings.bodies);
  const days = documentDays(document, today);
  const area = areaName(document);
  const here = area === null ? [] : register.boardsOf(area, days);
  return names.flatMap((name) => {
    const known = register.named('integrated-care-board', name);
    const last = known.at(-1);
    if (!last) return [name];
    const there = known.find((board) => isThereIn(board, days));
    // Of a board that ended and the one that took over, both in the years of the plan and both named, the later one signs.
    const isFollowed =
      there?.to &&
      there.to < days.to &&
      register
        .successorsOf(there)
        .some((next) => isThereIn(next, days) && names.some((other) => register.named('integrated-care-board', other).includes(next)));
    if (isFollowed) return [];
    // Neighbours and boards still to come need not sign.
    if (there) return here.length === 0 || here.includes(there) ? [name] : [];
    const next = register.successorsOf(last).filter((board) => isThereIn(board, days));
    const mine = here.length === 0 ? next : next.filter((board) => here.includes(board));
    return mine.length === 1 ? [mine[0]!.name] : [];
  });
}

/** No area has as many boards; a plan that names more lists those of others. */
const MOST_BOARDS = 12;

/** Every body that must sign: as the report names them, else as the plan does, on the days of the plan. */
function bodiesOf(document: SendDocument, linked: SendDocument | null, context: RuleContext): readonly Body[] {
  const fromReport = linked?.facts.partners.integratedCareBoards.map(({ name }) => name) ?? [];
  const boards = new Map<string, string>();
  const key = (name: string): string => (fromReport.length > 1 ? fullWords(name) : tellingWords(name)).join(' ');
  const named = fromReport.length > 0 ? fromReport : boardsNamed(document).flatMap(({ value }) => value);
  for (const name of presentBoards(named, document, context)) {
    if (key(name) !== '' && boards.size < MOST_BOARDS) boards.set(key(name), boards.get(key(name)) ?? name);
  }
  // A short form of a longer name is the same board.
  const keys = [...boards.keys()].filter(
    (key) => ![...boards.keys()].some((other) => other !== key && key.split(' ').every((word) => other.split(' ').includes(word))),
  );
  const council: Body = { name: linked?.facts.partners.localAuthority[0]?.name ?? null, side: 'council' };
  return keys.length > 1
    ? [
        council,
        ...keys.map((key): Body => ({
          name: boards.get(key)!,
          side: 'health',
          apart: key.split(' ').filter((word) => keys.every((other) => other === key || !other.split(' ').includes(word))),
        })),
      ]
    : [council, { name: keys[0] ? boards.get(keys[0])! : null, side: 'health' }];
}

function hasSigned(text: string, body: Body, onlyOne: boolean): boolean {
  if (body.side === 'council') return COUNCIL.test(text) || (body.name !== null && text.toLowerCase().includes(body.name.toLowerCase()));
  if (onlyOne) return HEALTH.test(text);
  const lower = text.toLowerCase();
  return (body.apart && body.apart.length > 0 ? body.apart : tellingWords(body.name ?? '')).some((word) => lower.includes(word));
}

/** What the plan says of its signature, and where. */
function signature(document: SendDocument): { text: string; at: Span; units: readonly PlacedProse[] } | null {
  const sections = document.sectionsOf('sign-off');
  const inSections = sections.flatMap((section) => document.proseIn(section));
  const elsewhere = signing(document)
    .map(({ unit }) => unit)
    .filter((unit) => isOwn(unit) && !inSections.includes(unit));
  // "This plan has been signed by:" goes on in the list or table below it.
  const below = elsewhere.flatMap((unit) =>
    /[:：]\s*$/.test(unit.text)
      ? document.prose.filter(
          ({ placed, kind }) => placed.index > unit.placed.index && placed.index <= unit.placed.index + 4 && kind !== 'heading',
        )
      : [],
  );
  const units = [...inSections, ...elsewhere, ...below];
  const at = sections[0]?.heading?.textSpan ?? elsewhere[0]?.span;
  return at ? { text: units.map(({ text }) => text).join('\n'), at, units } : null;
}

const nameOf = ({ name, side }: Body): string => name ?? (side === 'council' ? 'the local authority' : 'the integrated care board');

function rowFix(document: SendDocument, missing: readonly Body[]): Fix | null {
  const section = document.section('sign-off');
  const table = section ? document.tablesIn(section).at(-1) : undefined;
  const last = table?.rows.at(-1) ?? table?.header;
  if (!table || !last || table.rows.length === 0) return null;
  const columns = table.header.cells.length;
  if (columns < 2) return null;
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const cells = (body: Body): string[] =>
    [
      body.name ?? `[insert name of ${body.side === 'council' ? 'local authority' : 'integrated care board'}]`,
      '[insert name], [insert post]',
      '[insert date of signature]',
      ...Array<string>(Math.max(0, columns - 3)).fill(''),
    ].slice(0, columns);
  const text = missing.map((body) => `${eol}| ${cells(body).join(' | ')} |`).join('');
  return { title: 'Add a row for the signature', kind: 'assist', edits: [{ start: last.span.end, end: last.span.end, text }] };
}

const plan = (body: string): string =>
  `# Exampleshire Local Area Partnership SEND strategic plan\n\nExampleshire County Council and NHS Exampleshire Integrated Care Board wrote this plan.\n\n${body}\n`;

const rule: DocumentRule = {
  id: 'joint-sign-off',
  title: 'The local authority and every integrated care board have signed the plan',
  severity: 'warning',
  kinds: PLANS,
  source: cite(SOURCES.handbook, 'local authority and integrated care boards are jointly responsible for the plan'),
  rationale:
    'The local authority and the integrated care board are jointly responsible for children and young people with SEND. A plan that one of them has not agreed does not bind it.',
  help: 'Say who signed for the local authority and for each integrated care board, with post and date.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: plan(
          '## Sign-off\n\n| Organisation | Signed by | Date |\n| --- | --- | --- |\n| Exampleshire County Council | Director of Children’s Services | 15 April 2026 |\n| NHS Exampleshire Integrated Care Board | Chief Executive | 16 April 2026 |',
        ),
      },
      {
        title: 'a foreword',
        kind: 'strategic-plan',
        text: plan(
          '## Joint foreword\n\nMarian Holloway, Director of Children’s Services\n\nDesmond Farrier, Chief Executive, NHS Exampleshire ICB',
        ),
      },
      {
        title: 'a sentence',
        kind: 'priority-action-plan',
        text: plan('The plan was agreed by the council’s Cabinet and by the ICB in June 2026.'),
      },
      {
        title: 'posts of the board',
        kind: 'strategic-plan',
        text: plan(
          'The Head of Data (ICB), the Chief Nurse, ICB and the Joint Commissioner ICB/Council lead.\n\n## Sign-off\n\nSigned for the council and the ICB.',
        ),
      },
      {
        title: 'two boards',
        kind: 'strategic-plan',
        text: plan(
          'NHS Kestrel Valley Integrated Care Board works with us too.\n\n## Sign-off\n\nSigned for Exampleshire County Council, for NHS Exampleshire ICB and for Kestrel Valley ICB.',
        ),
      },
      {
        title: 'both approved it',
        kind: 'strategic-plan',
        text: plan('The council’s cabinet and the ICB’s board approved this plan in March 2026.'),
      },
      {
        title: 'a list below the sentence',
        kind: 'priority-action-plan',
        text: plan(
          '## About us\n\nThis plan has been signed by:\n\n- Ann Bell, Director, Exampleshire County Council\n- Raj Sethi, Chief Executive, NHS Exampleshire Integrated Care Board\n',
        ),
      },
      {
        title: 'boards that had ended before the plan',
        kind: 'strategic-plan',
        text: '# West Sussex SEND strategic plan\n\nOn 1 April 2026, NHS Surrey and Sussex ICB replaced NHS Surrey Heartlands ICB and NHS Sussex ICB.\n\n## Sign-off\n\nSigned for West Sussex County Council and for NHS Surrey and Sussex ICB.\n',
        today: '2026-11-26',
      },
      {
        title: 'the report’s board has ended, and the one that took over signs',
        kind: 'strategic-plan',
        text: '---\nrespondsTo: report.md\nplan: { published: 2026-06-01 }\n---\n\n# West Sussex SEND strategic plan\n\n## Sign-off\n\nSigned for West Sussex County Council and for NHS Surrey and Sussex ICB.\n',
        others: {
          'report.md':
            '# Area SEND inspection of West Sussex Local Area Partnership\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| West Sussex County Council | NHS Sussex Integrated Care Board |\n',
        },
      },
    ],
    invalid: [
      {
        title: 'one side only',
        kind: 'strategic-plan',
        text: plan(
          '## Sign-off\n\n| Organisation | Signed by | Date |\n| --- | --- | --- |\n| Exampleshire County Council | Director of Children’s Services | 15 April 2026 |',
        ),
        finds: [{ at: 'Sign-off', message: /NHS Exampleshire Integrated Care Board/ }],
      },
      {
        title: 'a list of one side only',
        kind: 'strategic-plan',
        text: plan('## About us\n\nThis plan has been signed by:\n\n- Ann Bell, Director, Exampleshire County Council\n'),
        finds: [{ at: 'This plan has been signed by:', message: /not signed for NHS Exampleshire/ }],
      },
      {
        title: 'nobody',
        kind: 'strategic-plan',
        text: plan('## Actions\n\nText.'),
        finds: [{ at: 'Exampleshire Local Area Partnership SEND strategic plan', message: /does not say who has signed/ }],
      },
      {
        title: 'one of two boards',
        kind: 'strategic-plan',
        text: plan(
          'NHS Kestrel Valley Integrated Care Board works with us too.\n\n## Sign-off\n\nSigned for Exampleshire County Council and for NHS Exampleshire ICB.',
        ),
        finds: [{ at: 'Sign-off', message: /Kestrel Valley/ }],
      },
      {
        title: 'a board that the report names',
        kind: 'strategic-plan',
        text: `---\nrespondsTo: report.md\n---\n\n${plan('## Sign-off\n\nSigned for Exampleshire County Council and for NHS Exampleshire ICB.')}`,
        others: {
          'report.md':
            '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS Exampleshire Integrated Care Board; NHS Kestrel Valley Integrated Care Board |\n',
        },
        finds: [{ at: 'Sign-off', message: /Kestrel Valley/ }],
      },
      {
        title: 'the board that took over has not signed',
        kind: 'strategic-plan',
        text: '---\nplan: { published: 2026-06-01 }\n---\n\n# West Sussex SEND strategic plan\n\nNHS Sussex ICB was our partner until March 2026.\n\n## Sign-off\n\nSigned for West Sussex County Council.\n',
        finds: [{ at: 'Sign-off', message: /not signed for NHS Surrey and Sussex Integrated Care Board/ }],
      },
      {
        title: 'one of two boards that only a point of the compass tells apart',
        kind: 'priority-action-plan',
        text: `---\nrespondsTo: report.md\n---\n\n${plan('## Sign-off\n\nSigned for Exampleshire County Council and for NHS North Exampleshire ICB.')}`,
        others: {
          'report.md':
            '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS North Exampleshire Integrated Care Board |\n|  | NHS South Exampleshire Integrated Care Board |\n',
        },
        finds: [{ at: 'Sign-off', message: /not signed for NHS South Exampleshire/ }],
      },
    ],
  },
  looksFor: [boardsNamed, signing],
  check(document, report, context) {
    const linked = linkedReport(document, context);
    const bodies = bodiesOf(document, linked.state === 'found' ? linked.report : null, context);
    const signed = signature(document);
    if (!signed) {
      const end = document.section('review') ?? document.section('accessibility') ?? document.section('publication');
      const offset = end?.heading ? end.span.start : document.text.length;
      const fix: Fix = {
        title: 'Insert a section for the signatures',
        kind: 'assist',
        edits: [insertBlocks(document, offset, missingSection('sign-off', document, context.today))],
      };
      report({
        at: titlePlace(document),
        // "Adopted in June": perhaps the whole of it stands in words that no list knows.
        ...(agreeing(document).some(({ unit }) => isOwn(unit)) ? { severity: 'info' as const } : {}),
        lack: `who has signed it for ${listed(bodies.map(nameOf))}, and when`,
        message: `The plan does not say who has signed it. Say who signed, and when, for ${listed(bodies.map(nameOf))}.`,
        fixes: [fix],
      });
      return;
    }
    const onlyOne = bodies.filter(({ side }) => side === 'health').length === 1;
    const missing = bodies.filter((body) => !hasSigned(signed.text, body, onlyOne));
    if (missing.length === 0) return;
    const fix = rowFix(document, missing);
    report({
      at: signed.at,
      message: `The plan is not signed for ${listed(missing.map(nameOf))}. Both sides are jointly responsible: say who signed for each, and when.`,
      ...(fix ? { fixes: [fix] } : {}),
    });
  },
};

export default rule;
