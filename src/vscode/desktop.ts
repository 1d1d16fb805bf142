export { activate, deactivate } from './extension.js';
