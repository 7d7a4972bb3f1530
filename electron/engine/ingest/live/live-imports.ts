import { statSync } from 'node:fs';
import type { Parsed } from '../../../../shared/contract/index.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { isActive } from '../../../../shared/contract/jobs.ts';
import type { Spool } from './spool.ts';

/** Milliseconds from a message to its import, and between an import that failed and the next attempt. */
export interface LiveTiming {
  readonly delayMs: number;
  readonly retryMs: number;
}

/** Largest number of bytes that one import reads, so that it can be cancelled and others wait a minute at most. */
const MAX_BYTES = 200e6;

interface Options {
  readonly spool: Spool;
  readonly timing: LiveTiming;
  /** Starts an import job and returns its id. Throws if its record cannot be created. */
  start(request: Omit<Parsed<'live.import'>, 'users'>): string;
  onError(error: unknown): void;
}

/** Imports the files of a spool in jobs, one at a time, soon after messages have arrived. */
export class LiveImports {
  error: string | null = null;
  private readonly options: Options;
  private timer: NodeJS.Timeout | null = null;
  private job: { readonly id: string; readonly files: readonly string[] } | null = null;
  private hasMore = false;
  private closed = false;

  constructor(options: Options) {
    this.options = options;
  }

  /** Must be called when messages have been stored. */
  schedule(delayMs = this.options.timing.delayMs): void {
    this.hasMore = true;
    if (this.closed || this.timer || this.job) return;
    this.timer = setTimeout(() => void this.startImport(), delayMs);
    this.timer.unref();
  }

  /** Must be called with each change of a job. */
  onJob(job: Job): void {
    if (job.id !== this.job?.id || isActive(job)) return;
    const { files } = this.job;
    this.job = null;
    this.error = job.error?.code ?? null;
    if (job.state === 'done') this.options.spool.remove(files);
    if (this.closed) return;
    if (job.state !== 'done') this.schedule(this.options.timing.retryMs);
    else if (this.hasMore) this.schedule(0);
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private async startImport(): Promise<void> {
    try {
      this.hasMore = false;
      const sealed = await this.options.spool.seal();
      this.timer = null;
      if (this.closed) return;
      if (sealed.length === 0) {
        if (this.hasMore) this.schedule();
        return;
      }
      const files = firstFiles(sealed);
      this.hasMore ||= files.length < sealed.length;
      const day = new Date(statSync(files[0]!).mtimeMs).toISOString().slice(0, 10);
      this.job = { id: this.options.start({ files, name: `live-${day}.ndjson` }), files };
    } catch (error) {
      this.timer = null;
      this.options.onError(error);
      this.schedule(this.options.timing.retryMs);
    }
  }
}

/** The first files that together have at most `MAX_BYTES`; at least one. */
function firstFiles(paths: readonly string[]): string[] {
  let bytes = 0;
  const count = paths.findIndex((path, i) => {
    bytes += statSync(path).size;
    return i > 0 && bytes > MAX_BYTES;
  });
  return paths.slice(0, count < 0 ? paths.length : count);
}
