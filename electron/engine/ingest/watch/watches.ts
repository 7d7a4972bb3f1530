import { statfsSync } from 'node:fs';
import type { Parsed } from '../../../../shared/contract/index.ts';
import { isActive, type Job } from '../../../../shared/contract/jobs.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { hashFile } from '../../files/hash-file.ts';
import type { EngineLog } from '../../log/engine-log.ts';
import { logFailure } from '../../log/log-failure.ts';
import { importOfContent } from '../../store/imports/imports.ts';
import { storeError } from '../../store/store-error.ts';
import type { Workspace } from '../../store/workspace.ts';
import { FolderWatch, type WatchTiming } from './folder-watch.ts';
import type { ListedFile } from './list-tables.ts';
import { isSamePlace, placeOf } from './place.ts';
import { readWatchedFolders, type WatchedFolder, type WatchPlace, writeWatchedFolders } from './watch-list.ts';

const TIMING: WatchTiming = { settleMs: 2_000, pollMs: 30_000 };

type ImportRequest = Pick<Parsed<'ingest.run'>, 'files' | 'cleaning'>;

interface Options {
  /** Starts an import job and returns its id. */
  start(request: ImportRequest): string;
  readonly log: EngineLog;
  readonly timing?: WatchTiming | undefined;
  /** Whether to resume watching previously watched folders. */
  readonly resume: boolean;
  /** Folder in which Portrait keeps the id of its installation. */
  readonly home: string;
  /** Returns the bytes that are free on the disk of a folder; from the system by default. */
  freeBytes?(folder: string): number;
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** A watched folder; without `keep` it is forgotten when the workspace is closed. */
type WatchEntry = WatchedFolder & { readonly keep: boolean };

/** The part of the engine by which a handler reaches the folder watches. */
export interface WatchesContext {
  watches(): Watches;
}

/** The watched folders of an open workspace. */
export class Watches {
  private readonly workspace: Workspace;
  private readonly options: Options;
  private entries: WatchEntry[];
  private readonly folderWatches = new Map<string, FolderWatch>();
  private readonly jobEndCallbacks = new Map<string, (job: Job) => void>();
  /** Result of the last import if it filled the disk, and the number of bytes that were free then. */
  private fullDisk: { readonly error: PortraitError; readonly free: number } | null = null;
  private closed = false;

  constructor(workspace: Workspace, options: Options) {
    this.workspace = workspace;
    this.options = options;
    this.entries = readWatchedFolders(workspace.path).map((entry) => ({ ...entry, keep: true }));
    if (!options.resume) return;
    for (const entry of this.entries) if (!this.isWaiting(entry)) this.startWatch(entry.folder);
  }

  list() {
    return this.entries.map((entry) => ({
      folder: entry.folder,
      options: entry.options,
      cleaning: entry.cleaning,
      missing: this.folderWatches.get(entry.folder)?.missing ?? false,
      waiting: this.isWaiting(entry),
    }));
  }

  /**
   * Starts watching a folder, or changes its options if it is already watched. Throws the error of the file system if
   * the list of watched folders cannot be written; it is unchanged then.
   */
  add(folder: string, request: Pick<WatchEntry, 'options' | 'cleaning' | 'keep'>): void {
    const existing = this.find(folder);
    const keep = request.keep || existing?.keep === true;
    const entry: WatchEntry = { folder, ...request, keep, place: this.place(), handled: existing?.handled ?? {} };
    const entries = [...this.entries.filter((other) => other !== existing), entry];
    if (keep) this.save(entries);
    this.entries = entries;
    this.stop(folder);
    this.startWatch(folder);
  }

  /** Watches a waiting folder again; returns whether the folder is in the list. Throws as `add` does. */
  resume(folder: string): boolean {
    const entry = this.find(folder);
    if (!entry || !this.isWaiting(entry)) return entry !== undefined;
    const entries = this.entries.map((other) => (other === entry ? { ...entry, place: this.place() } : other));
    this.save(entries);
    this.entries = entries;
    this.startWatch(folder);
    return true;
  }

