import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { undoJob } from '../../../../electron/engine/ingest/undo/undo-job.ts';
import { EVENT_FIELDS, fieldsWith, rowsWith } from '../../../../shared/domain/event-fields.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, jobContext, namedEvents, queryScalar } from '../import-helpers.ts';

const HEADER = 'user,time,action,item,quantity,price,amount,order_id,discount,currency,channel,campaign';
const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

describe('the order and the traffic source of an event', () => {
  it('are stored', async () => {
    const workspace = testWorkspace();
    const file = csv(
      'a,2024-05-01 10:00:00,purchase,i1,2,5,9,o1,1,CNY,email,spring',
      'a,2024-05-01 10:00:00,purchase,i2,1,4,4,o1,,CNY,email,',
      'b,2024-05-01 11:00:00,view,i1,,,,,,,email,spring',
    );
    await importFiles(workspace, [fileWith(workspace, file)]);
    const columns = 'item, quantity, amount, order_id, discount, currency, channel, campaign';
    expect(namedEvents(workspace, columns)).toEqual([
      ['i1', 2, 9, 'o1', 1, 'CNY', 'email', 'spring'],
      ['i2', 1, 4, 'o1', null, 'CNY', 'email', null],
      ['i1', null, null, null, null, null, 'email', 'spring'],
    ]);
    expect(queryScalar(workspace, 'SELECT count(*) FROM channels')).toBe(1);
  });

  it('distinguish it from others at the same time', async () => {
    const workspace = testWorkspace();
    const buys = (order: string) => `a,2024-05-01 10:00:00,purchase,i1,1,5,5,${order},,CNY,email,`;
    const file = fileWith(workspace, csv(buys('o1'), buys('o2'), buys('o1')));
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 2, duplicates: 1 });
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 0, duplicates: 3 });
  });
});

describe('the table of event fields', () => {
  const rows = EVENT_FIELDS.filter((row) => 'event' in row);
  const names = rows.map(({ field }) => field);
  const distinctive = fieldsWith({ distinctive: true });
  const mapping = names.map((field) => `${field}=${field}`).join(',');
  const sample = ({ field, stored }: (typeof rows)[number], n: number) =>
    stored === 'time' ? '2024-05-01 10:00:00' : stored === 'number' ? String(n) : `${field} ${n}`;
  /** A row of a file, with another value in one of its fields. */
  const line = (other?: string) => rows.map((row) => sample(row, row.field === other ? 2 : 1)).join(',');
  const fileOf = (...lines: string[]) => `${[names.join(','), ...lines].join('\n')}\n`;
  // Of a hash, the view has nothing that a person could read.
  const readable = rows.filter((row) => row.stored !== 'hash');
  const stored = readable.map((row) =>
    row.stored === 'time' ? '2024-05-01T10:00:00.000Z' : row.stored === 'number' ? 1 : sample(row, 1),
  );

  it('has a database column for each field of an event', () => {
    const { db } = testWorkspace();
    const types = db.prepare<[], [string, string]>("SELECT name, type FROM pragma_table_info('events')").raw().all();
    // A session is named in the file and has an id in the event.
    const typeOf = { id: 'INTEGER', time: 'INTEGER', number: 'REAL', text: 'TEXT', hash: 'INTEGER' };
    const expected = rows.map((row) => [row.field, row.field === 'session' ? 'INTEGER' : typeOf[row.stored]]);
    const internal = ['seq', 'import'].map((name) => [name, 'INTEGER']);
    expect(types.sort()).toEqual([...expected, ...internal].sort());
    for (const { dictionary } of rowsWith({ stored: 'id' }))
      expect(db.prepare(`SELECT count(*) FROM ${dictionary}`).pluck().get(), dictionary).toBe(0);
  });

  it('has every field stored, and every distinguishing one compared', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [{ file: fileWith(workspace, fileOf(line())), mapping }]);
    const columns = readable.map(({ field }) => field);
    expect(namedEvents(workspace, columns.join(', '))).toEqual([stored]);
    const file = fileWith(workspace, fileOf(line(), line(), ...distinctive.map(line)));
    expect(await importFiles(workspace, [{ file, mapping }])).toMatchObject({
      events: distinctive.length,
      duplicates: 2,
    });
    expect(await importFiles(workspace, [{ file, mapping }])).toMatchObject({
      events: 0,
      duplicates: distinctive.length + 2,
    });
  });

  it('lets an event be replaced by its key if any other field differs', async () => {
    const workspace = testWorkspace();
    for (const field of fieldsWith({ event: 'mapped' })) {
      const key = names.filter((name) => name !== field);
      const replace = (row: string) =>
        importFiles(workspace, [{ file: fileWith(workspace, fileOf(row)), mapping, key }]);
      await replace(line());
      expect(await replace(line()), field).toMatchObject({ events: 0, duplicates: 1, replaced: 0 });
      expect(await replace(line(field)), field).toMatchObject({ events: 1, replaced: 1 });
    }
  });

  it('covers all dictionaries when an import is undone', async () => {
    const workspace = testWorkspace();
    const count = () =>
      rowsWith({ stored: 'id' }).map((row) => queryScalar(workspace, `SELECT count(*) FROM ${row.dictionary}`));
    await importFiles(workspace, [{ file: fileWith(workspace, fileOf(line())), mapping }]);
    const before = count();
    await importFiles(workspace, [{ file: fileWith(workspace, fileOf(...names.map(line))), mapping }]);
    expect(count()).toEqual(before.map((names) => Number(names) + 1));
    await undoJob({ import: 2, andLater: false }, jobContext(workspace));
    expect(count()).toEqual(before);
  });

  it('is the only list of fields: no other names a field without special treatment', () => {
    const root = new URL('../../../../', import.meta.url).pathname;
    const sources = ['shared', 'electron'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const naming = sources.filter(
      (name) => name.endsWith('.ts') && readFileSync(join(root, name), 'utf8').includes("'campaign'"),
    );
    expect(naming).toEqual([join('shared', 'domain', 'event-fields.ts')]);
  });
});
