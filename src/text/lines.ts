export function countNewlines(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count++;
  }
  return count;
}

/** Offset of each line's first character; a text that ends with a line break has an empty last line. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

/** Offset of the end of the line that an offset stands in: of its line break, or of the text. */
export const lineEnd = (text: string, from: number): number => {
  const end = text.slice(from).search(/[\n\r]/);
  return end < 0 ? text.length : from + end;
};
