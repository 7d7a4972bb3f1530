import { describe, expect, it } from 'vitest';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, queryScalar } from '../import-helpers.ts';

const HEADER = 'user,time,action,item,quantity,price,amount,order_id,discount,currency,channel,campaign';
const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

describe('what an event says of its order and of where the user came from', () => {
  it('is kept with it', async () => {
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

  it('tells it from others of the same moment', async () => {
    const workspace = testWorkspace();
    const buys = (order: string) => `a,2024-05-01 10:00:00,purchase,i1,1,5,5,${order},,CNY,email,`;
    const file = fileWith(workspace, csv(buys('o1'), buys('o2'), buys('o1')));
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 2, duplicates: 1 });
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 0, duplicates: 3 });
  });
});
