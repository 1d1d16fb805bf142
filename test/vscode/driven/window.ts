/** A real window on a copy of the examples, for tests that use the mouse and the keyboard. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { openPage, startServer } from '../../../.ci/vscode/server.mjs';

const SCREENSHOTS = 'out/screenshots';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has against a page, in words. */
export async function faults(frame: Frame, off: readonly string[] = []): Promise<string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async (without) => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
      }
    ).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: Object.fromEntries(without.map((id) => [id, { enabled: false }])),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
    );
  }, off);
}

export class Window {
  private constructor(
    readonly page: Page,
    readonly folder: string,
    private readonly end: () => Promise<void>,
  ) {}

  /** With `installed`, the extension is the packaged one, as users have it; else the one under test. Without `trusted`, the folder is one whose authors nobody trusts. */
  static async open({
    theme = 'Default Light Modern',
    settings = {},
    file,
    installed = false,
    trusted = true,
    size = {},
    prepare,
  }: {
    theme?: string;
    settings?: Record<string, unknown>;
    file: string;
    installed?: boolean;
    trusted?: boolean;
    size?: { width?: number; height?: number; scale?: number };
    /** Puts more files into the folder before it is opened. */
    prepare?: (folder: string) => void | Promise<void>;
  }): Promise<Window> {
    const folder = mkdtempSync(join(tmpdir(), 'area-send-window-'));
    const workspace = join(folder, 'Our area');
    cpSync('examples', workspace, { recursive: true });
    await prepare?.(workspace);
    const userDataDir = join(folder, 'user-data');
    mkdirSync(join(userDataDir, 'User'), { recursive: true });
    mkdirSync(SCREENSHOTS, { recursive: true });
    writeFileSync(
      join(userDataDir, 'User', 'settings.json'),
      JSON.stringify({
        'workbench.colorTheme': theme,
        'workbench.startupEditor': 'none',
        'workbench.secondarySideBar.defaultVisibility': 'hidden',
        'chat.commandCenter.enabled': false,
        'editor.minimap.enabled': false,
        'editor.wordWrap': 'on',
        'editor.accessibilitySupport': 'off',
        'window.autoDetectColorScheme': false,
        ...(trusted
          ? {}
          : {
              'security.workspace.trust.enabled': true,
              'security.workspace.trust.startupPrompt': 'never',
              'security.workspace.trust.emptyWindow': false,
            }),
        ...settings,
      }),
    );
    if (installed) {
      const vsix = join(folder, 'extension.vsix');
      execFileSync(process.execPath, ['.ci/vscode/package.mjs', vsix], { stdio: 'pipe' });
      // The same command line as desktop VS Code's.
      execFileSync(
        '.ci/vscode/launch',
        [`--user-data-dir=${userDataDir}`, `--extensions-dir=${join(folder, 'extensions')}`, '--install-extension', vsix],
        { stdio: 'pipe' },
      );
    }
    const server = await startServer({ userDataDir, extensionsDir: join(folder, 'extensions'), trust: !trusted });
    const opened = await openPage({ ...size, colorScheme: theme.includes('Dark') ? 'dark' : 'light' });
    const { page } = opened;
    const window = new Window(page, workspace, async () => {
      await opened.close();
      server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
    });
    await page.goto(
      server.address(workspace, [
        ...(installed ? [] : [['extensionDevelopmentPath', server.uri(resolve('out/extension'))] as const]),
        ['skipWelcome', 'true'],
        ['openFile', server.uri(join(workspace, file))],
      ]),
    );
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    return window;
  }

  close(): Promise<void> {
    return this.end();
  }

