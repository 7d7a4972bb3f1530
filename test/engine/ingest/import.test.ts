import { mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listImports } from '../../../electron/engine/store/imports/imports.ts';
import { testWorkspace } from '../../support/shop.ts';
import { fileWith, importFiles, namedEvents, queryScalar, rejectedLines } from './import-helpers.ts';

const HEADER = 'user,time,action,item,category,brand,price,quantity,session';
const row = (user: string, minute: number, rest = 'view,i1,c1,b1,5,,') =>
  `${user},2024-05-01 10:${String(minute).padStart(2, '0')}:00,${rest}`;
const csv = (rows: readonly string[], header = HEADER) => `${[header, ...rows].join('\n')}\n`;

describe('an import', () => {
  it('rejects rows with their line, the reason and their text, and imports the others', async () => {
    const workspace = testWorkspace();
    const file = fileWith(
      workspace,
      csv([
        row('a', 1),
        ',2024-05-01 10:00:00,view,i1,c1,b1,5,,',
        'a,,view,i1,c1,b1,5,,',
        'a,yesterday,view,i1,"c\n1",b1,5,,',
        row('a', 2, 'view,i1,c1,b1,cheap,,'),
        row('a', 3, ',i1,c1,b1,5,,'),
        row('a', 4, 'view,i1'),
        row('a', 5, 'view,i1,c1,b1,inf,,'),
        row('b', 6, 'view,,,,,,'),
      ]),
    );
    const result = await importFiles(workspace, [file]);
    expect(result).toMatchObject({ rows: 9, events: 2, rejected: 7, duplicates: 0, users: 2, items: 1 });
    expect(rejectedLines(workspace)).toEqual([
      '3: user is missing',
      '4: time is missing',
      '5: time “yesterday” is not a time',
      '7: price “cheap” is not a number',
      '8: action is missing',
      '9: 4 columns instead of 9',
      '10: price “inf” is not a number',
    ]);
    expect(queryScalar(workspace, 'SELECT text FROM rejected_rows WHERE line = 5')).toBe(
      'a,yesterday,view,i1,"c\n1",b1,5,,',
    );
  });

  it('drops exact duplicates if times have a clock, unless told otherwise', async () => {
    const rows = [row('a', 1), row('a', 1), row('a', 1, 'cart,i1,c1,b1,5,,'), row('a', 1)];
    const workspace = testWorkspace();
    const file = fileWith(workspace, csv(rows));
    expect(await importFiles(workspace, [file])).toMatchObject({ rows: 4, events: 2, duplicates: 2 });
    const keepingWorkspace = testWorkspace();
    const keep = { file: fileWith(keepingWorkspace, csv(rows)), repeats: 'keep' as const };
    expect(await importFiles(keepingWorkspace, [keep])).toMatchObject({ rows: 4, events: 4, duplicates: 0 });
    expect(await importFiles(keepingWorkspace, [keep])).toMatchObject({ events: 0, duplicates: 4 });
    expect(queryScalar(keepingWorkspace, 'SELECT group_concat(seq) FROM events')).toBe('0,1,2,3');
  });

  it('adds only new events, whatever exists and however files overlap', async () => {
    const event = fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 3 }), fc.constantFrom('view', 'cart'));
    const files = fc.array(fc.array(event, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(files, fc.constantFrom<'drop' | 'keep'>('drop', 'keep'), async (all, repeats) => {
      const workspace = testWorkspace();
      const expected = new Map<string, number>();
      for (const [i, events] of all.entries()) {
        const rows = events.map(([user, minute, action]) => row(user, minute, `${action},i1,,,,,`));
        const file = fileWith(workspace, csv(rows), `export-${i}.csv`);
        const result = await importFiles(workspace, [{ file, repeats }]);
        expect(result.events + result.duplicates).toBe(rows.length);
        const counts = new Map<string, number>();
        for (const text of rows) counts.set(text, repeats === 'drop' ? 1 : (counts.get(text) ?? 0) + 1);
        for (const [text, count] of counts) expected.set(text, Math.max(expected.get(text) ?? 0, count));
      }
      const stored = namedEvents(workspace, "user || ',' || time || ',' || action").map(String).sort();
      const expectedTexts = [...expected].flatMap(([text, count]) => Array<string>(count).fill(text));
      const expectedEvents = expectedTexts.map((text) => {
        const [user = '', time = '', action = ''] = text.split(',');
        return `${user},${new Date(`${time.replace(' ', 'T')}Z`).toISOString()},${action}`;
      });
      expect(stored).toEqual(expectedEvents.sort());
      workspace.close();
    });
    await fc.assert(property, { numRuns: 10, seed: 11 });
  });

  it('continues existing sessions and splits others after half an hour', async () => {
    const workspace = testWorkspace();
    const header = 'user,time,action';
    const at = (minutes: readonly number[]) => minutes.map((minute) => row('a', minute, 'view'));
    const sessions = () =>
      namedEvents(workspace, 'user').length && queryScalar(workspace, 'SELECT group_concat(session) FROM events');
    await importFiles(workspace, [fileWith(workspace, csv(at([0, 10, 41]), header), '1.csv')]);
    expect(sessions()).toBe('1,1,2');
    expect(await importFiles(workspace, [fileWith(workspace, csv(at([10, 50, 59]), header), '2.csv')])).toMatchObject({
      events: 2,
      sessions: 2,
    });
    expect(sessions()).toBe('1,1,2,2,2');
  });

  it('counts a day as a session if there are dates only', async () => {
    const workspace = testWorkspace();
    const rows = ['a,2024-05-01,3', 'a,2024-05-01,3', 'a,2024-05-02,4', 'b,2024-05-02,4'];
    const result = await importFiles(workspace, [fileWith(workspace, csv(rows, 'customer,date,total'))]);
    expect(result).toMatchObject({ events: 4, duplicates: 0, sessions: 3 });
    expect(result.files[0]).toMatchObject({ timeKind: 'date', mapping: { action: "'purchase'", amount: 'total' } });
  });

  it('treats midnights alone as dates, and all as times if a later row has a clock', async () => {
    const day = (d: number, clock: string) => `a,2024-01-${String(1 + (d % 28)).padStart(2, '0')}${clock}`;
    const midnights = Array.from({ length: 60 }, (_, d) => day(d, ' 00:00:00'));
    const dates = Array.from({ length: 9000 }, (_, d) => day(d, ''));
    const workspace = testWorkspace();
    const kindOf = async (rows: string[], zone = 'UTC') => {
      const file = fileWith(workspace, csv(rows, 'user,time'), `${rows.length}.csv`);
      return (await importFiles(workspace, [{ file, zone }], { dryRun: true })).files[0]?.timeKind;
    };
    expect(await kindOf(midnights)).toBe('date');
    expect(await kindOf(midnights.slice(0, 2))).toBe('clock');
    expect(await kindOf(dates)).toBe('date');
    expect(await kindOf([...dates, day(1, ' 08:15')], 'Asia/Shanghai')).toBe('clock');
  });

  it('reads times without a zone in the given one, and leaves dates unchanged', async () => {
    const workspace = testWorkspace();
    const times = { file: fileWith(workspace, 'user,time\na,2024-05-01 08:00\n', '1.csv'), zone: 'Asia/Shanghai' };
    const dates = { file: fileWith(workspace, 'user,time\nb,2024-05-01\n', '2.csv'), zone: 'Asia/Shanghai' };
    await importFiles(workspace, [times, dates]);
    expect(namedEvents(workspace, 'user, time')).toEqual([
      ['a', '2024-05-01T00:00:00.000Z'],
      ['b', '2024-05-01T00:00:00.000Z'],
    ]);
  });

  it('rolls back a dry run, with the same result', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, csv([row('a', 1), row('a', 1), row('b', 2)]));
    const dry = await importFiles(workspace, [file], { dryRun: true });
    expect(dry).toMatchObject({ rows: 3, events: 2, duplicates: 1, users: 2, items: 1, sessions: 2 });
    expect(dry.files[0]?.import).toBeNull();
    for (const table of ['events', 'users', 'items', 'imports', 'actions']) {
      expect([table, queryScalar(workspace, `SELECT count(*) FROM ${table}`)]).toEqual([table, 0]);
    }
    const { seconds: _, files: __, ...wet } = await importFiles(workspace, [file]);
    expect(dry).toMatchObject(wet);
  });

  it('records its request, and foreign keys are checked again afterwards', async () => {
    const workspace = testWorkspace();
    const mapping = 'user=user,time=time,action=action';
    const file = fileWith(workspace, csv([row('a', 1)]));
    await importFiles(workspace, [{ file, mapping }], { synthetic: true });
    const [record] = listImports(workspace.db);
    expect(record).toMatchObject({
      import: 1,
      file: 'export.csv',
      kind: 'events',
      rows: 1,
      events: 1,
      synthetic: true,
      preset: null,
    });
    expect(record?.mapping).toEqual({ user: 'user', time: 'time', action: 'action' });
    expect(record?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(workspace.db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(workspace.db.pragma('foreign_key_check')).toEqual([]);
  });

  it('uses positions as times if only the order is known', async () => {
    const workspace = testWorkspace();
    const rows = ['a,i3', 'b,i1', 'a,i1', 'a,i2'];
    const file = fileWith(workspace, csv(rows, 'user,item'));
    const request = { file, mapping: "user=user,item=item,time='order'" };
    const result = await importFiles(workspace, [request]);
    expect(result).toMatchObject({ events: 4, sessions: 0, files: [{ timeKind: 'order' }] });
    expect(namedEvents(workspace, 'user, time, item')).toEqual([
      ['a', null, 'i3'],
      ['a', null, 'i1'],
      ['a', null, 'i2'],
      ['b', null, 'i1'],
    ]);
    expect(await importFiles(workspace, [request])).toMatchObject({ events: 0, duplicates: 4 });
  });

  it('takes file names literally', async () => {
    const workspace = testWorkspace();
    const names = ['a[1].csv', "it's *.csv", '导出 50%?.csv', 'plain.csv.gz'];
    const files = names.map((name, i) => fileWith(workspace, csv([`u${i},2024-05-01 10:00:00`], 'user,time'), name));
    expect(await importFiles(workspace, files)).toMatchObject({ events: 4, users: 4 });
  });

  it('removes its temporary files, and those of an import that was killed', async () => {
    const workspace = testWorkspace();
    mkdirSync(`${workspace.path}/temporary`);
    fileWith(workspace, 'x', 'temporary/left-over');
    await importFiles(workspace, [fileWith(workspace, csv([row('a', 1), 'broken']))]);
    expect(() => fileWith(workspace, 'x', 'temporary/any')).toThrow('ENOENT');
  });
});
