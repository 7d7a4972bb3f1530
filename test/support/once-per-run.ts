import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Returns the folder that `build` fills once for all test files of a run. Test files run in separate processes: the
 * first one builds, the others wait for it. Its files are copied, not changed.
 */
export async function oncePerRun(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  // Vitest deletes the temporary folder at the end of a run.
  const folder = join(tmpdir(), `once-${name}`);
  const [done, failed] = [join(folder, 'done'), join(folder, 'failed')];
  if (isFirstProcess(folder)) {
    try {
      await build(folder);
      writeFileSync(done, '');
    } catch (error) {
      writeFileSync(failed, '');
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error(`${name} could not be built`);
    await sleep(100);
  }
  return folder;
}

/** Whether this process is the first one to create the folder. */
function isFirstProcess(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
