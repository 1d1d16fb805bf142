import { createRequire } from 'node:module';
import { setLanguageModel, type LanguageModel } from './language/index.js';

/** Beside the bundle, or beside a chunk of it. */
const PLACES = ['./language/english.cjs', '../language/english.cjs'];

function loadModel(): LanguageModel | null {
  const require = createRequire(import.meta.url);
  for (const place of PLACES) {
    let file: string;
    try {
      file = require.resolve(place);
    } catch {
      // The next place.
      continue;
    }
    return (require(file) as { createWinkModel(): LanguageModel }).createWinkModel();
  }
  return null;
}

/** Lets the rules that judge by parts of speech load their model from this installation when they look at their first sentence. */
export const installLanguageModel = (): void => setLanguageModel(loadModel);
