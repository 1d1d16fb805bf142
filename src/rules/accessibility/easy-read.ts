import type { Link, LinkReference } from 'mdast';
import { marker, quick, wordsOf, type PlacedProse, type SendDocument } from '../../document/index.js';
import { ACCESSIBLE_SOURCES, FORMATS } from '../../framework/accessible-documents.js';
import { PLAN_GAP, PLANS, type DocumentRule } from '../rule.js';
import { hasContact, insertIntoFormats, placeToTell, tellsReaders } from './_formats.js';
import { waitsInDraft } from '../support/placeholders.js';
import { nodesOf, spanOf } from '../support/nodes.js';

const EASY_READ = quick(FORMATS.find(({ id }) => id === 'easy-read')!.pattern);
const THING = '(?:version|summary|guide|edition|leaflet|booklet|film|video|animation|comic|poster|plan|strategy|page)s?';
const CHILDREN = '(?:children(?: and young people)?|young people|kids|young readers)';
const FOR_CHILDREN = quick(
  new RegExp(
    `\\b(?:${THING} (?:\\p{L}+ ){0,5}(?:for|to|by|with) ${CHILDREN}|(?:children|young people|children and young people|young person|child)[’']?s?[’']? ${THING}|(?:child|children|young people|young person|youth)[- ]friendly ${THING})\\b`,
    'iu',
  ),
);
const HEADING_FOR_CHILDREN = new RegExp(`\\b(?:for|to) (?:our )?${CHILDREN}$|^${CHILDREN}[:,]`, 'i');

const says = (text: string): boolean => EASY_READ.test(text) || FOR_CHILDREN.test(text);
const saying = marker(({ text }): true | null => says(text) || null, [EASY_READ, FOR_CHILDREN]);

/** A version of this plan, rather than easy-read letters or a guide to something else. */
const OF_THIS =
  /\b(?:version|summary|edition|format|copy|copies|this (?:plan|strategy|document)|the (?:plan|strategy)|our (?:plan|strategy)|read it|easy[- ]?read(?:\W*$|\s?:))/i;

const ADDRESS = /(?:https?:\/\/|www\.)\S|\b[\w-]+\.(?:gov\.uk|org\.uk|nhs\.uk|pdf|docx?|md|mp4|html?)\b/i;

/** A link or an address in a unit: [easy read](…), www.…, easy-read.pdf. */
function hasLink({ placed, prose, text }: PlacedProse): boolean {
  if (ADDRESS.test(text)) return true;
  return nodesOf<Link | LinkReference>(placed.block, ['link', 'linkReference']).some((node) => {
    const span = spanOf(node);
    return (
      span.start >= prose.span.start &&
      span.end <= prose.span.end &&
      !(node.type === 'link' && (node.url === '' || /^(?:mailto|tel):/i.test(node.url)))
    );
  });
}

/** The plan speaks to children itself, or in a part of its own. */
function isWrittenForThem(document: SendDocument): boolean {
  if (document.headings.some(({ depth, text }) => depth === 1 && says(text))) return true;
  return document.sections.some((section) => {
    const heading = section.heading;
    if (!heading || !(says(heading.text) || HEADING_FOR_CHILDREN.test(heading.text))) return false;
    const inside = document.proseIn(section);
    return inside.some(hasLink)
      ? says(heading.text) || inside.some(({ text }) => says(text))
      : !EASY_READ.test(heading.text) && inside.reduce((sum, { text }) => sum + wordsOf(text).length, 0) >= 30;
  });
}

const PLAN = '# Exampleshire SEND strategic plan\n\n## Actions\n\n- Train staff\n';

const rule: DocumentRule = {
  id: 'easy-read',
  title: 'There is an easy-read version or one for children and young people',
  severity: PLAN_GAP,
  kinds: [...PLANS],
  source: ACCESSIBLE_SOURCES.strategicPlans,
  rationale:
    'A plan that is about children and young people with SEND has to be open to them. Easy read uses short sentences and pictures, so that people with a learning disability can read it themselves.',
  help: 'Publish an easy-read version or a version for children and young people beside the plan, and link to it: [easy-read version](https://…).',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: `${PLAN}\nThere is an [easy read version](https://www.exampleshire.example/easy-read) of this plan.\n`,
      },
      {
        title: 'a version for children',
        kind: 'strategic-plan',
        text: `${PLAN}\n- a version for children and young people: www.exampleshire.example/young\n`,
      },
      {
        title: 'a heading with a link below it',
        kind: 'priority-action-plan',
        text: `${PLAN}\n## Easy read\n\nYou can find it on [our local offer](https://www.exampleshire.example/offer).\n`,
      },
      {
        title: 'a part for them',
        kind: 'strategic-plan',
        text: `${PLAN}\n## Summary for children and young people\n\nThis part is for you. You told us that you wait too long for help. We will open a new team so that you wait less. You can tell us what you think every month.\n`,
      },
      {
        title: 'the easy-read version itself',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy: easy read\n\nThis is our plan.\n',
      },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        text: PLAN,
        finds: [{ at: 'Exampleshire SEND strategic plan', severity: 'warning', message: /no easy-read version/ }],
      },
      {
        title: 'a priority action plan',
        kind: 'priority-action-plan',
        text: PLAN,
        finds: [{ at: 'Exampleshire SEND strategic plan', severity: 'warning' }],
      },
      {
        title: 'easy read of other things',
        kind: 'strategic-plan',
        text: `${PLAN}- Write easy read letters\n`,
        finds: [{ at: 'Exampleshire SEND strategic plan' }],
      },
      {
        title: 'a version without a link',
        kind: 'strategic-plan',
        text: `${PLAN}\nAn easy read version of this plan is available.\n`,
        finds: [{ at: 'An easy read version of this plan is available.', severity: 'warning', message: /link/ }],
      },
      {
        title: 'a draft that waits for the link',
        kind: 'strategic-plan',
        text: `---\nstatus: draft\n---\n\n${PLAN}\nAn easy read version of this plan: [insert link].\n`,
        finds: [{ at: 'An easy read version of this plan: [insert link].', severity: 'info' }],
      },
    ],
  },
  looksFor: [saying],
  check(document, report) {
    const told = saying(document)
      .map(({ unit }) => unit)
      .filter(tellsReaders);
    if (told.some(hasLink) || isWrittenForThem(document)) return;
    const promised = told.find(({ text, kind }) => kind !== 'heading' && OF_THIS.test(text));
    if (promised) {
      report({
        at: promised.span,
        // One who may ask for it has a way to get it.
        severity: waitsInDraft(document, [promised]) || hasContact(promised.text) ? 'info' : 'warning',
        message:
          'This names an easy-read version or one for children and young people, but has no link to it. Link to it, so that they can read it when the plan is published.',
      });
      return;
    }
    report({
      at: placeToTell(document),
      lack: 'where to find an easy-read version or one for children and young people',
      message:
        'There is no easy-read version of this plan and no version for children and young people. Write one with them, and link to it here.',
      fixes: [
        insertIntoFormats(
          document,
          '- easy read: [insert link to the easy read version]\n- a version for children and young people: [insert link to the version for children and young people]',
          'Insert links to the versions',
        ),
      ],
    });
  },
};

export default rule;
