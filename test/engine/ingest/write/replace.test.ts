import { describe, expect, it } from 'vitest';
import { undoJob } from '../../../../electron/engine/ingest/undo/undo-job.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, jobContext, namedEvents, queryScalar } from '../import-helpers.ts';
import { dump } from '../undo/dump.ts';

const HEADER = 'user,time,action,item,price,quantity,order_id\n';
const ORDERS = `${HEADER}a,2024-05-01 10:00:00,buy,i1,10,1,o1
a,2024-05-01 10:00:00,buy,i2,5,2,o1
b,2024-05-02 10:00:00,buy,i1,10,1,o2
b,2024-05-03 10:00:00,view,i1,10,,
`;
const ORDER_ITEM: Field[] = ['order_id', 'item'];

async function shop(content = ORDERS) {
  const workspace = testWorkspace();
  await importFiles(workspace, [fileWith(workspace, content, 'first.csv')]);
  const importAgain = (text: string, key: Field[], name = 'second.csv') =>
    importFiles(workspace, [{ file: fileWith(workspace, `${HEADER}${text}`, name), key }]);
  return { workspace, again: importAgain };
}

describe('a key', () => {
  it('replaces changed events, adds new ones and leaves equal ones', async () => {
    const { workspace, again } = await shop();
    const before = dump(workspace);
    const result = await again(
      `a,2024-05-01 10:00:00,buy,i1,8,1,o1
a,2024-05-01 10:00:00,buy,i2,5,2,o1
b,2024-05-02 12:00:00,buy,i1,10,3,o2
c,2024-05-04 10:00:00,buy,i1,10,1,o3
`,
      ORDER_ITEM,
    );
    expect(result).toMatchObject({ rows: 4, events: 3, duplicates: 1, replaced: 2 });
    expect(namedEvents(workspace, 'user, time, action, item, price, quantity, order_id, import')).toEqual([
      ['a', '2024-05-01T10:00:00.000Z', 'buy', 'i2', 5, 2, 'o1', 1],
      ['a', '2024-05-01T10:00:00.000Z', 'buy', 'i1', 8, 1, 'o1', 2],
      ['b', '2024-05-02T12:00:00.000Z', 'buy', 'i1', 10, 3, 'o2', 2],
      ['b', '2024-05-03T10:00:00.000Z', 'view', 'i1', 10, null, null, 1],
      ['c', '2024-05-04T10:00:00.000Z', 'buy', 'i1', 10, 1, 'o3', 2],
    ]);
    expect(
      queryScalar(
        workspace,
        'SELECT count(*) FROM sessions s WHERE NOT EXISTS (SELECT 1 FROM events WHERE session = s.id)',
      ),
    ).toBe(0);
    expect(workspace.db.pragma('foreign_key_check')).toEqual([]);
    expect(await undoJob({ import: 2, andLater: false }, jobContext(workspace))).toMatchObject({
      events: 3,
      restored: 2,
    });
    expect(dump(workspace)).toEqual(before);
  });

  it('with user and time corrects a price, whatever else the user did', async () => {
    const { workspace, again } = await shop();
    const key: Field[] = ['user', 'time', 'action', 'item'];
    const result = await again('a,2024-05-01 10:00:00,buy,i1,11,1,o1\nb,2024-05-03 10:00:00,view,i1,10,,\n', key);
    expect(result).toMatchObject({ events: 1, duplicates: 1, replaced: 1 });
    expect(queryScalar(workspace, "SELECT price FROM events_named WHERE user = 'a' AND item = 'i1'")).toBe(11);
    expect(queryScalar(workspace, 'SELECT count(*) FROM events')).toBe(4);
  });

  it('uses the last row of a file, and rows without a key replace nothing', async () => {
    const { workspace, again } = await shop();
    const result = await again(
      'c,2024-05-04 10:00:00,buy,i1,1,1,o3\nc,2024-05-04 10:00:00,buy,i1,2,1,o3\nc,2024-05-04 10:00:00,view,i1,2,,\nc,2024-05-04 10:00:00,like,i1,2,,\n',
      ORDER_ITEM,
    );
    expect(result).toMatchObject({ rows: 4, events: 3, duplicates: 1, replaced: 0 });
    expect(queryScalar(workspace, "SELECT price FROM events_named WHERE order_id = 'o3'")).toBe(2);
  });

  it('finds an event whose user has changed', async () => {
    const { workspace, again } = await shop();
    expect(await again('c,2024-05-01 10:00:00,buy,i1,10,1,o1\n', ORDER_ITEM)).toMatchObject({ events: 1, replaced: 1 });
    expect(queryScalar(workspace, "SELECT user FROM events_named WHERE order_id = 'o1' AND item = 'i1'")).toBe('c');
  });

  it('that matches several events leaves the one that is equal', async () => {
    const { workspace, again } = await shop(`${ORDERS}a,2024-05-01 11:00:00,buy,i1,12,1,o1\n`);
    const result = await again('a,2024-05-01 11:00:00,buy,i1,12,1,o1\n', ORDER_ITEM);
    expect(result).toMatchObject({ events: 0, duplicates: 1, replaced: 1 });
    expect(queryScalar(workspace, "SELECT price FROM events_named WHERE order_id = 'o1' AND item = 'i1'")).toBe(12);
  });

  it('must consist of fields that are mapped and stored', async () => {
    const { again } = await shop();
    await expect(again('a,2024-05-01 10:00:00,buy,i1,8,1,o1\n', ['order_id', 'brand'])).rejects.toMatchObject({
      code: 'MAPPING_KEY',
      message: expect.stringContaining('brand'),
    });
    await expect(again('a,2024-05-01 10:00:00,buy,i1,8,1,o1\n', ['title'])).rejects.toMatchObject({
      code: 'MAPPING_KEY',
    });
  });
});

