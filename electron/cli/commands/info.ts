import type { Command } from 'commander';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { isoDay, isoMinute } from '../../../shared/domain/time/local-time.ts';
import { timeZone } from '../../../shared/domain/time/time-zone.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { shownZone } from '../shown-zone.ts';
import { count, paragraphs, table } from '../text.ts';
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
  const when = (time: number) => isoMinute(shownZone(info), time);
  return paragraphs(
    `${info.name}${info.synthetic ? ' (synthetic data)' : ''}: ${info.path}`,
    table([
      ['events', count(info.events), range(info)],
      ['users', count(info.users), ''],
      ['items', count(info.items), ''],
      ['sessions', count(info.sessions), ''],
    ]),
    table([
      ['time zone', info.timeZone ?? 'none chosen, shown in UTC'],
      ['currency', info.currency ?? 'none chosen'],
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

function range({ firstTime, lastTime, eventZone }: WorkspaceInfo): string {
  if (firstTime === null || lastTime === null) return 'no dates';
  const day = (time: string) => isoDay(timeZone(eventZone), Date.parse(time));
  return `${day(firstTime)} to ${day(lastTime)}`;
}

const section = (title: string, rows: string[][]) => (rows.length === 0 ? '' : `${title}\n${table(rows)}`);
