import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

/** Options of a rotating file; sizes in bytes. */
interface Rotation {
  readonly maxSize: number;
  /** Number of earlier files kept beside the current one. */
  readonly earlierFiles: number;
}

/**
 * A text file that only its owner can read. Once it has reached its maximum size, `engine.log` becomes `engine.1.log`,
 * that one `engine.2.log`, and so on. The file is opened for each write, so that several processes can share it.
 */
export class RotatingFile {
  readonly path: string;
  private readonly rotation: Rotation;
  private failed = false;

  constructor(path: string, rotation: Rotation = { maxSize: 1024 * 1024, earlierFiles: 3 }) {
    this.path = path;
    this.rotation = rotation;
  }

  /** Whether the last write succeeded. */
  get isWritable(): boolean {
    return !this.failed;
  }

  /** Appends a line. Failures are ignored, because they must not stop the logged work. */
  write(line: string): void {
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      if (sizeOf(this.path) >= this.rotation.maxSize) this.rotate();
      appendFileSync(this.path, line, { mode: 0o600 });
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  /** Paths of the existing and future files, the current one first. */
  paths(): string[] {
    const { dir, name, ext } = parse(this.path);
    const earlier = Array.from({ length: this.rotation.earlierFiles }, (_, i) => join(dir, `${name}.${i + 1}${ext}`));
    return [this.path, ...earlier];
  }

  private rotate(): void {
    const paths = this.paths();
    for (let i = paths.length - 1; i > 0; i--) moveIfThere(paths[i - 1]!, paths[i]!);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Moves a file; does nothing if it is missing, or in use by another process on Windows. */
function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // The log then grows until the next rotation.
  }
}
