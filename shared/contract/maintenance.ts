import { z } from 'zod';
import { CheckReport } from '../domain/finding.ts';
import { Path } from './import-file.ts';
import { job, method } from './method.ts';

export const maintenance = {
  /**
   * Checks the open workspace: database, references, files of runs and jobs, incomplete files, permissions and sizes.
   */
  'workspace.check': job(z.object({}), CheckReport, { reads: true }),
  /** Checks the open workspace and repairs what can be repaired without loss; see `Finding`. */
  'workspace.repair': job(z.object({}), CheckReport, { reads: false }),
  /**
   * Checks, and optionally repairs, a workspace that is not open and need not be in a state in which it can be opened.
   */
  'workspace.checkClosed': method(z.object({ path: Path, repair: z.boolean().default(false) }), CheckReport),
};
