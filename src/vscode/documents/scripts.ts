import * as vscode from 'vscode';
import type * as exporters from '../../convert/export/index.js';
import type * as importers from '../../convert/import/index.js';
import type * as pages from './pages.js';

/** What a script beside the bundle exports. Neither host of extensions can load such a script by its address: the browser's has no modules of its own. */
export function run<Exports>(script: string): Exports {
  const module: { exports: unknown } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call, no-new-func
  new Function('module', 'exports', script)(module, module.exports);
  return module.exports as Exports;
}

/** The parts that most sessions never need: scripts beside the bundles, read when they are first asked for. */
export class Scripts {
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(private readonly extension: vscode.Uri) {}

  importers(): Promise<typeof importers> {
    return this.#load('import.cjs');
  }

  exporters(): Promise<typeof exporters> {
    return this.#load('export.cjs');
  }

  pages(): Promise<typeof pages> {
    return this.#load('pages.cjs');
  }

  /** Once; again where it could not be read. */
  #load<Exports>(name: string): Promise<Exports> {
    let loaded = this.#loaded.get(name);
    if (!loaded) {
      loaded = this.#read(name).catch((error: unknown) => {
        this.#loaded.delete(name);
        throw error;
      });
      this.#loaded.set(name, loaded);
    }
    return loaded as Promise<Exports>;
  }

  async #read(name: string): Promise<unknown> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension, 'dist', 'convert', name));
    return run(new TextDecoder().decode(bytes));
  }
}
