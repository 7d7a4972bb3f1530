import type { Command } from 'commander';
import { type CommonOptions, runAndPrint } from '../result.ts';
import { addCommand } from './command.ts';

export function addNew(program: Command): void {
  addCommand(program, 'new <workspace>', 'create an empty workspace: a folder such as shop.portrait').action(
    (workspace: string, options: CommonOptions) =>
      runAndPrint(options, async ({ client }) => {
        const { path } = await client.call('workspace.create', { path: workspace });
        return {
          json: { workspace: path },
          text: `Created ${path}\nImport a file next: portrait import ${workspace} FILE`,
        };
      }),
  );
}
