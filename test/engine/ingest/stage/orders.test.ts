import { describe, expect, it } from 'vitest';
import { isOrderStatus } from '../../../../electron/engine/ingest/stage/orders/status-words.ts';
import { readMeasures } from '../../../../electron/engine/store/events/measures.ts';
import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { sharedFault } from '../../../support/faults.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, queryScalar } from '../import-helpers.ts';

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
const money = ({ db }: OpenWorkspace) => {
  const { monetary, gross } = readMeasures(db);
  return { monetary: [...monetary], gross: [...gross] };
};
const ordersOf = ({ db }: OpenWorkspace) =>
  db
    .prepare("SELECT order_id, round(sum(amount), 2) FROM events_named WHERE action = 'purchase' GROUP BY 1 ORDER BY 1")
    .raw()
    .all();

describe('the status of an order', () => {
  const header = 'order_id,customer_id,order_date,product_id,amount';
  const states: [string, string, string[]][] = [
    ['Order Status', 'cancel', ['Cancelled', 'canceled', 'VOIDED', 'Cancelled by customer', 'failed', 'wc-cancelled']],
    ['status', 'return', ['Refunded', 'returned', 'charged_back', 'fully refunded']],
    ['Bestellstatus', 'cancel', ['Storniert', 'abgebrochen']],
    ['Status', 'return', ['Zurückerstattet', 'retourniert']],
    ['État', 'cancel', ['Annulée', 'annulé', 'Échouée']],
    ['Statut', 'return', ['Remboursée', 'remboursé']],
    ['Estado', 'cancel', ['Cancelado', 'anulada']],
    ['estado_pedido', 'return', ['Reembolsado', 'devuelto']],
    ['stato ordine', 'cancel', ['Annullato']],
    ['订单状态', 'cancel', ['交易关闭', '已取消', '付款以前，卖家或买家主动关闭交易']],
    ['交易状态', 'return', ['退款成功', '已退款', '付款以后用户退款成功，交易自动关闭']],
  ];

  it.each(states)('is understood without a preset: %s (%s)', async (column, action, words) => {
    const workspace = testWorkspace();
    const row = (n: number, state: string) => `${n},C1,2024-05-0${n} 10:00:00,i${n},${n}0,"${state}"`;
    const rows = ['completed', ...words].map((state, n) => row(n + 1, state));
    await importFiles(workspace, [fileWith(workspace, csv(`${header},${column}`, ...rows))]);
    expect(namedEvents(workspace, 'action').flat()).toEqual(['purchase', ...words.map(() => action)]);
    expect(money(workspace)).toEqual({ monetary: [10], gross: [10] });
    expect(queryScalar(workspace, 'SELECT steps FROM imports')).toContain('orderStates');
  });

  it.each([
    ['is_cancelled', ['0', '1'], 'cancel'],
    ['refunded', ['false', 'TRUE'], 'return'],
    ['Cancelled at', ['', '2024-05-03 10:00:00'], 'cancel'],
    ['refunded_at', ['0000-00-00', '2024-05-03'], 'return'],
    ['是否退货', ['否', '是'], 'return'],
  ])('may be a column of its own: %s', async (column, [no, yes], action) => {
    const workspace = testWorkspace();
    const rows = [`1,C1,2024-05-01 10:00:00,a,10,${no}`, `2,C1,2024-05-02 10:00:00,b,20,${yes}`];
    await importFiles(workspace, [fileWith(workspace, csv(`${header},${column}`, ...rows))]);
    expect(namedEvents(workspace, 'action').flat()).toEqual(['purchase', action]);
  });

  it.each([
    ['status', ['Shipped', 'Partially refunded', 'refund pending', '部分退款']],
    ['billing_state', ['CA', 'NY', 'Berlin']],
    ['refunded', ['0.00', '1']],
    ['note', ['cancelled', 'cancelled']],
  ])('is not seen in other cells: %s', async (column, cells) => {
    const workspace = testWorkspace();
    const rows = cells.map((cell, n) => `${n},C1,2024-05-0${n + 1} 10:00:00,a,10,${cell}`);
    await importFiles(workspace, [fileWith(workspace, csv(`${header},${column}`, ...rows))]);
    expect(new Set(namedEvents(workspace, 'action').flat())).toEqual(new Set(['purchase']));
  });

  it('changes no other action than a purchase', async () => {
    const workspace = testWorkspace();
    const rows = ['u,2024-05-01 10:00:00,view,a,failed', 'u,2024-05-01 10:01:00,purchase,a,failed'];
    await importFiles(workspace, [
      fileWith(workspace, csv('user_id,event_time,event_type,product_id,status', ...rows)),
    ]);
    expect(namedEvents(workspace, 'action').flat()).toEqual(['view', 'cancel']);
  });

  it('is recognised in many languages', () => {
    for (const word of ['Completed', 'bezahlt', 'Terminée', 'enviado', 'In attesa', '交易成功', '待发货'])
      expect(isOrderStatus(word), word).toBe(true);
    for (const word of ['Berlin', 'a', '10.00', '2024-05-01', 'Ada Example', '上海'])
      expect(isOrderStatus(word), word).toBe(false);
  });
});

