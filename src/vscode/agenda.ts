import * as vscode from 'vscode';
import { deadlinesFor, mergeCycles, type Cycle, type Deadline, type ScheduleProblem, type WaitingDeadline } from '../schedule/index.js';
import type { Settings } from '../settings/settings.js';
import type { Library } from './library.js';
import type { SettingsStore } from './settings.js';
import { today } from './today.js';

/** A deadline with the cycle that it belongs to, whose home is the document that can be marked. */
export interface Dated {
  readonly deadline: Deadline;
  readonly cycle: Cycle;
}

export interface Awaited {
  readonly waiting: WaitingDeadline;
  readonly cycle: Cycle;
}

/** Every deadline of the workspace, worked out again when documents, settings or the day change. */
export class Agenda implements vscode.Disposable {
  #cycles: readonly Cycle[] = [];
  #deadlines: readonly Dated[] = [];
  #waiting: readonly Awaited[] = [];
  #problems: readonly ScheduleProblem[] = [];
  #settings: ReadonlyMap<Cycle, Settings> = new Map();
  #day = today();
  #run = 0;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #disposables: vscode.Disposable[] = [this.#changed];

  constructor(
    readonly library: Library,
    private readonly settings: SettingsStore,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const refresh = (): void => {
      this.#refresh().catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
    };
    // Working days left change at midnight.
    const clock = setInterval(() => {
      if (today() !== this.#day && this.#cycles.length > 0) refresh();
    }, 60_000);
    this.#disposables.push(library.onDidChange(refresh), new vscode.Disposable(() => clearInterval(clock)));
  }

  get cycles(): readonly Cycle[] {
    return this.#cycles;
  }
  get deadlines(): readonly Dated[] {
    return this.#deadlines;
  }
  get waiting(): readonly Awaited[] {
    return this.#waiting;
  }
  get problems(): readonly ScheduleProblem[] {
    return this.#problems;
  }
  settingsOf(cycle: Cycle): Settings | undefined {
    return this.#settings.get(cycle);
  }

  /** The first open deadline of the cycles that a document belongs to. */
  next(path: string): Dated | null {
    return this.#deadlines.find(({ deadline, cycle }) => cycle.paths.includes(path) && deadline.status !== 'done') ?? null;
  }

  async #refresh(): Promise<void> {
    const run = ++this.#run;
    const cycles = mergeCycles(this.library.inputs());
    const settings = new Map<Cycle, Settings>();
    for (const cycle of cycles) {
      const uri = this.library.uriOf(cycle.home.path) ?? vscode.workspace.workspaceFolders?.[0]?.uri;
      if (uri) settings.set(cycle, (await this.settings.resolve(uri)).settings);
    }
    if (run !== this.#run) return;
    this.#day = today();
    const deadlines: Dated[] = [];
    const waiting: Awaited[] = [];
    const problems: ScheduleProblem[] = [];
    for (const cycle of cycles) {
      const chosen = settings.get(cycle);
      const schedule = deadlinesFor(cycle, { today: this.#day, ...(chosen ? { settings: chosen } : {}) });
      deadlines.push(...schedule.deadlines.map((deadline) => ({ deadline, cycle })));
      waiting.push(...schedule.waiting.map((entry) => ({ waiting: entry, cycle })));
      problems.push(...schedule.problems);
    }
    this.#cycles = cycles;
    this.#deadlines = deadlines.sort((a, b) => (a.deadline.due < b.deadline.due ? -1 : a.deadline.due > b.deadline.due ? 1 : 0));
    this.#waiting = waiting;
    this.#problems = problems;
    this.#settings = settings;
    this.#changed.fire();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
