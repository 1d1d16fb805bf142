// Documents of any size for the benchmark, grown from the project's examples; no two paragraphs are the same.
import { readFileSync } from 'node:fs';

const example = (path) => readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');
const report = example('reports/exampleshire-2026.md');
const plan = example('plans/exampleshire-strategic-plan-2026.md');

const SENTENCES = [
  'Leaders across education, health and care meet each month to look at how long families wait.',
  'Too many children and young people wait longer than they should for an assessment.',
  'Most education, health and care (EHC) plans are written on time, but their quality varies.',
  'Families value the specialist advisers, who visit settings each week and answer quickly.',
  'Practitioners share what they know, so parents and carers tell their story only once.',
  'The integrated care board (ICB) has put more money into speech and language therapy.',
  'Young people say that their views shaped the new travel training offer.',
  'Some settings do not yet use the agreed tools to find needs early.',
];

/** A generator of numbers that gives the same ones for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const paragraph = (next, number) =>
  Array.from({ length: 4 + Math.floor(next() * 4) }, () => SENTENCES[Math.floor(next() * SENTENCES.length)])
    .join(' ')
    .replace('each month', `in week ${number} of each term`);
const action = (number) =>
  `| Publish guide number ${number} for families and settings | Head of SEND, Exampleshire Council | 1 September 2026 | ${1 + (number % 28)} November 2027 | Families who find it helpful rise from 40% to ${60 + (number % 30)}% by November 2027 | In progress |`;

/** A full inspection report of about this many characters. */
export function makeReport(size, seed = 1) {
  const next = random(seed);
  const parts = [];
  for (let length = report.length, number = 1; length < size; number++) {
    const text = number % 3 === 0 ? `- ${paragraph(next, number)}` : paragraph(next, number);
    parts.push(text);
    length += text.length + 2;
  }
  return report
    .replace(
      '\n## What does the area partnership need to do better?',
      `\n${parts.join('\n\n')}\n\n## What does the area partnership need to do better?`,
    )
    .replaceAll('Exampleshire', seed === 1 ? 'Exampleshire' : `Exampleshire${'abcdefgh'[seed % 8]}`);
}

/** A strategic plan of about this many characters: paragraphs and action tables. */
export function makePlan(size, seed = 1) {
  const next = random(seed);
  const parts = [];
  for (let length = plan.length, number = 1; length < size; number++) {
    const text =
      number % 4 === 0
        ? `| What we will do | Lead | Start | Due date | Success measure | Status |\n| --- | --- | --- | --- | --- | --- |\n${Array.from({ length: 6 }, (_, row) => action(number * 6 + row)).join('\n')}`
        : paragraph(next, number);
    parts.push(text);
    length += text.length + 2;
  }
  return `${plan.trimEnd()}\n\n## Further actions\n\n${parts.join('\n\n')}\n`;
}
