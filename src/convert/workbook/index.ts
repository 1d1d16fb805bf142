/* Workbooks as tables of cells: the tracker of actions goes out and comes back through here. Other workbooks are read as documents, by `import`. */
export { readWorkbook, type ReadWorkbook } from './_read.js';
export { writeWorkbook, type WorkbookOptions, type WrittenSheet } from './_write.js';
export { ImportError } from '../import/types.js';
