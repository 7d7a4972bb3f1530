import { describe, expect, it } from 'vitest';
import { previewFile } from '../../../../electron/engine/ingest/detect/preview.ts';
import { sharedData } from '../../../support/data.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles } from '../import-helpers.ts';

const preview = (content: string, name = 'export.csv') =>
  previewFile({ file: fileWith(testWorkspace(), content, name) });

describe('a preview', () => {
  it('detects the separator and the header', async () => {
    const dialectOf = async (content: string) => {
      const { separator, header } = await preview(content);
      return [separator, header];
    };
    expect(await dialectOf('user,time\na,2024-05-01 10:00:00\n')).toEqual([',', true]);
    expect(await dialectOf('user\ttime\na, b\t2024-05-01 10:00:00\n')).toEqual(['\t', true]);
    expect(await dialectOf('user;time;price\na;2024-05-01;1,5\nb;2024-05-01;2,5\n')).toEqual([';', true]);
    expect(await dialectOf('user|time|text\na|2024-05-01|one, two\nb|2024-05-02|x\n')).toEqual(['|', true]);
    expect(await dialectOf('  user   time\n  a   20240501 \n')).toEqual([' ', true]);
    expect(await dialectOf('1,2268318,2520377,pv,1511544070\n1,2333346,2520771,cart,1511561733\n')).toEqual([
      ',',
      false,
    ]);
    expect(await dialectOf('1::2::3\n4::5::6\n')).toEqual(['::', false]);
    expect(await dialectOf('customer,"when\n(UTC)",x\na,2024-05-01,"1\n2"\n')).toEqual([',', true]);
  });

  it('guesses the mapping from names in English and Chinese', async () => {
    expect(
      await preview(
        'Customer ID,InvoiceDate,StockCode,Quantity,UnitPrice,Description\n1,12/1/2010 8:26,85123A,6,2.55,"HOLDER, WHITE"\n',
      ),
    ).toMatchObject({
      kind: 'events',
      timeKind: 'clock',
      mapping: {
        user: 'Customer ID',
        time: 'InvoiceDate',
        item: 'StockCode',
        quantity: 'Quantity',
        price: 'UnitPrice',
        title: 'Description',
        action: "'purchase'",
      },
    });
    expect(
      (await preview('用户ID,行为时间,行为类型,商品ID,类目,品牌,价格\nu1,2024年5月1日 10:30,浏览,p1,手机,华为,4999\n'))
        .mapping,
    ).toEqual({
      user: '用户ID',
      time: '行为时间',
      action: '行为类型',
      item: '商品ID',
      category: '类目',
      brand: '品牌',
      price: '价格',
    });
  });

  it('guesses the mapping from the cells if there is no header', async () => {
    const { mapping, columns, timeKind } = await preview(
      '1,2268318,2520377,view,1511544070\n1,2333346,2520771,cart,1511561733\n',
    );
    expect(mapping).toEqual({ user: '1', item: '2', category: '3', action: '4', time: '5' });
    expect([columns[1]?.name, timeKind]).toEqual(['column 2', 'clock']);
  });

  it('distinguishes users and items from events', async () => {
    expect(await preview('user_id,age,gender\n1,20,F\n')).toMatchObject({
      kind: 'users',
      mapping: { attributes: ['*'] },
    });
    expect(await preview('sku,title,brand\n1,Kettle,Acme\n')).toMatchObject({ kind: 'items', missing: [] });
    expect(await preview('user_id,product_id\n1,2\n')).toMatchObject({ kind: 'events', missing: ['time'] });
  });

  it('describes each column', async () => {
    const { columns } = await preview(
      'user,time,price,note,none\na,2024-05-01,1.5,x,\nb,2024-05-02,2,,\na,2024-05-03,,"y, z",\n',
    );
    expect(columns).toEqual([
      { name: 'user', type: 'text', examples: ['a', 'b'], missing: 0, personal: null },
      { name: 'time', type: 'time', examples: ['2024-05-01', '2024-05-02', '2024-05-03'], missing: 0, personal: null },
      { name: 'price', type: 'number', examples: ['1.5', '2'], missing: expect.closeTo(1 / 3), personal: null },
      { name: 'note', type: 'text', examples: ['x', 'y, z'], missing: expect.closeTo(1 / 3), personal: null },
      { name: 'none', type: 'empty', examples: [], missing: 1, personal: null },
    ]);
  });

  it('numbers columns with the same name', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, 'user,time,x,x,\na,2024-05-01,1,2,\n');
    expect((await previewFile({ file })).columns.map(({ name }) => name)).toEqual([
      'user',
      'time',
      'x',
      'x 2',
      'column 5',
    ]);
    expect(await importFiles(workspace, [{ file, mapping: 'user=user,time=time,item=x 2' }])).toMatchObject({
      events: 1,
    });
  });

  const real = {
    rees46: sharedData('rees46/2019-Oct.csv'),
    cdnow: sharedData('cdnow/CDNOW_master.txt'),
    recbole: sharedData('ml-100k/ml-100k.inter'),
  };
  it.skipIf(Object.values(real).includes(null))('recognises the presets that have a header', async () => {
    const recognised = await Promise.all(
      Object.values(real).map(async (file) => (await previewFile({ file: file! })).preset),
    );
    expect(recognised).toEqual(Object.keys(real));
    const { rows, columns, missing } = await previewFile({ file: real.rees46! });
    expect([rows.length, rows[0]?.length, columns.length, missing]).toEqual([20, 9, 9, []]);
  });
});
