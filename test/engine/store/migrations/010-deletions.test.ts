import { expect, test } from 'vitest';
import {
  deletedRuns,
  markRunDeleted,
  removeDeletedRuns,
  restoreRun,
} from '../../../../electron/engine/store/models/change-runs.ts';
import { isRun } from '../../../../electron/engine/store/models/runs.ts';
import { migrated } from './databases.ts';

const ROWS = `
INSERT INTO users (id, name) VALUES (1, 'ann');
INSERT INTO runs (id, created, config, summary) VALUES ('run-1', 1, '{}', '{}'), ('run-2', 2, '{}', '{}');
INSERT INTO profiles VALUES ('run-1', 1, x'0000803f'), ('run-2', 1, x'0000803f');
INSERT INTO maps (id, run, created, parameters, seconds) VALUES ('map-1', 'run-1', 0, '{}', 1);
INSERT INTO map_points VALUES ('map-1', 1, 0, 0, 0);
INSERT INTO briefs (id, created, content) VALUES ('brief-1', 3, '{}');
`;

test('migration 10 hides runs that are marked as deleted, with their maps, and removes them for good later', () => {
  const db = migrated(10, ROWS);
  const runs = () => ['run-1', 'run-2'].filter((run) => isRun(db, run));
  const maps = () => db.prepare<[], string>('SELECT id FROM maps').pluck().all();
  expect([runs(), maps()]).toEqual([['run-1', 'run-2'], ['map-1']]);
  expect(db.prepare('SELECT id, deleted FROM briefs').raw().all()).toEqual([['brief-1', 0]]);

  expect(markRunDeleted(db, 'run-1')).toEqual({ profiles: 1, maps: ['map-1'], children: [] });
  expect([runs(), maps(), deletedRuns(db)]).toEqual([['run-2'], [], ['run-1']]);
  expect([restoreRun(db, 'run-1'), restoreRun(db, 'run-1')]).toEqual([true, false]);
  expect([runs(), maps()]).toEqual([['run-1', 'run-2'], ['map-1']]);

  markRunDeleted(db, 'run-1');
  removeDeletedRuns(db);
  expect(deletedRuns(db)).toEqual([]);
  expect(db.prepare('SELECT run FROM profiles').pluck().all()).toEqual(['run-2']);
  for (const table of ['all_maps', 'map_points'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
});
