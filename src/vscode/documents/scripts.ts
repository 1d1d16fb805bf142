import * as vscode from 'vscode';
import type * as exporters from '../../convert/export/index.js';
import type * as importers from '../../convert/import/index.js';
import type * as pages from '../../tracker/pages/index.js';

/** What a script of ours exports. Neither host of extensions can load such a script by its address: the browser's has no modules of its own. */
export function run<Exports>(script: string): Exports {
  const module: { exports: unknown } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call, no-new-func
  new Function('module', 'exports', script)(module, module.exports);
  return module.exports as Exports;
}

/** The parts that most sessions never need: scripts beside the bundles, read when they are first asked for. */
export class Scripts {
  #importers: Promise<typeof importers> | null = null;
  #exporters: Promise<typeof exporters> | null = null;

  constructor(private readonly extension: vscode.Uri) {}

  importers(): Promise<typeof importers> {
    this.#importers ??= this.#load<typeof importers>('import.cjs').catch((error: unknown) => {
      this.#importers = null;
      throw error;
    });
    return this.#importers;
  }

  exporters(): Promise<typeof exporters> {
    this.#exporters ??= this.#load<typeof exporters>('export.cjs').catch((error: unknown) => {
      this.#exporters = null;
      throw error;
    });
    return this.#exporters;
  }

  pages(): Promise<typeof pages> {
    return this.#load<typeof pages>('pages.cjs');
  }

  async #load<Exports>(name: string): Promise<Exports> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension, 'dist', 'convert', name));
    return run<Exports>(new TextDecoder().decode(bytes));
  }
}
