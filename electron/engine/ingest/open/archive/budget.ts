import { statfsSync } from 'node:fs';
import { archiveBomb, diskFull } from '../file-errors.ts';

/** Text of real exports compresses by a factor of 5 to 50; only archive bombs exceed both limits. */
export const LIMITS = { ratio: 250, bytes: 256 * 2 ** 20 };
const CHECK_INTERVAL = 64 * 2 ** 20;
/** Disk space that is left free for the workspace. */
const RESERVE = 128 * 2 ** 20;

/** Returns how much may be written to the disk of a folder, in bytes; at least 1. */
export function writableBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return Math.max(1, bavail * bsize - RESERVE);
}

/** Limits how much is unpacked from one file. */
export class Budget {
  private bytes = 0;
  private checkedAt = Number.NEGATIVE_INFINITY;
  private readonly file: string;
  private readonly packed: number;
  private readonly folder: string;
  private readonly limits: typeof LIMITS;
  private readonly variant: 'ratio' | 'parquet';

  constructor(file: string, packed: number, folder: string, limits = LIMITS, variant: 'ratio' | 'parquet' = 'ratio') {
    this.file = file;
    this.packed = Math.max(1, packed);
    this.folder = folder;
    this.limits = limits;
    this.variant = variant;
  }

  /**
   * Must be called before this many bytes are written. Throws ARCHIVE_BOMB, and DISK_FULL before the disk runs full.
   */
  spend(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > this.limits.bytes && this.bytes / this.packed > this.limits.ratio) {
      throw archiveBomb(this.file, this.variant, Math.floor(this.bytes / this.packed));
    }
    if (this.bytes - this.checkedAt < CHECK_INTERVAL) return;
    this.checkedAt = this.bytes;
    if (writableBytes(this.folder) < Math.max(CHECK_INTERVAL, bytes)) throw diskFull();
  }
}
