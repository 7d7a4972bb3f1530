import { type Command, Option } from 'commander';
import { type Backup, BackupSchedule } from '../../../shared/contract/backups.ts';
import { BACKUP_LIMITS } from '../../../shared/domain/backup-limits.ts';
import { backupReasons } from '../../../shared/texts/backup-reasons.ts';
import { type CommonOptions, type Result, runAndPrint } from '../result.ts';
import type { Session } from '../session.ts';
import { megabytes, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  make?: boolean;
  schedule?: BackupSchedule;
}

export function addBackups(program: Command): void {
  addCommand(program, 'backups <workspace>', 'list the backups of a workspace, or make one')
    .option('--make', 'make a backup of the database and the models')
    .addOption(
      new Option('--schedule <interval>', 'back up while the workspace is open in a window or a browser').choices(
        BackupSchedule.options,
      ),
    )
    .action((workspace: string, options: Options) =>
      runAndPrint(options, (session) => manageBackups(session, workspace, options)),
    );
}

async function manageBackups(session: Session, workspace: string, { make, schedule }: Options): Promise<Result> {
  if (make || schedule !== undefined) await session.open(workspace);
  if (schedule !== undefined) await session.client.call('workspace.setBackupSchedule', { schedule });
  if (make) await session.run('workspace.backUp', {});
  const { backups } = await session.client.call('workspace.backups', { path: workspace });
  return { json: { backups, ...(schedule === undefined ? {} : { schedule }) }, text: describe(backups, workspace) };
}

function describe(backups: readonly Backup[], workspace: string): string {
  if (backups.length === 0) return `No backups yet. Make one: portrait backups ${workspace} --make`;
  const rows = backups.map(({ name, reason, bytes }) => [name, backupReasons[reason], megabytes(bytes)]);
  return paragraphs(
    table(rows, ['name', 'made', 'size']),
    `At most ${BACKUP_LIMITS.count} are kept; together they take at most ${BACKUP_LIMITS.workspaceSizes} times the size of the workspace. Files that a backup shares with the workspace take no space.`,
  );
}
