import { type FSWatcher, watch } from 'node:fs';
import { type ListedFile, listTables } from './list-tables.ts';

/**
 * How long a file must be unchanged before it is imported, and how often the folder is polled without file system
 * events.
 */
export interface WatchTiming {
  readonly settleMs: number;
  readonly pollMs: number;
  /** Returns the current time in milliseconds; that of the system by default. */
  now?(): number;
}

interface FileState {
  readonly size: number;
  readonly mtime: number;
  readonly since: number;
  readonly handled: boolean;
}

/**
 * Watches one folder: passes each new or changed file to `onFile` once it has stopped growing, one at a time. File
 * system events are only a hint, as network folders emit none: the folder is also polled.
 */
export class FolderWatch {
  missing = false;
  private readonly folder: string;
  private readonly timing: WatchTiming;
  private readonly onFile: (file: ListedFile) => Promise<void>;
  private readonly onRemoved: (name: string) => void;
  private fileStates = new Map<string, FileState>();
  private timer: NodeJS.Timeout | null = null;
  private watcher: FSWatcher | null = null;
  private isScanning = false;
  private closed = false;

  constructor(
    folder: string,
    timing: WatchTiming,
    {
      onFile: take,
      onRemoved: gone,
    }: { onFile: (file: ListedFile) => Promise<void>; onRemoved: (name: string) => void },
  ) {
    this.folder = folder;
    this.timing = timing;
    this.onFile = take;
    this.onRemoved = gone;
    this.scheduleScan(0);
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.watcher?.close();
    this.watcher = null;
  }

  private scheduleScan(ms: number): void {
    if (this.closed) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.scan(), ms);
    this.timer.unref();
  }

  private async scan(): Promise<void> {
    if (this.isScanning || this.closed) return;
    this.isScanning = true;
    try {
      const files = listTables(this.folder);
      this.missing = files === null;
      if (files) await this.processFiles(files);
      this.startWatcher();
    } finally {
      this.isScanning = false;
      const hasPending = [...this.fileStates.values()].some(({ handled }) => !handled);
      this.scheduleScan(hasPending ? this.timing.settleMs / 2 : this.timing.pollMs);
    }
  }

  private async processFiles(files: readonly ListedFile[]): Promise<void> {
    const now = (this.timing.now ?? Date.now)();
    const previous = this.fileStates;
    this.fileStates = new Map(files.map((file) => [file.name, fileStateOf(file, previous.get(file.name), now)]));
    for (const name of previous.keys()) if (!this.fileStates.has(name)) this.onRemoved(name);
    for (const file of files) {
      const state = this.fileStates.get(file.name);
      if (!state || state.handled || now - state.since < this.timing.settleMs) continue;
      this.fileStates.set(file.name, { ...state, handled: true });
      await this.onFile(file);
      if (this.closed) return;
    }
  }

  private startWatcher(): void {
    if (this.watcher || this.closed || this.missing) return;
    try {
      this.watcher = watch(this.folder, { persistent: false }, () => {
        if (!this.isScanning) this.scheduleScan(Math.min(50, this.timing.settleMs));
      });
      this.watcher.on('error', () => this.stopWatcher());
    } catch {
      this.stopWatcher();
    }
  }

  /** Closes the file system watcher; polling continues. */
  private stopWatcher(): void {
    this.watcher?.close();
    this.watcher = null;
  }
}

function fileStateOf({ size, mtime }: ListedFile, previous: FileState | undefined, now: number): FileState {
  if (previous && previous.size === size && previous.mtime === mtime) return previous;
  return { size, mtime, since: now, handled: false };
}
