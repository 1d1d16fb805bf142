import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DOCUMENT_KINDS } from '../../src/framework/types.js';
import { OUTCOMES, STATUTORY_BASIS } from '../../src/framework/wording.js';
import { newDocument, skeletonFor } from '../../src/templates/index.js';
import { MEETING_SECTIONS } from '../../src/templates/meetings.js';
import { PLAN_SECTIONS } from '../../src/templates/plans.js';

interface Stored {
  prefix: string[];
  description: string;
  body: string[];
}
const file = readFileSync(new URL('../../snippets/area-send.json', import.meta.url), 'utf8');
const stored = JSON.parse(file) as Record<string, Stored>;
const entries = Object.entries(stored);

/**
 * The text that a body inserts when every default and every first choice stays, with the tab stops in order.
 * Stricter than the editor: throws at anything but text, `${n:default}` and `${n|a,b|}`.
 */
function expand(body: string): { text: string; stops: number[]; choices: string[][] } {
  let text = '';
  const stops: number[] = [];
  const choices: string[][] = [];
  for (let i = 0; i < body.length;) {
    const char = body[i]!;
    if (char === '\\') {
      assert.match(body[i + 1] ?? '', /[$}\\]/, `a stray backslash in ${body}`);
      text += body[i + 1];
      i += 2;
      continue;
    }
    if (char !== '$') {
      text += char;
      i++;
      continue;
    }
    const stop = /^\$\{(\d+)(?::((?:[^\\$}]|\\[\\$}])*)|\|((?:[^\\|]|\\[\\,|])*)\|)\}/.exec(body.slice(i));
    assert.ok(stop, `not a tab stop: ${body.slice(i, i + 60)}`);
    stops.push(Number(stop[1]));
    if (stop[3] !== undefined) {
      const options = stop[3].split(/(?<!\\),/).map((option) => option.replace(/\\(.)/g, '$1'));
      assert.ok(options.length > 1 && options.every((option) => option.length > 0), `an empty choice in ${stop[0]}`);
      assert.equal(new Set(options).size, options.length, `a choice twice in ${stop[0]}`);
      choices.push(options);
      text += options[0];
    } else {
      text += stop[2]!.replace(/\\(.)/g, '$1');
    }
    i += stop[0].length;
  }
  return { text, stops, choices };
}

const textOf = (name: string): string => {
  const snippet = stored[name];
  assert.ok(snippet, `no snippet “${name}”`);
  return expand(snippet.body.join('\n')).text;
};

describe('snippets', () => {
  it('have prefixes of their own that begin with send-', () => {
    const prefixes = entries.flatMap(([, snippet]) => snippet.prefix);
    assert.ok(prefixes.length > entries.length);
    assert.deepEqual(
      prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index),
      [],
    );
    for (const prefix of prefixes) assert.match(prefix, /^send-[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  for (const [name, snippet] of entries) {
    it(`${name}: is valid, says what it is and leaves no gap unmarked`, () => {
      const { text, stops } = expand(snippet.body.join('\n'));
      assert.match(snippet.description, /^\p{Lu}.{15,}\.$/u);
      assert.deepEqual(
        [...new Set(stops)],
        [...new Set(stops)].sort((a, b) => a - b),
        'tab stops run from top to bottom',
      );
      assert.deepEqual(
        [...new Set(stops)],
        Array.from({ length: new Set(stops).size }, (_, index) => index + 1),
        'no number is left out',
      );
      assert.doesNotMatch(text, /["']/, 'curly quotation marks and apostrophes are house style');
      assert.doesNotMatch(snippet.description, /["']/);
      assert.ok(!snippet.body.some((line) => line.includes('\n') || /\s$/.test(line)), 'one line an entry, no trailing space');
    });
  }

  it('carry the framework’s wording unchanged', () => {
    for (const info of OUTCOMES) {
      assert.equal(
        textOf(`Inspection outcome: ${info.name}`),
        `## Inspection outcome\n\n${info.statements[0]}\n\n${info.nextInspection[0]}\n\n${info.followUp[0]}`,
      );
      assert.equal(textOf(`Outcome statement: ${info.name}`), info.statements[0]);
      assert.equal(textOf(`Next inspection: ${info.name}`), info.nextInspection[0]);
    }
    assert.equal(textOf('Follow-up: strategic plan'), OUTCOMES[0]!.followUp[0]);
    assert.equal(textOf('Follow-up: priority action plan'), OUTCOMES[2]!.followUp[0]);
    assert.equal(textOf('Legal basis: full inspection'), STATUTORY_BASIS.full.text);
    assert.equal(textOf('Legal basis: monitoring inspection'), STATUTORY_BASIS.monitoring.text);
  });

  it('cover every section of every kind of document', () => {
    for (const kind of DOCUMENT_KINDS) {
      const headings = [...newDocument({ kind, outcome: 3 }).matchAll(/^## (.*)$/gm)].map((match) => match[1]!);
      assert.ok(headings.length >= 3);
      const bodies = entries.map(([, snippet]) => snippet.body[0]);
      for (const heading of headings) assert.ok(bodies.includes(`## ${heading}`), `${kind}: no snippet for “${heading}”`);
    }
  });

  it('insert what “insert missing section” inserts', () => {
    const inserted = entries.map(([, snippet]) => expand(snippet.body.join('\n')).text);
    for (const id of PLAN_SECTIONS) assert.ok(inserted.includes(skeletonFor(id, 'priority-action-plan')), id);
    for (const id of MEETING_SECTIONS) assert.ok(inserted.includes(skeletonFor(id, 'engagement-meeting-note')), id);
  });

  it('offer front matter that the closed list of kinds allows', () => {
    const kinds = entries.flatMap(([, snippet]) =>
      snippet.body.filter((line) => line.startsWith('document: ')).map((line) => line.slice('document: '.length)),
    );
    assert.deepEqual(kinds.sort(), [...DOCUMENT_KINDS].sort());
  });

  it('keep the reason in a suppression', () => {
    for (const line of entries.flatMap(([, snippet]) => snippet.body).filter((line) => line.includes('area-send-disable')))
      assert.match(expand(line).text, /<!-- area-send-disable(?:-next-line)? \[insert rule\]: \[insert reason\] -->/);
  });
});
