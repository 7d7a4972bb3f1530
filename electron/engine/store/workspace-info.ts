import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { eventSummary } from './events/event-summary.ts';
import { eventZone } from './events/event-zone.ts';
import { isoTime } from './iso-time.ts';
import { actionSettings } from './names/action-settings.ts';
import { type Workspace, workspaceName } from './workspace.ts';
import { readSettings } from './workspace-settings.ts';

type Row = Record<string, string | number | null>;

/** Summarises the workspace: counts, actions, times, runs, maps and segments. Reads only small tables. */
export function workspaceInfo({ db, path }: Workspace): WorkspaceInfo {
  const queryRow = (sql: string) => db.prepare<[], Row>(sql).get() ?? {};
  const queryAll = <T>(sql: string) => db.prepare<[], T>(sql).all();
  const counts = queryRow(`SELECT (SELECT count(*) FROM users) users, (SELECT count(*) FROM items) items,
    (SELECT count(*) FROM sessions) sessions,
    (SELECT count(*) FROM imports) imports,
    (SELECT max(synthetic) FROM imports) synthetic`);
  const { actions: events, first, last } = eventSummary(db);
  const actions = queryAll<{ id: number; name: string }>('SELECT id, name FROM actions')
    .map(({ id, name }) => ({ name, events: events[id] ?? 0 }))
    .filter((action) => action.events > 0)
    .sort((a, b) => b.events - a.events);
  return {
    path,
    name: workspaceName(path),
    synthetic: Number(counts.synthetic ?? 0) > 0,
    events: actions.reduce((sum, a) => sum + a.events, 0),
    users: Number(counts.users),
    items: Number(counts.items),
    sessions: Number(counts.sessions),
    imports: Number(counts.imports),
    actions: new Map(actions.map((a) => [a.name, a.events])),
    actionSettings: new Map(actionSettings(db)),
    firstTime: isoTime(first),
    lastTime: isoTime(last),
    ...readSettings(db),
    eventZone: eventZone(db).name,
    attributes: queryAll(`SELECT a.name, count(*) users FROM user_attributes u JOIN attributes a ON a.id = u.attribute
      GROUP BY a.id ORDER BY a.name`),
    runs: queryAll(
      "SELECT id, created FROM runs WHERE kind <> 'prediction' ORDER BY created DESC, length(id) DESC, id DESC",
    ),
    maps: queryAll('SELECT id, run, created FROM maps ORDER BY created DESC, length(id) DESC, id DESC'),
    segments: queryAll('SELECT cast(id AS TEXT) id, name, size FROM segments ORDER BY name'),
  };
}
