import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PortraitError } from '../../shared/errors.ts';

/** Files that a page handed over, each in a new folder that only this user may enter, until `close`. */
export class Uploads {
  private readonly folders = new Set<string>();

  /** Streams a request's body to a file and gives its path. Throws UPLOAD_FAILED, with nothing left behind. */
  async receive(request: IncomingMessage, name: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'portrait-upload-'));
    this.folders.add(folder);
    const path = join(folder, safeName(name));
    try {
      const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      await pipeline(request, file);
      const promised = request.headers['content-length'];
      if (promised !== undefined && file.bytesWritten !== Number(promised)) throw new Error('the upload was cut off');
      return path;
    } catch (error) {
      this.folders.delete(folder);
      await rm(folder, { recursive: true, force: true });
      throw uploadFailed(name, error);
    }
  }

  async close(): Promise<void> {
    for (const folder of this.folders) await rm(folder, { recursive: true, force: true });
  }
}

/** The last part of a name, without what a file system gives a meaning to; it keeps its ending, which tells its kind. */
export function safeName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const plain = last.replace(/[^\p{L}\p{N} ._-]/gu, '_').replace(/^\.+/, '');
  return plain.slice(-120).trim() || 'upload';
}

function uploadFailed(name: string, cause: unknown): PortraitError {
  const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
  return new PortraitError(
    {
      code: full ? 'DISK_FULL' : 'UPLOAD_FAILED',
      message: full ? 'The disk is full.' : `The file ${safeName(name)} did not arrive whole.`,
      hint: full ? 'Make room in the folder for temporary files and try again.' : 'Try again.',
    },
    { cause },
  );
}
