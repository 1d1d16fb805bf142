import { matchesOf } from '../../document/index.js';
import type { Html, Image, ImageReference } from 'mdast';
import { ACCESSIBLE_SOURCES, USELESS_ALTERNATIVES } from '../../framework/accessible-documents.js';
import type { Span } from '../../framework/types.js';
import { ALL_KINDS, type BlockRule, type Problem } from '../rule.js';
import { nodesOf, spanOf } from '../support/nodes.js';

const useless = new Set(USELESS_ALTERNATIVES);
const FILE_NAME = /\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf|heic|pdf)$/i;
const NUMBERED =
  /^(?:img|dsc|dscn|pxl|screenshot|picture|image|photo|figure|fig|chart|graph|diagram|graphic|scan|untitled|whatsapp image)[ _.-]{0,2}[\d_. :at-]{1,40}$/i;
/** What Word writes by itself. */
const AUTOMATIC = /\b(?:description (?:is )?automatically generated|AI-generated content may be incorrect)\b/i;
const GAP = '[insert what the picture shows]';

/** A screen reader says by itself that there is a picture. */
const SAYS_PICTURE = /^(?:an? |the |this is an? )?(?:image|picture|photo(?:graph)?|graphic|icon|screenshot) (?:of|showing|that shows)\b/i;
/** In characters: nobody listens to more at a stretch. */
const LONGEST = 150;

type Fault = 'none' | 'file' | 'general' | 'says-picture' | 'long';

