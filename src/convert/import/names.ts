/** Ends of the names of files that can be read, lower case, with the dot. */
export const IMPORT_EXTENSIONS: readonly string[] = ['.docx', '.docm', '.odt', '.pdf', '.html', '.htm', '.xlsx'];

/** Whether a file's name is that of a document which `importDocument` may be able to read. Only its content decides whether it can. */
export function isImportName(name: string): boolean {
  const lower = name.toLowerCase();
  return IMPORT_EXTENSIONS.some((end) => lower.endsWith(end));
}
