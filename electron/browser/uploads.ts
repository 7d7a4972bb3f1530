import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { portableName } from '../../shared/domain/file-name.ts';
import { PortraitError } from '../../shared/errors.ts';
import { availableBytes } from './disk-space.ts';
import { createUploadFolder } from './upload-folder.ts';

/** Maximum number of files that are received at once; a page sends one after another. */
const MAX_UPLOADS = 8;
/** Milliseconds without a byte after which an upload is ended. */
const MAX_PAUSE = 120_000;
const CHECK_INTERVAL = 64 * 2 ** 20;

/** Files uploaded by a page, each in a new folder that only this user can access; deleted on `close`. */
export class Uploads {
  private readonly folders = new Set<string>();
  private readonly space: (folder: string) => Promise<number>;
  private running = 0;

  /** `space` returns the number of bytes that may be written to a folder's disk. */
  constructor(space: (folder: string) => Promise<number> = availableBytes) {
    this.space = space;
  }

  /**
   * Streams a request's body to a file and returns its path. Throws UPLOAD_LIMIT, UPLOAD_FAILED or DISK_FULL and then
   * leaves nothing behind.
   */
  async receive(request: IncomingMessage, name: string): Promise<string> {
    if (this.running >= MAX_UPLOADS) throw uploadLimit();
    this.running++;
    try {
      return await this.writeBody(request, name);
    } finally {
      this.running--;
    }
  }

  async close(): Promise<void> {
    for (const folder of this.folders) await rm(folder, { recursive: true, force: true });
  }

  private async writeBody(request: IncomingMessage, name: string): Promise<string> {
    const folder = await createUploadFolder();
    this.folders.add(folder);
    const path = join(folder, safeName(name));
    try {
      request.setTimeout(MAX_PAUSE, () => request.destroy(new Error('the upload paused')));
      const length = request.headers['content-length'];
      await this.requireSpace(folder, Number(length ?? 0));
      const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      await pipeline(request, (body: AsyncIterable<Buffer>) => this.limitToDisk(body, folder), file);
      if (length !== undefined && file.bytesWritten !== Number(length)) throw new Error('the upload was cut off');
      return path;
    } catch (error) {
      this.folders.delete(folder);
      await rm(folder, { recursive: true, force: true });
      throw error instanceof PortraitError ? error : uploadFailed(name, error);
    }
  }

  /** Checks the space again as the disk fills: a body may have no length, and other programs write too. */
  private async *limitToDisk(body: AsyncIterable<Buffer>, folder: string): AsyncIterable<Buffer> {
    let unchecked = 0;
    for await (const chunk of body) {
      unchecked += chunk.length;
      if (unchecked >= CHECK_INTERVAL) {
        await this.requireSpace(folder, CHECK_INTERVAL);
        unchecked = 0;
      }
      yield chunk;
    }
  }

  private async requireSpace(folder: string, bytes: number): Promise<void> {
    if ((await this.space(folder)) < bytes) throw diskFull();
  }
}

/**
 * Returns the base name without characters that are special to a file system, and not reserved by Windows; keeps the
 * extension, which determines the file type.
 */
export function safeName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const sanitised = last.replace(/[^\p{L}\p{N} ._-]/gu, '_').replace(/^\.+/, '');
  return portableName(sanitised.slice(-120).trim()) || 'upload';
}

function uploadFailed(name: string, cause: unknown): PortraitError {
  const file = safeName(name);
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC') return diskFull(cause);
  return new PortraitError(
    {
      code: 'UPLOAD_FAILED',
      message: `The file ${file} was not transferred completely.`,
      hint: 'Try again.',
      details: { file },
    },
    { cause },
  );
}

function diskFull(cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'DISK_FULL',
      message: 'The disk is full.',
      hint: 'Free up space for temporary files and try again. The workspace is unchanged.',
    },
    { cause },
  );
}

function uploadLimit(): PortraitError {
  return new PortraitError({
    code: 'UPLOAD_LIMIT',
    message: `${MAX_UPLOADS} files are being transferred already.`,
    hint: 'Wait until they have arrived, then try again.',
    details: { limit: MAX_UPLOADS },
  });
}
