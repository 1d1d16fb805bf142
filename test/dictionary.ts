import { installDictionary } from '../src/installed-dictionary.js';
import { setLanguageModel } from '../src/language/index.js';
import { createWinkModel } from '../src/language/wink.js';

// Loaded before the tests, by the loader that loads them, so that both see one module.
installDictionary();
setLanguageModel(createWinkModel);

/** Again once all tests are loaded: the library that some of them load looks for its own, which only a build has. */
export const mochaHooks = { beforeAll: (): void => setLanguageModel(createWinkModel) };
