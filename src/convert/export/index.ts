export { addComments, CommentError, type Commented, type CommentOptions, type Remark } from './comments/index.js';
export { exportDocx, ReferenceError, type DocxOptions } from './docx/index.js';
export { exportHtml } from './html/index.js';
export { picturesIn } from './pictures.js';
export type { Exported, ExportOptions, LeftOut, Picture } from './types.js';
