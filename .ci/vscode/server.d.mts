import type { Page } from 'playwright-core';

export interface Server {
  readonly authority: string;
  address(opened: string | null, payload?: readonly (readonly [string, string])[]): string;
  uri(path: string): string;
  stop(): void;
}

export function startServer(options: {
  userDataDir: string;
  extensionsDir: string;
  port?: number;
  env?: Record<string, string>;
  trust?: boolean;
  smoke?: boolean;
  output?: { write(chunk: string): unknown } | null;
}): Promise<Server>;
export function openPage(options?: {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  scale?: number;
}): Promise<{ page: Page; close(): Promise<void> }>;
export function runServerCommand(options: { userDataDir: string; extensionsDir: string; args: readonly string[] }): Promise<number>;
