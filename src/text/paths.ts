/* Paths with `/`, as documents name each other. Nothing here asks whether there is a file. */

/** Whether a link is a path from the document that it stands in: no web address, no absolute path, no home folder. */
export const isRelativePath = (link: string): boolean => !/^(?:[a-z][a-z\d+.-]*:|[/\\]|~)/i.test(link);

/**
 * The path that a link leads to from a document's own path, without query and fragment. Steps up are resolved as far as the path goes; what
 * is left of them stands at the beginning, so that a path that leaves its folder begins with `..`.
 */
export function resolvePath(from: string, link: string): string {
  const root = /^\/*/.exec(from)![0];
  const path: string[] = [];
  const address = link.split(/[?#]/, 1)[0]!.replace(/\\/g, '/');
  for (const part of [...from.split('/').slice(0, -1), ...address.split('/')]) {
    if (part === '.' || part === '') continue;
    if (part === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else path.push(part);
  }
  return root + path.join('/');
}

/** Whether a link from a document goes above the folder that the document's own path starts from. False for a document without a path. */
export function leavesFolder(from: string | null, link: string): boolean {
  if (from === null) return false;
  let depth = from.split('/').filter((part) => part !== '' && part !== '.').length - 1;
  for (const part of link.split(/[/\\]/)) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** The target of a link as Markdown writes it, percent signs decoded, with its fragment. */
export function targetOf(url: string, from: string | null): { path: string; fragment: string } {
  const [address, fragment = ''] = url.split('#', 2) as [string, string?];
  return { path: resolvePath(from ?? '', decode(address.split('?')[0]!)).replace(/^\/+/, ''), fragment: decode(fragment) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How one file is reached from the folder of another: "../reports/exampleshire.md". Both paths start from the same folder. */
export function relativePath(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let common = 0;
  while (common < base.length && common < target.length - 1 && base[common] === target[common]) common++;
  return [...Array<string>(base.length - common).fill('..'), ...target.slice(common)].join('/');
}

/** The path of a file from a folder around it, both absolute; null when it lies elsewhere. The folder itself is ''. */
export function pathInside(folder: string, path: string): string | null {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  if (path.startsWith(prefix)) return path.slice(prefix.length);
  return path === folder ? '' : null;
}

/** The folder that a path stands in: '' for one without folders. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The last part of a path. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
