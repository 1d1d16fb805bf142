import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { RULES } from '../../src/check/index.js';
import { DEFAULT_SETTINGS, settingsSchema } from '../../src/settings/settings.js';
import { configFileSchema, settingPaths } from '../../tools/generate/configuration.js';

interface Contributes {
  readonly commands: readonly {
    readonly command: string;
    readonly title: string;
    readonly category: string;
    readonly icon?: string;
    readonly enablement?: string;
  }[];
  readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]>>;
  readonly configuration: {
    readonly properties: Readonly<
      Record<string, { readonly default?: unknown; readonly description?: string; readonly markdownDescription?: string }>
    >;
  };
  readonly [key: string]: unknown;
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly contributes: Contributes;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('package.json') as Manifest;
const { contributes } = manifest;

const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], DEFAULT_SETTINGS);

describe('the manifest', () => {
  it('gives every setting its default and a description', () => {
    for (const path of settingPaths()) {
      const property = contributes.configuration.properties[`areaSend.${path}`];
      assert.ok(property, path);
      assert.deepEqual(property.default, valueAt(path), path);
      assert.ok((property.markdownDescription ?? property.description ?? '').length > 20, path);
    }
  });

  it('accepts in the schema what the product accepts, and nothing else', () => {
    const validate = new Ajv2020({ strict: false }).compile(configFileSchema());
    const rule = RULES[0]!.id;
    const cases: [unknown, boolean][] = [
      [{}, true],
      [
        {
          rules: { [rule]: 'off' },
          documents: { 'plans/*.md': 'strategic-plan' },
          extraHolidays: ['2027-06-04'],
          deadlines: { showWithinDays: 90 },
        },
        true,
      ],
      [{ rules: { [rule]: 'fatal' } }, false],
      [{ documents: { '*.md': 'novel' } }, false],
      [{ extraHolidays: ['4 June 2027'] }, false],
      [{ deadlines: { showWithinDays: -1 } }, false],
      [{ colour: 'blue' }, false],
    ];
    for (const [value, right] of cases) {
      assert.equal(validate(value), right, JSON.stringify(value));
      assert.equal(settingsSchema.safeParse(value).success, right, JSON.stringify(value));
    }
    assert.equal(validate({ rules: { 'no-such-rule': 'off' } }), false, 'an unknown rule is pointed out while typing');
  });

  it('names every command in one way and gives every command of a menu a title', () => {
    const ids = new Set(contributes.commands.map(({ command }) => command));
    assert.equal(ids.size, contributes.commands.length);
    for (const { command, title, category } of contributes.commands) {
      assert.match(command, /^areaSend\.\w+$/);
      assert.equal(category, 'Area SEND');
      assert.match(title, /^\p{Lu}/u);
    }
    for (const [menu, entries] of Object.entries(contributes.menus))
      for (const { command } of entries) assert.ok(!command || ids.has(command), `${menu}: ${command}`);
  });

  it('lets the entries of the views depend on nothing that changes with the document', () => {
    // The editor draws entries again when such a thing changes, also those that a refresh is taking away: an error in the log of the window.
    for (const { command = '', when } of contributes.menus['view/item/context']!) {
      assert.doesNotMatch(when!.replace(/view == areaSend\.\w+/g, ''), /areaSend\./, command);
      assert.equal(contributes.commands.find((candidate) => candidate.command === command)?.enablement, undefined, command);
    }
  });

  it('offers in the palette only what can be done', () => {
    const palette = new Map(contributes.menus.commandPalette!.map(({ command, when }) => [command!, when]));
    // The timeline asks for a local area.
    for (const { command } of contributes.menus['view/item/context']!)
      assert.ok(command === 'areaSend.showTimeline' || palette.get(command!), `${command} needs a condition for the palette`);
    for (const { command, icon } of contributes.commands) assert.match(icon ?? '', /^\$\([a-z-]+\)$/, command);
  });

  it('names files that exist', () => {
    const files = JSON.stringify(manifest).match(/"\.?\/?(?:media|snippets|syntaxes)\/[^"]+"/g) ?? [];
    assert.ok(files.length >= 5);
    for (const file of files) assert.ok(existsSync(JSON.parse(file) as string), file);
  });
});
