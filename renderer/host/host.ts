import type { Port } from '../../shared/protocol/port.ts';
import { browserHost } from './browser.ts';
import { desktopHost } from './desktop.ts';

/** What the page is given by whatever runs it. Files are references that only the engine can read. */
export interface Host {
  /** A new port to the engine. Rejects where none can be had now. */
  connect(): Promise<Port>;
  /** Asks the user for files; empty where they changed their mind. `onProgress` is told the share handed over, 0 to 1. */
  chooseFiles(onProgress: (share: number) => void): Promise<string[]>;
  /** Asks for a folder, null where they changed their mind; null itself where the host has no way to ask. */
  chooseFolder: (() => Promise<string | null>) | null;
  /** References to files that were dropped on the page. */
  takeFiles(files: readonly File[], onProgress: (share: number) => void): Promise<string[]>;
  /** What becomes of an exported file: it is shown in its folder, or downloaded. */
  exports: 'folder' | 'download';
  /** Shows or downloads a file of the exports folder. */
  showExport(name: string): void;
}

export const host: Host = window.portraitHost ? desktopHost(window.portraitHost) : browserHost();
