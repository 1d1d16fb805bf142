import { trimEnd } from '../../text/align.js';
import type { Facts, PlacedProse, TeamMember } from '../types.js';
import type { Model } from './_model.js';

const ROLE_START = / (?=(?:S?HMI|OI|His Majesty|Senior HMI|Ofsted|CQC|Care Quality|Lead|Children)\b)/;

/** Words of which the second line of a cell consists when it tells the role of the person in the first. */
const ROLE_WORDS = new Set(
  'his her majesty s hmi hmis shmi oi ofsted cqc care quality commission lead team senior principal regional national deputy director manager children services service inspector inspectors social education health early years specialist regulatory adviser observer observing shadowing shadow trainee assurance qa of for the from and'.split(
    ' ',
  ),
);

const isRole = (line: string): boolean => {
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => ROLE_WORDS.has(word));
};

/** "Adam Sproston HMI, Ofsted lead inspector": a role that slipped in front of the comma belongs to the role. */
function splitMember(text: string): { name: string; role: string } | null {
  let line = text.replace(/\s+/g, ' ').trim();
  if (line === '' || !/\p{L}/u.test(line)) return null;
  // "Adam Sproston (HMI, lead inspector)": what stands in brackets is the role.
  const bracketed = /^([^,()]+) \(([^()]+)\)(.*)$/.exec(line);
  if (bracketed && isRole(bracketed[2]!)) line = `${bracketed[1]!}, ${bracketed[2]!}${bracketed[3]!}`;
  const comma = line.search(/,|\s[–-]\s/);
  let name = comma < 0 ? line : line.slice(0, comma).trim();
  let role = comma < 0 ? '' : line.slice(comma).replace(/^[\s,–-]+/, '');
  const slipped = ROLE_START.exec(name);
  if (slipped) {
    role = [name.slice(slipped.index).trim(), role].filter((part) => part !== '').join(' ');
    name = name.slice(0, slipped.index).trim();
  }
  return { name, role };
}

export function teamOf(model: Model): Facts['team'] {
  const ofsted: TeamMember[] = [];
  const cqc: TeamMember[] = [];
  const section = model.section('inspection-team');
  if (!section) return { ofsted, cqc };
  const add = (unit: PlacedProse, side: TeamMember[] | null): void => {
    const people: { text: string; from: number; to: number }[] = [];
    let from = 0;
    for (const line of unit.text.split('\n')) {
      const to = from + line.trimEnd().length;
      const person = people.at(-1);
      // A name, and the role in the next line.
      if (person && isRole(line)) {
        const text = trimEnd(person.text, ' ,');
        people[people.length - 1] = { text: `${text}${/,|\s[–-]\s/.test(text) ? ' ' : ', '}${line.trim()}`, from: person.from, to };
      } else if (line.trim() !== '') people.push({ text: line, from: from + line.search(/\S/), to });
      from += line.length + 1;
    }
    for (const person of people) {
      const member = splitMember(person.text);
      if (!member) continue;
      const list = side ?? (/\bCQC\b|Care Quality/i.test(member.role) ? cqc : ofsted);
      list.push({ ...member, span: unit.spanOf(person.from, person.to) });
    }
  };
  for (const table of model.tablesIn(section)) {
    const sides = table.header.cells.map((cell) =>
      /\bCQC\b|Care Quality|Quality Care/i.test(cell.text) ? cqc : /ofsted/i.test(cell.text) ? ofsted : null,
    );
    const unnamed = sides.every((side) => side === null);
    const rows = unnamed && table.header.cells.some((cell) => cell.text.includes(',')) ? [table.header, ...table.rows] : table.rows;
    for (const row of rows) row.cells.forEach((cell, column) => cell.prose && add(cell.prose, unnamed ? null : (sides[column] ?? null)));
  }
  if (model.tablesIn(section).length === 0) {
    let side: TeamMember[] | null = null;
    for (const unit of model.proseIn(section)) {
      if (unit.kind === 'heading' || /^(?:ofsted|(?:the )?care quality commission(?: \(CQC\))?|CQC):?$/i.test(unit.text.trim())) {
        side = /CQC|Care Quality/i.test(unit.text) ? cqc : /ofsted/i.test(unit.text) ? ofsted : side;
      } else if (/,|\n/.test(unit.text) && unit.text.length < 200) add(unit, side);
    }
  }
  return { ofsted, cqc };
}
