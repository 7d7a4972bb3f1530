import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const NAME = `portrait-tests-${process.pid}`;
/** Whether the temporary files of this process and of its workers are in the folder. */
const isInUse = () => basename(tmpdir()) === NAME;

/** A file system in memory on Linux. SQLite and DuckDB wait for a disk at each transaction, and tests have thousands. */
const MEMORY = '/dev/shm';
/** Free bytes that it needs, many times what tests write. */
const ROOM = 4e9;

function hasMemoryFolder(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}

/** Called by Vitest before the tests of each project. Their temporary files are in one folder. */
export function setup(): void {
  if (isInUse()) return;
  const folder = join(hasMemoryFolder() ? MEMORY : tmpdir(), NAME);
  mkdirSync(folder, { recursive: true });
  for (const variable of ['TMPDIR', 'TEMP', 'TMP']) process.env[variable] = folder;
}

/** Called by Vitest after all tests. Deletes what they have left. */
export function teardown(): void {
  // A process that is ending may still write to it.
  if (isInUse()) rmSync(tmpdir(), { recursive: true, force: true, maxRetries: 10 });
}
