export { applyEdits } from './edits.js';
export { compatibleEdits, fixText, fixTextInSteps } from './fix.js';
export { checkDocument, checkText, checkTextInSteps } from './run.js';
export { RULES, ruleById, ruleUrl, severityOf } from './select.js';
export { createSession, type Session } from './session.js';
export { factsOf, type FactsJson } from './facts.js';
export { maskDeep, maskOf, maskOver, maskText, type Mask } from '../privacy/mask.js';
export { RULE_GROUPS } from '../rules/all.generated.js';
export type { CheckOptions, CheckResult, Finding, FindingFix, FindingRelated, Position, TextOptions } from './types.js';
