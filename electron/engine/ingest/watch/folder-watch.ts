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

interface FolderWatchEvents {
  /** Called with each new or changed file; if it fails, it is called again at the next poll. */
  onFile(file: ListedFile): Promise<void>;
  onRemoved(name: string): void;
  /** Called with what `onFile` and `onRemoved` throw, such as on a full disk. */
  onError(error: unknown): void;
}

/**
 * Watches one folder: passes each new or changed file to `onFile` once it has stopped growing, one at a time. File
 * system events are only a hint, as network folders emit none: the folder is also polled.
 */
export class FolderWatch {
  missing = false;
  private readonly folder: string;
  private readonly timing: WatchTiming;
  private readonly events: FolderWatchEvents;
  private fileStates = new Map<string, FileState>();
  private timer: NodeJS.Timeout | null = null;
  private watcher: FSWatcher | null = null;
  private isScanning = false;
  private closed = false;

  constructor(folder: string, timing: WatchTiming, events: FolderWatchEvents) {
    this.folder = folder;
    this.timing = timing;
    this.events = events;
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
    const { settleMs, pollMs } = this.timing;
    let nextScanMs = pollMs;
    try {
      const files = listTables(this.folder);
      this.missing = files === null;
      if (files) await this.processFiles(files);
      const hasPending = [...this.fileStates.values()].some(({ handled }) => !handled);
      if (hasPending) nextScanMs = settleMs / 2;
    } catch (error) {
      this.events.onError(error);
    }
    this.startWatcher();
    this.isScanning = false;
    this.scheduleScan(nextScanMs);
  }

  private async processFiles(files: readonly ListedFile[]): Promise<void> {
    const now = (this.timing.now ?? Date.now)();
    const previous = this.fileStates;
    this.fileStates = new Map(files.map((file) => [file.name, fileStateOf(file, previous.get(file.name), now)]));
    for (const name of previous.keys()) if (!this.fileStates.has(name)) this.events.onRemoved(name);
    for (const file of files) {
      const state = this.fileStates.get(file.name);
      if (!state || state.handled || now - state.since < this.timing.settleMs) continue;
      await this.events.onFile(file);
      if (this.closed) return;
      this.fileStates.set(file.name, { ...state, handled: true });
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