  /** Stops watching a folder; returns whether it was watched. Throws as `add` does. */
  remove(folder: string): boolean {
    const others = this.entries.filter((entry) => entry.folder !== folder);
    const wasWatched = others.length < this.entries.length;
    if (wasWatched) this.save(others);
    this.entries = others;
    this.stop(folder);
    return wasWatched;
  }

  /** Must be called with each change of a job: a watch continues when its import has ended. */
  onJob(job: Job): void {
    if (this.closed || isActive(job)) return;
    this.jobEndCallbacks.get(job.id)?.(job);
    this.jobEndCallbacks.delete(job.id);
  }

  /** Stops all watches. A file that is being imported is not recorded as handled and will be checked again. */
  close(): void {
    this.closed = true;
    for (const watch of this.folderWatches.values()) watch.close();
  }

  private stop(folder: string): void {
    this.folderWatches.get(folder)?.close();
    this.folderWatches.delete(folder);
  }

  private save(entries: readonly WatchEntry[]): void {
    const savedFolders = entries.filter(({ keep }) => keep).map(({ keep: _, ...savedFolder }) => savedFolder);
    writeWatchedFolders(this.workspace.path, savedFolders);
  }

  private find(folder: string): WatchEntry | undefined {
    return this.entries.find((entry) => entry.folder === folder);
  }

  /**
   * Whether a folder awaits the user's consent: a workspace that was moved, copied or received from somebody else must
   * not read folders of this machine by itself.
   */
  private isWaiting({ keep, place }: WatchEntry): boolean {
    if (!keep) return false;
    return !isSamePlace(place, this.place());
  }

  private place(): WatchPlace {
    return placeOf(this.options.home, this.workspace.path);
  }

  private startWatch(folder: string): void {
    const watch = new FolderWatch(folder, this.options.timing ?? TIMING, {
      onFile: (file) => this.importFile(folder, file),
      onRemoved: (name) => this.setHandled(folder, name, null),
      onError: (error) =>
        logFailure(this.options.log, storeError(error, this.workspace.path), { method: 'ingest.watch' }),
    });
    this.folderWatches.set(folder, watch);
  }

  private async importFile(folder: string, file: ListedFile): Promise<void> {
    const { name, path, size, mtime } = file;
    const handledBefore = this.find(folder)?.handled[name];
    if (handledBefore?.size === size && handledBefore.mtime === mtime) return;
    const sha256 = await hashFile(path).catch(() => null);
    const entry = this.find(folder);
    if (sha256 === null || this.closed || !entry) return;
    if (handledBefore?.sha256 !== sha256 && importOfContent(this.workspace.db, sha256) === null) {
      const { options, cleaning } = entry;
      this.requireMoreSpace(size);
      const { error } = await this.jobEnded(this.options.start({ files: [{ ...options, file: path }], cleaning }));
      this.fullDisk = error?.code === 'DISK_FULL' ? { error: new PortraitError(error), free: this.freeBytes() } : null;
      if (this.fullDisk !== null) throw this.fullDisk.error;
    }
    if (!this.closed) this.setHandled(folder, name, { size, mtime, sha256 });
  }

  /** Throws DISK_FULL unless the disk has at least that many more free bytes than when an import filled it. */
  private requireMoreSpace(bytes: number): void {
    if (this.fullDisk !== null && this.freeBytes() < this.fullDisk.free + bytes) throw this.fullDisk.error;
  }

  private freeBytes(): number {
    return (this.options.freeBytes ?? freeBytes)(this.workspace.path);
  }

  private jobEnded(job: string): Promise<Job> {
    return new Promise((resolve) => this.jobEndCallbacks.set(job, resolve));
  }

  private setHandled(folder: string, name: string, handled: WatchedFolder['handled'][string] | null): void {
    const entry = this.find(folder);
    if (!entry || (handled === null && !Object.hasOwn(entry.handled, name))) return;
    const { [name]: _, ...otherFiles } = entry.handled;
    const updated = { ...entry, handled: handled === null ? otherFiles : { ...otherFiles, [name]: handled } };
    this.entries = this.entries.map((other) => (other === entry ? updated : other));
    if (updated.keep) this.save(this.entries);
  }
}
