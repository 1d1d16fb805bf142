import { finish, openDocumentInSteps, type SendDocument } from '../document/index.js';
import type { TextEdit } from '../text/span.js';
import { applyEdits } from './edits.js';
import { openOptions, resultInSteps } from './run.js';
import type { CheckResult, Finding, TextOptions } from './types.js';

export interface Session {
  readonly text: string;
  readonly document: SendDocument;
  readonly result: CheckResult;
  readonly findings: readonly Finding[];
  /** Applies edits, given by offsets in the present text; later results take over what did not change. */
  edit(edits: readonly TextEdit[]): void;
  /** Replaces the whole text, reusing what is the same. */
  update(text: string, options?: TextOptions): void;
  /** `update` and its result, with pauses; nothing changes unless it is run to its end. */
  updateInSteps(text: string, options?: TextOptions): Generator<void, CheckResult>;
}

/** A document that is being edited. Findings are computed when they are asked for, and equal those of a fresh check. */
export function createSession(initial: string, options: Partial<TextOptions> & { today: string }): Session {
  let settings: TextOptions = options;
  let text = initial;
  let document: SendDocument | null = null;
  let result: CheckResult | null = null;
  let previous: SendDocument | undefined;
  const current = (): SendDocument => (document ??= finish(openDocumentInSteps(text, openOptions(settings), previous)));
  const checked = (): CheckResult => (result ??= finish(resultInSteps(current(), settings)));
  const update = (next: string, changed?: TextOptions): void => {
    if (changed) settings = changed;
    previous = document ?? previous;
    text = next;
    document = null;
    result = null;
  };
  return {
    get text() {
      return text;
    },
    get document() {
      return current();
    },
    get result() {
      return checked();
    },
    get findings() {
      return checked().findings;
    },
    edit: (edits) => update(applyEdits(text, edits)),
    update,
    *updateInSteps(next, changed = settings) {
      const read = yield* openDocumentInSteps(next, openOptions(changed), document ?? previous);
      const found = yield* resultInSteps(read, changed);
      [settings, text, document, previous, result] = [changed, next, read, undefined, found];
      return found;
    },
  };
}
