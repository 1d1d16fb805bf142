export {
  RULES,
  applyEdits,
  checkDocument,
  checkText,
  checkTextInSteps,
  compatibleEdits,
  createSession,
  fixText,
  fixTextInSteps,
  ruleById,
  ruleUrl,
  severityOf,
  type Session,
  type TextOptions,
} from './engine.js';
export { factsOf, type FactsJson } from './facts.js';
export { maskDeep, maskOf, maskText, type Mask } from '../privacy/mask.js';
export { RULE_GROUPS } from '../rules/all.generated.js';
export type { CheckOptions, CheckResult, Finding, FindingFix, FindingRelated, Position } from './types.js';
