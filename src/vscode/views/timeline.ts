import * as vscode from 'vscode';
import { timelinePage, type Cycle } from '../../schedule/index.js';
import type { Agenda } from '../documents/agenda.js';
import { today } from '../documents/today.js';
import { nonce } from './nonce.js';

const NO_AREA = 'Local area not named';
const ALL = 'All local areas';

const areaOf = ({ localArea }: Cycle): string => localArea ?? NO_AREA;

/** The picture of a local area's whole cycle, in a panel beside the editor. */
class Timeline implements vscode.Disposable {
  #panel: vscode.WebviewPanel | null = null;
  #area: string | null = null;

  constructor(
    private readonly agenda: Agenda,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** The local area to show: of the entry that was chosen, of the active document, or as the user says. */
  async #choose(node: unknown): Promise<string | null> {
    await this.agenda.library.start();
    const cycle = (node as { cycle?: Cycle } | undefined)?.cycle;
    if (cycle) return areaOf(cycle);
    const areas = [...new Set(this.agenda.cycles.map(areaOf))];
    if (areas.length <= 1) return areas[0] ?? ALL;
    const uri = vscode.window.activeTextEditor?.document.uri;
    const path = uri ? vscode.workspace.asRelativePath(uri) : null;
    const own = this.agenda.cycles.find(({ paths }) => path !== null && paths.includes(path));
    if (own) return areaOf(own);
    return (await vscode.window.showQuickPick([ALL, ...areas], { title: 'The timeline of which local area?' })) ?? null;
  }

  #cycles(area: string): Cycle[] {
    return this.agenda.cycles.filter((cycle) => area === ALL || areaOf(cycle) === area);
  }

  async show(node: unknown): Promise<void> {
    const area = await this.#choose(node);
    if (area === null) return;
    this.#area = area;
    if (!this.#panel) {
      this.#panel = vscode.window.createWebviewPanel('areaSend.timeline', 'Area SEND timeline', vscode.ViewColumn.Active, {
        enableScripts: true,
        localResourceRoots: [],
        enableFindWidget: true,
      });
      this.#panel.onDidDispose(() => (this.#panel = null));
      this.#panel.webview.onDidReceiveMessage((message: unknown) => {
        const { type, path, line } = (message ?? {}) as { type?: unknown; path?: unknown; line?: unknown };
        if (type === 'open' && typeof path === 'string' && typeof line === 'number')
          void vscode.commands.executeCommand('areaSend.goTo', path, line);
      });
    }
    this.draw();
    this.#panel.reveal();
  }

  draw(): void {
    if (!this.#panel || this.#area === null) return;
    const cycles = this.#cycles(this.#area);
    const { webview } = this.#panel;
    const settings = cycles[0] && this.agenda.settingsOf(cycles[0]);
    this.#panel.title = this.#area === ALL || this.#area === NO_AREA ? 'Area SEND timeline' : `Timeline: ${this.#area}`;
    try {
      webview.html = timelinePage(cycles, {
        today: today(),
        ...(settings ? { settings } : {}),
        webview: { nonce: nonce(), cspSource: webview.cspSource },
      });
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
    }
  }

  /** The same picture as a file that needs nothing else. */
  async save(node: unknown): Promise<void> {
    const area = await this.#choose(node);
    if (area === null) return;
    const cycles = this.#cycles(area);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      title: 'Save the timeline as a page',
      filters: { 'Web page': ['html'] },
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, 'area-send-timeline.html') } : {}),
    });
    if (!target) return;
    const settings = cycles[0] && this.agenda.settingsOf(cycles[0]);
    await vscode.workspace.fs.writeFile(
      target,
      new TextEncoder().encode(timelinePage(cycles, { today: today(), ...(settings ? { settings } : {}) })),
    );
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}

export function registerTimeline(agenda: Agenda, log: vscode.LogOutputChannel): vscode.Disposable {
  const timeline = new Timeline(agenda, log);
  return vscode.Disposable.from(
    timeline,
    agenda.onDidChange(() => timeline.draw()),
    vscode.commands.registerCommand('areaSend.showTimeline', (node: unknown) => timeline.show(node)),
    vscode.commands.registerCommand('areaSend.saveTimeline', (node: unknown) => timeline.save(node)),
  );
}
