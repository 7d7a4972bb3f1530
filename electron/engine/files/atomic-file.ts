import type { Hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeAll } from './write-all.ts';

/** Number of characters that are collected before they are written. */
const CHUNK = 1 << 20;

/**
 * A file that is written under a temporary name in the same folder and renamed once it is complete and on disk: it
 * appears complete or not at all, even if the power fails.
 */
export class AtomicFile {
  private readonly path: string;
  private readonly temporaryPath: string;
  private readonly hash: Hash | null;
  private descriptor: number | null;
  private text = '';

  /** `hash` is updated with all bytes written. */
  constructor(path: string, hash: Hash | null = null) {
    this.path = path;
    this.temporaryPath = join(dirname(path), `.${basename(path)}.partial`);
    this.hash = hash;
    // A leftover of a killed process, or a folder of that name, is removed; 'wx' does not follow a link in its place.
    rmSync(this.temporaryPath, { force: true, recursive: true });
    this.descriptor = openSync(this.temporaryPath, 'wx');
  }

  write(content: string | Uint8Array): void {
    if (typeof content === 'string') {
      this.text += content;
      if (this.text.length >= CHUNK) this.flush();
    } else {
      this.flush();
      this.writeBytes(content);
    }
  }

  /** Flushes everything to disk. */
  finish(): void {
    this.flush();
    if (this.descriptor !== null) fsyncSync(this.descriptor);
    this.close();
  }

  /** Gives the finished file its name, replacing a file of that name. */
  publish(): void {
    renameSync(this.temporaryPath, this.path);
  }

  /** Deletes the temporary file if it was not published. */
  discard(): void {
    this.close();
    rmSync(this.temporaryPath, { force: true });
  }

  private flush(): void {
    this.writeBytes(Buffer.from(this.text));
    this.text = '';
  }

  private writeBytes(bytes: Uint8Array): void {
    this.hash?.update(bytes);
    if (this.descriptor !== null) writeAll(this.descriptor, bytes);
  }

  private close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
    this.descriptor = null;
  }
}
