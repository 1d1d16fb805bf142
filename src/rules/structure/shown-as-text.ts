import { blocksWith, perBlock, type DocumentSlip, type SendDocument } from '../../document/index.js';
import { SOURCES } from '../../framework/sources.js';
import type { Mend, MendKind } from '../../markdown/mend.js';
import type { Span } from '../../text/span.js';
import { ALL_KINDS, type DocumentRule, type Fix } from '../rule.js';

interface Told {
  readonly message: string;
  readonly mend: string;
  /** 'fix' where nothing else can have been meant. */
  readonly kind: Fix['kind'];
}

/** `table-structure` tells of tables that are made with tabs. */
const MENDS: Readonly<Record<Exclude<MendKind, 'tab-table'>, Told>> = {
  'heading-space': {
    message: 'This is shown as text, not as a heading, because there is no space after the #. Put one there.',
    mend: 'Put a space after the #',
    kind: 'fix',
  },
  'heading-sign': {
    message: 'This is shown as text, not as a heading, because a sign stands before or between the #. Take it out.',
    mend: 'Take the sign out',
    kind: 'assist',
  },
  'heading-empty': {
    message:
      'This heading has no words, so that readers find an empty place here, and a heading below it may have lost its level. Write its words behind the #, or take it out.',
    mend: 'Take the empty heading out',
    kind: 'assist',
  },
  'heading-in-item': {
    message: 'This heading belongs to the item above it, because spaces stand before it. Take them out.',
    mend: 'Take the spaces out',
    kind: 'assist',
  },
  'broken-heading': {
    message:
      'These words belong to the heading above, but are shown as text, because they stand on a line of their own. Join the two lines.',
    mend: 'Join them to the heading',
    kind: 'assist',
  },
  'hidden-space': {
    message:
      'This is shown as text, because a space stands here that looks like any other and is none to Markdown. Such spaces come with pasted text. Write an ordinary one, or none.',
    mend: 'Write an ordinary space or none',
    kind: 'fix',
  },
  'comment-sign': {
    message: 'This sign begins a comment that is never closed, so that it is shown. Take it out, or close the comment with -->.',
    mend: 'Take the sign out',
    kind: 'assist',
  },
  'row-sign': {
    message: 'This table is shown as text, because a sign stands before the first bar of this row. Take it out.',
    mend: 'Take the sign out',
    kind: 'assist',
  },
  'joined-rows': {
    message: 'Two lines of a table stand in one here, so that it is shown as text. Begin a new line between the two bars.',
    mend: 'Begin a new line between the bars',
    kind: 'fix',
  },
  'broken-row': {
    message: 'This line is the rest of the row above, and is read as a row of its own. Join the two: a row stands in one line.',
    mend: 'Join the two lines',
    kind: 'fix',
  },
  'hidden-break': {
    message:
      'What stands here on a new line goes on in the same line for Markdown, because the line was broken by a sign of another program. Break it with the Enter key.',
    mend: 'Break the lines',
    kind: 'fix',
  },
  'other-bars': {
    message: 'These rows are shown as text, not as a table, because their bars are another sign that only looks like |. Write | instead.',
    mend: 'Write | for each bar',
    kind: 'fix',
  },
  'extra-dashes': {
    message: 'This line of dashes is shown, because only the one under the first row makes a table. Take it out.',
    mend: 'Take the line out',
    kind: 'fix',
  },
  'second-table': {
    message: 'Another table begins here, but its names of columns are read as a row of the one above. Put an empty line between the two.',
    mend: 'Put an empty line above it',
    kind: 'fix',
  },
  'escaped-stars': {
    message: 'The stars around this label are shown, because a backslash stands before each of them. Take the backslashes out.',
    mend: 'Take the backslashes out',
    kind: 'fix',
  },
  'stray-row': {
    message: 'This stands on a line of its own between two rows, and becomes a row of the table. Take it out.',
    mend: 'Take it out',
    kind: 'assist',
  },
  'item-space': {
    message: 'This line is no item of the list, because there is no space after its sign. Put one there.',
    mend: 'Put a space there',
    kind: 'fix',
  },
  'item-sign': {
    message: 'This line is no item of the list, because another sign stands before the one that makes an item. Take it out.',
    mend: 'Take the sign out',
    kind: 'assist',
  },
  'item-lost': {
    message: 'This line goes on with the item above it, because the sign that makes an item of it is missing. Put the sign there.',
    mend: 'Put the sign there',
    kind: 'assist',
  },
  'joined-items': {
    message: 'Two items of the list stand in one line here, and are read as one. Begin a new line before the sign.',
    mend: 'Begin a new line before the sign',
    kind: 'fix',
  },
  'half-break': {
    message: 'This sign for a new line is shown as text, because its < or > is missing. Write <br>.',
    mend: 'Write <br>',
    kind: 'fix',
  },
  'joined-label': {
    message:
      'This line is meant to stand by itself, but goes on with the text above it, because no empty line is between the two. Put one there.',
    mend: 'Put an empty line above it',
    kind: 'fix',
  },
  'label-stars': {
    message:
      'The stars before and behind this label do not fit together, so that some are shown and the label is not bold. Write two on each side, right at the words.',
    mend: 'Write two stars on each side',
    kind: 'fix',
  },
  'stray-quote': {
    message: 'The sign > makes a quotation of this line. Take it out, or put it before each line of the quotation.',
    mend: 'Take the sign out',
    kind: 'assist',
  },
  'cut-rows': {
    message: 'This row and those below it are cut off from their table by an empty line, and are shown as text. Take the empty line out.',
    mend: 'Take the empty line out',
    kind: 'fix',
  },
  'split-rows': {
    message:
      'This row and those below it are cut off from their table by what stands between the two, and are shown as text. Take that out, or put it below the table.',
    mend: 'Take out what stands between',
    kind: 'assist',
  },
  'no-delimiter': {
    message:
      'These rows are shown as text, not as a table, because the line of dashes under the first row is missing. Put it there, and name the columns in the first row.',
    mend: 'Put the line of dashes under the first row',
    kind: 'assist',
  },
  'wrong-delimiter': {
    message:
      'These rows are shown as text, not as a table, because this line does not have --- for each column. Write as many as there are columns.',
    mend: 'Write --- for each column',
    kind: 'fix',
  },
  'prose-under-table': {
    message: 'This line becomes a row of the table above it. Put an empty line between them.',
    mend: 'Put an empty line above it',
    kind: 'fix',
  },
  'html-table': {
    message:
      'This table is written in HTML, which many tools show as text or leave out. Write it as a Markdown table, with a bar | between the cells.',
    mend: 'Write it as a Markdown table',
    kind: 'assist',
  },
  'html-list': {
    message: 'This list is written in HTML, which many tools show as text or leave out. Write it with a dash before each item.',
    mend: 'Write it as a Markdown list',
    kind: 'assist',
  },
  'html-text': {
    message:
      'This is shown with its signs, because no empty line stands between it and the HTML above, which reaches down to it. Put one there.',
    mend: 'Put an empty line above it',
    kind: 'fix',
  },
  'drawn-table': {
    message:
      'The columns of this table are drawn with dashes and spaces, and are shown as one text. Write it as a Markdown table, with a bar | between the cells.',
    mend: 'Write it as a Markdown table',
    kind: 'assist',
  },
  'grid-table': {
    message: 'This table is drawn with + and -, and is shown as text. Write it as a Markdown table, with a bar | between the cells.',
    mend: 'Write it as a Markdown table',
    kind: 'assist',
  },
  anchor: {
    message:
      'This name of a place, which other programs write beside headings, is shown as text. Take it out: a heading can be linked to without it.',
    mend: 'Take the name out',
    kind: 'fix',
  },
  'link-brackets': {
    message: 'This is shown as text, not as a link. Write the words in square brackets and, right behind them, the address in round ones.',
    mend: 'Make it a link',
    kind: 'fix',
  },
  'underlined-paragraph': {
    message: 'This line makes a heading of the paragraph above it. Put an empty line between them.',
    mend: 'Put an empty line between them',
    kind: 'assist',
  },
  indented: {
    message: 'This is shown as program code, because the line begins with four spaces or a tab. Take them out.',
    mend: 'Take the spaces out',
    kind: 'assist',
  },
};

