import { describe, expect, it } from 'vitest';
import { sharedFault } from '../../../support/faults.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, queryScalar } from '../import-helpers.ts';

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

describe('rows that differ only in a column that is not imported', () => {
  const file = csv(
    'user_id,event_time,event_type,product_id,position',
    'u1,2024-05-01 10:00:00,view,a,1',
    'u1,2024-05-01 10:00:00,view,a,2',
    'u1,2024-05-01 10:00:00,view,a,2',
    'u2,2024-05-01 10:00:00,view,a,1',
  );

  it('are different events, while equal rows are one', async () => {
    const workspace = testWorkspace();
    expect(await importFiles(workspace, [fileWith(workspace, file)])).toMatchObject({ events: 3, duplicates: 1 });
  });

  it('are recognised when the file is imported again, also as another format', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, file)]);
    const lines = file
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const [names = [], ...rows] = lines;
    const json = rows.map((row) => JSON.stringify(Object.fromEntries(row.map((cell, i) => [names[i], cell]))));
    const spellings: [string, string][] = [
      ['same.csv', file],
      ['reversed.csv', csv(...lines.map((line) => line.toReversed().join(',')))],
      ['tabs.tsv', file.replaceAll(',', '\t')],
      ['rows.ndjson', csv(...json)],
    ];
    for (const [name, content] of spellings) {
      const result = await importFiles(workspace, [fileWith(workspace, content, name)]);
      expect(result, name).toMatchObject({ events: 0, duplicates: 4 });
    }
  });

  it('are events of their own in a file whose rows have only dates', async () => {
    const workspace = testWorkspace();
    const dates = file.replaceAll(' 10:00:00', '');
    expect(await importFiles(workspace, [fileWith(workspace, dates)])).toMatchObject({ events: 4 });
    expect(await importFiles(workspace, [fileWith(workspace, dates)])).toMatchObject({ events: 0, duplicates: 4 });
  });

  it('include rows with a time that is finer than a millisecond', async () => {
    const workspace = testWorkspace();
    const fine = csv(
      'user_id,event_time,event_type,position',
      'u1,2024-05-01 10:00:00.000001,view,1',
      'u1,2024-05-01 10:00:00.000002,view,1',
    );
    expect(await importFiles(workspace, [fileWith(workspace, fine)])).toMatchObject({ events: 2 });
  });
});

describe('the id of an event', () => {
  const event = (id: string, user = 'u1') =>
    JSON.stringify({
      event: 'Add to Cart',
      properties: { time: 1714557600, distinct_id: user, $insert_id: id, product_id: 'A1' },
    });

  it('distinguishes events of one second, within a file and between files', async () => {
    const workspace = testWorkspace();
    const first = fileWith(workspace, csv(event('i1'), event('i2'), event('i2')), 'a.jsonl');
    expect(await importFiles(workspace, [first])).toMatchObject({ events: 2, duplicates: 1 });
    const second = fileWith(workspace, csv(event('i2'), event('i3')), 'b.jsonl');
    expect(await importFiles(workspace, [second])).toMatchObject({ events: 1, duplicates: 1 });
  });

  it('makes events the same although other columns differ, such as the time of the upload', async () => {
    const workspace = testWorkspace();
    const header = 'user_id,event_time,event_type,product_id,event_id,uploaded';
    const row = (id: string, upload: number) => `u1,2024-05-01 10:00:00,view,a,${id},${upload}`;
    const file = csv(header, row('e1', 1), row('e1', 2), row('e2', 3));
    expect(await importFiles(workspace, [fileWith(workspace, file)])).toMatchObject({ events: 2, duplicates: 1 });
    const later = fileWith(workspace, csv(header, row('e1', 8), row('e2', 9)), 'later.csv');
    expect(await importFiles(workspace, [later])).toMatchObject({ events: 0, duplicates: 2 });
  });

  it('is not what several events share: the id of a kind of event', async () => {
    const workspace = testWorkspace();
    const file = csv(
      'user_id,event_time,product_id,event_id,position',
      'u1,2024-05-01 10:00:00,a,7,1',
      'u1,2024-05-01 10:00:00,a,7,2',
      'u1,2024-05-01 11:00:00,a,7,1',
    );
    const { files, events } = await importFiles(workspace, [fileWith(workspace, file)]);
    expect(files[0]?.mapping.event_id).toBeUndefined();
    expect(events).toBe(3);
  });

  it('can be the key by which an event is replaced', async () => {
    const workspace = testWorkspace();
    const row = (price: number) =>
      csv('user_id,event_time,event_type,product_id,event_id,price', `u1,2024-05-01 10:00:00,buy,a,e1,${price}`);
    const key = ['event_id' as const];
    await importFiles(workspace, [{ file: fileWith(workspace, row(5)), key }]);
    expect(await importFiles(workspace, [{ file: fileWith(workspace, row(6)), key }])).toMatchObject({ replaced: 1 });
  });

  it('of which a workspace of an earlier version knows nothing does not make its events new', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, csv(event('i1'), event('i2')), 'a.jsonl');
    await importFiles(workspace, [file]);
    workspace.db.exec('UPDATE events SET event_id = NULL; UPDATE imports SET fields = NULL');
    const mapping = "json_remove(mapping, '$.mapping.event_id')";
    workspace.db.exec(`UPDATE imports SET mapping = ${mapping}`);
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 0, duplicates: 2 });
  });
});

