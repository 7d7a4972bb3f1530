import { statfs } from 'node:fs/promises';

/** Bytes of the disk that uploads leave free. */
const RESERVE = 128 * 2 ** 20;

/** Returns how many bytes may still be written to the disk of a folder. */
export async function availableBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.max(0, bavail * bsize - RESERVE);
}
