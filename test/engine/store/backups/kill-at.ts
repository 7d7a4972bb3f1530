import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Preloaded into a process, this kills it with SIGKILL, as a power failure would, before its `KILL_AT`th call that
 * changes the file system; without `KILL_AT`, the process prints the number of these calls when it ends.
 */
const killAt = Number(process.env.KILL_AT ?? Number.POSITIVE_INFINITY);
let calls = 0;

function counted<Args extends unknown[], Result>(call: (...args: Args) => Result): (...args: Args) => Result {
  return (...args) => {
    if (++calls === killAt) process.kill(process.pid, 'SIGKILL');
    return call(...args);
  };
}

const { renameSync, linkSync, copyFileSync, mkdirSync, rmSync, fsyncSync } = fs;
Object.assign(fs, {
  renameSync: counted(renameSync),
  linkSync: counted(linkSync),
  copyFileSync: counted(copyFileSync),
  mkdirSync: counted(mkdirSync),
  rmSync: counted(rmSync),
  fsyncSync: counted(fsyncSync),
});
Object.assign(promises, { copyFile: counted(promises.copyFile) });
syncBuiltinESMExports();
process.on('exit', () => process.stdout.write(String(calls)));
