export { exportDocx, ReferenceError, type DocxOptions } from './docx/index.js';
export { exportHtml } from './html/index.js';
export type { Exported, ExportOptions, LeftOut, Picture } from './types.js';
export { addComments, CommentError, type Commented, type CommentOptions, type Remark } from './comments/index.js';
