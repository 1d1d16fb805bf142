import { AlignmentType, BorderStyle, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';
import { TABLE_SIZES } from './_table.js';

/*
 * The look: sans serif, 12 point, left aligned, room between lines, and text on its ground at least 4.5 to 1, whatever its size.
 */

const FONT = 'Arial';
const MONOSPACE = 'Courier New';
/** Twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;
export const INDENT = 425;
/** Of list levels in a Word file. */
export const LEVELS = 9;

export const COLOURS = {
  text: '0B0C0C',
  heading: '1D4F91',
  muted: '484D50',
  link: '1D4F91',
  line: '6F777B',
  head: 'E8EEF5',
  code: 'F3F2F1',
} as const;

/** Word knows the levels of its headings by their names; other programs, and the tags of PDFs that they make, by what is said here. */
const heading = (level: number, size: number, before: number) => ({
  run: { font: FONT, size: size * 2, bold: true, color: COLOURS.heading },
  paragraph: {
    spacing: { before: before * 20, after: 120, line: 264, lineRule: 'auto' as const },
    keepNext: true,
    keepLines: true,
    outlineLevel: level - 1,
  },
});

const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 24, color: COLOURS.text, language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 140, line: 288, lineRule: 'auto' }, alignment: AlignmentType.LEFT },
    },
    heading1: heading(1, 22, 0),
    heading2: heading(2, 17, 18),
    heading3: heading(3, 14, 14),
    heading4: heading(4, 12.5, 12),
    heading5: heading(5, 12, 12),
    heading6: heading(6, 12, 12),
    listParagraph: { run: { font: FONT }, paragraph: { spacing: { after: 80 } } },
    hyperlink: { run: { color: COLOURS.link, underline: { type: 'single' } } },
    footnoteText: { run: { font: FONT, size: 22 }, paragraph: { spacing: { after: 60, line: 264, lineRule: 'auto' } } },
    footnoteReference: { run: { superScript: true } },
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      paragraph: {
        indent: { left: INDENT },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: COLOURS.line } },
      },
    },
    {
      id: 'ListContinue',
      name: 'List Continue',
      basedOn: 'Normal',
      paragraph: { indent: { left: INDENT }, spacing: { after: 80 } },
    },
    {
      id: 'SourceCode',
      name: 'Source Code',
      basedOn: 'Normal',
      run: { font: MONOSPACE, size: 22, noProof: true },
      paragraph: { shading: { type: 'clear', fill: COLOURS.code, color: 'auto' }, spacing: { line: 252, lineRule: 'auto' } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 20, after: 40, line: 264, lineRule: 'auto' } },
    },
    {
      id: 'TableHeading',
      name: 'Table Heading',
      basedOn: 'TableText',
      quickFormat: true,
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      run: { size: 20, color: COLOURS.muted },
      paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 20, color: COLOURS.muted },
      paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
    },
  ],
  characterStyles: [{ id: 'VerbatimChar', name: 'Verbatim Char', run: { font: MONOSPACE, noProof: true } }],
};

/** The style of lines of code in a language. A style's name comes home from Word, so that it says the language. */
export const codeStyle = (language: string): string => (language === '' ? 'SourceCode' : `SourceCode-${language}`);

/** The look with a style for code in each language, and smaller type for tables that need it. */
export const stylesWith = (languages: Iterable<string>): IStylesOptions => ({
  ...STYLES,
  paragraphStyles: [
    ...STYLES.paragraphStyles!,
    ...TABLE_SIZES.slice(1).flatMap((size) =>
      [
        ['TableText', 'Table Text'],
        ['TableHeading', 'Table Heading'],
      ].map(([id, name]) => ({ id: `${id}${size / 2}`, name: `${name} ${size / 2}`, basedOn: id!, run: { size } })),
    ),
    ...Array.from(languages, (language) => ({
      id: codeStyle(language),
      name: `Source Code (${language})`,
      basedOn: 'SourceCode',
    })),
  ],
});

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

const SIGNS = ['•', '◦', '▪'];
const indentOf = (level: number) => ({ paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } });

export const levelsFrom = (format: 'bullet' | 'decimal', at = 0, start = 1): INumberingOptions['config'][number]['levels'] =>
  Array.from({ length: LEVELS }, (_, level) => ({
    level,
    format: format === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: format === 'bullet' ? SIGNS[level % SIGNS.length]! : `%${level + 1}.`,
    start: level === at ? start : 1,
    alignment: AlignmentType.LEFT,
    style: { ...indentOf(level), ...(format === 'bullet' ? { run: { font: FONT } } : {}) },
  }));
