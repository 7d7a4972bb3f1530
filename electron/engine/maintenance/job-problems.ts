import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadRecords } from '../jobs/record-files.ts';
import { jobFolder } from '../store/workspace.ts';
import { type CheckedWorkspace, moveAside, type Problem } from './problem.ts';

/** Returns the entries of the jobs folder that are not job records. */
export function jobProblems({ path, isRecent }: CheckedWorkspace): Problem[] {
  const folder = jobFolder(path);
  if (!existsSync(folder)) return [];
  const ids = new Set(loadRecords(path, () => {}).map(({ job }) => job.id));
  const others = readdirSync(folder).filter((name) => !ids.has(name) && !isRecent(join(folder, name)));
  return others.map((name) => ({
    fault: { code: 'job-damaged', params: { folder: name } },
    severity: 'warning',
    repair: () => moveAside(path, join(folder, name)),
  }));
}
