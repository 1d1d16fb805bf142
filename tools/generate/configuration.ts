/** What the manifest says about settings, made from the settings' own schema and the rules, so that neither can drift. */
import { z } from 'zod';
import { kindInfo } from '../../src/framework/kinds.js';
import { DOCUMENT_KINDS, type Severity } from '../../src/framework/types.js';
import { RULES } from '../../src/check/index.js';
import { configJsonSchema } from '../../src/settings/config.js';
import { settingsSchema } from '../../src/settings/settings.js';

type JsonSchema = Record<string, unknown> & { properties?: Record<string, JsonSchema> };

interface Overlay {
  readonly markdownDescription: string;
  readonly [key: string]: unknown;
}

const SEVERITIES: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/** Settings of the editor alone: `.areasend.json` has no place for them. */
const EDITOR_ONLY: Readonly<Record<string, JsonSchema>> = {
  enable: {
    type: 'boolean',
    default: true,
    markdownDescription:
      'Check Area SEND reports, plans and meeting notes. Other Markdown files are never touched. Turn it off, for example, for a folder of reports that other people write.',
  },
  run: {
    type: 'string',
    enum: ['onType', 'onSave'],
    enumItemLabels: ['While typing', 'On save'],
    enumDescriptions: ['While you type, like spelling correction', 'Only when you save'],
    default: 'onType',
    description: 'When a document is checked. For example, choose “onSave” on a slow computer.',
  },
  codeLens: {
    type: 'boolean',
    default: true,
    markdownDescription:
      'Show above each area for improvement and priority action of a report how many actions of its plan answer it, for example “2 actions”.',
  },
  previewFindings: {
    scope: 'resource',
    type: 'boolean',
    default: true,
    markdownDescription: 'Show the findings in the Markdown preview as well: underlined, with what is wrong when you point at them.',
  },
  wordKeys: {
    scope: 'resource',
    type: 'boolean',
    default: true,
    markdownDescription:
      'Keys as in Word, in reports, plans and meeting notes alone: Ctrl+B for bold, Ctrl+I for italic, Enter that goes on with a list or a table, Tab that leads to the next cell. Turn it off to keep the editor’s own, for example Ctrl+B for the side bar. With the extension Markdown All in One installed they are off.',
  },
  pasteAsMarkdown: {
    scope: 'resource',
    type: 'boolean',
    default: true,
    markdownDescription:
      'Paste from Word, Excel, Outlook and web pages as Markdown into reports, plans and meeting notes: with headings, lists, tables, bold and links. Plain text stays one step away: by the button beside what was pasted, and with Ctrl+Alt+V, which asks. Turn it off to have plain text first.',
  },
};

/** Plain words and examples for people who meet these in the settings editor, in the order in which they stand there. The others follow with the schema's own words. */
const OVERLAYS: Readonly<Record<string, Overlay>> = {
  rules: {
    markdownDescription:
      'Severity of each rule, by its id. What is not named here keeps its usual severity.\n\nFor example `{ "date-format": "off", "sentence-length": "warning" }`. The command “Area SEND: Open rule documentation” tells about each rule.',
  },
  documents: {
    markdownDescription:
      'Which kind of document a file is, where its front matter and its title do not say so: a file pattern and a kind.\n\nFor example `{ "plans/**/*.md": "strategic-plan", "meetings/*.md": "engagement-meeting-note" }`.',
  },
  words: { markdownDescription: 'Words that spelling accepts, such as names of local services. For example `["Bridgeway", "Saltmarsh"]`.' },
  acronyms: {
    markdownDescription:
      'Local acronyms and what they stand for; these need no expansion in the text. For example `{ "KPCF": "Kestrelshire Parent Carer Forum" }`.',
  },
  coProductionTerms: {
    markdownDescription:
      'Local names of parent carer forums and young people’s groups, which count as evidence of co-production. For example `["Count Me In", "Kestrel Voices"]`.',
  },
  alternativeProvisionTerms: {
    markdownDescription:
      'Local names of alternative provision, such as a hospital school or a tuition service. For example `["The Harbour Centre"]`.',
  },
  'sentenceLength.words': {
    markdownDescription:
      'Sentences of plans with more words than this are reported as long. GOV.UK advises 25; `20`, for example, is stricter.',
  },
  'sentenceLength.easyReadWords': { markdownDescription: 'The same for easy-read versions and versions for children, for example `12`.' },
  'deadlines.showWithinDays': {
    markdownDescription:
      'How many days ahead the Deadlines view looks. Overdue deadlines are always shown. For example, `90` shows about three months.',
  },
  'deadlines.strategicPlanTrigger': {
    markdownDescription:
      'What starts the working days for publishing the strategic plan. For example, choose “published” if nobody recorded the day on which the report arrived.',
    enumItemLabels: ['Report received', 'Report published'],
    enumDescriptions: ['The partnership receives the final report', 'The report is published'],
  },
  'deadlines.strategicPlanWorkingDays': {
    markdownDescription: 'Working days from the final report to the published strategic plan. For example `30`.',
  },
  'deadlines.priorityActionPlanWorkingDays': {
    markdownDescription: 'Working days from the final report to the submitted priority action plan. For example `35`.',
  },
  'deadlines.engagementMeetingMonths': {
    markdownDescription: 'Months from one engagement meeting with Ofsted and the Care Quality Commission to the next. For example `12`.',
  },
  bodies: {
    markdownDescription:
      'Councils and integrated care boards that the product does not know yet, or new dates of those that it knows. For example `[{ "name": "NHS Exampleshire Integrated Care Board", "kind": "integrated-care-board", "from": "2027-04-01", "areas": ["Rutland"] }]`. What is left out of one that it knows stays as it is.',
  },
  extraHolidays: {
    markdownDescription:
      'Further days that are not working days, as `YYYY-MM-DD`: a newly announced bank holiday, for example `["2027-06-04"]`. Weekends and the bank holidays of England and Wales are built in.',
  },
};

