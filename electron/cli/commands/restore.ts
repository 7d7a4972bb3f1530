import type { Command } from 'commander';
import { type CommonOptions, runAndPrint } from '../result.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  backup: string;
}

export function addRestore(program: Command): void {
  addCommand(program, 'restore <workspace>', 'put the data and the models of a backup in place of the present ones')
    .requiredOption('--backup <name>', 'backup to restore; "portrait backups" lists them')
    .action((workspace: string, { backup, ...options }: Options) =>
      runAndPrint(options, async ({ client }) => {
        const { path, saved } = await client.call('workspace.restore', { path: workspace, backup });
        return {
          json: { workspace: path, backup, saved },
          text: `Restored ${backup}\nThe state before is the backup ${saved}`,
        };
      }),
    );
}
