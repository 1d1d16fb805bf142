import type { Facts, PartnerFact, TableInfo } from '../types.js';
import { append } from '../../text/lists.js';
import { splitBodies } from './_areas.js';
import type { Model } from './_model.js';

const NAMES_BOARD = /^(?!.*(?:www\.|https?:|@|\b(?:Chief|Director|Officer|Lead)\b)).*(?:\bNHS\b|\bICB\b|integrated care)/i;

const DETAIL_LABEL = /^\s*name of (?:the )?(?:local )?(?:authority|ICBs?|integrated care boards?)\s*:?\s*/i;

export function partnersOf(model: Model): Facts['partners'] {
  const localAuthority: PartnerFact[] = [];
  const integratedCareBoards: PartnerFact[] = [];
  const section = model.section('partnership-details');
  if (!section) return { localAuthority, integratedCareBoards };
  for (const table of model.tablesIn(section)) {
    const first = table.rows[0];
    if (!first) continue;
    table.header.cells.forEach((header, column) => {
      const cell = first.cells[column];
      if (!cell?.prose) return;
      const list = /\bNHS England\b/i.test(header.text)
        ? null
        : /integrated care|\bICBs?\b|\bNHS\b|health/i.test(header.text)
          ? integratedCareBoards
          : /local authorit|council/i.test(header.text)
            ? localAuthority
            : null;
      if (!list) return;
      let text = cell.text;
      let offset = 0;
      const label = DETAIL_LABEL.exec(text);
      if (label) {
        offset = label[0].length;
        text = text.slice(offset);
      }
      // In a table of one row, everything else stands below the names.
      const names = splitBodies(text);
      for (const name of list === integratedCareBoards
        ? names.filter((line, index) => index === 0 || table.rows.length > 1 || NAMES_BOARD.test(line))
        : [text.split('\n')[0]!.trim()]) {
        const from = text.indexOf(name);
        if (name !== '' && from >= 0) list.push({ name, span: cell.prose.spanOf(offset + from, offset + from + name.length) });
      }
      if (list === integratedCareBoards) append(list, boardsBelow(table, column, list));
    });
  }
  return { localAuthority, integratedCareBoards };
}

const WHOLE_BOARD = /^(?:NHS )?\p{Lu}[^\n,]{2,80} Integrated Care Board(?: \(ICB\))?$/u;

/** A second board in the same column begins where a row holds its whole name and nothing of the local authority. */
const boardsBelow = ({ rows }: TableInfo, column: number, known: readonly PartnerFact[]): PartnerFact[] =>
  rows.slice(1).flatMap(({ cells }) => {
    const cell = cells[column];
    const name = cell?.text.trim() ?? '';
    const alone = cells.every((other, index) => index === column || other.text.trim() === '');
    return cell?.prose && alone && WHOLE_BOARD.test(name) && !known.some((other) => other.name === name)
      ? [{ name, span: cell.prose.spanOf(cell.text.indexOf(name), cell.text.indexOf(name) + name.length) }]
      : [];
  });
