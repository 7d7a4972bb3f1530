import type { Parsed } from '../../../../shared/contract/index.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { hashInPieces } from '../../files/hash-file.ts';
import { hasContent } from '../../store/imports/imports.ts';
import type { Workspace } from '../../store/workspace.ts';
import { FolderWatch, type Pace } from './folder-watch.ts';
import type { Listed } from './list-tables.ts';
import { readWatched, type Watched, writeWatched } from './watch-list.ts';

const PACE: Pace = { settleMs: 2_000, pollMs: 30_000 };

type Imports = Pick<Parsed<'ingest.run'>, 'files' | 'cleaning'>;

interface Options {
  /** Starts a job that imports, and gives its id. */
  start(request: Imports): string;
  readonly pace?: Pace | undefined;
  /** Whether folders that were watched before are watched again. */
  readonly resume: boolean;
}

/** A folder that is not kept is forgotten with the workspace's being closed. */
type Entry = Watched & { readonly keep: boolean };

/** The watched folders of an open workspace. */
export class Watches {
  private readonly workspace: Workspace;
  private readonly options: Options;
  private watched: Entry[];
  private readonly running = new Map<string, FolderWatch>();
  private readonly ends = new Map<string, () => void>();
  private closed = false;

  constructor(workspace: Workspace, options: Options) {
    this.workspace = workspace;
    this.options = options;
    this.watched = readWatched(workspace.path).map((one) => ({ ...one, keep: true }));
    if (options.resume) for (const { folder } of this.watched) this.begin(folder);
  }

  list() {
    return this.watched.map(({ folder, options, cleaning }) => ({
      folder,
      options,
      cleaning,
      missing: this.running.get(folder)?.missing ?? false,
    }));
  }

  /** Begins to watch a folder, or watches it in another way from now on. */
  add(folder: string, asked: Pick<Entry, 'options' | 'cleaning' | 'keep'>): void {
    const known = this.find(folder);
    const keep = asked.keep || known?.keep === true;
    this.stop(folder);
    this.watched = [
      ...this.watched.filter((one) => one !== known),
      { folder, ...asked, keep, handled: known?.handled ?? {} },
    ];
    if (keep) this.save();
    this.begin(folder);
  }

  /** Whether it was watched. */
  remove(folder: string): boolean {
    const was = this.find(folder) !== undefined;
    this.stop(folder);
    this.watched = this.watched.filter((one) => one.folder !== folder);
    if (was) this.save();
    return was;
  }

  /** To be told of each job's state: a watch goes on once its import has ended. */
  onJob({ id, state }: Job): void {
    if (this.closed || state === 'running' || state === 'queued') return;
    this.ends.get(id)?.();
    this.ends.delete(id);
  }

  /** What is being imported at this moment is not taken for dealt with: it will be looked at again. */
  close(): void {
    this.closed = true;
    for (const watch of this.running.values()) watch.close();
  }

  private stop(folder: string): void {
    this.running.get(folder)?.close();
    this.running.delete(folder);
  }

  private save(): void {
    const kept = this.watched.filter(({ keep }) => keep).map(({ keep: _, ...one }) => one);
    writeWatched(this.workspace.path, kept);
  }

  private find(folder: string): Entry | undefined {
    return this.watched.find((one) => one.folder === folder);
  }

  private begin(folder: string): void {
    const watch = new FolderWatch(folder, this.options.pace ?? PACE, {
      take: (file) => this.take(folder, file),
      gone: (name) => this.note(folder, name, null),
    });
    this.running.set(folder, watch);
  }

  private async take(folder: string, file: Listed): Promise<void> {
    const { name, path, size, mtime } = file;
    const known = this.find(folder)?.handled[name];
    if (known?.size === size && known.mtime === mtime) return;
    const sha256 = await hashInPieces(path).catch(() => null);
    const watched = this.find(folder);
    if (sha256 === null || this.closed || !watched) return;
    if (known?.sha256 !== sha256 && !hasContent(this.workspace.db, sha256)) {
      const { options, cleaning } = watched;
      await this.ended(this.options.start({ files: [{ ...options, file: path }], cleaning }));
    }
    if (!this.closed) this.note(folder, name, { size, mtime, sha256 });
  }

  private ended(job: string): Promise<void> {
    return new Promise((resolve) => this.ends.set(job, resolve));
  }

  private note(folder: string, name: string, handled: Watched['handled'][string] | null): void {
    const found = this.find(folder);
    if (!found || (handled === null && !(name in found.handled))) return;
    const { [name]: _, ...others } = found.handled;
    const next = { ...found, handled: handled === null ? others : { ...others, [name]: handled } };
    this.watched = this.watched.map((one) => (one === found ? next : one));
    if (next.keep) this.save();
  }
}
