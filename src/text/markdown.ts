/** Words as they are, on one line, for Markdown that is shown: no mark in them means anything, and no picture is fetched. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
