import { installDictionary } from '../src/installed-dictionary.js';
import { setLanguageModel } from '../src/language/index.js';
import { createWinkModel } from '../src/language/wink.js';

// Loaded before the tests, by the loader that loads them, so that both see one module.
installDictionary();
setLanguageModel(createWinkModel);
