import * as vscode from 'vscode';
import {
  deadlinesFor,
  mergeCycles,
  type Cycle,
  type Deadline,
  type Schedule,
  type ScheduleProblem,
  type WaitingDeadline,
} from '../../schedule/index.js';
import type { Settings } from '../../settings/settings.js';
import type { Library } from './library.js';
import type { SettingsStore } from './settings.js';
import { onDidChangeDay, today } from './today.js';

/** A deadline with the cycle that it belongs to, whose home is the document that can be marked. */
export interface Dated {
  readonly deadline: Deadline;
  readonly cycle: Cycle;
}

export interface Awaited {
  readonly waiting: WaitingDeadline;
  readonly cycle: Cycle;
}

/** What was worked out for one cycle, and from what. */
interface Reckoned {
  readonly cycle: Cycle;
  readonly settings: Settings | undefined;
  readonly schedule: Schedule;
}

/** How long working out may hold the extension host. */
const SLICE_MS = 12;

/** Every deadline of the workspace, worked out again when documents, settings or the day change: only for the cycles that changed, and with pauses. */
export class Agenda implements vscode.Disposable {
  #cycles: readonly Cycle[] = [];
  #deadlines: readonly Dated[] = [];
  #waiting: readonly Awaited[] = [];
  #problems: readonly ScheduleProblem[] = [];
  #settings: ReadonlyMap<Cycle, Settings> = new Map();
  #knownOn = today();
  #run = 0;
  #reading = false;
  #disposed = false;
  /** By the cycle's content. What a run that was overtaken has worked out is kept as well. */
  #known = new Map<string, Reckoned>();
  #shown: readonly Reckoned[] = [];
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
    this.#disposables.push(library.onDidChange(refresh), onDidChangeDay(refresh));
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
    const day = today();
    if (day !== this.#knownOn) this.#known = new Map();
    this.#knownOn = day;
    const known = this.#known;
    const next = new Map<string, Reckoned>();
    let until = performance.now() + SLICE_MS;
    for (const cycle of mergeCycles(this.library.inputs())) {
      const uri = this.library.uriOf(cycle.home.path) ?? vscode.workspace.workspaceFolders?.[0]?.uri;
      const settings = uri && (await this.settings.resolve(uri)).settings;
      const key = JSON.stringify(cycle);
      let reckoned = known.get(key);
      if (reckoned?.settings !== settings || !reckoned)
        known.set(key, (reckoned = { cycle, settings, schedule: deadlinesFor(cycle, { today: day, ...(settings ? { settings } : {}) }) }));
      next.set(key, reckoned);
      if (performance.now() < until) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (run !== this.#run || this.#disposed) return;
      until = performance.now() + SLICE_MS;
    }
    if (run !== this.#run || this.#disposed) return;
    // Whoever shows this is not to draw the same again at each keystroke: a menu or a tooltip that is open would go.
    const reckoned = [...next.values()];
    this.#known = next;
    const { reading } = this.library;
    if (
      reading === this.#reading &&
      reckoned.length === this.#shown.length &&
      reckoned.every((entry, index) => entry === this.#shown[index])
    )
      return;
    this.#reading = reading;
    this.#shown = reckoned;
    this.#cycles = reckoned.map(({ cycle }) => cycle);
    this.#settings = new Map(reckoned.flatMap(({ cycle, settings }) => (settings ? [[cycle, settings] as const] : [])));
    this.#deadlines = reckoned
      .flatMap(({ cycle, schedule }) => schedule.deadlines.map((deadline) => ({ deadline, cycle })))
      .sort((a, b) => (a.deadline.due < b.deadline.due ? -1 : a.deadline.due > b.deadline.due ? 1 : 0));
    this.#waiting = reckoned.flatMap(({ cycle, schedule }) => schedule.waiting.map((waiting) => ({ waiting, cycle })));
    this.#problems = reckoned.flatMap(({ schedule }) => schedule.problems);
    this.#changed.fire();
  }

  dispose(): void {
    this.#disposed = true;
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