const ruleProperties = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    [...RULES].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, title }) => [id, { enum: SEVERITIES, description: `${title}.` }]),
  );

const kindValues = (): JsonSchema => ({
  enum: [...DOCUMENT_KINDS],
  enumDescriptions: DOCUMENT_KINDS.map((id) => `${kindInfo(id).name.charAt(0).toUpperCase()}${kindInfo(id).name.slice(1)}`),
});

/** Leaves of the settings' schema by dotted path. An object with fixed keys is one setting a key. */
function leaves(schema: JsonSchema, prefix = ''): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]): [string, JsonSchema][] => {
    const path = prefix ? `${prefix}.${key}` : key;
    if (key === '$schema') return [];
    return value.properties ? leaves(value, path) : [[path, value]];
  });
}

/** Dotted paths of every setting that editor and configuration file share. */
export const settingPaths = (): string[] => leaves(z.toJSONSchema(settingsSchema, { io: 'input' }) as JsonSchema).map(([path]) => path);

/** `contributes.configuration` of the manifest. Throws when a setting has no description here. */
export function configuration(): JsonSchema {
  const shared = leaves(z.toJSONSchema(settingsSchema, { io: 'input' }) as JsonSchema);
  const byPath = new Map(shared);
  const properties: Record<string, JsonSchema> = {};
  const add = (path: string, schema: JsonSchema): void => {
    properties[`areaSend.${path}`] = { order: Object.keys(properties).length + 1, scope: 'resource', ...schema };
  };
  for (const [path, schema] of Object.entries(EDITOR_ONLY)) add(path, schema);
  for (const path of [...Object.keys(OVERLAYS), ...shared.map(([name]) => name).filter((name) => !Object.hasOwn(OVERLAYS, name))]) {
    const schema = { ...byPath.get(path) };
    const { description } = schema;
    delete schema.description;
    delete schema.propertyNames;
    const overlay = OVERLAYS[path] ?? (typeof description === 'string' ? { markdownDescription: description } : null);
    if (!overlay) throw new Error(`The setting ${path} has no description.`);
    const more: JsonSchema =
      path === 'rules'
        ? { properties: ruleProperties(), additionalProperties: false }
        : path === 'documents'
          ? { additionalProperties: kindValues() }
          : {};
    add(path, { ...schema, ...more, ...overlay });
  }
  return { title: 'Area SEND', properties };
}

/** The schema of `.areasend.json`, with the same descriptions. */
export function configFileSchema(): JsonSchema {
  const schema = configJsonSchema(RULES.map(({ id }) => id)) as JsonSchema;
  const properties = schema.properties!;
  properties.rules = { ...properties.rules, properties: ruleProperties() };
  properties.documents = { ...properties.documents, additionalProperties: kindValues() };
  for (const [path, { markdownDescription }] of Object.entries(OVERLAYS)) {
    const [key, inner] = path.split('.') as [string, string?];
    const target = inner ? properties[key]!.properties![inner]! : properties[key]!;
    target.markdownDescription = markdownDescription;
    target.description ??= markdownDescription.replace(/[`*]/g, '');
  }
  return schema;
}
