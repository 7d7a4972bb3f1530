import type { Port } from '../../shared/protocol/port.ts';

/**
 * What the environment (desktop or browser) provides to the page. Files are references that only the engine can read.
 */
export interface Host {
  /** Opens a new port to the engine. Rejects if no connection is possible. */
  connect(): Promise<Port>;
  /**
   * Opens a file dialog; resolves to an empty list if it is dismissed. `onProgress` receives the fraction handed over,
   * from 0 to 1.
   */
  chooseFiles(onProgress: (share: number) => void): Promise<string[]>;
  /**
   * Opens a folder dialog; resolves to null if it is dismissed. The function itself is null if the host has no such
   * dialog.
   */
  chooseFolder: (() => Promise<string | null>) | null;
  /** Returns references to files that were dropped on the page. */
  acceptDroppedFiles(files: readonly File[], onProgress: (share: number) => void): Promise<string[]>;
  /** How an exported file is presented: shown in its folder, or downloaded. */
  exportTarget: 'folder' | 'download';
  /** Shows or downloads a file of the exports folder. */
  showExport(name: string): Promise<void>;
}
