export { today } from '../host/today.js';
