import type { Parsed } from '../../../../shared/contract/index.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { hashFileAsync } from '../../files/hash-file.ts';
import { hasContent } from '../../store/imports/imports.ts';
import type { Workspace } from '../../store/workspace.ts';
import { FolderWatch, type WatchTiming } from './folder-watch.ts';
import type { ListedFile } from './list-tables.ts';
import { readWatchedFolders, type WatchedFolder, writeWatchedFolders } from './watch-list.ts';

const TIMING: WatchTiming = { settleMs: 2_000, pollMs: 30_000 };

type ImportRequest = Pick<Parsed<'ingest.run'>, 'files' | 'cleaning'>;

interface Options {
  /** Starts a job that imports, and gives its id. */
  start(request: ImportRequest): string;
  readonly timing?: WatchTiming | undefined;
  /** Whether folders that were watched before are watched again. */
  readonly resume: boolean;
}

/** A folder that is not kept is forgotten with the workspace's being closed. */
type WatchEntry = WatchedFolder & { readonly keep: boolean };

/** The watched folders of an open workspace. */
export class Watches {
  private readonly workspace: Workspace;
  private readonly options: Options;
  private entries: WatchEntry[];
  private readonly folderWatches = new Map<string, FolderWatch>();
  private readonly jobEndCallbacks = new Map<string, () => void>();
  private closed = false;

  constructor(workspace: Workspace, options: Options) {
    this.workspace = workspace;
    this.options = options;
    this.entries = readWatchedFolders(workspace.path).map((entry) => ({ ...entry, keep: true }));
    if (options.resume) for (const { folder } of this.entries) this.startWatch(folder);
  }

  list() {
    return this.entries.map(({ folder, options, cleaning }) => ({
      folder,
      options,
      cleaning,
      missing: this.folderWatches.get(folder)?.missing ?? false,
    }));
  }

  /** Begins to watch a folder, or watches it in another way from now on. */
  add(folder: string, request: Pick<WatchEntry, 'options' | 'cleaning' | 'keep'>): void {
    const existing = this.find(folder);
    const keep = request.keep || existing?.keep === true;
    this.stop(folder);
    this.entries = [
      ...this.entries.filter((entry) => entry !== existing),
      { folder, ...request, keep, handled: existing?.handled ?? {} },
    ];
    if (keep) this.save();
    this.startWatch(folder);
  }

  /** Whether it was watched. */
  remove(folder: string): boolean {
    const wasWatched = this.find(folder) !== undefined;
    this.stop(folder);
    this.entries = this.entries.filter((entry) => entry.folder !== folder);
    if (wasWatched) this.save();
    return wasWatched;
  }

  /** To be told of each job's state: a watch goes on once its import has ended. */
  onJob({ id, state }: Job): void {
    if (this.closed || state === 'running' || state === 'queued') return;
    this.jobEndCallbacks.get(id)?.();
    this.jobEndCallbacks.delete(id);
  }

  /** What is being imported at this moment is not taken for dealt with: it will be looked at again. */
  close(): void {
    this.closed = true;
    for (const watch of this.folderWatches.values()) watch.close();
  }

  private stop(folder: string): void {
    this.folderWatches.get(folder)?.close();
    this.folderWatches.delete(folder);
  }

  private save(): void {
    const savedFolders = this.entries.filter(({ keep }) => keep).map(({ keep: _, ...savedFolder }) => savedFolder);
    writeWatchedFolders(this.workspace.path, savedFolders);
  }

  private find(folder: string): WatchEntry | undefined {
    return this.entries.find((entry) => entry.folder === folder);
  }

  private startWatch(folder: string): void {
    const watch = new FolderWatch(folder, this.options.timing ?? TIMING, {
      onFile: (file) => this.importFile(folder, file),
      onRemoved: (name) => this.setHandled(folder, name, null),
    });
    this.folderWatches.set(folder, watch);
  }

  private async importFile(folder: string, file: ListedFile): Promise<void> {
    const { name, path, size, mtime } = file;
    const handledBefore = this.find(folder)?.handled[name];
    if (handledBefore?.size === size && handledBefore.mtime === mtime) return;
    const sha256 = await hashFileAsync(path).catch(() => null);
    const entry = this.find(folder);
    if (sha256 === null || this.closed || !entry) return;
    if (handledBefore?.sha256 !== sha256 && !hasContent(this.workspace.db, sha256)) {
      const { options, cleaning } = entry;
      await this.jobEnded(this.options.start({ files: [{ ...options, file: path }], cleaning }));
    }
    if (!this.closed) this.setHandled(folder, name, { size, mtime, sha256 });
  }

  private jobEnded(job: string): Promise<void> {
    return new Promise((resolve) => this.jobEndCallbacks.set(job, resolve));
  }

  private setHandled(folder: string, name: string, handled: WatchedFolder['handled'][string] | null): void {
    const entry = this.find(folder);
    if (!entry || (handled === null && !(name in entry.handled))) return;
    const { [name]: _, ...otherFiles } = entry.handled;
    const updated = { ...entry, handled: handled === null ? otherFiles : { ...otherFiles, [name]: handled } };
    this.entries = this.entries.map((other) => (other === entry ? updated : other));
    if (updated.keep) this.save();
  }
}
