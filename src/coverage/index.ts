export * from './coverage.js';
export { coverageHtml } from './html.js';
export { coverageJson, type CoverageJson } from './json.js';
export { STATE_NAMES } from './names.js';