/** What is wrong with a text alternative; null for one that may be useful. */
function faultOf(alternative: string, address: string): Fault | null {
  const text = alternative.trim();
  if (text === '') return 'none';
  const name = decode(address).split(/[?#]/)[0]!.split(/[/\\]/).at(-1)!;
  const stem = name.replace(FILE_NAME, '');
  if (FILE_NAME.test(text) || (text.toLowerCase() === stem.toLowerCase() && /[\d_]|-.*-/.test(text)) || NUMBERED.test(text)) return 'file';
  if (AUTOMATIC.test(text)) return 'general';
  if (useless.has(text.toLowerCase().replace(/[.:!]$/, ''))) return 'general';
  return SAYS_PICTURE.test(text) ? 'says-picture' : text.length > LONGEST ? 'long' : null;
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const MESSAGES: Record<Fault, string> = {
  none: 'This picture has no text alternative, so people who cannot see it do not know what it shows. Describe what it shows.',
  file: 'The name of a file says nothing to somebody who cannot see the picture. Describe what the picture shows.',
  general: 'This text alternative does not say what is in the picture. Describe what it shows.',
  'says-picture': 'A screen reader says by itself that this is a picture. Begin with what it shows.',
  long: `This text alternative is longer than ${LONGEST} characters, and nobody can pause while it is read out. Say the point of the picture, and put the rest into the text.`,
};

const problem = (fault: Fault, at: Span, alternative: Span): Problem => ({
  at,
  ...(isSlight(fault) ? { severity: 'info' as const } : {}),
  message: MESSAGES[fault],
  fixes: isSlight(fault) ? [] : [{ title: 'Add a text alternative', kind: 'assist', edits: [{ ...alternative, text: GAP }] }],
});

const isSlight = (fault: Fault): boolean => fault === 'says-picture' || fault === 'long';

const IMG = /<img(?=[\s/>])[^<>]{0,2000}>/gi;
const ALT = /\salt\s?=\s?(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))/i;
const SRC = /\ssrc\s?=\s?["']?(?<address>[^\s"'>]+)/i;

/** HTML keeps an empty alternative for pictures that are only decoration. */
function htmlProblems(node: Html): Problem[] {
  const start = spanOf(node).start;
  return [...matchesOf(node.value, IMG)].flatMap((match) => {
    const [tag] = match;
    const alt = ALT.exec(tag);
    const text = alt?.groups?.double ?? alt?.groups?.single ?? alt?.groups?.bare;
    if (text === '' || /\srole\s?=\s?["']?(?:presentation|none)/i.test(tag)) return [];
    const fault = faultOf(text ?? '', SRC.exec(tag)?.groups?.address ?? '');
    if (!fault) return [];
    const at = { start: start + match.index, end: start + match.index + tag.length };
    const edit = alt
      ? { start: at.start + alt.index, end: at.start + alt.index + alt[0].length, text: ` alt="${GAP}"` }
      : { start: at.start + 4, end: at.start + 4, text: ` alt="${GAP}"` };
    return isSlight(fault)
      ? [problem(fault, at, at)]
      : [{ at, message: MESSAGES[fault], fixes: [{ title: 'Add a text alternative', kind: 'assist' as const, edits: [edit] }] }];
  });
}

const rule: BlockRule = {
  id: 'image-alt',
  title: 'Every picture has a text that says what it shows',
  severity: 'error',
  kinds: ALL_KINDS,
  source: ACCESSIBLE_SOURCES.images,
  rationale:
    'People who are blind hear the text alternative in place of the picture. Reports and plans must be open to everybody, and strategic plans to children and young people with SEND above all.',
  help: 'Write between the square brackets what the picture tells, in a sentence: `![Map of the three towns in the county](map.png)`.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: '![Children plant a tree with their teacher](tree.png)\n' },
      {
        title: 'a short name that is no file’s',
        kind: 'strategic-plan',
        text: '![Exampleshire](exampleshire.png) ![Our vision][vision]\n\n[vision]: vision.png\n',
      },
      {
        title: 'decoration in HTML',
        kind: 'strategic-plan',
        text: 'Text <img src="line.png" alt=""> and <img src="line.png" role="presentation">.\n',
      },
    ],
    invalid: [
      {
        title: 'no text',
        kind: 'strategic-plan',
        text: 'Look: ![](tree.png)\n',
        finds: [{ at: '![](tree.png)', message: /no text alternative/ }],
      },
      {
        title: 'names of files',
        kind: 'full-inspection-report',
        text: '![map.png](map.png) ![IMG_2041](photos/IMG_2041.jpg) ![waiting_times_2026](charts/waiting_times_2026.png?v=2) ![Picture 3](media/image3.emf)\n',
        finds: [
          { at: '![map.png](map.png)', message: /name of a file/ },
          { at: '![IMG_2041](photos/IMG_2041.jpg)' },
          { at: '![waiting_times_2026](charts/waiting_times_2026.png?v=2)' },
          { at: '![Picture 3](media/image3.emf)' },
        ],
      },
      {
        title: 'words that fit every picture',
        kind: 'priority-action-plan',
        text: '- ![image](a.png)\n- ![Logo][logo]\n\n[logo]: logo.svg\n',
        finds: [{ at: '![image](a.png)', message: /does not say/ }, { at: '![Logo][logo]' }],
      },
      {
        title: 'what Word writes by itself',
        kind: 'strategic-plan',
        text: '![A screenshot of a computer Description automatically generated](a.png)\n',
        finds: [{ at: '![A screenshot of a computer Description automatically generated](a.png)', message: /does not say/ }],
      },
      {
        title: 'a picture that says it is one',
        kind: 'strategic-plan',
        text: '![Image of children who plant a tree](tree.png)\n',
        finds: [{ at: '![Image of children who plant a tree](tree.png)', severity: 'info', message: /by itself/ }],
      },
      {
        title: 'HTML',
        kind: 'strategic-plan',
        text: '<p><img src="tree.png"></p>\n\nText <img src="a.png" alt="photo"> text.\n',
        finds: [{ at: '<img src="tree.png">' }, { at: '<img src="a.png" alt="photo">' }],
      },
    ],
  },
  checkBlock(block, report) {
    if (!block.text.includes('![') && !/<img/i.test(block.text)) return;
    for (const node of nodesOf<Image | ImageReference | Html>(block, ['image', 'imageReference', 'html'])) {
      if (node.type === 'html') {
        for (const found of htmlProblems(node)) report(found);
        continue;
      }
      const at = spanOf(node);
      const fault = faultOf(node.alt ?? '', node.type === 'image' ? node.url : '');
      // The alternative stands right after "![": it is kept as written, so its end is found from the source.
      if (fault)
        report(problem(fault, at, { start: at.start + 2, end: at.start + 2 + alternativeLength(block.text.slice(at.start + 2, at.end)) }));
    }
  },
};

/** Length of the text up to the bracket that closes the alternative. */
function alternativeLength(source: string): number {
  let depth = 0;
  for (let index = 0; index < source.length; index++) {
    if (source[index] === '\\') index++;
    else if (source[index] === '[') depth++;
    else if (source[index] === ']' && depth-- === 0) return index;
  }
  return 0;
}

export default rule;
