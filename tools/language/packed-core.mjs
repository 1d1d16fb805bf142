// Packs the tagger's model for the bundle, where src/language/_packed-core.ts reads it.
import { createRequire } from 'node:module';

const PIECE = 32;

/** Which texts of a list make its longest sorted part. */
function sortedPart(list) {
  const ends = [];
  const before = [];
  list.forEach((text, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[ends[middle]] < text) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
    before[index] = low > 0 ? ends[low - 1] : -1;
  });
  const part = new Set();
  for (let index = ends.at(-1); index >= 0; index = before[index]) part.add(index);
  return part;
}

const base64 = ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** A `PackedCore` of the model as its package gives it. */
export function packCore(core) {
  const { lexicon, xpansions, features, ...rest } = core;
  const { list } = features.lexeme;
  const sorted = sortedPart(list);
  // Plain characters alone: a script of them is read far faster.
  const isStray = (index) => !sorted.has(index) || !/^[!-}]+$/.test(list[index]);
  const pieces = [];
  const firsts = [];
  for (let start = 0; start < list.length; start += PIECE) {
    const indexes = list.slice(start, start + PIECE).map((_, at) => start + at);
    pieces.push(indexes.map((index) => (isStray(index) ? '' : list[index])).join(' '));
    firsts.push(list[indexes.find((index) => !isStray(index)) ?? -1]);
  }
  // A piece of strays alone begins as the next does; no form comes after the tilde.
  firsts.reduceRight((next, first, at) => (firsts[at] = first ?? next), '~');
  return {
    rest: JSON.stringify({
      ...rest,
      features: {
        ...Object.fromEntries(Object.entries(features).map(([name, feature]) => [name, { ...feature, hash: undefined }])),
        lexeme: { ...features.lexeme, list: undefined, hash: undefined },
        posClusters: { ...features.posClusters, list: features.posClusters.list.map((cluster) => [...cluster]) },
      },
    }),
    lexicon: base64(lexicon),
    xpansions: base64(xpansions),
    inPiece: PIECE,
    forms: pieces.join('~'),
    firsts: firsts.join(' '),
    strays: JSON.stringify(Object.fromEntries(list.flatMap((form, index) => (isStray(index) ? [[form, index]] : [])))),
  };
}

/** For the build: puts the packed model in the place of src/language/_core.ts, and leaves out what only its package needs. */
export const packedCore = {
  name: 'packed-core',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/]language[\\/]_core\.ts$/ }, () => {
      const core = createRequire(import.meta.url)('wink-eng-lite-web-model').core();
      const texts = Object.entries(packCore(core)).map(([name, value]) => `${name}: ${JSON.stringify(value)},`);
      return {
        contents: `import { unpackCore } from './_packed-core.js';\nconst PACKED = {\n${texts.join('\n')}\n};\nexport const readCore = () => unpackCore(PACKED);`,
        loader: 'js',
      };
    });
    // The words themselves, names and moods, and the exceptions of a reader of base forms: nobody asks for them (see src/language/wink.ts).
    onLoad({ filter: /[\\/]wink-eng-lite-web-model[\\/].*-(?:core-web|ner|sa)-model\.json$/ }, () => ({ contents: '{}', loader: 'json' }));
    onLoad({ filter: /[\\/]wink-eng-lite-web-model[\\/].*[\\/]wn-[a-z]+-exceptions\.js$/ }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};
