/**
 * The engine as a library for Node: checks texts, keeps sessions of edited ones, reads facts and deadlines.
 * It is told what day it is and what other documents say; the only files that it reads are its own dictionary and language model.
 */
import { installDictionary } from './installed-dictionary.js';
import { installLanguageModel } from './installed-language.js';

installDictionary();
installLanguageModel();

export * from './library.js';
export {
  RULES,
  RULE_GROUPS,
  applyEdits,
  compatibleEdits,
  factsOf,
  maskDeep,
  maskOf,
  maskText,
  ruleById,
  ruleUrl,
  type CheckOptions,
  type CheckResult,
  type FactsJson,
  type Finding,
  type FindingFix,
  type FindingRelated,
  type Mask,
  type Position,
} from './check/index.js';
export { shownCycleOf as cycleInputOf } from './workspace/shown-cycle.js';
export { openDocument, type SendDocument } from './document/index.js';
export {
  calendarFile,
  mergeCycles,
  type Cycle,
  type CycleInput,
  type Deadline,
  type Schedule,
  type WaitingDeadline,
} from './schedule/index.js';
export { addWorkingDays, isWorkingDay, workingCalendar, workingDaysBetween } from './framework/working-days.js';
export { parseSettings } from './settings/config.js';
export { DEFAULT_SETTINGS, settingsSchema, type Settings, type SettingsInput } from './settings/settings.js';
