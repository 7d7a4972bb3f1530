import { expect, test } from 'vitest';
import { clusterNames, givenClusterName, renameCluster } from '../../../../electron/engine/store/map/cluster-names.ts';
import { clusterNameText } from '../../../../shared/texts/cluster-name.ts';
import { migrated } from './databases.ts';

const ROWS = `
INSERT INTO all_runs (id, created, config, summary) VALUES ('run-1', 0, '{}', '{}');
INSERT INTO all_maps (id, run, created, parameters, seconds) VALUES ('map-1', 'run-1', 0, '{}', 1);
INSERT INTO clusters (map, id, code, params, size, traits)
VALUES ('map-1', 0, 'text', '{"text":"lamps"}', 7, '[]'), ('map-1', 1, 'text', '{"text":"chairs"}', 5, '[]');
`;

test('migration 11 adds the names that people give to clusters; without one, the earlier name stays', () => {
  const db = migrated(11, ROWS);
  const names = () => [...clusterNames(db, 'map-1').values()].map(clusterNameText);
  expect(names()).toEqual(['lamps', 'chairs']);
  renameCluster(db, 'map-1', 1, '爱坐的人');
  expect(names()).toEqual(['lamps', '爱坐的人']);
  expect([0, 1, 2].map((cluster) => givenClusterName(db, 'map-1', cluster))).toEqual([null, '爱坐的人', undefined]);
  renameCluster(db, 'map-1', 1, null);
  expect(names()).toEqual(['lamps', 'chairs']);
});
