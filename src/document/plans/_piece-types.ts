import type { PlanField } from '../../framework/plan-columns.js';
import type { Span } from '../../framework/types.js';
import type { Prose } from '../types.js';

export interface PieceLink extends Span {
  readonly url: string | null;
  /** Of a reference link, whose address stands elsewhere. */
  readonly identifier: string | null;
}

/** Text with its place: the whole of it can be marked, or a part of its first prose unit. */
export interface PieceText {
  readonly text: string;
  readonly span: Span;
  /** Present when `text` is `prose.text[from, from + length)`. */
  readonly prose: Prose | null;
  readonly from: number;
  readonly links: readonly PieceLink[];
}

export interface PieceField extends PieceText {
  readonly role: PlanField;
  readonly label: string;
  readonly labelSpan: Span;
}

export interface TableCellText extends PieceText {
  readonly blank: boolean;
  readonly strong: boolean;
}

export interface TableAction {
  readonly group: TableCellText | null;
  readonly cells: readonly (TableCellText | null)[];
  readonly span: Span;
}

export interface ActionTable {
  /**
   * 'actions': one a row. 'pairs': labels in the first column. 'extra': more fields for actions that other tables number. 'measures': for all
   * actions of a part. 'rest': no column is known, so that it may go on with the table before it; its head is then a row like the others.
   */
  readonly shape: 'actions' | 'pairs' | 'extra' | 'measures' | 'rest';
  readonly roles: readonly (PlanField | null)[];
  readonly headers: readonly string[];
  readonly header: Span;
  readonly rows: readonly TableAction[];
  readonly actionColumn: number;
}

export type Piece =
  | { readonly type: 'heading'; readonly depth: number; readonly text: PieceText }
  /** A paragraph that is bold as a whole and so stands as a heading. */
  | { readonly type: 'strong'; readonly text: PieceText }
  /** `item`: of a list, and how deep in it, 0 for the outermost. */
  | {
      readonly type: 'text';
      readonly text: PieceText;
      readonly quoted: boolean;
      readonly item?: number;
      /** Whole sentences in it that are bold. */
      readonly marked?: readonly PieceText[];
    }
  /** A label whose value follows. */
  | { readonly type: 'label'; readonly role: PlanField; readonly label: string; readonly span: Span }
  | { readonly type: 'field'; readonly field: PieceField }
  /** A list item or paragraph with fields of its own. `certain` is false when only its neighbours can tell. */
  | {
      readonly type: 'entry';
      readonly text: PieceText;
      readonly fields: readonly PieceField[];
      readonly task: PieceText | null;
      readonly certain: boolean;
      readonly item?: number;
    }
  | { readonly type: 'group'; readonly text: PieceText | null }
  | { readonly type: 'table'; readonly table: ActionTable };
