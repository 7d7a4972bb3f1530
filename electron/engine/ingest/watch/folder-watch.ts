import { type FSWatcher, watch } from 'node:fs';
import { type Listed, listTables } from './list-tables.ts';

/** How long a file must have stood still before it is taken, and how often the folder is looked at without a sign. */
export interface Pace {
  readonly settleMs: number;
  readonly pollMs: number;
}

interface Seen {
  readonly size: number;
  readonly mtime: number;
  readonly since: number;
  readonly taken: boolean;
}

/**
 * Looks after one folder: each file that is new or has changed is handed to `take` once it has stopped growing, one after
 * another. The system's signs are only a hint, as network folders give none: the folder is looked at from time to time.
 */
export class FolderWatch {
  missing = false;
  private readonly folder: string;
  private readonly pace: Pace;
  private readonly take: (file: Listed) => Promise<void>;
  private readonly gone: (name: string) => void;
  private seen = new Map<string, Seen>();
  private timer: NodeJS.Timeout | null = null;
  private signs: FSWatcher | null = null;
  private looking = false;
  private closed = false;

  constructor(
    folder: string,
    pace: Pace,
    { take, gone }: { take: (file: Listed) => Promise<void>; gone: (name: string) => void },
  ) {
    this.folder = folder;
    this.pace = pace;
    this.take = take;
    this.gone = gone;
    this.lookIn(0);
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.signs?.close();
    this.signs = null;
  }

  private lookIn(ms: number): void {
    if (this.closed) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), ms);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    if (this.looking || this.closed) return;
    this.looking = true;
    try {
      const files = listTables(this.folder);
      this.missing = files === null;
      if (files) await this.consider(files);
      this.listen();
    } finally {
      this.looking = false;
      const waiting = [...this.seen.values()].some(({ taken }) => !taken);
      this.lookIn(waiting ? this.pace.settleMs / 2 : this.pace.pollMs);
    }
  }

  private async consider(files: readonly Listed[]): Promise<void> {
    const now = Date.now();
    const before = this.seen;
    this.seen = new Map(files.map((file) => [file.name, seenNow(file, before.get(file.name), now)]));
    for (const name of before.keys()) if (!this.seen.has(name)) this.gone(name);
    for (const file of files) {
      const seen = this.seen.get(file.name);
      if (!seen || seen.taken || now - seen.since < this.pace.settleMs) continue;
      this.seen.set(file.name, { ...seen, taken: true });
      await this.take(file);
      if (this.closed) return;
    }
  }

  private listen(): void {
    if (this.signs || this.closed || this.missing) return;
    try {
      this.signs = watch(this.folder, { persistent: false }, () => {
        if (!this.looking) this.lookIn(Math.min(50, this.pace.settleMs));
      });
      this.signs.on('error', () => this.deaf());
    } catch {
      this.deaf();
    }
  }

  /** Without signs, it still looks from time to time. */
  private deaf(): void {
    this.signs?.close();
    this.signs = null;
  }
}

function seenNow({ size, mtime }: Listed, before: Seen | undefined, now: number): Seen {
  if (before && before.size === size && before.mtime === mtime) return before;
  return { size, mtime, since: now, taken: false };
}
