import { byText, perAction } from '../../document/index.js';
import { OWNER_SIDES } from '../../framework/plan-columns.js';
import { SOURCES } from '../../framework/sources.js';
import { PLANS, type DocumentRule } from '../rule.js';
import { actionsPlace, expectedAreas, isGap, isVagueOwner, linkedReport } from './_plan.js';

/** Fewer owners than this do not show a pattern. */
const ENOUGH = 4;

type Side = (typeof OWNER_SIDES)[number]['side'];

/** The sides of the partnership that an owner belongs to; none where its words do not tell. */
const sidesOf = byText((owner): readonly Side[] => OWNER_SIDES.filter(({ pattern }) => pattern.test(owner)).map(({ side }) => side));

/** What an action's owner tells; null without an owner. */
const ownerOf = perAction(({ owner }): { readonly vague: boolean; readonly side: 'both' | Side | 'unknown' } | null => {
  if (owner === null || isGap(owner)) return null;
  const vague = isVagueOwner(owner);
  const sides = vague ? [] : sidesOf(owner);
  return { vague, side: sides.length === 2 ? 'both' : (sides[0] ?? 'unknown') };
});

const plan = (...owners: string[]): string =>
  `# Exampleshire Local Area Partnership SEND strategic plan\n\n## Actions\n\n| Action | Lead | Due | Measure |\n| --- | --- | --- | --- |\n${owners.map((owner, index) => `| Take step ${index + 1}. | ${owner} | March 2027 | ${index + 2} of 80 |`).join('\n')}\n`;

const rule: DocumentRule = {
  id: 'action-owner',
  title: 'Each action is led by a named post or body, and both sides of the partnership lead',
  severity: 'warning',
  kinds: PLANS,
  source: { ...SOURCES.handbook, confidence: 'secondary', where: 'each area for improvement says which partner should act (June 2025)' },
  rationale:
    'When everyone is responsible, nobody is. The local authority and the integrated care board are jointly responsible for children and young people with SEND, so both lead.',
  help: 'Name a post and its body, for example “Head of Early Help, Exampleshire County Council”.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: plan('Head of SEND, Exampleshire County Council', 'Designated Clinical Officer, NHS Exampleshire ICB'),
      },
      {
        title: 'a body without a post',
        kind: 'strategic-plan',
        text: plan('Exampleshire County Council', 'NHS Exampleshire Integrated Care Board'),
      },
      {
        title: 'two leads',
        kind: 'strategic-plan',
        text: plan('Head of SEND and all partners', 'Director of Nursing and the partnership'),
      },
      {
        title: 'owners whose side cannot be told',
        kind: 'strategic-plan',
        text: plan('Marian Holloway', 'Desmond Farrier', 'Anita Draycott', 'Callum Teasel', 'Head of SEND, Exampleshire County Council'),
      },
      {
        title: 'few actions',
        kind: 'strategic-plan',
        text: plan('Head of SEND, Exampleshire County Council', 'Head of Inclusion, Exampleshire County Council'),
      },
      { title: 'a gap of the template', kind: 'strategic-plan', text: plan('[insert post], [insert body]') },
      {
        title: 'areas that the report gives to one body',
        kind: 'priority-action-plan',
        text: plan(
          'Head of SEND, Thornmere Council',
          'Head of Inclusion, Thornmere Council',
          'Director of Education, Thornmere Council',
          'Director of Education, Thornmere Council',
        ).replace(/^/, '---\nrespondsTo: report.md\n---\n\n'),
        others: {
          'report.md':
            '# Area SEND inspection of Thornmere Local Area Partnership\n\n## Areas for priority action\n\n| Responsible body | Areas for priority action |\n| --- | --- |\n| Thornmere Council | Leaders should complete annual reviews on time. |\n',
        },
      },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        text: plan('All partners', 'LAP', 'Various'),
        finds: [{ at: 'All partners', message: /post and its body/ }, { at: 'LAP' }, { at: 'Various' }],
      },
      {
        title: 'leaders in general',
        kind: 'strategic-plan',
        text: plan('Partnership leaders', 'TBC'),
        finds: [{ at: 'Partnership leaders' }, { at: 'TBC' }],
      },
      {
        title: 'only the council leads',
        kind: 'strategic-plan',
        text: plan(
          'Head of SEND, Exampleshire County Council',
          'Head of Inclusion, Exampleshire County Council',
          'Principal Educational Psychologist, Exampleshire County Council',
          'Director of Children’s Services',
        ),
        finds: [{ at: 'Actions', message: /local authority leads every action/ }],
      },
      {
        title: 'only health leads',
        kind: 'strategic-plan',
        text: plan(
          'Designated Clinical Officer',
          'Director of Nursing, NHS Exampleshire ICB',
          'Head of Therapies, NHS Exampleshire ICB',
          'Chief Executive, NHS Exampleshire ICB',
        ),
        finds: [{ at: 'Actions', message: /health leads every action/ }],
      },
    ],
  },
  check(document, report, context) {
    const seen = new Set<number>();
    const count = { council: 0, health: 0, both: 0, unknown: 0 };
    for (const action of document.facts.actions) {
      const told = ownerOf(action);
      if (!told) continue;
      count[told.side]++;
      const at = told.vague ? action.owner?.span : undefined;
      if (!at || seen.has(at.start)) continue;
      seen.add(at.start);
      report({ at, message: 'This names no post and no body, so nobody in particular leads the action. Name a post and its body.' });
    }

    const one: Side | null =
      count.both > 0 || (count.council > 0 && count.health > 0)
        ? null
        : count.council >= ENOUGH
          ? 'council'
          : count.health >= ENOUGH
            ? 'health'
            : null;
    if (!one || count.unknown > count[one] / 3) return;
    const linked = linkedReport(document, context);
    if (linked.state === 'found') {
      // Where the report itself makes one body responsible for everything, that body leads.
      const bodies = expectedAreas(document, linked.report).flatMap(({ responsibleBodies }) => responsibleBodies);
      const others = bodies.filter((body) => sidesOf(body).some((side) => side !== one));
      if (bodies.length > 0 && others.length === 0) return;
    }
    report({
      at: actionsPlace(document),
      message:
        one === 'council'
          ? 'The local authority leads every action. The integrated care board is jointly responsible: name its posts for the actions that health services lead.'
          : 'A body from health leads every action. The local authority is jointly responsible: name its posts for the actions that education and social care lead.',
    });
  },
};

export default rule;