describe('the money of an order', () => {
  it('is net of its discount and its refund, each spread over its lines', async () => {
    const workspace = testWorkspace();
    const header = 'order_id,customer_id,order_date,product_id,price,quantity,order_discount,refunded_amount';
    const rows = [
      ...['1,C1,2024-05-01 10:00:00,a,30,1,10,0', '1,C1,2024-05-01 10:00:00,b,10,1,10,0'],
      ...['2,C2,2024-05-02 10:00:00,a,30,2,0,15', '2,C2,2024-05-02 10:00:00,b,10,1,,'],
      '3,C3,2024-05-03 10:00:00,b,10,1,,50',
    ];
    await importFiles(workspace, [fileWith(workspace, csv(header, ...rows))]);
    expect(ordersOf(workspace)).toEqual([
      ['1', 30],
      ['2', 55],
      ['3', 0],
    ]);
    expect(namedEvents(workspace, 'item, round(amount, 2)').slice(0, 2)).toEqual([
      ['a', 22.5],
      ['b', 7.5],
    ]);
  });

  it('is that of its lines where they differ in discount and refund', async () => {
    const workspace = testWorkspace();
    const header = 'order_id,customer_id,order_date,product_id,amount,退款金额';
    const rows = [
      '1,C1,2024-05-01 10:00:00,a,30,30',
      '1,C1,2024-05-01 10:00:00,b,10,5',
      '1,C1,2024-05-01 10:00:00,c,7,0',
    ];
    await importFiles(workspace, [fileWith(workspace, csv(header, ...rows))]);
    expect(namedEvents(workspace, 'item, amount')).toEqual([
      ['a', 0],
      ['b', 5],
      ['c', 7],
    ]);
  });

  it('has a discount that includes those of its lines if the subtotal says so', async () => {
    const workspace = testWorkspace();
    const header =
      'Name,Email,Financial Status,Created at,Subtotal,Discount Amount,Lineitem name,Lineitem price,Lineitem quantity,Lineitem discount';
    const rows = [
      ...[
        '#1,a@example.org,paid,2024-05-01 10:00:00,85,15,A,50,1,5',
        '#1,a@example.org,,2024-05-01 10:00:00,,,B,50,1,0',
      ],
      '#2,b@example.org,paid,2024-05-01 10:00:00,80,15,A,100,1,5',
    ];
    await importFiles(workspace, [fileWith(workspace, csv(header, ...rows))]);
    expect(ordersOf(workspace)).toEqual([
      ['#1', 85],
      ['#2', 80],
    ]);
  });

  it('is divided among its lines if each repeats it', async () => {
    const workspace = testWorkspace();
    const header = 'order_id,customer_id,order_date,product_id,price,quantity,total';
    const rows = [
      '1,C1,2024-05-01 10:00:00,a,30,1,50',
      '1,C1,2024-05-01 10:00:00,b,10,2,50',
      '2,C2,2024-05-02 10:00:00,a,30,1,30',
    ];
    await importFiles(workspace, [fileWith(workspace, csv(header, ...rows))]);
    expect(namedEvents(workspace, 'order_id, item, amount')).toEqual([
      ['1', 'a', 30],
      ['1', 'b', 20],
      ['2', 'a', 30],
    ]);
  });

  it('is divided equally if its column is named after the order and there are no prices', async () => {
    const workspace = testWorkspace();
    const header = '订单编号,买家,下单时间,商品编号,订单金额';
    const rows = ['1,甲,2024-05-01 10:00:00,a,50', '1,甲,2024-05-01 10:00:00,b,50', '2,乙,2024-05-02 10:00:00,a,30'];
    await importFiles(workspace, [fileWith(workspace, csv(header, ...rows))]);
    expect(ordersOf(workspace)).toEqual([
      ['1', 50],
      ['2', 30],
    ]);
  });

  it('is not divided if it is that of the line', async () => {
    const workspace = testWorkspace();
    const header = 'order_id,customer_id,order_date,product_id,price,quantity,total';
    const rows = ['1,C1,2024-05-01 10:00:00,a,25,2,50', '1,C1,2024-05-01 10:00:00,b,50,1,50'];
    await importFiles(workspace, [fileWith(workspace, csv(header, ...rows))]);
    expect(ordersOf(workspace)).toEqual([['1', 100]]);
  });
});

