import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { undoJob } from '../../../../electron/engine/ingest/undo/undo-job.ts';
import { testEngine } from '../../../support/engine.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, jobContext, namedEvents, queryScalar } from '../import-helpers.ts';
import { dump } from '../undo/dump.ts';

const at = (minute: number) => `2024-05-01 10:${String(minute).padStart(2, '0')}:00`;
const csv = (header: string, ...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

describe('ids of one user', () => {
  it('are merged by a table of identities, now and in every later import', async () => {
    const workspace = testWorkspace();
    const events = fileWith(workspace, csv('user,time,item', `anon1,${at(1)},i1`, `c1,${at(2)},i2`), 'events.csv');
    const table = fileWith(workspace, csv('anonymous_id,customer_id', 'anon1,c1', 'anon2,c1'), 'identities.csv');
    const result = await importFiles(workspace, [events, table]);
    expect(result.files[1]).toMatchObject({ kind: 'identities', metadataRows: 2, rejected: 0 });
    expect(result).toMatchObject({ events: 2, users: 1 });
    const later = fileWith(workspace, csv('user,time,item', `anon2,${at(3)},i3`), 'later.csv');
    expect(await importFiles(workspace, [later])).toMatchObject({ events: 1, users: 1 });
    expect(namedEvents(workspace, 'user, item')).toEqual([
      ['c1', 'i1'],
      ['c1', 'i2'],
      ['c1', 'i3'],
    ]);
  });

  it('are merged by rows that contain both, earlier events included', async () => {
    const workspace = testWorkspace();
    const header = 'anonymous_id,user_id,time,item';
    const rows = [`a1,,${at(1)},i1`, `a1,u1,${at(2)},i2`, `a2,,${at(3)},i3`, `a1,u2,${at(4)},i4`];
    const result = await importFiles(workspace, [fileWith(workspace, csv(header, ...rows))]);
    expect(result.files[0]?.mapping).toMatchObject({ user: 'user_id|anonymous_id', alias: 'anonymous_id' });
    expect(namedEvents(workspace, 'user, item')).toEqual([
      ['a2', 'i3'],
      ['u1', 'i1'],
      ['u1', 'i2'],
      ['u2', 'i4'],
    ]);
  });

  it('may be chained over several steps, and even in a circle', async () => {
    const workspace = testWorkspace();
    const pairs = ['a,b', 'b,c', 'x,y', 'y,x', 'p,q', 'q,r', 'r,p', 'self,self'];
    const table = fileWith(workspace, csv('alias,user_id', ...pairs), 'identities.csv');
    const names = ['a', 'b', 'c', 'x', 'y', 'p', 'self'];
    const events = fileWith(workspace, csv('user,time', ...names.map((name, i) => `${name},${at(i)}`)), 'events.csv');
    await importFiles(workspace, [table, events]);
    expect(namedEvents(workspace, 'user').flat()).toEqual(['c', 'c', 'c', 'p', 'self', 'y', 'y']);
  });

  it('take their existing events along, so that nothing is imported twice', async () => {
    const workspace = testWorkspace();
    const header = 'user,time,item,session,vip';
    const rows = [`a1,${at(1)},i1,s1,yes`, `a1,${at(2)},i2,s2,yes`, `u1,${at(1)},i3,s1,`, `u1,${at(2)},i2,s9,`];
    const file = fileWith(workspace, csv(header, ...rows), 'events.csv');
    const events = { file, mapping: "user=user,time=time,action='view',item=item,session=session,attributes=vip" };
    await importFiles(workspace, [events]);
    const table = fileWith(workspace, csv('anonymous_id,user_id', 'a1,u1'), 'identities.csv');
    expect(await importFiles(workspace, [table])).toMatchObject({ users: 1, sessions: 3 });
    const shown = () => namedEvents(workspace, 'user, time, item, session').map((row) => row.map(String).join(' '));
    const merged = shown().sort();
    expect(merged.map((row) => row.slice(0, 2))).toEqual(['u1', 'u1', 'u1', 'u1']);
    expect(queryScalar(workspace, 'SELECT value FROM user_attributes')).toBe('yes');
    expect(workspace.db.pragma('foreign_key_check')).toEqual([]);
    const again = await importFiles(workspace, [events]);
    expect(again).toMatchObject({ events: 0, duplicates: 4, users: 1 });
    expect(shown().sort()).toEqual(merged);
  });

  it('are separated again when their import is undone', async () => {
    const workspace = testWorkspace();
    const events = fileWith(workspace, csv('user,time,item', `a1,${at(1)},i1`, `u1,${at(1)},i3`), 'events.csv');
    await importFiles(workspace, [events]);
    const before = dump(workspace);
    const table = fileWith(workspace, csv('anonymous_id,user_id', 'a1,u1', 'u1,new'), 'identities.csv');
    expect(await importFiles(workspace, [table])).toMatchObject({ users: 1 });
    expect(namedEvents(workspace, 'user').flat()).toEqual(['new', 'new']);
    await undoJob({ import: 2, andLater: false }, jobContext(workspace));
    expect(dump(workspace)).toEqual(before);
  });

  it('do not create users', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, csv('user,time', `a1,${at(1)}`), 'events.csv')]);
    const table = fileWith(workspace, csv('anonymous_id,user_id', 'a1,u1', 'a2,u2'), 'identities.csv');
    expect(await importFiles(workspace, [table])).toMatchObject({ users: 1, metadataRows: 2 });
    expect(namedEvents(workspace, 'user')).toEqual([['u1']]);
    expect(queryScalar(workspace, 'SELECT count(*) FROM identities')).toBe(2);
  });

  it('are listed with the import that merged them', async () => {
    const { client, home } = testEngine();
    await client.call('workspace.create', { path: join(home, 'shop.portrait') });
    const file = join(home, 'identities.csv');
    writeFileSync(file, csv('user_id,anonymous_id', 'u2,a3', 'u1,a1', 'u1,a2'));
    await client.run('ingest.run', { files: [{ file }] });
    expect(await client.call('ingest.identities', { limit: 2 })).toEqual({
      total: 3,
      rows: [
        { alias: 'a1', user: 'u1', import: 1 },
        { alias: 'a2', user: 'u1', import: 1 },
      ],
    });
  });
});
