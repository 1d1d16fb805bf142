/*
 * Counts what published reports have around each word, and learns from slips planted into them what tells a slip, for
 * src/language/usage.json: `npm run usage -- FOLDER… [--show]`. The reports are Crown copyright under the Open Government Licence v3.0; the
 * file holds hashes of rows that stand in them three times at least, how often, and the weights of a small network: no text.
 *
 * What is printed is measured by halves: a report is judged by counts that leave it out and by a network that learnt on the other half.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import './generate/sources.mjs';
import { DOUBLED, changesOf } from '../src/language/_changes.js';
import { MEASURES, isGain, isOdd, judge, measure, rowsIn, signOf, signsIn, type Change, type Sign } from '../src/language/_usage.js';
import { LEVELS, packed } from '../src/language/_usage-table.js';
import { TaggedSentence } from '../src/language/sentence.js';
import { createWinkModel } from '../src/language/wink.js';
import { seeded } from './mutations/class.js';

const { openDocument, sentencesOf } = await import('../src/document/index.js');
const { values, positionals: folders } = parseArgs({ allowPositionals: true, options: { show: { type: 'boolean', default: false } } });
if (folders.length === 0) {
  console.error('usage: name folders of Markdown reports');
  process.exit(2);
}

/** Kinds of change, and of how many changes one is tried as a slip. */
const KINDS: Readonly<Record<string, { readonly oneIn: number }>> = {
  'look-alike': { oneIn: 10 },
  adverb: { oneIn: 3 },
  owner: { oneIn: 12 },
  'too-many': { oneIn: 8 },
};
const UNITS = 8;
const random = seeded(1);

interface Sentence {
  readonly s: TaggedSentence;
  readonly signs: readonly Sign[];
}

const model = createWinkModel();
const reports: Sentence[][] = [];
for (const folder of folders)
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.md') || name === 'README.md') continue;
    const document = openDocument(readFileSync(join(folder, name), 'utf8'), { kind: 'full-inspection-report' });
    const sentences: Sentence[] = [];
    for (const { prose } of document.prose) {
      if (prose.kind === 'heading' || prose.kind === 'header-cell') continue;
      for (const { text } of sentencesOf(prose)) {
        const s = new TaggedSentence(text, model);
        sentences.push({ s, signs: signsIn(s) });
      }
    }
    reports.push(sentences);
  }

/** All rows with how often each stands in the reports: open addressing, since they are some millions. */
class Counter {
  readonly #rows = new Int32Array(1 << 24);
  readonly #counts = new Int32Array(1 << 24);