const SLIPS: Readonly<Record<DocumentSlip['kind'], Omit<Told, 'kind'>>> = {
  'heading-level': {
    message:
      'This heading counts on from others, but has another level than they have, so that what stands below it belongs to another part. Give it their level.',
    mend: 'Give it the level of the others',
  },
  'open-fence': {
    message:
      'Everything from here on is shown as program code, because this sign is never closed. Take it out, or close it with the same sign on a line of its own.',
    mend: 'Take the sign out',
  },
  'open-comment': {
    message: 'Everything from here on is hidden from readers, because this comment is never closed. Close it with -->, or take it out.',
    mend: 'Take the sign out',
  },
  'open-html': {
    message: 'Everything from here on is lost to readers, because this HTML is never closed. Take it out.',
    mend: 'Take the sign out',
  },
  'fenced-table': {
    message: 'This table is shown as program code, with its bars and dashes. Take out the signs above and below it.',
    mend: 'Take the signs out',
  },
  'front-matter-line': {
    message:
      'The facts at the top of the file are shown as text in other tools, because this line only looks like ---. Write three hyphens above them and below, and nothing else in these lines.',
    mend: 'Write --- above and below',
  },
  'other-front-matter': {
    message:
      'The facts at the top of the file are not read, because they are not written in YAML. Write them between two lines of ---, one a line, like “localArea: Exampleshire”.',
    mend: '',
  },
  'late-front-matter': {
    message: 'The facts at the top of the file are shown as text, because something stands above them. They must begin on line 1.',
    mend: 'Move them to the top',
  },
};

