import { expect, test } from 'vitest';
import { listMaps } from '../../../../electron/engine/store/map/maps.ts';
import { migrated } from './databases.ts';

const ROWS = `
INSERT INTO all_runs (id, created, config, summary) VALUES ('run-1', 0, '{}', '{}');
INSERT INTO all_maps (id, run, created, parameters, seconds) VALUES ('map-1', 'run-1', 0, '{}', 1);
`;

test('migration 13 adds the quality of maps, which is unknown for earlier ones', () => {
  const db = migrated(13, ROWS);
  expect(listMaps(db)).toMatchObject([{ id: 'map-1', quality: null }]);
  db.prepare('UPDATE all_maps SET quality = ?').run('{"recall":0.98}');
  expect(listMaps(db)).toMatchObject([{ id: 'map-1', quality: { recall: 0.98 } }]);
});
