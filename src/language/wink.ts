import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { fieldOf } from './_field.js';
import { readCore, type Core } from './_core.js';
import { countsOf } from './_usage-table.js';
import fieldWords from './field-words.json' with { type: 'json' };
import { POS, type LanguageModel, type Tagged } from './model.js';
import { findSlips } from './slips.js';
import usage from './usage.json' with { type: 'json' };

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const BITS: Readonly<Record<string, number>> = POS;

/** The lexicon is American: “recognised”, “organisation”, “behaviour”, “centre”. */
const american = (form: string): string =>
  form
    .replace(/(?<=\p{L}{3})is(?=e$|es$|ed$|ing$|er$|ers$|ation$|ations$)/u, 'iz')
    .replace(/(?<=al)ys(?=e$|es$|ed$|ing$)/, 'yz')
    .replace(/(?<=\p{L}{2})our(?=$|s$|ed$|ing$|al$|able$|ite$)/u, 'or')
    .replace(/tre(?=s?$)/, 'ter');

/** Loads wink-nlp with its English model: about 30 ms, so once for all who ask. */
export const createWinkModel = once((): LanguageModel => {
  const core: Core = readCore();
  // Names and moods are not asked for, so that what finds them is not read; where one machine must be there, a small one is.
  const unused = { ner: () => ({ machines: [], transformers: [] }), sa: model.negation };
  const nlp = winkNLP({ ...model, ...unused, core: () => core }, ['pos']);
  const its = nlp.its as unknown as Readonly<Record<'value' | 'pos', never>>;
  const { hash, intrinsicSize } = core.features.lexeme;
  const names = core.features.pos.list;
  const sets = core.features.posClusters.list.map((cluster) => [...cluster].reduce((set, index) => set | (BITS[names[index]!] ?? 0), 0));
  const { size, layout } = core.packing;
  const [at, mask, shift] = layout['lexemeCID']! as [number, number, number];
  const winkModel: LanguageModel = {
    field: fieldOf(fieldWords),
    usage: { ...usage, counts: countsOf(usage.table) },
    classes(form) {
      const index = hash[form] ?? hash[american(form)];
      if (index === undefined || index >= intrinsicSize) return 0;
      return sets[(core.lexicon[index * size + at]! & mask) >>> shift] ?? 0;
    },
    tag(sentence) {
      const tokens = nlp.readDoc(sentence).tokens();
      const values = tokens.out<string>(its.value);
      const pos = tokens.out<string>(its.pos);
      const tagged: Tagged[] = [];
      let from = 0;
      values.forEach((value, index) => {
        const start = sentence.indexOf(value, from);
        if (start < 0) return;
        from = start + value.length;
        const bit = BITS[pos[index]!];
        if (bit !== undefined) tagged.push({ start, end: from, pos: bit });
      });
      return tagged;
    },
    slips: (sentence) => findSlips(sentence, winkModel),
  };
  return winkModel;
});
