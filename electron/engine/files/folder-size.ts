import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Returns the size in bytes of all files in a folder. Does not follow links, counts a file with several hard links
 * once, and ignores files that disappear meanwhile.
 */
export async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const counted = new Set<number>();
  let bytes = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const stats = await lstat(join(entry.parentPath, entry.name)).catch(() => null);
    if (!stats || (stats.nlink > 1 && counted.has(stats.ino))) continue;
    counted.add(stats.ino);
    bytes += stats.size;
  }
  return bytes;
}
