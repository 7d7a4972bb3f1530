import { describe, expect, it } from 'vitest';
import { inspect } from '../../../../electron/engine/ingest/detect/inspect.ts';
import { sharedFault } from '../../../support/faults.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents } from '../import-helpers.ts';

const csv = (...rows: string[]) => `${rows.join('\n')}\n`;
const mappingOf = (content: string, name = 'export.csv') =>
  inspect({ file: fileWith(testWorkspace(), content, name) }).mapping;

describe('column guesses use the cells as well as the names', () => {
  it('an empty column is never the item', async () => {
    const content = csv(
      'Sale Date,Buyer,Price,Listing ID,SKU',
      '12/26/23,ada,3.25,830001,',
      '12/27/23,bea,3.30,830002,',
    );
    expect(mappingOf(content)).toMatchObject({ item: 'Listing ID', time: 'Sale Date', price: 'Price' });
  });

  it('a column that cannot be read is never the time or a number', () => {
    const content = csv(
      'user_id,event_time,date,payment,total',
      'u1,soon,2024-05-01,Visa,3',
      'u2,later,2024-05-02,Cash,4',
    );
    expect(mappingOf(content)).toMatchObject({ time: 'date', amount: 'total' });
    expect(mappingOf(csv('user_id,date,payment', 'u1,2024-05-01,Visa', 'u2,2024-05-02,Cash')).amount).toBeUndefined();
  });

  it('a column with one value in all rows is not the item if another tells them apart', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `u${i},2024-05-01,Shop,${i % 7}`);
    expect(mappingOf(csv('user_id,date,product_id,sku', ...rows)).item).toBe('sku');
  });

  it('the title identifies the item of an event if nothing else does', () => {
    expect(mappingOf(csv('user_id,date,product_name', 'u1,2024-05-01,Cup')).item).toBe('product_name');
    expect(mappingOf(csv('user_id,date,name', 'u1,2024-05-01,Ada')).item).toBeUndefined();
  });
});

describe('a column name is understood by its parts', () => {
  it('after what it belongs to, without a unit, and inside other names', () => {
    const header =
      'MemberNumber,OrderDate,ItemDescription,ProductCategory,ProductBrand,ProductPrice,OrderQuantity,Line Total (EUR)';
    expect(mappingOf(csv(header, 'M1,2024-05-01 10:00:00,Cup,Home,Acme,3,1,3'))).toMatchObject({
      ...{ user: 'MemberNumber', time: 'OrderDate', title: 'ItemDescription', category: 'ProductCategory' },
      ...{ brand: 'ProductBrand', price: 'ProductPrice', quantity: 'OrderQuantity', amount: 'Line Total (EUR)' },
    });
    const nested = {
      event: { name: 'view', time: '2024-05-01T10:00:00Z' },
      user: { id: 'u1', created_at: '2020-01-01' },
    };
    const json = `${JSON.stringify({ ...nested, product: { id: 'p1', price: { value: 3.5 } } })}\n`;
    return importFiles(testWorkspace(), [fileWith(testWorkspace(), json, 'export.ndjson')]).then(({ files }) =>
      expect(files[0]?.mapping).toMatchObject({
        ...{
          user: 'user.id',
          time: 'event.time',
          action: 'event.name',
          item: 'product.id',
          price: 'product.price.value',
        },
      }),
    );
  });

  it('in Chinese', () => {
    const header = '订单编号,买家会员名,买家实际支付金额,宝贝标题,宝贝总数量,商品类别,订单创建时间';
    expect(mappingOf(csv(header, '36,示例甲,199.00,红色杯子,1,家居,2023-11-11 00:03:12'))).toMatchObject({
      ...{ order_id: '订单编号', user: '买家会员名', amount: '买家实际支付金额', title: '宝贝标题' },
      ...{ quantity: '宝贝总数量', category: '商品类别', time: '订单创建时间', action: "'purchase'" },
    });
    expect(mappingOf(csv('会员号,销售日期,商品编号,金额（元）,数量(件)', '1,2024/5/1,a,35.5,2'))).toMatchObject({
      ...{ user: '会员号', time: '销售日期', item: '商品编号', amount: '金额（元）', quantity: '数量(件)' },
    });
  });

  it('in German, French and Spanish', () => {
    expect(
      mappingOf(csv('Kundennummer;Bestelldatum;Artikelnummer;Menge;Preis (EUR)', 'K1;01.05.2024;A1;2;12,50')),
    ).toMatchObject({
      user: 'Kundennummer',
      time: 'Bestelldatum',
      item: 'Artikelnummer',
      quantity: 'Menge',
      price: '"Preis (EUR)"'.replaceAll('"', ''),
    });
    expect(
      mappingOf(csv('N° de commande,Client,Date de commande,Produit,Quantité', '1,C1,2024-05-01,P1,2')),
    ).toMatchObject({
      ...{
        order_id: 'N° de commande',
        user: 'Client',
        time: 'Date de commande',
        item: 'Produit',
        quantity: 'Quantité',
      },
    });
    expect(mappingOf(csv('Nº de pedido,Cliente,Fecha,Producto,Cantidad', '1,C1,2024-05-01,P1,2'))).toMatchObject({
      ...{ order_id: 'Nº de pedido', user: 'Cliente', time: 'Fecha', item: 'Producto', quantity: 'Cantidad' },
    });
  });

  it('but not as what describes something else', () => {
    const mapping = mappingOf(
      csv('user_id,date,customer_name,ship_date,order_item_id', 'u1,2024-05-01,Ada,2024-05-03,1'),
    );
    expect(mapping).toEqual({ user: 'user_id', time: 'date', action: "'interact'" });
  });
});

