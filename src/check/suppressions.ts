import type { Span } from '../framework/types.js';
import { lineEnd } from '../text/lines.js';
import type { SendDocument } from '../document/types.js';
import type { Problem } from '../rules/rule.js';

/*
 * <!-- area-send-disable-next-line rule-id: reason -->
 * <!-- area-send-disable rule-id: reason --> … <!-- area-send-enable rule-id -->
 * Several ids are separated by commas or spaces.
 */

export interface Directive {
  readonly kind: 'disable-next-line' | 'disable' | 'enable';
  readonly rules: readonly string[];
  readonly reason: string;
  readonly span: Span;
  /** Findings that start in here are silenced. */
  readonly scope: Span;
}

const DIRECTIVE = /^area-send-(disable-next-line|disable|enable)\b([^:]*)(?::([\s\S]*))?$/;

export function readDirectives(document: SendDocument): Directive[] {
  const directives: Directive[] = [];
  const { text } = document;
  const parsed = document.comments.flatMap((comment) => {
    const match = DIRECTIVE.exec(comment.text);
    return match
      ? [
          {
            comment,
            kind: match[1] as Directive['kind'],
            rules: match[2]!.split(/[\s,]+/).filter((id) => id !== ''),
            reason: (match[3] ?? '').trim(),
          },
        ]
      : [];
  });
  parsed.forEach(({ comment, kind, rules, reason }, index) => {
    let scope: Span = { start: comment.span.end, end: comment.span.end };
    if (kind === 'disable-next-line') {
      // The next line with text: Markdown needs an empty line between a comment and a paragraph's start. A table row or list item is one
      // line. Several comments may stand above the line that they are about.
      let start = nextLine(text, comment.span.end);
      for (let next = index + 1; parsed[next]?.kind === 'disable-next-line'; next++) {
        const { span } = parsed[next]!.comment;
        if (text.slice(start, span.start).trim() !== '' || text.slice(span.end, lineEnd(text, span.end)).trim() !== '') break;
        start = nextLine(text, span.end);
      }
      const length = text.slice(start).search(/[\n\r]/);
      scope = { start, end: length < 0 ? text.length + 1 : start + length + 1 };
    } else if (kind === 'disable') {
      const close = parsed
        .slice(index + 1)
        .find((other) => other.kind === 'enable' && (other.rules.length === 0 || rules.every((id) => other.rules.includes(id))));
      scope = { start: comment.span.end, end: close ? close.comment.span.start : text.length + 1 };
    }
    directives.push({ kind, rules, reason, span: comment.span, scope });
  });
  return directives;
}

/** Start of the next line that is not empty. */
function nextLine(text: string, from: number): number {
  const end = lineEnd(text, from);
  const blank = /^\s*/.exec(text.slice(end))![0];
  return end === text.length ? end : end + Math.max(blank.lastIndexOf('\n'), blank.lastIndexOf('\r')) + 1;
}

const LIKE_A_RULE = /^[a-z]{2,24}(?:-[a-z]{2,24}){0,5}$/i;

/** What is wrong with the suppressions themselves. `used` are those that silenced something. */
export function directiveProblems(
  directives: readonly Directive[],
  used: ReadonlySet<Directive>,
  isRule: (id: string) => boolean,
  isOff: (id: string) => boolean,
): Problem[] {
  const problems: Problem[] = [];
  for (const directive of directives) {
    const unknown = directive.rules.find((id) => !isRule(id));
    if (unknown !== undefined) {
      problems.push({
        at: directive.span,
        // What is not written as a rule's name may be anything, somebody's data too.
        message: `There is no rule ${LIKE_A_RULE.test(unknown) ? `called “${unknown}”` : 'with such a name'}, so this comment switches nothing off. Check the rule’s name.`,
      });
    } else if (directive.rules.length === 0 && directive.kind !== 'enable') {
      problems.push({
        at: directive.span,
        message: 'This comment does not say which rule to switch off. Write the rule’s name, a colon and the reason.',
      });
    } else if (directive.kind === 'enable') {
      const opened = directives.some((other) => other.kind === 'disable' && other.scope.end === directive.span.start);
      if (!opened)
        problems.push({
          at: directive.span,
          message: 'Nothing was switched off before this comment, so there is nothing to switch on again. Delete it.',
          tag: 'unnecessary',
        });
    } else if (directive.reason === '') {
      problems.push({
        at: directive.span,
        message: 'This comment switches a rule off but does not say why. Add a colon and the reason, so that the next reader can judge it.',
      });
    } else if (!used.has(directive) && !directive.rules.every(isOff)) {
      problems.push({
        at: directive.span,
        message: 'This comment switches a rule off, but the rule finds nothing here. Delete the comment.',
        tag: 'unnecessary',
        fixes: [{ title: 'Delete the comment', kind: 'fix', edits: [{ ...directive.span, text: '' }] }],
      });
    }
  }
  return problems;
}
