import { expect, test } from 'vitest';
import { placeOf } from '../../../../electron/engine/store/map/cluster-names.ts';
import { mapPoints } from '../../../../electron/engine/store/map/map-points.ts';
import { userVectors } from '../../../../electron/engine/store/models/vectors.ts';
import { segmentMembers } from '../../../../electron/engine/store/segments/segments.ts';
import { migrated, queryPlans } from './databases.ts';

const ROWS = `
INSERT INTO runs (id, created, config, summary) VALUES ('run-1', 0, '{}', '{}');
INSERT INTO profiles VALUES ('run-1', 1, x'0000803f');
INSERT INTO maps VALUES ('map-1', 'run-1', 0, '{}', 1);
INSERT INTO clusters VALUES ('map-1', 0, 'Lamps', 1, '[]');
INSERT INTO map_points VALUES ('map-1', 1, 0, 0, 0);
INSERT INTO segments VALUES (1, 'Keen', 0, '{}', 1);
INSERT INTO segment_members VALUES (1, 1);
`;

test('migration 2 adds runs, profiles, maps and segments, and removes dependent rows together', () => {
  const db = migrated(2, "INSERT INTO users (id, name) VALUES (1, 'ann')");
  db.exec(ROWS);
  expect(db.prepare('SELECT name FROM users').pluck().all()).toEqual(['ann']);
  db.exec("DELETE FROM runs WHERE id = 'run-1'; DELETE FROM segments WHERE id = 1");
  for (const table of ['profiles', 'maps', 'clusters', 'map_points', 'segment_members'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
});

test('vectors, map points and members are range scans of clustered tables, without a sort', () => {
  expect(queryPlans((db) => [...userVectors(db, 'run-1')])).toEqual(['SEARCH profiles USING PRIMARY KEY (run=?)']);
  expect(queryPlans((db) => [...mapPoints(db, 'map-1')])).toEqual(['SEARCH map_points USING PRIMARY KEY (map=?)']);
  expect(queryPlans((db) => placeOf(db, 'map-1', 1))).toEqual([
    'SEARCH p USING PRIMARY KEY (map=? AND user=?); SEARCH c USING PRIMARY KEY (map=? AND id=?)',
  ]);
  expect(queryPlans((db) => segmentMembers(db, 1))).toEqual(['SEARCH segment_members USING PRIMARY KEY (segment=?)']);
});
