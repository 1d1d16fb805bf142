export { changesBetween, type ActionChange, type ChangedAction, type PlanChanges } from './changes.js';
export { csv } from './csv.js';
export { filterActions, trackActions, type SameAction, type TrackedAction, type TrackedField, type TrackerFilter } from './tracker.js';
