import { normaliseHeading, type HeadingInfo, type SendDocument } from '../../document/index.js';
import { kindOfTitle } from '../../framework/kinds.js';
import { SOURCES } from '../../framework/sources.js';
import { ALL_KINDS, type DocumentRule, type Fix } from '../rule.js';
import { lineBreakOf, runFrom, shift } from '../support/headings.js';

/** After remark-lint’s heading-increment and no-multiple-toplevel-headings, with the headings below a moved one moved along. */
const rule: DocumentRule = {
  id: 'heading-increment',
  title: 'Heading levels go down one at a time, and only the title has level 1',
  severity: 'error',
  kinds: ALL_KINDS,
  source: {
    ...SOURCES.wcag,
    where: 'success criterion 1.3.1; after the rules heading-increment and no-multiple-toplevel-headings of remark-lint',
  },
  rationale: 'People who use a screen reader move through a document by its headings. A level that is skipped sounds like a missing part.',
  help: 'Give each heading the level below the one that it belongs to: # for the title, ## for a section, ### for a part of a section.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Information about this inspection\n\n### Inspection team\n\n## Areas for improvement\n',
      },
      {
        title: 'a banner above the title',
        kind: 'full-inspection-report',
        text: '### Local area partnership report\n\n# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n',
      },
      { title: 'a text that begins below level 1', kind: 'strategic-plan', text: '### Our actions\n\n### Governance\n' },
    ],
    invalid: [
      {
        title: 'a level that is skipped, with the headings below it',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Actions\n\n#### Health\n\n##### Waiting\n\n#### Education\n\n## Governance\n',
        finds: [{ at: '#### Health', message: /level 2 to level 4/ }],
        fixed: '# Exampleshire SEND strategy\n\n## Actions\n\n### Health\n\n#### Waiting\n\n### Education\n\n## Governance\n',
      },
      {
        title: 'sections at the level of the title',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection outcome\n===\n\n# Information about this inspection\n\n## Inspection team ##\n',
        finds: [{ at: 'Inspection outcome\n===', message: /Only the title/ }, { at: '# Information about this inspection' }],
        fixed:
          '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\n## Information about this inspection\n\n### Inspection team ##\n',
      },
      {
        title: 'both at once',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n# Actions\n\n### Health\n',
        finds: [{ at: '# Actions' }, { at: '### Health', message: /level 1 to level 3/ }],
        fixed: '# Exampleshire SEND strategy\n\n## Actions\n\n### Health\n',
      },
      {
        title: 'a banner of level 1',
        kind: 'full-inspection-report',
        text: '# Local area partnership report\n\n# Area SEND inspection of Exampleshire Local Area Partnership\n',
        finds: [{ at: '# Local area partnership report' }],
        fixed: '## Local area partnership report\n\n# Area SEND inspection of Exampleshire Local Area Partnership\n',
      },
      {
        title: 'a title that is repeated',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Actions\n\nText.\n\n# Exampleshire SEND strategy\n\n## Governance\n',
        finds: [{ at: '# Exampleshire SEND strategy', message: /stands here again/ }],
        fixed: '# Exampleshire SEND strategy\n\n## Actions\n\nText.\n\n## Governance\n',
      },
    ],
  },
  check(document, report) {
    const { headings } = document;
    const top = headings.filter(({ depth }) => depth === 1);
    // A banner may have level 1 as well: the title is what says the kind.
    const title = top.find(({ text }) => kindOfTitle(text) === document.kind) ?? top[0];
    headings.forEach((heading, index) => {
      const before = headings[index - 1];
      if (heading.depth === 1 && heading !== title) {
        const repeated = heading.text !== '' && normaliseHeading(heading.text) === normaliseHeading(title!.text);
        report({
          at: heading.span,
          message: repeated
            ? 'The title stands here again. A document has one title: take this one out.'
            : 'Only the title has level 1, and this is another heading of that level. Give it level 2 (##).',
          fixes: repeated ? deletion(document, heading) : demotion(document, index),
          related: [{ span: title!.span, message: 'The title of the document.' }],
        });
      } else if (before && heading.depth > before.depth + 1) {
        const wanted = before.depth + 1;
        const edits = shift(document, runFrom(headings, index, heading.depth), wanted - heading.depth);
        report({
          at: heading.span,
          message: `The headings go from level ${before.depth} to level ${heading.depth}. Give this heading level ${wanted} (${'#'.repeat(wanted)}), so that no level is missing.`,
          fixes: edits ? [{ title: `Change to level ${wanted}, with the headings below it`, kind: 'fix', edits }] : [],
        });
      }
    });
  },
};

/** One level down, with everything below. */
function demotion(document: SendDocument, index: number): Fix[] {
  const edits = shift(document, runFrom(document.headings, index, 2), 1);
  return edits ? [{ title: 'Change to level 2, with the headings below it', kind: 'fix', edits }] : [];
}

function deletion(document: SendDocument, heading: HeadingInfo): Fix[] {
  const { start, end } = heading.span;
  const after = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(document.text.slice(end));
  // What stood above and below must not run together.
  const text = /(?:^|[\n\r])[ \t]*(?:\r\n|\n|\r)$/.test(document.text.slice(Math.max(0, start - 80), start)) ? '' : lineBreakOf(document);
  return [{ title: 'Take out the repeated title', kind: 'fix', edits: [{ start, end: end + (after?.[0].length ?? 0), text }] }];
}

export default rule;
