import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isId } from '../../../shared/contract/ids.ts';
import { loadRecords } from '../jobs/record-files.ts';
import { runsInTrash } from '../runs/trash.ts';
import { runKinds } from '../store/check/run-kinds.ts';
import { removeRun, segmentNamesOfRun } from '../store/models/change-runs.ts';
import type { Workspace } from '../store/workspace.ts';
import { modelsFolder } from '../store/workspace.ts';
import { readSearch, readTrials } from '../train/search/search-files.ts';
import { type CheckedWorkspace, moveAside, type Problem } from './problem.ts';
import { damagedFile, damageIn } from './run-damage.ts';

type Checked = CheckedWorkspace & { readonly db: Workspace['db'] };

/** Returns the inconsistencies between the runs of the database and the model folders. */
export function runProblems(workspace: Checked, onRun: (done: number, total: number) => void): Problem[] {
  const { path, db } = workspace;
  const runs = runKinds(db);
  // An interrupted deletion is reverted when the workspace is next opened.
  const trashed = new Set(runsInTrash(path));
  const ofRuns = runs.flatMap(({ id, kind }, index) => {
    onRun(index, runs.length);
    const folder = join(modelsFolder(path), id);
    if (!existsSync(folder))
      return trashed.has(id) ? [] : [runProblem(workspace, id, { code: 'run-without-folder', params: { run: id } })];
    const file = damageIn(path, id, kind);
    return file === null ? [] : [runProblem(workspace, id, { code: 'run-damaged', params: { run: id, file } })];
  });
  const ids = new Set(runs.map(({ id }) => id));
  const folders = existsSync(modelsFolder(path)) ? readdirSync(modelsFolder(path)) : [];
  const others = folders.filter((name) => !ids.has(name) && !name.startsWith('.'));
  return [...ofRuns, ...others.flatMap((name) => folderProblems(workspace, name))];
}

/**
 * The repair removes the run from the database and moves its folder to `damaged`, unless a segment refers to one of its
 * maps.
 */
function runProblem({ path, db }: Checked, run: string, fault: Problem['fault']): Problem {
  const folder = join(modelsFolder(path), run);
  const repair = () => {
    removeRun(db, run);
    if (existsSync(folder)) moveAside(path, folder);
  };
  const isNeeded = segmentNamesOfRun(db, run).length > 0;
  return { fault, severity: 'error', repair: isNeeded ? null : repair, removesRows: true };
}

/** A folder without a run belongs to a search or to a training that can be resumed; otherwise it is an orphan. */
function folderProblems({ path, isRecent }: Checked, name: string): Problem[] {
  const folder = join(modelsFolder(path), name);
  const repair = () => moveAside(path, folder);
  if (isId('run', name) && name.startsWith('search-')) {
    const file = damagedFile(() => {
      readSearch(path, name);
      readTrials(path, name);
    });
    return file === null
      ? []
      : [{ fault: { code: 'run-damaged', params: { run: name, file } }, severity: 'error', repair }];
  }
  if (isRecent(folder) || hasCheckpoints(folder) || isAwaited(path, name)) return [];
  return [{ fault: { code: 'folder-without-run', params: { folder: name } }, severity: 'warning', repair }];
}

function hasCheckpoints(folder: string): boolean {
  const checkpoints = join(folder, 'checkpoints');
  return existsSync(checkpoints) && readdirSync(checkpoints).length > 0;
}

/** Whether a resumable job refers to a run. */
function isAwaited(path: string, run: string): boolean {
  return loadRecords(path, () => {}).some(({ job, resumeState }) => job.resumable && resumeState.run === run);
}
