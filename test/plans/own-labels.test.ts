import assert from 'node:assert/strict';
import { openDocument, type SendDocument } from '../../src/document/index.js';

/* Labels that no list knows: what they stand before, again and again, tells what they mean. */

const plan = (body: string): SendDocument => openDocument(`# Westfold Local Area Partnership: SEND strategic plan 2026 to 2028\n\n${body}`);
const told = ({ facts }: SendDocument): readonly (readonly (string | null)[])[] =>
  facts.actions.map(({ text, owner, dueDate, measure, status }) => [
    text,
    owner?.text ?? null,
    dueDate,
    measure?.text ?? null,
    status?.text ?? null,
  ]);
const WANTED = [
  ['Recruit four therapists', 'Head of Therapies', '2027-07-31', 'Waits fall from 31 weeks to 12', 'Amber'],
  ['Open a drop-in at each hub', 'Early Help Manager', '2027-03-31', '300 families use it in a term', 'Green'],
];

describe('labels of a plan’s own', () => {
  it('are read under headings that are the actions', () => {
    const blocks = WANTED.map(
      ([text, owner, due, measure, state]) =>
        `### ${text}\n\n**Answerable:** ${owner}\n**Finish line:** ${due!.slice(8)}/${due!.slice(5, 7)}/${due!.slice(0, 4)}\n**Proof:** ${measure}\n**Colour:** ${state}\n`,
    );
    assert.deepEqual(told(plan(`## Area for improvement 1\n\n${blocks.join('\n')}`)), WANTED);
  });

  it('are read in a table for each action', () => {
    const tables = WANTED.map(
      ([text, owner, due, measure, state], card) =>
        `| Card ${card + 1} | |\n|---|---|\n| Pledge | ${text} |\n| Answerable | ${owner} |\n| Ends | ${due!.slice(8)}/${due!.slice(5, 7)}/${due!.slice(0, 4)} |\n| Yardstick | ${measure} |\n| State of play | ${state} |\n`,
    );
    assert.deepEqual(told(plan(`## Action cards\n\n${tables.join('\n')}`)), WANTED);
  });

  it('tell where a heading is the action and its label tells of progress', () => {
    const { facts } = plan(
      '### 1. Count every child\n\n**What we are doing:** We have begun with three schools.\n\n**Lead:** Head of Data\n\n**By when:** June 2027\n\n### 2. Fund the missing nurses\n\n**What we are doing:** The money has been agreed.\n\n**Lead:** Chief Nurse\n\n**By when:** May 2027\n',
    );
    assert.deepEqual(
      facts.actions.map(({ text, reference }) => [reference?.text, text]),
      [
        ['1', 'Count every child'],
        ['2', 'Fund the missing nurses'],
      ],
    );
  });

  it('are not learned from one block', () => {
    assert.deepEqual(told(plan('### Contact\n\n**Desk:** Head of SEND\n**Opening:** June 2027\n')), []);
  });
});
