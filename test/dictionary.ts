import { installDictionary } from '../src/host/dictionary.js';

// Loaded before the tests, by the loader that loads them, so that both see one module.
installDictionary();
