/** The engine as a library: checks texts, keeps sessions of edited ones, reads facts. Pure: no files, no clock, no network. */
export * from './check/index.js';
export { openDocument, type SendDocument } from './document/index.js';
export { parseSettings } from './settings/config.js';
export { DEFAULT_SETTINGS, settingsSchema, type Settings } from './settings/settings.js';
