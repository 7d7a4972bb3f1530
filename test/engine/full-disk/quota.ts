import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/**
 * Preloaded into a process and its threads, this simulates a file system that runs full: files below `QUOTA_FOLDER` take
 * whole blocks, and together at most as many bytes as the file `QUOTA_FILE` says. What exceeds them fails with ENOSPC,
 * after a partial write as on a real disk. Databases are not limited, as SQLite does not write through Node.
 */
const { QUOTA_FOLDER = '', QUOTA_FILE = '' } = process.env;
const BLOCK = 4096;
const { openSync, writeSync, readdirSync, statSync, readFileSync } = fs;

const blocks = (bytes: number) => BLOCK * Math.ceil(bytes / BLOCK);

/** Returns the bytes that the files of the folder take. */
export function usedBytes(): number {
  let sum = 0;
  for (const entry of readdirSync(QUOTA_FOLDER, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('workspace.db')) continue;
    sum += blocks(statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0);
  }
  return sum;
}

const free = () => Number(readFileSync(QUOTA_FILE, 'utf8')) - usedBytes();
const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', errno: -28 });

/** Descriptors of limited files, with the number of bytes in them. */
const limited = new Map<number, number>();

fs.openSync = (path, flags, mode) => {
  const isLimited = String(path).startsWith(QUOTA_FOLDER) && flags !== undefined && flags !== 'r';
  if (isLimited && !fs.existsSync(path) && free() < BLOCK) throw noSpace();
  const descriptor = openSync(path, flags, mode);
  if (isLimited) limited.set(descriptor, fs.fstatSync(descriptor).size);
  else limited.delete(descriptor);
  return descriptor;
};

function limitedWrite(descriptor: number, bytes: Uint8Array, offset = 0, length = bytes.length - offset, at?: number) {
  const size = limited.get(descriptor);
  if (size === undefined || at !== undefined) return writeSync(descriptor, bytes, offset, length, at);
  const room = blocks(size) - size + Math.max(0, Math.floor(free() / BLOCK)) * BLOCK;
  if (length > 0 && room <= 0) throw noSpace();
  const written = writeSync(descriptor, bytes, offset, Math.min(length, room));
  limited.set(descriptor, size + written);
  return written;
}
Object.assign(fs, { writeSync: limitedWrite });
syncBuiltinESMExports();
