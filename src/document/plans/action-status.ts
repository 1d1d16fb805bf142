import { STATUS_WORDS } from '../../framework/plan-columns.js';
import { byText } from '../../memo/memo.js';

export type ActionState = 'complete' | 'in-progress' | 'behind' | 'not-started';

/** What a status says; null when it says nothing that is known. */
export const readStatus: (text: string) => ActionState | null = byText((text) =>
  /^\W*(?:completed?|done|closed|delivered|achieved)\b(?! by\b)/iu.test(text)
    ? 'complete'
    : (STATUS_WORDS.find(({ pattern }) => pattern.test(text))?.state ?? null),
);