describe('columns take precedence over the file name', () => {
  const orders = csv('order_id,customer_id,order_date,product_id,amount', '1,C1,2024-05-01 10:00:00,a,10');
  it('orders are purchases whatever the file is called', () => {
    for (const name of [
      'orders-without-returns.csv',
      'orders no refunds.csv',
      'views of orders.csv',
      '不含退款订单.csv',
      'cart.csv',
    ])
      expect([name, mappingOf(orders, name).action]).toEqual([name, "'purchase'"]);
    const numbered = csv('order_no,customer_id,order_date,product_id,2024', '77,C1,2024-05-01 10:00:00,a,x');
    expect(mappingOf(numbered)).toMatchObject({ order_id: 'order_no', action: "'purchase'" });
  });

  it('unless both say that they are returns', () => {
    const returns = orders.replace('order_date', 'return_date');
    expect(mappingOf(returns, 'returns.csv').action).toBe("'return'");
  });
});

describe('presets recognise localised headers', () => {
  const presetOf = (content: string) => inspect({ file: fileWith(testWorkspace(), content) });
  it('of WooCommerce', () => {
    const row = '2024-01-02 10:00:00,1001,completed,Ada,new,2× Cup,2,,"25,00",Direct';
    const headers = [
      'Date,Commande n°,État,Client,Type de client,Produit(s),Articles vendus,Coupon(s),Ventes nettes,Attribution',
      'Datum,Bestellung #,Status,Kunde,Kundentyp,Produkt(e),Verkaufte Artikel,Gutschein(e),Nettoumsatz,Zuordnung',
      'Fecha,Pedido #,Estado,Cliente,Tipo de cliente,Producto(s),Artículos vendidos,Cupón(es),Ventas netas,Atribución',
      '日期,订单号,状态,客户,客户类型,产品,售出商品,优惠券,净销售额,归因',
    ];
    for (const header of headers) {
      const { preset, mapping } = presetOf(csv(header, row));
      const [time, order_id, , user, , , quantity, , amount] = header.split(',');
      expect([preset, mapping]).toEqual([
        'woocommerce',
        expect.objectContaining({ time, order_id, user, quantity, amount }),
      ]);
    }
  });

  it('of PayPal and Shopify', () => {
    const paypal = csv(
      'Date,Heure,Fuseau horaire,Nom,Type,État,Devise,Avant commission,Commission,Net,De l’adresse email,Numéro de transaction',
      '01/05/2024,10:00:05,CEST,Ada,Paiement,Terminé,EUR,"12,50","-0,71","11,79",ada@example.org,9AB1',
    );
    expect(presetOf(paypal)).toMatchObject({
      preset: 'paypal',
      mapping: { time: 'Date+Heure', amount: 'Avant commission' },
    });
    const shopify = csv(
      '名称,电子邮件,财务状态,创建于,商品数量,商品名称,商品价格',
      '#1,ada@example.org,paid,2024-05-01 10:00:00 +0800,1,杯子,10.00',
    );
    expect(presetOf(shopify)).toMatchObject({ preset: 'shopify', mapping: { user: '电子邮件', price: '商品价格' } });
  });
});

describe('files that were guessed wrong', () => {
  it.each([
    ['empty-sku.csv', 'item', [['830001'], ['830002']]],
    ['two-times.ndjson', 'time', [['2014-02-28T00:00:00.000Z'], ['2014-03-01T00:00:00.000Z']]],
    ['orders-without-returns.csv', 'action', [['purchase'], ['purchase']]],
    ['numeric-header.csv', 'order_id', [['77'], ['78']]],
    [
      'names-en.csv',
      'amount, brand',
      [
        [3, 'Acme'],
        [10, 'Acme'],
      ],
    ],
    [
      'names-zh.csv',
      'amount, quantity, item',
      [
        [1299.5, 2, '蓝色柜子'],
        [199, 1, '红色杯子'],
      ],
    ],
    ['woocommerce-fr.csv', 'action, amount, quantity', [['purchase', 25, 2]]],
  ])('%s', async (name, columns, expected) => {
    const file = sharedFault(name);
    if (file === null) return;
    const workspace = testWorkspace();
    await importFiles(workspace, [file]);
    // Users may be hashed, and events come in the order of users.
    const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(namedEvents(workspace, columns))).toEqual(inOrder(expected));
  });
});
