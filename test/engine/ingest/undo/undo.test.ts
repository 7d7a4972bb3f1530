import { describe, expect, it } from 'vitest';
import { undoJob } from '../../../../electron/engine/ingest/undo/undo-job.ts';
import { markRunDeleted } from '../../../../electron/engine/store/models/change-runs.ts';
import { cancelled } from '../../../../shared/errors.ts';
import { addMap, testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, jobContext, queryScalar } from '../import-helpers.ts';
import { dump } from './dump.ts';

const HEAD = 'user,time,action,item,category,brand,price,session,channel\n';
const FIRST = `${HEAD}a,2024-05-01 10:00:00,view,i1,c1,b1,9.99,s1,mail\nb,2024-05-01 11:00:00,view,i2,,b1,0.1,s1,\n`;
const SECOND = `${HEAD}a,2024-05-01 10:05:00,buy,i2,c2,b2,0.30000000000000004,s1,web\nc,2024-05-02 10:00:00,view,i3,c1,b3,1e-9,s2,mail\n`;
const USERS = 'user,age,city\na,30,Ulm\nb,40,\n';
const OTHER_USERS = 'user,age,city\na,31,Ulm\nb,40,Bonn\nz,50,Jena\n';
const ITEMS = 'item,title,category,price\ni2,Two,c9,5.5\ni8,Eight,c9,7\n';

const undo = (workspace: ReturnType<typeof testWorkspace>, id: number, andLater = false) =>
  undoJob({ import: id, andLater }, jobContext(workspace));

describe('undoing an import', () => {
  it('restores everything: events, users, and attributes of items and users', async () => {
    const workspace = testWorkspace();
    const states = [dump(workspace)];
    const files = [USERS, FIRST, SECOND, ITEMS, OTHER_USERS];
    for (const [i, content] of files.entries()) {
      await importFiles(workspace, [fileWith(workspace, content, `${i}.csv`)]);
      states.push(dump(workspace));
    }
    for (let id = files.length; id >= 1; id--) {
      const result = await undo(workspace, id);
      expect(result.imports).toEqual([{ import: id, file: `${id - 1}.csv` }]);
      expect(dump(workspace)).toEqual(states[id - 1]);
    }
    expect(workspace.db.pragma('foreign_key_check')).toEqual([]);
  });

  it('counts what is removed, and each file of a request has its own record', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, FIRST, 'first.csv')]);
    const before = dump(workspace);
    const files = [fileWith(workspace, SECOND, 'second.csv'), fileWith(workspace, ITEMS, 'items.csv')];
    await importFiles(workspace, files);
    // Items are written before events, so that the events are the newest import.
    expect(await undo(workspace, 3)).toMatchObject({
      events: 2,
      users: 1,
      items: 1,
      restored: 0,
      profiles: 0,
      runs: [],
    });
    await undo(workspace, 2);
    expect(dump(workspace)).toEqual(before);
  });

  it('refuses an import on which later ones depend, unless they are undone too', async () => {
    const workspace = testWorkspace();
    const empty = dump(workspace);
    for (const [i, content] of [FIRST, SECOND, ITEMS].entries()) {
      await importFiles(workspace, [fileWith(workspace, content, `${i}.csv`)]);
    }
    const before = dump(workspace);
    await expect(undo(workspace, 1)).rejects.toMatchObject({ code: 'IMPORT_NOT_LAST', details: { later: [3, 2] } });
    await expect(undo(workspace, 9)).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' });
    expect(dump(workspace)).toEqual(before);
    expect(await undo(workspace, 1, true)).toMatchObject({ events: 4, users: 3, items: 4 });
    expect(dump(workspace)).toEqual(empty);
  });

  it('removes derived data of removed users, and keeps the rest', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, FIRST, 'first.csv')]);
    await importFiles(workspace, [fileWith(workspace, SECOND, 'second.csv')]);
    addMap(workspace, 'map-1', [
      { user: 'a', x: 0, y: 0, cluster: 0 },
      { user: 'c', x: 1, y: 1, cluster: 0 },
    ]);
    workspace.db.exec(`UPDATE all_runs SET created = ${Date.now()};
      INSERT INTO clusters (map, id, size, traits) VALUES ('map-1', 0, 2, '[]');
      INSERT INTO profiles SELECT 'run-1', id, x'00' FROM users;
      INSERT INTO scores SELECT 'run-1', id, class, 0.5 FROM users, (SELECT 0 class UNION SELECT 1);
      INSERT INTO segments VALUES (1, 'mine', 0, '{}', 2);
      INSERT INTO segment_members SELECT 1, id FROM users WHERE name IN ('b', 'c')`);
    expect(await undo(workspace, 2)).toMatchObject({
      profiles: 1,
      scores: 2,
      mapPoints: 1,
      members: 1,
      runs: ['run-1'],
    });
    expect(workspace.db.pragma('foreign_key_check')).toEqual([]);
    expect(queryScalar(workspace, 'SELECT count(*) FROM scores')).toBe(4);
    expect(queryScalar(workspace, 'SELECT count(*) FROM profiles')).toBe(2);
    expect(queryScalar(workspace, 'SELECT size FROM clusters')).toBe(1);
    expect(queryScalar(workspace, 'SELECT size FROM segments')).toBe(1);
    expect(queryScalar(workspace, 'SELECT count(*) FROM runs')).toBe(1);
  });

  it.each(['a run', 'a deleted run, which may be restored,'])(
    'does not reuse the id of an item once %s refers to items by id',
    async (run) => {
      const workspace = testWorkspace();
      const item = (name: string) => queryScalar(workspace, `SELECT id FROM items WHERE name = '${name}'`);
      await importFiles(workspace, [fileWith(workspace, FIRST, 'first.csv')]);
      await importFiles(workspace, [fileWith(workspace, SECOND, 'second.csv')]);
      const trained = item('i3');
      addMap(workspace, 'map-1', []);
      if (run !== 'a run') markRunDeleted(workspace.db, 'run-1');
      await undo(workspace, 2);
      await importFiles(workspace, [fileWith(workspace, SECOND.replaceAll('i3', 'i4'), 'third.csv')]);
      expect(item('i4')).toBeGreaterThan(Number(trained));
    },
  );

  it('can be cancelled without effect', async () => {
    const workspace = testWorkspace();
    const rows = Array.from({ length: 3000 }, (_, i) => `u${i},2024-05-01 10:00:00,view,i${i % 7},c,b,1,s,mail`);
    await importFiles(workspace, [fileWith(workspace, `${HEAD}${rows.join('\n')}\n`)]);
    const before = dump(workspace);
    let asked = 0;
    const checkCancelled = () => {
      if (++asked > 3) throw cancelled();
    };
    const job = undoJob({ import: 1, andLater: false }, jobContext(workspace, { checkCancelled }));
    await expect(job).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(dump(workspace)).toEqual(before);
    expect(workspace.db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('refuses an import of a version that stored no changes', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, FIRST)]);
    workspace.db.exec('UPDATE imports SET before = NULL');
    await expect(undo(workspace, 1)).rejects.toMatchObject({ code: 'IMPORT_TOO_OLD' });
  });
});
