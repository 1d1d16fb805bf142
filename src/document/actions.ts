import type { ActionFact, SendDocument } from './types.js';

/** Actions of a plan, in document order; none for reports. */
export function readActions(document: Omit<SendDocument, 'facts' | 'edition'>): readonly ActionFact[] {
  void document;
  return [];
}
