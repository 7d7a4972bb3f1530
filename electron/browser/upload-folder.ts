import { lstatSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, uptime } from 'node:os';
import { join } from 'node:path';

/** Name of an upload's folder: id of the process, and seconds since the epoch when the process started. */
const NAME = /^portrait-upload-(\d+)-(\d+)-/;

/** Creates a folder for one upload that only this user can access. */
export function createUploadFolder(): Promise<string> {
  const started = Math.floor(Date.now() / 1000 - process.uptime());
  return mkdtemp(join(tmpdir(), `portrait-upload-${process.pid}-${started}-`));
}

/**
 * Deletes this user's upload folders that processes left behind when they were killed. A process that started before
 * this machine did has ended, even if another one has its id.
 */
export async function deleteAbandonedUploads(): Promise<void> {
  const booted = Date.now() / 1000 - uptime();
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const [, pid, started] = NAME.exec(name) ?? [];
    if (pid === undefined || (isRunning(Number(pid)) && Number(started) >= Math.floor(booted))) continue;
    const folder = join(tmpdir(), name);
    if (isOwnFolder(folder)) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a path is a folder of this user; another user may have put anything under such a name. */
function isOwnFolder(path: string): boolean {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isDirectory() === true && (process.getuid === undefined || status.uid === process.getuid());
}
