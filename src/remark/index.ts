import type { Root } from 'mdast';
import type { Plugin, Preset, Processor } from 'unified';
import { lintRule } from 'unified-lint-rule';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { checkText, RULES, ruleUrl, type Finding } from '../check/index.js';
import { londonDay } from '../framework/days.js';
import type { DocumentKind, IsoDate, Severity } from '../framework/types.js';
import { latestByObject } from '../memo/memo.js';
import { mergeSettings } from '../settings/config.js';
import { installDictionary } from '../installed-dictionary.js';
import { installLanguageModel } from '../installed-language.js';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.js';
import { nameOf, notSwitchedOff } from './_comments.js';

installDictionary();
installLanguageModel();

/** What a `.remarkrc` may say under `settings.areaSend`. */
export interface RemarkSettings extends Partial<Settings> {
  /** The day to count from, YYYY-MM-DD; today in London when left out. */
  readonly today?: IsoDate;
  /** The kind of every file, where neither front matter nor title should decide. */
  readonly kind?: DocumentKind;
}

/** `true`, `false`, `'on'`, `'off'`, `'warn'`, `'error'`, or a list that begins with one of them, as with every remark-lint rule. */
export type RuleOption = unknown;

const FATAL: Record<Severity, boolean | null> = { error: true, warning: false, info: null };

/** One check a file, however many of the rules are in use. */
const findingsFor = latestByObject<VFile, string, readonly Finding[]>();

function findingsOf(tree: Root, file: VFile, chosen: RemarkSettings): readonly Finding[] {
  const text = String(file);
  const { today: day, kind, ...settings } = chosen;
  return findingsFor(file, text, () => {
    const { findings } = checkText(text, {
      today: day ?? londonDay(new Date()),
      settings: Object.keys(settings).length > 0 ? mergeSettings(settings) : DEFAULT_SETTINGS,
      path: file.path ?? null,
      ...(kind ? { kind } : {}),
    });
    return notSwitchedOff(tree, text, findings);
  });
}

const hasOwnSeverity = (option: RuleOption): boolean =>
  Array.isArray(option) ? typeof option[0] !== 'object' : ['on', 'off', 'warn', 'error'].includes(String(option));

function pluginFor(id: string): Plugin<[RuleOption?], Root> {
  const severities = new WeakMap<VFileMessage, Severity>();
  const rule = lintRule<Root, RuleOption>({ origin: `area-send:${id}`, url: ruleUrl(id) }, function (this: unknown, tree, file) {
    const chosen = (file.data.areaSend ?? {}) as RemarkSettings;
    for (const finding of findingsOf(tree, file, chosen)) {
      if (finding.rule !== id) continue;
      const { start, end } = finding;
      const message = file.message(finding.message, {
        place: {
          start: { line: start.line, column: start.column, offset: start.offset },
          end: { line: end.line, column: end.column, offset: end.offset },
        },
      });
      message.note = finding.help;
      severities.set(message, finding.severity);
    }
  });

  function plugin(this: Processor, option?: RuleOption): ReturnType<Plugin<[RuleOption?], Root>> {
    const settings = (this.data('settings') as { areaSend?: RemarkSettings } | undefined)?.areaSend;
    const transform = (
      rule as (this: Processor, config?: unknown) => ((tree: Root, file: VFile, next: (error?: Error | null) => void) => void) | undefined
    ).call(this, typeof option === 'string' ? [option] : typeof option === 'boolean' ? [option] : option);
    if (!transform) return;
    return (tree, file, next) => {
      if (settings) file.data.areaSend = settings;
      transform(tree, file, (error) => {
        // remark-lint knows one severity a rule; ours may differ by document and by finding.
        if (!hasOwnSeverity(option)) {
          for (const message of file.messages) {
            const severity = severities.get(message);
            if (severity) message.fatal = FATAL[severity] ?? undefined;
          }
        }
        next(error ?? undefined);
      });
    };
  }
  Object.defineProperty(plugin, 'name', { value: nameOf(id) });
  return plugin;
}

/** Every rule as a remark plugin, by the name `area-send-<rule id>`. */
export const rules: Readonly<Record<string, Plugin<[RuleOption?], Root>>> = Object.fromEntries(
  RULES.map(({ id }) => [nameOf(id), pluginFor(id)]),
);

/** All rules. Settings stand under `settings.areaSend` in the `.remarkrc`. */
const preset: Preset = { plugins: Object.values(rules) };
export default preset;
