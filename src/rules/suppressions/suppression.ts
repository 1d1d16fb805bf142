import { SOURCES } from '../../framework/sources.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';

/** The engine finds these, because only it knows what each comment silenced: see check/suppressions.ts. */
const rule: DocumentRule = {
  id: 'suppression',
  title: 'A comment that switches a rule off gives its reason, names a rule and silences something',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: { ...SOURCES.product, where: 'suppressions' },
  rationale:
    'Whoever reads the document next must see why a check was set aside. A comment that no longer does anything hides the mistakes to come.',
  help: 'Write <!-- area-send-disable-next-line rule-name: reason -->, or delete the comment.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: '## Inspection outcome\n\n<!-- area-send-disable-next-line placeholder: the service is really called TBC -->\n\nThe TBC service helps families.\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: '<!-- area-send-disable-next-line placeholder -->\n\nThe TBC service helps families.\n',
        finds: [{ at: '<!-- area-send-disable-next-line placeholder -->', message: /does not say why/ }],
      },
      {
        kind: 'full-inspection-report',
        text: '<!-- area-send-disable no-such-rule: because -->\n\nThe service helps families.\n',
        finds: [{ at: '<!-- area-send-disable no-such-rule: because -->', message: /no rule called/ }],
      },
    ],
  },
  check() {
    // Nothing to do here.
  },
};

export default rule;
