/* What is made only when somebody asks for it, and a script of its own beside the bundles: see scripts.ts. */
export { changesPage } from '../../tracker/pages/index.js';
export { calendarFile } from '../../schedule/ics.js';
