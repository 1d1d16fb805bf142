const REFERENCE = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/;

/**
 * Where each UTF-16 unit of a text node's value stands in its source: escapes, references and the prefixes of lines are in the source only.
 * The list has one more entry, for the end.
 */
export function sourceOffsets(value: string, source: string, start: number): Uint32Array {
  const offsets = new Uint32Array(value.length + 1);
  if (value === source) {
    for (let index = 0; index <= value.length; index++) offsets[index] = start + index;
    return offsets;
  }
  let from = 0;
  for (let at = 0; at < value.length;) {
    const code = value.charCodeAt(at);
    const reference = source.charCodeAt(from) === 38 ? REFERENCE.exec(source.slice(from, from + 40))?.[0] : undefined;
    if (reference && (code !== 38 || /^&(?:amp|AMP|#0*38|#[xX]0*26);$/.test(reference))) {
      const width = value.codePointAt(at)! > 0xffff ? 2 : 1;
      for (let unit = 0; unit < width; unit++) offsets[at + unit] = start + from;
      from += reference.length;
      at += width;
      continue;
    }
    if (source.charCodeAt(from) === 92 && source.charCodeAt(from + 1) === code) from++;
    // A prefix of a line, or spaces at its end, that the value lacks.
    let skipped = from;
    while (skipped < source.length && source.charCodeAt(skipped) !== code) skipped++;
    if (skipped < source.length) from = skipped;
    offsets[at++] = start + Math.min(from, source.length);
    from++;
  }
  offsets[value.length] = start + Math.min(from, source.length);
  return offsets;
}
