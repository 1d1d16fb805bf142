/* Everything that the command runs, here and in its workers: one script, so that its compiled code can be kept (see compiled-script.ts). */
import { installDictionary } from '../installed-dictionary.js';
import { installLanguageModel } from '../installed-language.js';
import { codeFolder } from './cache-folder.js';
import { loadScript } from './compiled-script.js';

export { checkedFiles } from './checker.js';
export { run } from './program.js';
export { answer } from './answer.js';

/** What tells the language model's script of this build from those of others. */
declare const LANGUAGE_BUILD: string;

let keepLanguage: (() => void) | null = null;

/** Keeps the compiled code of the scripts that this one has loaded. */
export const keepLoaded = (): void => keepLanguage?.();

installDictionary();
installLanguageModel((file) => {
  const script = loadScript(file, codeFolder(), LANGUAGE_BUILD);
  keepLanguage = script.keep;
  return script.exports;
});
