import { parseMarkdown } from './_parse.js';
import { each } from './_tree.js';

/** Empty lines, those of a quotation too. */
const BETWEEN = /(?:\r\n|\r|\n)(?:[ \t>]*(?:\r\n|\r|\n))+/;
const DEFINITION = /^[ \t>]*\[[^[\]]{1,999}\]:/m;

/** A paragraph by itself, so that nothing around it makes code or HTML of it, and it of nothing behind it. */
const alone = (block: string): string =>
  block
    .replace(/^[ \t>]+/gm, '')
    .replace(/^(?:```|~~~).*$/gm, '')
    .replace(/^</gm, '&lt;');

/**
 * Addresses of the pictures that a document shows, each once, as it gives them: what the host may read for `pictures`. Some that stand in
 * code or comments can be among them. Only paragraphs with pictures are parsed, because parsing takes longer than all else.
 */
export function picturesIn(markdown: string): string[] {
  if (!markdown.includes('![')) return [];
  const wanted = markdown.split(BETWEEN).filter((block) => block.includes('![') || DEFINITION.test(block));
  const addresses = new Set<string>();
  const definitions = new Map<string, string>();
  const references: string[] = [];
  each(parseMarkdown(wanted.map(alone).join('\n\n')), ({ type, url, identifier }) => {
    if (type === 'image' && url) addresses.add(url);
    if (type === 'imageReference') references.push(identifier!);
    if (type === 'definition' && !definitions.has(identifier!)) definitions.set(identifier!, url!);
  });
  for (const identifier of references) if (definitions.has(identifier)) addresses.add(definitions.get(identifier)!);
  return [...addresses];
}
