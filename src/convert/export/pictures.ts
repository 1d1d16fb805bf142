import { parseMarkdown } from './_parse.js';
import { each } from './_tree.js';

/** Addresses of the pictures that a document shows, each once, as it gives them: what the host may read for `pictures`. */
export function picturesIn(markdown: string): string[] {
  if (!markdown.includes('![')) return [];
  const addresses = new Set<string>();
  const definitions = new Map<string, string>();
  const wanted: string[] = [];
  each(parseMarkdown(markdown), ({ type, url, identifier }) => {
    if (type === 'image' && url) addresses.add(url);
    if (type === 'imageReference') wanted.push(identifier!);
    if (type === 'definition' && !definitions.has(identifier!)) definitions.set(identifier!, url!);
  });
  for (const identifier of wanted) if (definitions.has(identifier)) addresses.add(definitions.get(identifier)!);
  return [...addresses];
}