describe('a newer export with more columns', () => {
  const old = csv(
    'user_id,event_time,event_type,product_id',
    'u1,2024-05-01 10:00:00,view,a',
    'u1,2024-05-01 11:00:00,cart,a',
  );
  const values = {
    ...{ quantity: '1', session: 's1', order_id: 'o1', currency: 'EUR', channel: 'mail', campaign: 'spring' },
    ...{ discount: '0.5', rating: '4', price: '9.50', amount: '9.50', brand: 'Acme', category: 'Home' },
    ...{ search_query: 'lamp', event_uuid: 'e', column_of_no_meaning: 'x' },
  };

  it.each(Object.entries(values))('recognises the events of the older one: %s', async (name, value) => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, old, 'old.csv')]);
    const cell = (n: number) => (name === 'event_uuid' ? `${value}${n}` : value);
    const newer = csv(
      `user_id,event_time,${name},event_type,product_id`,
      `u1,2024-05-01 10:00:00,${cell(1)},view,a`,
      `u1,2024-05-01 11:00:00,${cell(2)},cart,a`,
      `u1,2024-05-02 11:00:00,${cell(3)},cart,a`,
    );
    const file = fileWith(workspace, newer, 'newer.csv');
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 1, duplicates: 2 });
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 0, duplicates: 3 });
    const again = await importFiles(workspace, [fileWith(workspace, old, 'old.csv')]);
    expect(again).toMatchObject({ events: 0, duplicates: 2 });
  });

  it('recognises them although an amount makes its events purchases', async () => {
    const workspace = testWorkspace();
    const header = 'user_id,event_time,product_id';
    await importFiles(workspace, [fileWith(workspace, csv(header, 'u1,2024-05-01 10:00:00,a'), 'old.csv')]);
    const newer = csv(`${header},amount`, 'u1,2024-05-01 10:00:00,a,5', 'u1,2024-05-02 10:00:00,a,6');
    const result = await importFiles(workspace, [fileWith(workspace, newer, 'newer.csv')]);
    expect(result).toMatchObject({ events: 1, duplicates: 1 });
  });

  it('is another source if its file is named after another action', async () => {
    const workspace = testWorkspace();
    const lines = csv('user_id,event_time,product_id', 'u1,2024-05-01 10:00:00,a');
    await importFiles(workspace, [fileWith(workspace, lines, 'views.csv')]);
    expect(await importFiles(workspace, [fileWith(workspace, lines, 'carts.csv')])).toMatchObject({ events: 1 });
  });

  it('finds a different event of the same second', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, old, 'old.csv')]);
    const newer = csv(
      'user_id,event_time,event_type,product_id,quantity',
      'u1,2024-05-01 10:00:00,view,a,1',
      'u1,2024-05-01 10:00:00,view,a,2',
      'u1,2024-05-01 10:00:00,view,b,1',
    );
    await importFiles(workspace, [fileWith(workspace, newer, 'newer.csv')]);
    expect(namedEvents(workspace, 'item, quantity')).toEqual([
      ['a', null],
      ['a', 2],
      ['b', 1],
      ['a', null],
    ]);
  });
});

it.each([
  [['repeats-unmapped.csv'], 4],
  [['event-ids.jsonl'], 2],
  [['newer-columns-1.csv', 'newer-columns-2.csv'], 3],
])('%s', async (names, events) => {
  const workspace = testWorkspace();
  for (const name of names) {
    const file = sharedFault(name);
    if (file === null) return;
    await importFiles(workspace, [file]);
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 0 });
  }
  expect(queryScalar(workspace, 'SELECT count(*) FROM events')).toBe(events);
});
