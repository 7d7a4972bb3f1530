import type { Database } from 'better-sqlite3';
import type { Brief } from '../../../../shared/contract/brief.ts';
import { rejectionCounts } from '../../store/briefs/rejection-counts.ts';
import { eventTimeKinds } from '../../store/events/times.ts';
import { listImports } from '../../store/imports/imports.ts';
import type { Workspace } from '../../store/workspace.ts';
import { workspaceInfo } from '../../store/workspace-info.ts';
import type { Everyone } from './everyone.ts';
import { proportion } from './proportion.ts';

/** Describes the data of a workspace: files, rejected rows, period, users, purchases and money. */
export function dataFacts(workspace: Workspace, everyone: Everyone): Brief['data'] {
  const { db } = workspace;
  const info = workspaceInfo(workspace);
  const { frequency, sessions, events, users, buyers, money } = everyone;
  const visits = info.sessions > 0 ? sessions : events;
  return {
    files: filesOf(db),
    events: info.events,
    users: users.length,
    items: info.items,
    sessions: info.sessions,
    first: info.firstTime === null ? null : Date.parse(info.firstTime),
    last: info.lastTime === null ? null : Date.parse(info.lastTime),
    clock: eventTimeKinds(db).has('clock'),
    actions: [...info.actions].map(([name, count]) => ({ name, events: count })),
    once: visits.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0),
    purchases: everyone.hasPurchases
      ? {
          users: { count: buyers, ...proportion(buyers, users.length) },
          number: frequency.reduce((sum, count) => sum + count, 0),
          money,
        }
      : null,
    synthetic: info.synthetic,
    zone: info.eventZone,
    currency: info.currency,
  };
}

function filesOf(db: Database): Brief['data']['files'] {
  return listImports(db).map(({ import: id, file, sha256, rows, events, duplicates, rejected, steps }) => ({
    ...{ name: file, sha256, rows, events, duplicates, rejected, steps },
    reasons: rejectionCounts(db, id),
  }));
}