const slipsIn = blocksWith(
  perBlock(({ mends }): readonly Mend[] | null => {
    const told = mends.filter(({ isQuiet }) => !isQuiet);
    return told.length > 0 ? told : null;
  }),
);

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** The edit that mends a slip of the whole document. */
function fixOf(document: SendDocument, slip: DocumentSlip): Fix {
  const { text, frontMatter } = document;
  const title = SLIPS[slip.kind].mend;
  if (slip.kind === 'heading-level') {
    const { start } = slip.at;
    const signs = /^#+/.exec(text.slice(start))?.[0].length ?? 0;
    const edits = signs > 0 ? [{ start, end: start + signs, text: '#'.repeat(slip.meant) }] : [];
    return { title, kind: 'assist', edits };
  }
  if (slip.kind === 'other-front-matter') return { title, kind: 'assist', edits: [] };
  if (slip.kind === 'front-matter-line')
    return { title, kind: 'fix', edits: [slip.at, slip.close].map(({ start, end }) => ({ start, end, text: '---' })) };
  if (slip.kind === 'fenced-table') {
    const line = ({ start, end }: Span) => ({
      start: document.lineStart(document.lineColumn(start).line),
      end: end + /^(?:\r\n|\n|\r)?/.exec(text.slice(end))![0].length,
      text: '',
    });
    return { title, kind: 'assist', edits: [line(slip.at), ...(slip.close ? [line(slip.close)] : [])] };
  }
  if (slip.kind !== 'late-front-matter') {
    const line = document.lineStart(document.lineColumn(slip.at.start).line);
    const rest = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(slip.at.end))![0];
    const alone = text.slice(line, slip.at.start).trim() === '' && (slip.kind === 'open-fence' || rest.trim() === '');
    const at = alone ? { start: line, end: slip.at.end + rest.length } : slip.at;
    return { title, kind: 'assist', edits: [{ ...at, text: '' }] };
  }
  const { start, end } = frontMatter.span!;
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const above = text.slice(from, start);
  return {
    title,
    kind: 'fix',
    edits: [
      { start: from, end: start, text: '' },
      { start: end, end, text: above.trim() === '' ? '' : above },
    ],
  };
}

