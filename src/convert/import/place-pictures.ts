import type { ImportPicture } from './types.js';

/** Markdown whose pictures are named in a folder beside it. `folder` has no sign that an address must escape, and no slash at its end. */
export function placePictures(markdown: string, pictures: readonly ImportPicture[], folder: string): string {
  const names = new Set(pictures.map(({ name }) => name));
  return markdown.replace(/(\]\()([\w.%/-]+)(?=\))/g, (all, open: string, name: string) =>
    names.has(name) ? `${open}${folder}/${name}` : all,
  );
}

/** The folder for the pictures of a document of this name: “report.md” has “report-pictures”. */
export const pictureFolder = (name: string): string => `${name.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-')}-pictures`;
