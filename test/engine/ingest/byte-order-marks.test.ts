import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportFile } from '../../../shared/contract/import-file.ts';
import { testEngine } from '../../support/engine.ts';

const MAP = 'user=1,time=2,action=3,item=4';

async function workspace() {
  const { client, home, engine } = testEngine();
  await client.call('workspace.create', { path: join(home, 'w.portrait') });
  let files = 0;
  const importText = (text: string, options: Partial<ImportFile> = { mapping: MAP }) => {
    const file = join(home, `${++files}.csv`);
    writeFileSync(file, text);
    return client.run('ingest.run', { files: [{ file, ...options }] });
  };
  const names = (table: string) => engine.workspace().db.prepare(`SELECT name FROM ${table} ORDER BY id`).pluck().all();
  return { importText, names };
}

const marked = (rows: number) => ({ step: 'byteOrderMarks', rows, leavesOut: false });

describe('a byte order mark at the start of a value', () => {
  it('is removed where two exports with one were joined, and the rows are counted', async () => {
    const { importText, names } = await workspace();
    const first = 'u1,1700000000,view,x\nu2,1700000010,view,y\n';
    const { files, events } = await importText(`\uFEFF${first}\uFEFFu1,1700000100,view,x\n`);
    expect(events).toBe(3);
    expect(files[0]?.steps).toEqual([marked(1)]);
    expect(names('users')).toEqual(['u1', 'u2']);
  });

  it('is no part of a name that an earlier import stored without it', async () => {
    const { importText, names } = await workspace();
    await importText('u1,1700000000,view,x\n');
    const text = '"\uFEFFu1",1700000100,\uFEFFview,"\uFEFF\uFEFF x"\n\uFEFF u2,\uFEFF1700000200,view,\uFEFF\n';
    const { files, events } = await importText(text);
    expect(events).toBe(2);
    expect(files[0]?.steps).toEqual([marked(2)]);
    expect([names('users'), names('actions'), names('items')]).toEqual([['u1', 'u2'], ['view'], ['x']]);
  });

  it('is removed from categories, brands, titles and attributes, of events and of tables', async () => {
    const { importText, names } = await workspace();
    const mapping = { user: 'u', time: 't', action: "'\uFEFFbuy'", item: 'i', category: 'c', brand: 'b', title: 'n' };
    const header = 'u,t,i,c,b,n\n';
    await importText(`${header}u1,1700000000,x,a,b,c\nu1,1700000001,x,\uFEFFa,\uFEFFb,\uFEFFc\n`, { mapping });
    await importText('user,\uFEFFcity\nu1,\uFEFFLyon\n\uFEFFu2,Lyon\n', {
      mapping: { user: 'user', attributes: ['city'] },
    });
    expect([names('categories'), names('brands'), names('actions')]).toEqual([['a'], ['b'], ['buy']]);
    expect([names('users'), names('attributes')]).toEqual([['u1', 'u2'], ['city']]);
  });

  it('is removed from values inside JSON, and from lines that are split by blanks or hold sequences', async () => {
    const { importText, names } = await workspace();
    const json = (id: string) => `"{""id"": ""${id}""}"`;
    const mapping = { user: 'u', time: 't', action: "'view'", item: 'p.id' };
    const lines = [json('x'), json('\\ufeffx'), json('\uFEFFx')].map((cell, i) => `u1,170000000${i},${cell}`);
    const { files } = await importText(`u,t,p\n${lines.join('\n')}\n`, { mapping });
    expect(files[0]?.steps).toEqual([marked(2)]);
    await importText('u1 1700000100 view x\n\uFEFFu1 1700000200 \uFEFFview \uFEFFx\n');
    const { events } = await importText('u1 x x\n\uFEFFu1 \uFEFFx \uFEFF\n', { preset: 'sequences' });
    expect(events).toBe(3);
    expect([names('users'), names('items')]).toEqual([['u1'], ['x']]);
  });

  it('is the only invisible character that is removed: others are parts of names, as spreadsheets have it', async () => {
    const { importText, names } = await workspace();
    const invisible = ['\u200B', '\u2060', '\u00AD', '\u200E'];
    const users = [...invisible.map((character) => `${character}u1`), 'u1\uFEFF', 'u\uFEFF1', 'u1'];
    const { files } = await importText(users.map((user, i) => `${user},170000000${i},view,x\n`).join(''));
    expect(files[0]?.steps).toEqual([]);
    expect(names('users')).toEqual(users);
  });
});