describe('a newer export of the same source', () => {
  const head = 'user,time,action,item\n';
  const rows = Array.from({ length: 40 }, (_, i) => {
    const time = new Date(Date.UTC(2024, 4, 1, 10, i * 7)).toISOString();
    return `u${i % 3},${time},view,i${i % 5}`;
  });

  /** The first event of the session of each event. */
  const sessions = ({ db }: ReturnType<typeof testWorkspace>) =>
    db
      .prepare(
        `SELECT u.name, e.time, (SELECT min(o.time) FROM events o WHERE o.session = e.session) FROM events e
         JOIN users u ON u.id = e.user ORDER BY 1, 2`,
      )
      .raw()
      .all();

  it('adds only new events, also late ones, with the sessions of a single import', async () => {
    const grown = testWorkspace();
    const early = rows.filter((_, i) => i < 25 && i % 4 !== 1);
    await importFiles(grown, [fileWith(grown, `${head}${early.join('\n')}\n`, 'early.csv')]);
    const before = dump(grown);
    const result = await importFiles(grown, [fileWith(grown, `${head}${rows.join('\n')}\n`, 'late.csv')]);
    expect(result).toMatchObject({ rows: 40, events: 40 - early.length, duplicates: early.length });
    const whole = testWorkspace();
    await importFiles(whole, [fileWith(whole, `${head}${rows.join('\n')}\n`)]);
    const columns = 'user, time, item';
    expect(namedEvents(grown, columns)).toEqual(namedEvents(whole, columns));
    expect(sessions(grown)).toEqual(sessions(whole));
    expect(grown.db.pragma('foreign_key_check')).toEqual([]);
    expect(queryScalar(grown, 'SELECT count(*) FROM sessions')).toBe(
      queryScalar(whole, 'SELECT count(*) FROM sessions'),
    );
    await undoJob({ import: 2, andLater: false }, jobContext(grown));
    expect(dump(grown)).toEqual(before);
  });
});
