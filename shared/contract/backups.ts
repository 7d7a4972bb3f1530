import { z } from 'zod';
import { Path } from './import-file.ts';
import { job, method } from './method.ts';

/** Why a backup was made: before an operation, on request, by the schedule, or before a restoration. */
export const BackupReason = z.enum(['migration', 'undo', 'erasure', 'repair', 'request', 'schedule', 'restore']);
export type BackupReason = z.infer<typeof BackupReason>;

export const BackupSchedule = z.enum(['off', 'daily', 'weekly']);
export type BackupSchedule = z.infer<typeof BackupSchedule>;

export const Backup = z.object({
  name: z.string(),
  /** Milliseconds since the epoch. */
  time: z.number(),
  reason: BackupReason,
  /** Size of the files that the backup does not share with the workspace. */
  bytes: z.number(),
});
export type Backup = z.infer<typeof Backup>;

/** A workspace; the open one if omitted. */
const Place = z.object({ path: Path.exactOptional() });

export const backups = {
  /**
   * Lists the backups of a workspace, the newest first. The workspace need not be in a state in which it can be opened.
   */
  'workspace.backups': method(Place, z.object({ path: z.string(), backups: z.array(Backup) })),
  /** Makes a backup of the open workspace and deletes those that exceed the limits (`shared/domain/backup-limits.ts`). */
  'workspace.backUp': job(
    z.object({ reason: BackupReason.extract(['request', 'schedule']).default('request') }),
    z.object({ backup: z.string() }),
    { reads: true },
  ),
  /**
   * Replaces the database and the models of a workspace by those of a backup, after making a backup of the present
   * ones, whose name is returned. Needs no open workspace.
   */
  'workspace.restore': method(Place.extend({ backup: z.string() }), z.object({ path: z.string(), saved: z.string() })),
  /** Returns how often the workspace is backed up while it is open. */
  'workspace.backupSchedule': method(z.object({}), z.object({ schedule: BackupSchedule })),
  'workspace.setBackupSchedule': method(z.object({ schedule: BackupSchedule }), z.object({})),
};
