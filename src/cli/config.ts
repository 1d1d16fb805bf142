import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ruleById } from '../check/index.js';
import type { DocumentKind } from '../framework/types.js';
import { mergeSettings, parseSettings } from '../settings/config.js';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.js';
import { CONFIG_FILE, configuredKind } from '../workspace/configured-kind.js';
import { shownPath, type InputProblem } from './files.js';
import { readBounded } from './read-file.js';

interface Config {
  readonly settings: Settings;
  readonly base: string;
}

/** Configuration files by folder: the nearest `.areasend.json` up the tree wins. */
export class Configs {
  readonly problems: InputProblem[] = [];
  readonly #byFolder = new Map<string, Config | null>();
  readonly #plain: Config;

  constructor(
    private readonly cwd: string,
    private readonly overrides: Partial<Settings>,
  ) {
    this.#plain = { settings: Object.keys(overrides).length > 0 ? mergeSettings(overrides) : DEFAULT_SETTINGS, base: cwd };
  }

  for(absolute: string): { settings: Settings; configuredKind: DocumentKind | undefined } {
    const { settings, base } = this.#folder(dirname(absolute)) ?? this.#plain;
    return { settings, configuredKind: configuredKind(settings, relative(base, absolute).split(sep).join('/')) };
  }

  #folder(folder: string): Config | null {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    let config: Config | null;
    const file = join(folder, CONFIG_FILE);
    if (existsSync(file)) config = this.#read(file, folder);
    else {
      const parent = dirname(folder);
      config = parent === folder || existsSync(join(folder, '.git')) ? null : this.#folder(parent);
    }
    this.#byFolder.set(folder, config);
    return config;
  }

  #read(file: string, base: string): Config | null {
    const path = shownPath(file, this.cwd);
    let text: string;
    try {
      const read = readBounded(file);
      if (read === null) return null;
      text = read;
    } catch (error) {
      this.problems.push({ path, message: `the configuration file was left out: ${(error as Error).message}` });
      return null;
    }
    const { settings, problem } = parseSettings(text);
    if (problem) {
      const line = problem.offset === null ? '' : `:${text.slice(0, problem.offset).split('\n').length}`;
      this.problems.push({ path: `${path}${line}`, message: `${problem.message}; the file was left out` });
      return null;
    }
    for (const id of Object.keys(settings.rules ?? {})) {
      if (!ruleById(id)) this.problems.push({ path, message: `“${id}” is not a rule; “area-send rules” lists them` });
    }
    return { settings: mergeSettings(settings, this.overrides), base };
  }
}
