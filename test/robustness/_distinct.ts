/*
 * Texts of about `size` UTF-16 code units in which no token comes twice, so that nothing that is kept by word, name or paragraph helps. Each
 * may be cut anywhere: only its size counts.
 */

const SYLLABLES = [
  'ba',
  'den',
  'fol',
  'gri',
  'hum',
  'jor',
  'kel',
  'lam',
  'mos',
  'nir',
  'pel',
  'qua',
  'ros',
  'sti',
  'tur',
  'vel',
  'wen',
  'yor',
  'zan',
  'che',
];

/** A word that is in no dictionary, another for each number. */
export function word(number: number): string {
  let rest = number + SYLLABLES.length;
  let made = '';
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) made += SYLLABLES[rest % SYLLABLES.length]!;
  return made;
}

export const name = (number: number): string => word(number).replace(/^./, (letter) => letter.toUpperCase());
const capitals = (number: number): string => word(number).toUpperCase();

/** Pieces one after another until there is enough text. */
function many(size: number, piece: (number: number) => string): string {
  const pieces: string[] = [];
  for (let length = 0, number = 0; length < size; number++) {
    const next = piece(number);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}

const PARAGRAPH = 12;
/** A blank line after every few. */
const paragraphs = (number: number, text: string): string => (number % PARAGRAPH === PARAGRAPH - 1 ? `${text}\n\n` : text);

export const DISTINCT: Readonly<Record<string, (size: number) => string>> = {
  'children’s names, in one paragraph': (size) => many(size, (at) => `${name(at)} (aged ${5 + (at % 12)}) and `),
  'children’s names, in sentences': (size) => many(size, (at) => paragraphs(at, `A pupil called ${name(at)} ${name(at + 7000)} came. `)),
  'children’s names that come again': (size) =>
    many(size / 2, (at) => paragraphs(at, `A pupil called ${name(at)} came. `)) +
    many(size / 2, (at) => paragraphs(at, `Then ${name(at)} left. `)),
  'one long word': (size) => `The plan is a${many(size, (at) => word(at))} of it.`,
  'one long word of capitals': (size) => `The A${many(size, (at) => capitals(at))} met.`,
  'one long word with hyphens': (size) => `The plan is ${many(size, (at) => `${word(at)}-`)}x.`,
  'unknown words, in one paragraph': (size) => many(size, (at) => `${word(at)} `),
  'unknown words, in paragraphs': (size) => many(size, (at) => paragraphs(at, `Leaders ${word(at)} the ${word(at + 9000)}. `)),
  'words a letter away from others': (size) => many(size, (at) => `improvemnt${word(at)} ledaers${word(at)} `),
  'capitals, in one paragraph': (size) => many(size, (at) => `${capitals(at)} `),
  'capitals, in brackets': (size) => many(size, (at) => paragraphs(at, `The ${name(at)} ${name(at + 50)} Board (${capitals(at)}) met. `)),
  'letters in capitals': (size) => many(size, (at) => `${capitals(at).slice(0, 4)}${at} `),
  'councils, in one paragraph': (size) => many(size, (at) => `${name(at)} Council, `),
  'councils, in paragraphs': (size) =>
    many(size, (at) => paragraphs(at, `${name(at)} County Council and ${name(at + 400)} Borough Council lead. `)),
  'boards, in one paragraph': (size) => many(size, (at) => `NHS ${name(at)} and ${name(at + 300)} Integrated Care Board, `),
  'names in capitals letters': (size) => many(size, (at) => `${name(at)} `),
  'local areas': (size) => many(size, (at) => paragraphs(at, `${name(at)} Local Area Partnership improved. `)),
  'suppressions with long lists of rules': (size) =>
    many(
      size,
      (at) =>
        `<!-- area-send-disable-next-line ${Array.from({ length: 40 }, (_, index) => `${word(at * 40 + index)}`).join(' ')}: because -->\n\n`,
    ),
  'one suppression with a very long list': (size) => `<!-- area-send-disable ${many(size, (at) => `${word(at)} `)}: because -->\n\nText.\n`,
  'suppressions that are never ended': (size) =>
    many(size, (at) => `<!-- area-send-disable term: ${word(at)} -->\n\nText ${word(at)}.\n\n`),
  'nested lists': (size) => many(size, (at) => `${'  '.repeat(at % 12)}- ${word(at)} ${word(at + 5000)}\n`),
  'nested actions': (size) =>
    many(size, (at) => `${'  '.repeat(at % 6)}- Action ${at}: ${word(at)}. Owner: ${name(at)}. By ${(at % 28) + 1} May 2027\n`),
  'runs of stars': (size) => many(size, (at) => `${'*'.repeat(1 + (at % 40))}${word(at)} `),
  'one run of stars': (size) => `${'*'.repeat(size / 2)}a${'*'.repeat(size / 2)}`,
  'runs of low lines': (size) => many(size, (at) => `${'_'.repeat(1 + (at % 40))}${word(at)} `),
  'brackets with words': (size) => many(size, (at) => `[${word(at)} [${word(at + 3000)}] `),
  links: (size) => many(size, (at) => paragraphs(at, `[${word(at)}](https://${word(at)}.example/${word(at)}) `)),
  'links to files': (size) => many(size, (at) => paragraphs(at, `[${word(at)}](${word(at)}.md) `)),
  'link definitions and their uses': (size) =>
    many(size / 2, (at) => paragraphs(at, `[${word(at)}] `)) + '\n\n' + many(size / 2, (at) => `[${word(at)}]: /${word(at)}\n`),
  footnotes: (size) => many(size / 2, (at) => `Text[^${word(at)}]. `) + '\n\n' + many(size / 2, (at) => `[^${word(at)}]: ${word(at)}\n\n`),
  headings: (size) => many(size, (at) => `${'#'.repeat(2 + (at % 4))} ${name(at)} ${word(at)}\n\n`),
  'headings that repeat the framework’s': (size) => many(size, (at) => `## Areas for improvement ${word(at)}\n\n`),
  'actions in a table': (size) =>
    `| Action | Area | Owner | Deadline | Success measure |\n| --- | --- | --- | --- | --- |\n${many(size, (at) => `| ${name(at)} ${word(at + 90)} the ${word(at + 800)} | AFI${at} | ${name(at)} | ${(at % 28) + 1} May 2027 | ${at}% ${word(at)} |\n`)}`,
  'areas for improvement': (size) =>
    `## Areas for improvement\n\n| Areas for improvement |\n| --- |\n${many(size, (at) => `| Leaders should ${word(at)} the ${word(at + 4000)}. |\n`)}`,
  dates: (size) =>
    many(size, (at) => paragraphs(at, `${(at % 28) + 1} ${['May', 'June', 'July'][at % 3]} ${1990 + (at % 60)} ${word(at)} `)),
  identifiers: (size) =>
    many(size, (at) =>
      paragraphs(at, `${9_000_000_000 + at * 7919} ${word(at)}@${word(at)}.example 07700 9${String(10_000 + at).slice(0, 5)} `),
    ),
  'addresses and postcodes': (size) => many(size, (at) => paragraphs(at, `${at} ${name(at)} Road, AB${at % 10}${at % 7} ${at % 9}CD. `)),
  quotations: (size) => many(size, (at) => paragraphs(at, `“${word(at)} ${word(at + 600)}” said a parent. `)),
  'quotation marks left open': (size) => many(size, (at) => `“${word(at)} ‘${word(at + 600)} `),
  apostrophes: (size) => many(size, (at) => `${name(at)}’s ${word(at)}s’ `),
  'one very long sentence': (size) => `${many(size, (at) => `and leaders ${word(at)} and improve ${word(at + 70)}, `)}too.`,
  'short sentences': (size) => many(size, (at) => `${name(at)} is. `),
  'acronyms with their words': (size) =>
    many(size, (at) =>
      paragraphs(at, `${name(at)} ${name(at + 20)} ${name(at + 40)} (${capitals(at)[0]}${capitals(at + 20)[0]}${capitals(at + 40)[0]}) `),
    ),
  'rows of one column': (size) => `| a |\n| --- |\n${many(size, (at) => `| ${word(at)} |\n`)}`,
  'text to fill in': (size) => many(size, (at) => paragraphs(at, `[insert ${word(at)}] TBC `)),
  html: (size) => many(size, (at) => `<${word(at)} ${word(at + 9)}="${word(at)}">${word(at)} `),
  comments: (size) => many(size, (at) => `<!-- ${word(at)} --> ${word(at)} `),
  entities: (size) => many(size, (at) => `&${word(at)}; &#${at}; `),
  'team members': (size) => `## Inspection team\n\n### Ofsted\n\n${many(size, (at) => `- ${name(at)} ${name(at + 900)}, HMI\n`)}`,
  'milestones in front matter': (size) =>
    `---\nmilestones:\n${many(size, (at) => `  - { title: ${word(at)} ${word(at + 5)}, due: 2027-05-${String((at % 28) + 1).padStart(2, '0')} }\n`)}---\n\nText.\n`,
  'unknown keys in front matter': (size) => `---\n${many(size, (at) => `${word(at)}: ${word(at)}\n`)}---\n\nText.\n`,
};