  #place(row: number): number {
    let place = (Math.imul(row || 1, 0x9e3779b1) >>> 8) & (this.#rows.length - 1);
    while (this.#rows[place] !== 0 && this.#rows[place] !== (row || 1)) place = (place + 1) & (this.#rows.length - 1);
    return place;
  }

  add(row: number, times: number): void {
    const place = this.#place(row);
    this.#rows[place] = row || 1;
    this.#counts[place]! += times;
  }

  of(row: number): number {
    return this.#counts[this.#place(row)]!;
  }

  *all(): Generator<readonly [row: number, count: number]> {
    for (let place = 0; place < this.#rows.length; place++) if (this.#counts[place]! > 0) yield [this.#rows[place]!, this.#counts[place]!];
  }
}

const counter = new Counter();
const addAll = (sentences: readonly Sentence[], times: number): void => {
  for (const { signs } of sentences) rowsIn(signs, (row) => counter.add(row, times));
};
for (const report of reports) addAll(report, 1);
const total = reports.flat().reduce((sum, { signs }) => sum + signs.length, 0);
/** As the table will have it. */
const counts = (row: number): number => {
  const count = counter.of(row);
  let level = LEVELS.length - 1;
  while (LEVELS[level]! > count) level--;
  return LEVELS[level]!;
};

interface Example {
  readonly measures: Float64Array;
  readonly isSlip: boolean;
  readonly half: 0 | 1;
  readonly shown: () => string;
}
const examples = new Map<string, Example[]>(Object.keys(KINDS).map((kind) => [kind, []]));
const measured = new Float64Array(MEASURES);
const after = (signs: readonly Sign[], { at, takes, puts }: Change): Sign[] => signs.toSpliced(at, takes, ...(puts ? [puts] : []));
const shownOf = (signs: readonly Sign[], { at, takes, puts }: Change): string =>
  `${signs.slice(Math.max(0, at - 6), at).map(({ text }) => text).join(' ')} [${takes ? signs[at]!.text : ''} → ${puts?.text ?? ''}] ${signs.slice(at + takes, at + takes + 6).map(({ text }) => text).join(' ')}`; // prettier-ignore

reports.forEach((report, index) => {
  const half = (index % 2) as 0 | 1;
  addAll(report, -1);
  for (const { s, signs } of report) {
    if (signs.length < 4) continue;
    const plant = (slip: Change): void => {
      const planted = after(signs, slip);
      const wanted = slip.takes === 1 ? signs[slip.at]! : null;
      const back = changesOf(planted, s).find(
        ({ kind, at, puts }) => at === slip.at && puts?.text === wanted?.text && (slip.takes === 1 || kind === 'too-many'),
      );
      if (!back || !isOdd(planted, back, counts)) return;
      measure(planted, back, counts, total, measured);
      examples.get(back.kind)!.push({ measures: measured.slice(), isSlip: true, half, shown: () => shownOf(planted, back) });
    };
    for (const change of changesOf(signs, s)) {
      if (isOdd(signs, change, counts)) {
        measure(signs, change, counts, total, measured);
        // What is plainly less usual than what stands there teaches little.
        if (isGain(measured) || random() < 0.01)
          examples.get(change.kind)!.push({ measures: measured.slice(), isSlip: false, half, shown: () => shownOf(signs, change) });
      }
      if (random() * KINDS[change.kind]!.oneIn < 1) {
        // Words of which one is too many are put in, wherever that may be.
        const at = change.kind === 'too-many' ? 1 + Math.floor(random() * (signs.length - 1)) : change.at;
        plant(
          change.kind === 'too-many'
            ? { ...change, at, takes: 0, puts: signOf(DOUBLED[Math.floor(random() * DOUBLED.length)]!, s) }
            : change,
        );
      }
    }
  }
  addAll(report, 1);
});

const ROUNDS = 8;
/** Learns weights by gradient descent, each weight at its own pace (Adagrad). */
function learn(from: readonly Example[]): Float64Array {
  const weights = new Float64Array(UNITS * (MEASURES + 2) + 1);
  for (let index = 0; index < weights.length - 1; index++) weights[index] = (random() - 0.5) * (index < UNITS * MEASURES ? 0.2 : 1);
  const squares = new Float64Array(weights.length).fill(0.01);
  const states = new Float64Array(UNITS);
  const order = [...from];
  for (let round = 0; round < ROUNDS; round++) {
    const pace = 0.05 * (1 - round / ROUNDS);
    const step = (index: number, gradient: number): void => {
      squares[index]! += gradient * gradient;
      weights[index]! -= (pace * gradient) / Math.sqrt(squares[index]!);
    };
    for (let left = order.length - 1; left > 0; left--) {
      const other = Math.floor(random() * (left + 1));
      [order[left], order[other]] = [order[other]!, order[left]!];
    }
    for (const { measures, isSlip } of order) {
      let sum = weights.at(-1)!;
      for (let unit = 0; unit < UNITS; unit++) {
        let input = weights[UNITS * MEASURES + unit]!;
        for (let index = 0; index < MEASURES; index++) input += weights[unit * MEASURES + index]! * measures[index]!;
        states[unit] = Math.tanh(input);
        sum += states[unit]! * weights[UNITS * (MEASURES + 1) + unit]!;
      }
      const error = 1 / (1 + Math.exp(-sum)) - (isSlip ? 1 : 0);
      if (Math.abs(error) < 0.002) continue;
      step(weights.length - 1, error);
      for (let unit = 0; unit < UNITS; unit++) {
        const outer = UNITS * (MEASURES + 1) + unit;
        const inner = error * weights[outer]! * (1 - states[unit]! * states[unit]!);
        step(outer, error * states[unit]!);
        step(UNITS * MEASURES + unit, inner);
        for (let index = 0; index < MEASURES; index++) if (measures[index] !== 0) step(unit * MEASURES + index, inner * measures[index]!);
      }
    }
  }
  return weights;
}

const rounded = (weights: Float64Array): number[] => [...weights].map((weight) => Math.round(weight * 1000) / 1000);
const kinds: Record<string, { least: number; weights: number[] }> = {};
console.log(`${total} words; slips found where ‘alarms’ of the reports’ own sentences are taken for slips as well`);
for (const [kind, all] of examples) {
  const halves = [0, 1].map((half) => learn(all.filter((example) => example.half === half)));
  const judged = all
    .map((example) => ({ example, score: judge(halves[1 - example.half]!, example.measures) }))
    .sort((a, b) => b.score - a.score);
  const own = judged.filter(({ example }) => !example.isSlip);
  const slips = judged.filter(({ example }) => example.isSlip);
  const shareAt = (alarms: number): string =>
    `${alarms}: ${Math.round((100 * slips.filter(({ score }) => score > own[alarms]!.score).length) / slips.length)}%`;
  console.log(`  ${kind.padEnd(12)} ${slips.length} slips; found at alarms ${[0, 1, 3, 6, 12].map(shareAt).join(', ')}`);
  if (values.show) for (const { example, score } of own.slice(0, 20)) console.log(`      ${score.toFixed(1)} ${example.shown()}`);
  // No sentence of a report is taken for a slip while the report is left out of what was learnt.
  kinds[kind] = { least: Math.ceil(own[0]!.score * 100) / 100, weights: rounded(learn(all)) };
}
const table = packed(counter.all());
writeFileSync(new URL('../src/language/usage.json', import.meta.url), `${JSON.stringify({ total, table, kinds })}\n`);
console.log(`${table.length} characters of counts`);
