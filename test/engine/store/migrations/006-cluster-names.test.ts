import { expect, test } from 'vitest';
import { clusterNames } from '../../../../electron/engine/store/map/cluster-names.ts';
import { listClusters } from '../../../../electron/engine/store/map/maps.ts';
import { applyMigrations } from '../../../../electron/engine/store/migrate.ts';
import { clusterNameText } from '../../../../shared/texts/cluster-name.ts';
import { migrated, queryPlans } from './databases.ts';

const ROWS = `
INSERT INTO runs (id, created, config, summary) VALUES ('run-1', 0, '{}', '{}');
INSERT INTO maps (id, run, created, parameters, seconds) VALUES ('map-1', 'run-1', 0, '{}', 1);
INSERT INTO clusters (map, id, name, size, traits)
VALUES ('map-1', 0, '数码/手机 · high value', 7, '[]'), ('map-1', 1, 'the "quiet" ones', 5, '[]');
`;

test('migration 6 preserves the names of clusters', () => {
  const db = migrated(6, ROWS);
  applyMigrations(db);
  const names = ['数码/手机 · high value', 'the "quiet" ones'];
  expect(listClusters(db, 'map-1').map(({ name }) => clusterNameText(name))).toEqual(names);
  expect([...clusterNames(db, 'map-1').values()].map(clusterNameText)).toEqual(names);
});

test('the clusters of a map are one range scan of the clustered table', () => {
  for (const plan of queryPlans((db) => [listClusters(db, 'map-1'), clusterNames(db, 'map-1')])) {
    expect(plan).toBe('SEARCH clusters USING PRIMARY KEY (map=?)');
  }
});
