import { createRequire } from 'node:module';
import { setLanguageModel, type LanguageModel } from './language/index.js';

/** Beside the bundle, or beside a chunk of it. */
const PLACES = ['./language/english.cjs', '../language/english.cjs'];

type Load = (file: string) => unknown;

function loadModel(load: Load): LanguageModel | null {
  const require = createRequire(import.meta.url);
  for (const place of PLACES) {
    let file: string;
    try {
      file = require.resolve(place);
    } catch {
      // The next place.
      continue;
    }
    return (load(file) as { createWinkModel(): LanguageModel }).createWinkModel();
  }
  return null;
}

/**
 * Lets the rules that judge by parts of speech load their model from this installation when they look at their first sentence.
 * `load` runs a CommonJS script and returns its exports.
 */
export const installLanguageModel = (load: Load = createRequire(import.meta.url)): void => setLanguageModel(() => loadModel(load));