  /** Leaves a picture for people to look at. */
  async picture(name: string): Promise<void> {
    // Animations and late decorations.
    await this.page.waitForTimeout(700);
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input.input').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    // Until the list is that of what was typed: before, another command is chosen.
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: title })
      .first()
      .waitFor({ timeout: 8000 })
      .catch(() => undefined);
    await this.page.waitForTimeout(300);
    await this.page.keyboard.press('Enter');
  }

  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press('Control+p');
    const input = this.page.locator('.quick-input-widget input.input').first();
    await input.waitFor();
    await input.fill(path);
    const name = path.split('/').at(-1)!;
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    // The list is sorted anew when the files are in.
    await this.page.waitForTimeout(800);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** `line` may name a column as well: “64:37”. */
  async goToLine(line: number | string): Promise<void> {
    await this.page.keyboard.press('Control+g');
    const input = this.page.locator('.quick-input-widget input.input').first();
    await input.waitFor();
    await input.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.page.waitForTimeout(300);
  }

  /** Points at something until its tooltip shows: a list that is drawn anew meanwhile takes it away. */
  async point(at: Locator, tooltip: Locator): Promise<void> {
    for (let count = 0; count < 8; count++) {
      await this.page.mouse.move(700, 500 + count);
      await at.hover({ force: true });
      if (
        await tooltip
          .first()
          .waitFor({ timeout: 4000 })
          .then(
            () => true,
            () => false,
          )
      )
        return;
    }
    throw new Error('No tooltip came.');
  }

  /** Opens the side panel, and draws its edge to where it is to be. */
  async panel(edge?: number): Promise<void> {
    // Its badge may lie over it.
    await this.page.locator('.activitybar .action-item a[aria-label^="Area SEND"]').click({ force: true });
    await this.view('Deadlines').locator('.monaco-list-row').first().waitFor({ timeout: 30_000 });
    if (edge === undefined) return;
    const box = await this.page.locator('.part.sidebar').boundingBox();
    await this.page.mouse.move(box!.x + box!.width, 500);
    await this.page.mouse.down();
    await this.page.mouse.move(edge, 500, { steps: 8 });
    await this.page.mouse.up();
    await this.page.mouse.move(edge + 200, 560);
  }

  /** The frame of a page of ours that has this. */
  async pageWith(selector: string): Promise<Frame> {
    for (let count = 0; count < 160; count++) {
      for (const frame of this.page.frames())
        if (
          await frame
            .locator(selector)
            .count()
            .catch(() => 0)
        )
          return frame;
      await this.page.waitForTimeout(250);
    }
    throw new Error(`No page with ${selector}`);
  }

  /** The same for a page that runs no scripts, so that axe cannot either: its copy is looked at. */
  async faultsOfStill(frame: Frame): Promise<string[]> {
    let content = await frame.content().catch(() => '');
    // A page that is drawn anew has another frame.
    for (let tries = 0; tries < 20 && !content.includes('<main'); tries++) {
      await this.page.waitForTimeout(500);
      content = await (await this.pageWith('main h1')).content().catch(() => '');
    }
    const copy = await this.page.context().newPage();
    await copy.setContent(content);
    const found = await faults(copy.mainFrame());
    await copy.close();
    await this.page.bringToFront();
    return found;
  }

  /** Waits until something was told, in the list of what was told: in windows that are driven nothing pops up by itself. */
  async told(text: RegExp): Promise<void> {
    const centre = this.page.locator('.notifications-center');
    for (let count = 0; count < 40; count++) {
      if (!(await centre.isVisible())) await this.command('Notifications: Show Notifications');
      const there = await centre
        .locator('.notification-list-item', { hasText: text })
        .first()
        .waitFor({ timeout: 1500 })
        .then(
          () => true,
          () => false,
        );
      if (there) return;
    }
    throw new Error(`Nothing was told of ${String(text)}.`);
  }

  async forgetTold(): Promise<void> {
    await this.command('Notifications: Clear All Notifications');
    await this.page.waitForTimeout(300);
  }

  /** Copies in another page of the browser, as another program would. */
  async copyElsewhere(kinds: Readonly<Record<string, string>>): Promise<void> {
    const other = await this.page.context().newPage();
    await other.setContent('<p>x</p>');
    await other.evaluate((data) => {
      const { document } = globalThis as unknown as {
        document: {
          addEventListener(
            type: string,
            act: (event: { preventDefault(): void; clipboardData: { setData(kind: string, text: string): void } }) => void,
          ): void;
          execCommand(command: string): boolean;
        };
      };
      document.addEventListener('copy', (event) => {
        event.preventDefault();
        for (const [kind, text] of Object.entries(data)) event.clipboardData.setData(kind, text);
      });
      document.execCommand('selectAll');
      if (!document.execCommand('copy')) throw new Error('Nothing was copied.');
    }, kinds);
    await other.close();
    await this.page.bringToFront();
  }

  /** What the editor shows, its lines joined. */
  async shownText(): Promise<string> {
    const lines = await this.editor
      .locator('.view-line')
      .evaluateAll((all) =>
        (all as unknown as { offsetTop: number; textContent: string }[])
          .sort((a, b) => a.offsetTop - b.offsetTop)
          .map(({ textContent }) => textContent.replaceAll('\u00a0', ' ')),
      );
    return lines.join('\n');
  }

  view(name: string): Locator {
    return this.page.locator(`.pane:has(.pane-header[aria-label^="${name}"])`);
  }
}
