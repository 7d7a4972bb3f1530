import { describe, expect, it } from 'vitest';
import { clusterNames } from '../../../../electron/engine/store/map/cluster-names.ts';
import { listClusters } from '../../../../electron/engine/store/map/maps.ts';
import { events } from '../../../../electron/engine/store/migrations/001-events.ts';
import { models } from '../../../../electron/engine/store/migrations/002-models.ts';
import { imports } from '../../../../electron/engine/store/migrations/003-imports.ts';
import { runs } from '../../../../electron/engine/store/migrations/004-runs.ts';
import { rejectionCodes } from '../../../../electron/engine/store/migrations/005-rejection-codes.ts';
import { openWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { clusterNameText } from '../../../../shared/texts/cluster-name.ts';
import { oldWorkspace } from './old-workspace.ts';

describe('clusters of an older workspace', () => {
  it('keep their names', () => {
    const path = oldWorkspace(
      [events, models, imports, runs, rejectionCodes],
      `INSERT INTO runs (id, created, config, summary) VALUES ('run-1', 0, '{}', '{}');
      INSERT INTO maps (id, run, created, parameters, seconds) VALUES ('map-1', 'run-1', 0, '{}', 1);
      INSERT INTO clusters (map, id, name, size, traits) VALUES
        ('map-1', 0, '数码/手机 · high value', 7, '[]'), ('map-1', 1, 'the "quiet" ones', 5, '[]');`,
    );
    const { db, close } = openWorkspace(path);
    const names = ['数码/手机 · high value', 'the "quiet" ones'];
    expect(listClusters(db, 'map-1').map(({ name }) => clusterNameText(name))).toEqual(names);
    expect([...clusterNames(db, 'map-1').values()].map(clusterNameText)).toEqual(names);
    const plan = db.prepare("EXPLAIN QUERY PLAN SELECT * FROM clusters WHERE map = 'map-1' ORDER BY id").all();
    expect(plan).toMatchObject([{ detail: expect.stringContaining('USING PRIMARY KEY') }]);
    close();
  });
});
