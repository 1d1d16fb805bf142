// Documents of any size for the benchmark, grown from the project's examples; no two sentences are the same.
import { readFileSync } from 'node:fs';

const example = (path) => readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');
const report = example('reports/exampleshire-2026.md');
const plan = example('plans/exampleshire-strategic-plan-2026.md');

const WORDS = {
  who: 'Leaders|Practitioners|School staff|Health visitors|Therapists|Social workers|Early years settings|Family support teams|Colleges|Managers in the council|Advisers for young people|Specialist nurses|Headteachers|Commissioners',
  child:
    'children and young people with SEND|young people over 16|children in their early years|autistic children|young people who are deaf|children who have had no school place|young people who are leaving care|children with complex health needs|pupils who are educated at home|children who receive help for speech and language',
  does: 'understand|meet|describe|record|share with each other|plan well for|respond quickly to|keep in view',
  what: 'the needs|the wishes|the strengths|the health needs|the views|the hopes for adult life|the daily lives|the progress',
  service:
    'the sensory service|the neurodevelopmental pathway|speech and language therapy|the short breaks offer|the dynamic support register|the portage team|occupational therapy|the travel training offer|the mental health support team|the local offer website|the home learning service|the advice line for parents',
  result:
    'so families wait less|so fewer placements break down|which parents and carers value|and attendance has risen|although some families still wait too long|so moves between schools go well|but few families know of it|and this is making a difference|so plans describe the child well|yet reviews are still late',
  where:
    'in the north of the area|in most schools|in the largest town|across the partnership|in rural districts|in special schools|in some early years settings|in both hospitals',
  when: 'since the last review|this year|over the past two years|each term|from the first meeting on|before they turn 14|after the summer|at each annual review',
  share: 'a third|about half|most|a few|nearly all|one in five|a growing number',
  gerund: 'meeting|reviewing the plans of|hearing from|training staff who support|finding places for|writing to|checking on|visiting',
};
const FORMS = [
  '{who} {does} {what} of {child} {where}.',
  '{when}, {who} have put more time into {gerund} {child}, {result}.',
  '{service} now supports {share} of {child} {where}, {result}.',
  'For {share} of {child}, {service} has begun to help {when}.',
  '{who} work with {service} {where}, and together they {does} {what} of {child}.',
  'Too many of {child} do not get help from {service} {when}.',
  'Parents and carers say that {service} is easy to reach {where}, {result}.',
  '{who} are good at {gerund} {child} {when}.',
  'The ICB pays for {service}, {result}.',
  'Where {who} know {what} of {child}, {service} acts sooner.',
  'EHC plans show {what} of {child} clearly {where}.',
  'In {number} of the cases that were looked at, {who} had not asked {service} for advice {when}.',
];

/** A generator of numbers that gives the same ones for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** Sentences of a seed, each once. Their words and forms are of reports; what they say is made up. */
function sentences(next) {
  const told = new Set();
  const any = (list) => list[Math.floor(next() * list.length)];
  const word = (_, name) =>
    name === 'number'
      ? String(2 + Math.floor(next() * 60))
      : any(WORDS[name].split('|')).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return () => {
    for (;;) {
      const sentence = capital(any(FORMS).replace(/\{(\w+)\}/g, word));
      if (told.has(sentence)) continue;
      told.add(sentence);
      return sentence;
    }
  };
}

const paragraph = (next, sentence) => Array.from({ length: 4 + Math.floor(next() * 4) }, sentence).join(' ');
const action = (number, sentence) =>
  `| ${sentence().slice(0, -1)} | Head of SEND, Exampleshire Council | 1 September 2026 | ${1 + (number % 28)} November 2027 | Families who find guide ${number} helpful rise from 40% to ${60 + (number % 30)}% by November 2027 | In progress |`;

/** A full inspection report of about this many characters. */
export function makeReport(size, seed = 1) {
  const next = random(seed);
  const sentence = sentences(next);
  const parts = [];
  for (let length = report.length, number = 1; length < size; number++) {
    const text = number % 3 === 0 ? `- ${paragraph(next, sentence)}` : paragraph(next, sentence);
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
  const sentence = sentences(next);
  const parts = [];
  for (let length = plan.length, number = 1; length < size; number++) {
    const text =
      number % 4 === 0
        ? `| What we will do | Lead | Start | Due date | Success measure | Status |\n| --- | --- | --- | --- | --- | --- |\n${Array.from({ length: 6 }, (_, row) => action(number * 6 + row, sentence)).join('\n')}`
        : paragraph(next, sentence);
    parts.push(text);
    length += text.length + 2;
  }
  return `${plan.trimEnd()}\n\n## Further actions\n\n${parts.join('\n\n')}\n`;
}
