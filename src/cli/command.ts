/* Everything that the command runs, here and in its workers: one script, so that its compiled code can be kept (see compiled-script.ts). */
import { installDictionary } from '../installed-dictionary.js';
import { installLanguageModel } from '../installed-language.js';

export { checkedFiles } from './checker.js';
export { run } from './program.js';
export { answer } from './answer.js';

installDictionary();
installLanguageModel();
