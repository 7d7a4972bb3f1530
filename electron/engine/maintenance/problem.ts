import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault, Finding } from '../../../shared/domain/finding.ts';
import type { Workspace } from '../store/workspace.ts';

/** Something wrong with a workspace, and how it is repaired. */
export interface Problem {
  readonly fault: Fault;
  readonly severity: Finding['severity'];
  /** Repairs it so that nothing is lost; null if that is impossible. */
  readonly repair: (() => void) | null;
  /** Whether the repair removes rows, and so needs a backup first. */
  readonly removesRows?: boolean;
}

/** A workspace that is being checked. */
export interface CheckedWorkspace {
  readonly path: string;
  /** Its database; null if it cannot be used. */
  readonly db: Workspace['db'] | null;
  /** Whether a file is too new to be judged: in an open workspace, it may still be being written. */
  readonly isRecent: (file: string) => boolean;
}

/** How long a file of an open workspace that does not change may still be being written. */
const RECENT_MS = 10 * 60_000;

/** `CheckedWorkspace.isRecent` of an open workspace. */
export function isRecentlyChanged(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < RECENT_MS;
}

/** Moves a file or a folder to the workspace's folder of damaged ones, instead of deleting it. */
export function moveAside(workspace: string, file: string): void {
  const folder = join(workspace, 'damaged');
  if (!existsSync(folder)) mkdirSync(folder, { mode: statSync(workspace).mode & 0o777 });
  let target = join(folder, basename(file));
  for (let number = 2; existsSync(target); number++) target = join(folder, `${basename(file)}-${number}`);
  renameSync(file, target);
}
