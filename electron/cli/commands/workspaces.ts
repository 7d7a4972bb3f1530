import type { Command } from 'commander';
import type { WorkspaceOverview } from '../../../shared/contract/workspace.ts';
import { type CommonOptions, runAndPrint } from '../result.ts';
import { count, megabytes, table } from '../text.ts';
import { addCommand } from './command.ts';

export function addWorkspaces(program: Command): void {
  addCommand(
    program,
    'workspaces',
    'list the workspaces in Portrait’s home folder and those elsewhere that were open before',
  ).action((options: CommonOptions) =>
    runAndPrint(options, async ({ client }) => {
      const { home, workspaces } = await client.call('workspace.overviews', {});
      return { json: { home, workspaces }, text: describe(workspaces) };
    }),
  );
}

function describe(workspaces: readonly WorkspaceOverview[]): string {
  if (workspaces.length === 0) return 'No workspaces yet. Create one: portrait new shop.portrait';
  const rows = workspaces.map(({ path, figures, used }) => [
    path,
    ...(figures ? [count(figures.users), count(figures.events), megabytes(figures.bytes)] : ['', '', '']),
    new Date(used).toISOString().slice(0, 10),
  ]);
  return table(rows, ['workspace', 'users', 'events', 'size', 'last used']);
}
