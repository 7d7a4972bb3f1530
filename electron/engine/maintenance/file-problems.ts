import { chmodSync, existsSync, lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { temporaryFolder } from '../store/workspace.ts';
import type { CheckedWorkspace, Problem } from './problem.ts';

/** Returns the files left by interrupted processes, and those with too broad permissions. */
export function fileProblems(workspace: CheckedWorkspace): Problem[] {
  const paths = [...pathsIn(workspace.path)];
  return [...halfFiles(workspace, paths), ...(process.platform === 'win32' ? [] : widePermissions(workspace, paths))];
}

/** Yields all files and folders in a folder; does not follow symbolic links. */
function* pathsIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() || entry.isDirectory()) yield path;
    if (entry.isDirectory()) yield* pathsIn(path);
  }
}

function halfFiles({ path, isRecent }: CheckedWorkspace, paths: readonly string[]): Problem[] {
  const temporary = temporaryFolder(path);
  const copies = existsSync(temporary) ? readdirSync(temporary).map((name) => join(temporary, name)) : [];
  const drafts = paths.filter(
    (file) => /\.(part|partial)$/.test(file) && !copies.some((copy) => file.startsWith(copy)),
  );
  const isInside = (file: string) => drafts.some((draft) => file.startsWith(`${draft}/`));
  return [...drafts.filter((file) => !isInside(file)), ...copies]
    .filter((file) => !isRecent(file))
    .map((file) => ({
      fault: { code: 'half-file', params: { file: relative(path, file) } },
      severity: 'warning',
      repair: () => rmSync(file, { recursive: true, force: true }),
    }));
}

function widePermissions({ path }: CheckedWorkspace, paths: readonly string[]): Problem[] {
  const mode = statSync(path).mode & 0o777;
  const excess = (file: string) => lstatSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  const wide = paths.filter((file) => (excess(file) & 0o077 & ~mode) !== 0);
  const shared: Problem = {
    fault: { code: 'workspace-shared', params: { mode: mode.toString(8) } },
    severity: 'information',
    repair: null,
  };
  const problem: Problem = {
    fault: { code: 'permissions-wide', params: { count: wide.length, file: relative(path, wide[0] ?? '') } },
    severity: 'warning',
    repair: () => {
      for (const file of wide) chmodSync(file, excess(file) & (0o700 | mode));
    },
  };
  return [...((mode & 0o077) === 0 ? [] : [shared]), ...(wide.length > 0 ? [problem] : [])];
}
