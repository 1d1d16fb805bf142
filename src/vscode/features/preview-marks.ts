/* Findings in the editor’s Markdown preview. Without the editor, so that it can be tested by itself. */
import type { Finding } from '../../check/index.js';
import { html } from '../../text/html.js';

/** As much of a token of markdown-it as is needed here. */
export interface Token {
  readonly type: string;
  readonly content: string;
  readonly map: readonly [number, number] | null;
  readonly children: readonly Token[] | null;
  readonly hidden?: boolean;
}

const escaped = (text: string): string => html`${text}`.markup;

const NAMES = { error: 'Error', warning: 'Warning', info: 'Worth a look' } as const;
/** What is longer is no slip in some words but about the whole: a sign at its start says so. */
const MOST = 200;

const raw = (model: Token, content: string): Token =>
  Object.assign(Object.create(model) as Token, { type: 'html_inline', content, children: null, markup: '', info: '' });
const words = (model: Token, content: string): Token => Object.assign(Object.create(model) as Token, { content });

const opening = ({ severity, message }: Finding): string => `<mark class="area-send-${severity}" title="${escaped(message)}">`;
/** Who hears the page hears what is wrong behind the words. */
const closing = ({ severity, message }: Finding): string =>
  `<span class="area-send-said"> (${NAMES[severity]}: ${escaped(message)}) </span></mark>`;

/** The children of a block with each finding marked at its words; where these are not found as they stand, a sign at the start. */
function marked(children: readonly Token[], findings: readonly Finding[], textOf: (finding: Finding) => string): readonly Token[] {
  let result = [...children];
  const notes: Token[] = [];
  for (const finding of findings) {
    const wanted = textOf(finding);
    const at =
      wanted === '' || wanted.length > MOST ? -1 : result.findIndex(({ type, content }) => type === 'text' && content.includes(wanted));
    const token = result[at];
    if (!token) {
      const model = children[0];
      if (model)
        notes.push(
          raw(
            model,
            `<span class="area-send-note area-send-${finding.severity}" role="img" title="${escaped(finding.message)}" aria-label="${NAMES[finding.severity]}: ${escaped(finding.message)}">●</span> `,
          ),
        );
      continue;
    }
    const from = token.content.indexOf(wanted);
    result = [
      ...result.slice(0, at),
      ...(from > 0 ? [words(token, token.content.slice(0, from))] : []),
      raw(token, opening(finding)),
      // No further finding is looked for in what is marked.
      raw(token, escaped(wanted)),
      raw(token, closing(finding)),
      ...(from + wanted.length < token.content.length ? [words(token, token.content.slice(from + wanted.length))] : []),
      ...result.slice(at + 1),
    ];
  }
  return [...notes, ...result];
}

/** The tokens of a document with its findings; those that were given stay as they are. */
export function markedTokens(tokens: readonly Token[], findings: readonly Finding[], text: string): readonly Token[] {
  if (findings.length === 0) return tokens;
  const left = [...findings].sort((a, b) => a.start.offset - b.start.offset);
  let map: readonly [number, number] | null = null;
  return tokens.map((token) => {
    map = token.map ?? map;
    if (token.type !== 'inline' || !token.children || !map) return token;
    const [first, last] = map;
    const own: Finding[] = [];
    const cell = token.map === null;
    for (const finding of [...left]) {
      const line = finding.start.line - 1;
      if (line < first || line >= last) continue;
      // Several cells share the lines of their row: a finding belongs to the one that has its words.
      if (cell && !token.content.includes(text.slice(finding.start.offset, finding.end.offset))) continue;
      own.push(finding);
      left.splice(left.indexOf(finding), 1);
    }
    if (own.length === 0) return token;
    return Object.assign(Object.create(token) as Token, {
      children: marked(token.children, own, ({ start, end }) => text.slice(start.offset, end.offset)),
    });
  });
}
