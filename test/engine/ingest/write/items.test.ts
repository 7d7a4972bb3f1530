import { describe, expect, it } from 'vitest';
import { readHistories } from '../../../../electron/engine/store/events/histories.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, queryScalar } from '../import-helpers.ts';

const HEADER = 'user,time,action,item,category,price';
const event = (hour: number, item: string, category: string, price: string) =>
  `a,2024-05-01 ${String(hour).padStart(2, '0')}:00:00,view,${item},${category},${price}`;
const csv = (header: string, ...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

describe('item values in events', () => {
  it('are stored once per item, and every event still has the values of its file', async () => {
    const workspace = testWorkspace();
    const file = csv(
      HEADER,
      event(1, 'i1', 'c1', '5'),
      event(2, 'i1', 'c1', '4.5'),
      event(3, 'i1', 'c2', '5'),
      event(4, 'i2', '', '7'),
    );
    await importFiles(workspace, [fileWith(workspace, file)]);
    expect(namedEvents(workspace, 'item, category, price')).toEqual([
      ['i1', 'c1', 5],
      ['i1', 'c1', 4.5],
      ['i1', 'c2', 5],
      ['i2', null, 7],
    ]);
    expect(queryScalar(workspace, 'SELECT count(*) FROM events WHERE price IS NOT NULL')).toBe(1);
    expect([...readHistories(workspace.db).price]).toEqual([5, 4.5, 5, 7]);
  });

  it('do not give a price to an event without one', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [
      fileWith(workspace, csv(HEADER, event(1, 'i1', 'c1', '5'), event(2, 'i1', 'c1', ''))),
    ]);
    expect(namedEvents(workspace, 'price')).toEqual([[5], [null]]);
    expect(await importFiles(workspace, [`${workspace.path}/export.csv`])).toMatchObject({ events: 0, duplicates: 2 });
  });

  it('are not changed by later events or by a file of items, which only fills gaps and adds titles', async () => {
    const workspace = testWorkspace();
    const events = csv(HEADER, event(1, 'i1', 'c1', '5'), event(2, 'i2', '', '6'));
    const items = csv('item,title,category,price', 'i1,Kettle,other,99', 'i2,水杯,cups,6', 'i3,New,c3,1');
    await importFiles(workspace, [fileWith(workspace, events, 'events.csv')]);
    expect(await importFiles(workspace, [fileWith(workspace, items, 'items.csv')])).toMatchObject({
      metadataRows: 3,
      items: 3,
    });
    await importFiles(workspace, [fileWith(workspace, csv(HEADER, event(3, 'i1', 'c9', '8')), 'later.csv')]);
    expect(namedEvents(workspace, 'title, category, price')).toEqual([
      ['Kettle', 'c1', 5],
      ['水杯', 'cups', 6],
      ['Kettle', 'c9', 8],
    ]);
    expect(await importFiles(workspace, [`${workspace.path}/events.csv`])).toMatchObject({ events: 0, duplicates: 2 });
  });

  it('are filled from the newest file of items if events have none', async () => {
    const workspace = testWorkspace();
    const events = fileWith(workspace, csv('user,time,item', 'a,2024-05-01 01:00:00,i1'), 'events.csv');
    const items = (text: string) => fileWith(workspace, csv('item,title,category,price', text), 'items.csv');
    await importFiles(workspace, [events, items('i1,Kettle,c1,5')]);
    expect(namedEvents(workspace, 'action, title, category, price')).toEqual([['interact', 'Kettle', 'c1', 5]]);
    await importFiles(workspace, [items('i1,Kettle 2,c2,6')]);
    expect(namedEvents(workspace, 'title, category, price')).toEqual([['Kettle 2', 'c2', 6]]);
    expect(await importFiles(workspace, [events])).toMatchObject({ events: 0, duplicates: 1 });
  });
});

describe('user attributes', () => {
  it('are stored by name, the last row counting, and replaced by the next file', async () => {
    const workspace = testWorkspace();
    const attributes = () =>
      workspace.db
        .prepare(
          'SELECT n.name, a.name, u.value FROM user_attributes u JOIN users n ON n.id = u.user JOIN attributes a ON a.id = u.attribute ORDER BY 1, 2',
        )
        .raw()
        .all();
    const file = (...rows: string[]) => fileWith(workspace, csv('user_id,age,city', ...rows), 'users.csv');
    const result = await importFiles(workspace, [file('u1,20,Rome', 'u2,,"Aix, Provence"', 'u1,21,')]);
    expect(result).toMatchObject({ rows: 3, metadataRows: 3, events: 0, users: 2 });
    expect(attributes()).toEqual([
      ['u1', 'age', '21'],
      ['u1', 'city', 'Rome'],
      ['u2', 'city', 'Aix, Provence'],
    ]);
    await importFiles(workspace, [file('u1,22,Bonn')]);
    expect(attributes().slice(0, 2)).toEqual([
      ['u1', 'age', '22'],
      ['u1', 'city', 'Bonn'],
    ]);
  });

  it('may be in the file of events', async () => {
    const workspace = testWorkspace();
    const file = fileWith(
      workspace,
      csv('user,time,item,vip', 'a,2024-05-01 01:00:00,i1,no', 'a,2024-05-01 02:00:00,i1,yes'),
    );
    await importFiles(workspace, [{ file, mapping: 'user=user,time=time,item=item,attributes=vip' }]);
    expect(queryScalar(workspace, 'SELECT value FROM user_attributes')).toBe('yes');
  });
});
