import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PortraitError } from '../../shared/errors.ts';

/** Files uploaded by a page, each in a new folder that only this user can access; deleted on `close`. */
export class Uploads {
  private readonly folders = new Set<string>();

  /**
   * Streams a request's body to a file and returns its path. Throws UPLOAD_FAILED or DISK_FULL and then leaves nothing
   * behind.
   */
  async receive(request: IncomingMessage, name: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'portrait-upload-'));
    this.folders.add(folder);
    const path = join(folder, safeName(name));
    try {
      const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      await pipeline(request, file);
      const declaredLength = request.headers['content-length'];
      if (declaredLength !== undefined && file.bytesWritten !== Number(declaredLength))
        throw new Error('the upload was cut off');
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

/**
 * Returns the base name without characters that are special to a file system; keeps the extension, which determines the
 * file type.
 */
export function safeName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const sanitised = last.replace(/[^\p{L}\p{N} ._-]/gu, '_').replace(/^\.+/, '');
  return sanitised.slice(-120).trim() || 'upload';
}

function uploadFailed(name: string, cause: unknown): PortraitError {
  const isDiskFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
  return new PortraitError(
    {
      code: isDiskFull ? 'DISK_FULL' : 'UPLOAD_FAILED',
      message: isDiskFull ? 'The disk is full.' : `The file ${safeName(name)} was not transferred completely.`,
      hint: isDiskFull ? 'Free up space for temporary files and try again.' : 'Try again.',
    },
    { cause },
  );
}