describe('a return as an event of its own', () => {
  it('is subtracted from the purchases before it, which stay as the gross value', async () => {
    const workspace = testWorkspace();
    const header = 'user_id,event_time,event_type,product_id,price,quantity';
    const rows = [
      ...['u1,2024-05-01 10:00:00,purchase,a,30,2', 'u1,2024-05-02 10:00:00,Order Refunded,a,30,1'],
      ...['u2,2024-05-01 10:00:00,purchase,a,30,1', 'u2,2024-05-02 10:00:00,cancel,a,30,'],
      'u3,2024-05-01 10:00:00,view,a,30,',
    ];
    await importFiles(workspace, [fileWith(workspace, csv(header, ...rows))]);
    expect(money(workspace)).toEqual({ monetary: [30, 0, 0], gross: [60, 30, 0] });
  });

  it('may be in a file of returns, or have a negative quantity', async () => {
    const workspace = testWorkspace();
    const header = 'user_id,event_time,product_id,amount,quantity';
    const orders = csv(
      header,
      'u1,2024-05-01 10:00:00,a,30,1',
      'u1,2024-05-03 10:00:00,b,10,1',
      'u1,2024-05-04 10:00:00,b,-10,-1',
    );
    const refunds = csv(header, 'u1,2024-05-02 10:00:00,a,30,1');
    await importFiles(workspace, [
      fileWith(workspace, orders, 'orders.csv'),
      fileWith(workspace, refunds, 'refunds.csv'),
    ]);
    expect(money(workspace)).toEqual({ monetary: [0], gross: [40] });
  });
});

describe('equal lines of one order', () => {
  const header = 'order_id,customer_id,order_date,product_id,price,quantity';
  const rows = ['1,C1,2024-05-01 10:00:00,a,5,1', '1,C1,2024-05-01 10:00:00,a,5,1', '2,C2,2024-05-01 10:00:00,a,5,1'];

  it('are two pieces, and are recognised when the file is imported again', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, csv(header, ...rows));
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 3 });
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 0, duplicates: 3 });
  });

  it('are repeats if the orders occur twice in the file', async () => {
    const workspace = testWorkspace();
    const twice = csv(header, ...rows, ...rows);
    expect(await importFiles(workspace, [fileWith(workspace, twice)])).toMatchObject({ events: 2, duplicates: 4 });
  });
});

it.each([
  [
    'shopify-lines.csv',
    [
      ['#1', 20],
      ['#2', 80],
      ['#3', 20],
    ],
  ],
  ['status.csv', [['1', 10]]],
])('%s', async (name, orders) => {
  const workspace = testWorkspace();
  const file = sharedFault(name);
  if (file === null) return;
  await importFiles(workspace, [file]);
  expect(ordersOf(workspace)).toEqual(orders);
});
