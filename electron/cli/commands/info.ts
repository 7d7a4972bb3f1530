import type { Command } from 'commander';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { count, day, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

export function addInfo(program: Command): void {
  addCommand(program, 'info <workspace>', 'show what a workspace contains').action(
    (workspace: string, options: CommonOptions) =>
      runInWorkspace(workspace, options, async (session) => {
        const info = await session.info();
        return { json: { ...info }, text: describe(info) };
      }),
  );
}

function describe(info: WorkspaceInfo): string {
  const time = info.firstTime === null ? 'no dates' : `${day(info.firstTime)} to ${day(info.lastTime)}`;
  return paragraphs(
    `${info.name}${info.synthetic ? ' (synthetic data)' : ''}: ${info.path}`,
    table([
      ['events', count(info.events), time],
      ['users', count(info.users), ''],
      ['items', count(info.items), ''],
      ['sessions', count(info.sessions), ''],
    ]),
    section(
      'actions',
      [...info.actions].map(([name, events]) => [name, count(events)]),
    ),
    section(
      'user attributes',
      info.attributes.map(({ name, users }) => [name, `${count(users)} users`]),
    ),
    section(
      'runs',
      info.runs.map(({ id, created }) => [id, when(created)]),
    ),
    section(
      'maps',
      info.maps.map(({ id, run, created }) => [id, `of ${run}`, when(created)]),
    ),
    section(
      'segments',
      info.segments.map(({ id, name, size }) => [id, name, count(size)]),
    ),
  );
}

const when = (time: number) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
const section = (title: string, rows: string[][]) => (rows.length === 0 ? '' : `${title}\n${table(rows)}`);
