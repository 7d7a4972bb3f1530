import type { CheckReport, Finding } from '../../../shared/domain/finding.ts';
import { deleteOldBackups } from '../store/backups/delete-old-backups.ts';
import { backUp } from '../store/backups/make-backup.ts';
import { attachWorkspace, type Workspace } from '../store/workspace.ts';
import { databaseProblems, referenceProblems } from './database-problems.ts';
import { fileProblems } from './file-problems.ts';
import { jobProblems } from './job-problems.ts';
import { partSizes } from './part-sizes.ts';
import type { CheckedWorkspace, Problem } from './problem.ts';
import { runProblems } from './run-problems.ts';

interface CheckOptions {
  /** Whether to repair what can be repaired without loss. */
  readonly repair: boolean;
  readonly isRecent: CheckedWorkspace['isRecent'];
  /** Called between runs; throws to abort. */
  readonly onRun?: (done: number, total: number) => void;
}

/**
 * Checks a workspace that this process has locked, and repairs it if requested. A repair is reported as done only if a
 * second check no longer finds the problem. Throws DISK_FULL if there is no room for the backup before a repair.
 */
export async function checkWorkspace(path: string, options: CheckOptions): Promise<CheckReport> {
  const faults = databaseProblems(path);
  const workspace = faults.length === 0 ? attachWorkspace(path) : null;
  const check = () => [...faults, ...problemsOf(path, workspace?.db ?? null, options)];
  try {
    const problems = check();
    if (!options.repair) return { path, findings: problems.map(toFinding), sizes: partSizes(path) };
    if (workspace && problems.some(({ repair, removesRows }) => repair && removesRows)) {
      await backUp(workspace, 'repair');
      deleteOldBackups(path);
    }
    for (const { repair } of problems) repair?.();
    const remaining = check().map(toFinding);
    const isRemaining = (key: string) => remaining.some(({ code, params }) => JSON.stringify([code, params]) === key);
    const repaired = problems
      .filter(({ repair, fault }) => repair && !isRemaining(JSON.stringify([fault.code, fault.params])))
      .map((problem): Finding => ({ ...toFinding(problem), repair: 'done' }));
    return { path, findings: [...repaired, ...remaining], sizes: partSizes(path) };
  } finally {
    workspace?.db.close();
  }
}

function problemsOf(path: string, db: Workspace['db'] | null, { isRecent, onRun = () => {} }: CheckOptions): Problem[] {
  const workspace: CheckedWorkspace = { path, db, isRecent };
  return [
    ...(db === null ? [] : referenceProblems(db)),
    ...(db === null ? [] : runProblems({ ...workspace, db }, onRun)),
    ...jobProblems(workspace),
    ...fileProblems(workspace),
  ];
}

function toFinding({ fault, severity, repair }: Problem): Finding {
  return { ...fault, severity, repair: repair === null ? 'impossible' : 'possible' };
}
