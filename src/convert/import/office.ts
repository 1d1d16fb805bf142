import { Pictures } from './pictures.js';
import { ImportError } from './types.js';
import { childrenOf, isElement, parseXml, type XmlElement } from './xml.js';
import type { Zip } from './zip.js';

export interface Relationship {
  /** The last part of its type: `image`, `hyperlink`, `footnotes`. */
  readonly type: string;
  /** A part's name, or an address where it is external. */
  readonly target: string;
  readonly external: boolean;
}

/** A part and what it points to. */
export interface Part {
  readonly name: string;
  readonly root: XmlElement;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** A target as a part's name: relative to the folder of the part, without steps out of the zip. */
function resolveTarget(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export class OfficePackage {
  readonly pictures: Pictures;

  constructor(private readonly zip: Zip) {
    this.pictures = new Pictures(zip);
  }

  relationshipsOf(name: string): ReadonlyMap<string, Relationship> {
    const slash = name.lastIndexOf('/');
    const folder = name.slice(0, Math.max(slash, 0));
    const bytes = this.zip.read(`${folder === '' ? '' : `${folder}/`}_rels/${name.slice(slash + 1)}.rels`);
    const found = new Map<string, Relationship>();
    if (!bytes) return found;
    for (const { attributes } of childrenOf(parseXml(bytes), 'rel:Relationship')) {
      const external = attributes['TargetMode']?.toLowerCase() === 'external';
      const target = attributes['Target'] ?? '';
      found.set(attributes['Id'] ?? '', {
        type: (attributes['Type'] ?? '').split('/').at(-1)!,
        target: external ? target : resolveTarget(folder, target),
        external,
      });
    }
    return found;
  }

  /** Null where there is no such part. */
  part(name: string): Part | null {
    const bytes = this.zip.read(name);
    return bytes && { name, root: parseXml(bytes), relationships: this.relationshipsOf(name) };
  }

  /** The first part of a type that another part points to. */
  related(part: Part, type: string): Part | null {
    for (const relationship of part.relationships.values()) {
      if (relationship.type === type && !relationship.external) return this.part(relationship.target);
    }
    return null;
  }

  /**
   * The part with the document, by the package's own word or by its usual name.
   *
   * @throws {ImportError} where there is none.
   */
  main(element: string, usual: string, missing: string): Part {
    const named = [...this.relationshipsOf('').values()].find(({ type, external }) => type === 'officeDocument' && !external)?.target;
    for (const name of [named, usual]) {
      const part = name === undefined ? null : this.part(name);
      if (part?.root.name === element) return part;
    }
    throw new ImportError('not-word', missing);
  }

  /** Names of what somebody has noted of the whole document. */
  get properties(): readonly string[] {
    const named = [...this.relationshipsOf('').values()].find(({ type, external }) => type === 'custom-properties' && !external);
    const part = named ? this.part(named.target) : null;
    return part ? part.root.children.filter(isElement).flatMap(({ attributes }) => attributes['name'] ?? []) : [];
  }

  get hasMacros(): boolean {
    return this.zip.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name));
  }
}

/** `w:val` and the like. */
export const valueOf = (element: XmlElement | undefined, name = 'w:val'): string | undefined => element?.attributes[name];

/** A property that is on when it stands there, unless it says otherwise. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined;
  const value = element.attributes['w:val'];
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value);
}

export function numberOf(text: string | undefined): number | null {
  const number = text === undefined ? NaN : Number.parseFloat(text);
  return Number.isFinite(number) ? number : null;
}
