export { changesBetween, matchActions, type ActionChange, type ChangedAction, type PlanChanges } from './changes.js';
export { csv } from './csv.js';
export {
  FIELD_NAMES,
  fieldEdits,
  type EditableField,
  type FieldChange,
  type FieldEdits,
  type HeldEdit,
  type RefusedChange,
} from './field-edit.js';
export { readReturned, type Returned, type ReturnedChange, type ReturnedPlan, type ReturnedSheet } from './returned.js';
export { STANDARD_STATUSES, trackerSheets, type SheetValue, type TableSheet } from './sheet.js';
export {
  filterActions,
  readAction,
  trackActions,
  type ActionPlace,
  type LettersOf,
  type SameAction,
  type TrackedAction,
  type TrackedField,
  type TrackerFilter,
} from './tracker.js';
export { changesSummary, countChanges, nameOf, sameInShort, tellChange, tellElsewhere } from './told.js';
export { familiesPage, type FamiliesPage } from './families.js';
export { meetingPack, type MeetingPackOptions } from './meeting-pack.js';
