import type { Root } from 'mdast';
import { commentMarker } from 'mdast-comment-marker';
import { messageControl } from 'unified-message-control';
import { VFile } from 'vfile';
import type { Finding } from '../check/index.js';

/*
 * <!--lint disable area-send-x--> … <!--lint enable area-send-x--> and <!--lint ignore area-send-x-->, as with every remark-lint rule.
 * remark-lint itself looks after messages of its own source only.
 */

const VERBS = /^(?:enable|disable|ignore)(?:\s|$)/;

/** A rule's name in remark, in a `.remarkrc` as in comments. */
export const nameOf = (rule: string): string => `area-send-${rule}`;

/** The findings that no such comment of the document switches off. */
export function notSwitchedOff(tree: Root, text: string, findings: readonly Finding[]): readonly Finding[] {
  const shadow = new VFile(text);
  const shown = new Map(
    findings.map((finding) => {
      const message = shadow.message('', { place: finding.start, source: 'area-send', ruleId: nameOf(finding.rule) });
      return [message, finding] as const;
    }),
  );
  const last = tree.children.at(-1)?.position;
  messageControl(
    // What stands behind the last block counts as well, such as a section that is missing there.
    tree.position && last ? { ...tree, position: { start: tree.position.start, end: last.end } } : tree,
    {
      name: 'lint',
      source: 'area-send',
      file: shadow,
      test: ['html', 'comment', 'mdxFlowExpression', 'mdxTextExpression'],
      // What else a comment may say is for remark-lint to judge.
      marker: (node) => {
        const marker = commentMarker(node);
        return marker && VERBS.test(marker.attributes) ? marker : null;
      },
    },
  );
  return shadow.messages.map((message) => shown.get(message)!);
}
