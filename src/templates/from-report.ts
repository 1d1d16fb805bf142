import { areaName, inspectionRange, type AreaFact, type SendDocument } from '../document/index.js';
import { isThereOn, type BodyKind, type BodyRegister } from '../framework/public-bodies.js';
import type { IsoDate } from '../framework/types.js';
import type { KnownArea, TemplateOptions } from './context.js';

/** What a council calls itself stands in its report; a bare name of a place is none. */
const CALLS_ITSELF = /\b(?:council|authority|borough|corporation|city of)\b/i;

/** The full name of a council or board, or of those that have taken over from it by a day. */
function asOn(register: BodyRegister, kind: BodyKind, name: string, day: IsoDate): readonly string[] {
  let bodies = register.named(kind, name);
  const own = bodies.find((body) => isThereOn(body, day));
  if (own) return [kind === 'local-authority' && CALLS_ITSELF.test(name) ? name : own.name];
  for (let rounds = 0; rounds < 5; rounds++) {
    bodies = bodies.flatMap((body) => register.successorsOf(body));
    const now = bodies.filter((body) => isThereOn(body, day));
    if (now.length > 0) return [...new Set(now.map((body) => body.name))];
  }
  return [name];
}

interface Bodies {
  readonly localAuthority: readonly string[];
  readonly boards: readonly string[];
}

/** Everybody who is asked stands before the verb that asks. */
const ASKS = /\b(?:should|must|needs? to|have to|ought to)\b/i;

/** The bodies that an area asks to act, by their names or by what they are; both where it is the partnership as a whole. */
function askedIn(text: string, { localAuthority, boards }: Bodies): readonly string[] {
  const asked = ASKS.exec(text);
  const subject = asked ? text.slice(0, asked.index) : '';
  const named = [...localAuthority, ...boards].filter((name) => subject.includes(name));
  if (named.length > 0) return named;
  if (/\bpartnership\b/i.test(subject)) return [...localAuthority, ...boards];
  return [
    ...(/\b(?:local authority|council)\b/i.test(subject) ? localAuthority : []),
    ...(/\b(?:integrated care boards?|ICBs?)\b/i.test(subject) ? boards : []),
  ];
}

/**
 * What a new document takes over from the report that it is about: the local area, the days and the outcome of the inspection, the areas with
 * their words and whom they ask, the council and the boards. `day` decides which boards there are: a report may be older than they are.
 */
export function fromReport(report: SendDocument, path: string | null, day: IsoDate): Omit<TemplateOptions, 'kind'> {
  const { facts, frontMatter } = report;
  const area = areaName(report);
  const found = inspectionRange(report);
  const written: Bodies = {
    localAuthority: facts.partners.localAuthority.map(({ name }) => name),
    boards: facts.partners.integratedCareBoards.map(({ name }) => name),
  };
  const today = (name: string): readonly string[] =>
    asOn(
      report.bodies,
      written.boards.includes(name) || /\b(?:NHS|ICB|integrated care board)\b/i.test(name) ? 'integrated-care-board' : 'local-authority',
      name,
      day,
    );
  const boards = [...new Set(written.boards.flatMap(today))];
  const known = ({ id, text, responsibleBodies }: AreaFact): KnownArea => ({
    id,
    text,
    responsibleBodies: [...new Set((responsibleBodies.length > 0 ? responsibleBodies : askedIn(text, written)).flatMap(today))],
  });
  return {
    today: day,
    ...(area === null ? {} : { area }),
    ...(facts.outcome === null ? {} : { outcome: facts.outcome }),
    ...(found === null ? {} : { inspection: { start: found.start, end: found.end } }),
    ...(written.localAuthority[0] === undefined ? {} : { localAuthority: today(written.localAuthority[0])[0]! }),
    ...(boards.length === 0 ? {} : { integratedCareBoards: boards }),
    report: {
      path,
      inspection: found === null ? null : { start: found.start, end: found.end },
      received: frontMatter.data.report?.received ?? null,
      areasForImprovement: facts.areasForImprovement.map(known),
      areasForPriorityAction: facts.areasForPriorityAction.map(known),
    },
  };
}
