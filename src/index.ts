/** The engine as a library: checks texts, keeps sessions of edited ones, reads facts and deadlines. Pure: no files, no clock, no network. */
export * from './check/index.js';
export { createSession, type Session } from './session.js';
export { openDocument, type SendDocument } from './document/index.js';
export { calendarFile, cycleInputOf, deadlinesFor, mergeCycles, timelinePage, type Cycle, type CycleInput, type Deadline, type Schedule, type WaitingDeadline } from './schedule/index.js';
export { addWorkingDays, isWorkingDay, workingCalendar, workingDaysBetween } from './framework/working-days.js';
export { parseSettings } from './settings/config.js';
export { DEFAULT_SETTINGS, settingsSchema, type Settings } from './settings/settings.js';
