import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeAll } from '../../files/write-all.ts';
import { removeIncompleteLine } from './incomplete-line.ts';

const sync = promisify(fdatasync);
const FILE_NAME = /^(\d{12})\.ndjson$/;

/**
 * Lines that are on disk before `append` resolves, in numbered files of a folder. One file is written at a time; `seal`
 * ends it, and sealed files are read and deleted by the caller. Files of an earlier process are sealed; a line that it
 * was writing when it was killed is removed.
 */
export class Spool {
  private readonly folder: string;
  private next: number;
  private current: { readonly descriptor: number; readonly path: string } | null = null;
  private sealed: string[];
  /** Lines that wait for the write in progress, and its end. */
  private waiting: string[] = [];
  private turn: Promise<void> | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.folder = folder;
    const names = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => FILE_NAME.test(name)).sort();
    this.next = 1 + Number(names.at(-1)?.slice(0, 12) ?? 0);
    this.sealed = names.map((name) => join(folder, name)).filter(removeIncompleteLine);
  }

  /** Appends lines; resolves when they, and all lines appended before, are on disk. Calls during a write share the next one. */
  append(lines: readonly string[]): Promise<void> {
    this.waiting.push(...lines);
    this.turn ??= this.writing.then(() => {
      this.turn = null;
      const batch = this.waiting;
      this.waiting = [];
      const write = this.write(batch);
      this.writing = write.catch(() => {});
      return write;
    });
    return this.turn;
  }

  /** Ends the current file once the write in progress has ended; returns all sealed files, the oldest first. */
  async seal(): Promise<readonly string[]> {
    await this.writing;
    const { current } = this;
    if (current) {
      this.current = null;
      const { size } = fstatSync(current.descriptor);
      closeSync(current.descriptor);
      if (size > 0) this.sealed.push(current.path);
      else rmSync(current.path);
    }
    return [...this.sealed];
  }

  /** Returns the sealed files, the oldest first. */
  sealedFiles(): readonly string[] {
    return this.sealed;
  }

  /** Number of bytes in all files. */
  bytes(): number {
    const written = this.current ? fstatSync(this.current.descriptor).size : 0;
    return this.sealed.reduce((sum, path) => sum + statSync(path).size, written);
  }

  /** Deletes sealed files. */
  remove(paths: readonly string[]): void {
    for (const path of paths) rmSync(path, { force: true });
    this.sealed = this.sealed.filter((path) => !paths.includes(path));
  }

  async close(): Promise<void> {
    await this.seal();
  }

  private async write(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    this.current ??= this.create();
    const { descriptor } = this.current;
    const { size } = fstatSync(descriptor);
    try {
      writeAll(descriptor, Buffer.from(lines.map((line) => `${line}\n`).join('')));
      await sync(descriptor);
    } catch (error) {
      ftruncateSync(descriptor, size);
      throw error;
    }
  }

  private create() {
    mkdirSync(this.folder, { recursive: true });
    const path = join(this.folder, `${String(this.next++).padStart(12, '0')}.ndjson`);
    return { descriptor: openSync(path, 'a'), path };
  }
}
