export { languageModel, setLanguageModel, type LanguageModel } from './model.js';
export type { Slip } from './finding.js';
