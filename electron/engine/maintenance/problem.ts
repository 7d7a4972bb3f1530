import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault, Finding } from '../../../shared/domain/finding.ts';
import type { Workspace } from '../store/workspace.ts';

/** A problem of a workspace, and its repair. */
export interface Problem {
  readonly fault: Fault;
  readonly severity: Finding['severity'];
  /** Repairs the problem without loss; null if that is impossible. */
  readonly repair: (() => void) | null;
  /** Whether the repair removes rows and therefore requires a backup. */
  readonly removesRows?: boolean;
}

/** A workspace under check. */
export interface CheckedWorkspace {
  readonly path: string;
  /** Its database; null if it cannot be used. */
  readonly db: Workspace['db'] | null;
  /**
   * Whether a file was changed so recently that it may still be incomplete, which happens in an open workspace only.
   */
  readonly isRecent: (file: string) => boolean;
}

/** Time in milliseconds since its last change after which a file of an open workspace is considered complete. */
const RECENT_MS = 10 * 60_000;

/** Implements `CheckedWorkspace.isRecent` for an open workspace. */
export function isRecentlyChanged(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < RECENT_MS;
}

/** Moves a file or a folder to the workspace's folder `damaged`, in place of deleting it. */
export function moveAside(workspace: string, file: string): void {
  const folder = join(workspace, 'damaged');
  if (!existsSync(folder)) mkdirSync(folder, { mode: statSync(workspace).mode & 0o777 });
  let target = join(folder, basename(file));
  for (let number = 2; existsSync(target); number++) target = join(folder, `${basename(file)}-${number}`);
  renameSync(file, target);
}