const rule: DocumentRule = {
  id: 'shown-as-text',
  title: 'Markdown is what it was meant to be',
  severity: 'error',
  kinds: ALL_KINDS,
  source: { ...SOURCES.product, where: 'what CommonMark and its tables make of a text' },
  rationale:
    'One empty line or one missing space is enough for a table, a heading or half a report to vanish from what readers see. Checks read it as it was meant, so that nothing else is reported because of it.',
  help: 'Mend it where it is marked, and look at the preview.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: '## Actions\n\n| Action | Lead |\n| --- | --- |\n| Hire staff. | Head of service |\n\nMore will follow.\n',
      },
      {
        kind: 'strategic-plan',
        title: 'headings with a line drawn under them',
        text: 'What do we want to do better?\n-----------------------------\n\nText.\n\nWho will help?\n------\n\nText.\n\nWho was asked?\n---\n\nText.\n',
      },
      { kind: 'strategic-plan', title: 'a tag and a line of code', text: '#SENDvoices is our campaign.\n\n    npm run build\n' },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        title: 'an empty line in a table',
        text: '## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should act. |\n\n| Leaders should plan. |\n',
        finds: [{ at: '| Leaders should plan. |' }],
        fixed: '## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should act. |\n| Leaders should plan. |\n',
      },
      {
        kind: 'strategic-plan',
        text: '##Governance\n\nThe board meets each month.\n',
        finds: [{ at: '##Governance' }],
        fixed: '## Governance\n\nThe board meets each month.\n',
      },
      {
        kind: 'strategic-plan',
        title: 'a sign too many before a heading, a row, an item and at a label',
        text: ']## Actions\n\n>| Action | Lead |\n| --- | --- |\n| Hire staff. | Head of service |\n\n!- **Lead:** Head of service\n- **Action:* Hire staff.\n',
        finds: [{ at: ']## Actions' }, { at: '>| Action | Lead |' }, { at: '!- **Lead:** Head of service' }, { at: '**Action:*' }],
        fixed:
          ']## Actions\n\n>| Action | Lead |\n| --- | --- |\n| Hire staff. | Head of service |\n\n!- **Lead:** Head of service\n- **Action:** Hire staff.\n',
      },
      {
        kind: 'strategic-plan',
        title: 'items without their sign or their break, and a line without the empty one above it',
        text: 'All is agreed.\n**What comes next**\n\n- Hire staff.- Train staff.\n Write a guide.\n- Meet each month.\n\nWe will:\n\n(- Publish a report.\n',
        finds: [{ at: '**What comes next**' }, { at: '- Train staff.' }, { at: 'Write a guide.' }, { at: '(- Publish a report.' }],
        fixed:
          'All is agreed.\n\n**What comes next**\n\n- Hire staff.\n- Train staff.\n Write a guide.\n- Meet each month.\n\nWe will:\n\n(- Publish a report.\n',
      },
      {
        kind: 'strategic-plan',
        title: 'a level that the others do not have',
        text: '## Actions\n\n### Action 1: Hire\n\nText.\n\n## Action 2: Train\n\nText.\n\n### Action 3: Review\n\nText.\n',
        finds: [{ at: '## Action 2: Train' }],
      },
      {
        kind: 'strategic-plan',
        title: 'rows without a line of dashes, prose around them',
        text: 'Who will act:\n| Lead | Action |\n| Head of service | Hire staff. |\nMore will follow.\n',
        finds: [{ at: '| Lead | Action |' }],
      },
      {
        kind: 'strategic-plan',
        title: 'a fence that is never closed',
        text: 'We will act.\n\n```\n## Governance\n\nThe board meets each month.\n',
        finds: [{ at: '```' }],
      },
      {
        kind: 'strategic-plan',
        title: 'brackets the wrong way round',
        text: 'See (the local offer)[https://example.org/local-offer].\n',
        finds: [{ at: '(the local offer)[https://example.org/local-offer]' }],
        fixed: 'See [the local offer](https://example.org/local-offer).\n',
      },
    ],
  },
  looksFor: [slipsIn],
  check(document, report) {
    for (const slip of document.slips) {
      const fix = fixOf(document, slip);
      report({ at: slip.at, message: SLIPS[slip.kind].message, fixes: fix.edits.length > 0 ? [fix] : [] });
    }
    for (const { placed, value } of slipsIn(document))
      for (const mend of value) {
        if (mend.kind === 'tab-table') continue;
        const { message, mend: title, kind } = MENDS[mend.kind];
        const edits = mend.edits.map((edit) => ({ ...edit, ...moved(edit, placed.start) }));
        report({ at: moved(mend.at, placed.start), message, fixes: edits.length > 0 ? [{ title, kind, edits }] : [] });
      }
  },
};

export default rule;
