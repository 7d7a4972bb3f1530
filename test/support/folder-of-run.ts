import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const NAME = `portrait-tests-${process.pid}`;
/** Whether the temporary files of this process and of its workers are in the folder. */
const isInUse = () => basename(tmpdir()) === NAME;

/** Called by Vitest before the tests of each project. Their temporary files are in one folder. */
export function setup(): void {
  if (isInUse()) return;
  const folder = join(tmpdir(), NAME);
  mkdirSync(folder, { recursive: true });
  for (const variable of ['TMPDIR', 'TEMP', 'TMP']) process.env[variable] = folder;
}

/** Called by Vitest after all tests. Deletes what they have left. */
export function teardown(): void {
  // A process that is ending may still write to it.
  if (isInUse()) rmSync(tmpdir(), { recursive: true, force: true, maxRetries: 10 });
}
