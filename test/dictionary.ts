import { installDictionary } from '../src/installed-dictionary.js';

// Loaded before the tests, by the loader that loads them, so that both see one module.
installDictionary();
