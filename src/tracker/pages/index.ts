/* Stand-alone pages of the tracker: no script, nothing fetched. */
export { changesPage, type ChangesPageOptions } from './changes-page.js';
export { areaRows, trackerPage, type AreaRow, type TrackerPageOptions } from './tracker-page.js';
