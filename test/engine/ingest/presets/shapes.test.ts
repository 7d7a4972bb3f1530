import { describe, expect, it } from 'vitest';
import { readMeasures } from '../../../../electron/engine/store/events/measures.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents } from '../import-helpers.ts';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

/** Name and content of a file; preset; action, item, quantity and money of each event in order of time; users. */
type Shape = [name: string, content: string, preset: string | null, events: unknown[][], users: number];

const shapes: Shape[] = [
  [
    'EtsySoldOrderItems2024-5.csv',
    lines(
      'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Country,Order ID,Variations,SKU',
      '05/14/24,Paper moon,Ada Example (adaex),2,5.00,,,1.00,0,4.50,0.62,10.00,USD,4001,9001,05/14/24,05/15/24,Ada Example,Germany,3001,,MOON',
      '05/15/24,Paper star,Bea Sample (beasa),1,3.00,,,0,0,4.50,0.62,3.00,USD,4002,9002,05/15/24,05/15/24,Bea Sample,France,3002,,',
    ),
    'etsy',
    [
      ['purchase', '9001', 2, 9],
      ['purchase', '9002', 1, 3],
    ],
    2,
  ],
  [
    'EtsySoldOrders2024.csv',
    lines(
      'Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Street 1,Ship City,Ship Country,Currency,Order Value,Coupon Code,Discount Amount,Shipping,Sales Tax,Order Total,Status,Buyer,SKU',
      '05/14/24,3001,adaex,Ada Example,Ada,Example,2,online_cc,05/15/24,1 High Street,Bonn,Germany,EUR,10.00,,1.00,4.50,0,13.50,,Ada Example (adaex),MOON',
    ),
    'etsy',
    [['purchase', null, 2, 13.5]],
    1,
  ],
  [
    'eBay-OrdersReport.csv',
    lines(
      '',
      '"Sales Record Number","Order Number","Buyer Username","Buyer Name","Buyer Email","Item Number","Item Title","Custom Label","Quantity","Sold For","Shipping And Handling","Total Price","Sale Date","Paid On Date"',
      '',
      '"112","24-1","ada_ex","Ada Example","a@example.org","","","","3","","$5.00","$25.00","2024-05-14","2024-05-14"',
      '"112","24-1","ada_ex","","","318501","Cup","CUP","1","$10.00","","","2024-05-14","2024-05-14"',
      '"112","24-1","ada_ex","","","318502","Glass","GL","2","$5.00","","","2024-05-14","2024-05-14"',
      '',
      '"2","record(s) downloaded",,,,,,,,,,,,',
      '"Seller ID : example"',
    ),
    'ebay',
    [
      ['purchase', '318501', 1, 10],
      ['purchase', '318502', 2, 10],
    ],
    1,
  ],
  [
    'amazon-orders.txt',
    lines(
      'order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tship-country',
      '303-1\t501\t2024-05-14T10:00:00+00:00\t2024-05-14T10:00:01+00:00\tada@marketplace.example\tAda Example\t+491510000001\tCUP\tCup\t2\tEUR\t20.00\t0\tDE',
    ),
    'amazon',
    [['purchase', 'CUP', 2, 20]],
    1,
  ],
  [
    'magento_orders.csv',
    lines(
      'ID,"Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Customer Email","Customer Group",Subtotal,"Payment Method","Total Refunded"',
      '000000001,"Main Website","2024-05-14 10:00:00","Ada Example","Ada Example",50.00,50.00,Complete,ada@example.org,General,45.00,checkmo,10.00',
      '000000002,"Main Website","2024-05-15 10:00:00","Bea Sample","Bea Sample",20.00,20.00,Canceled,bea@example.org,General,15.00,checkmo,0',
      '000000003,"Main Website","2024-05-16 10:00:00","Bea Sample","Bea Sample",30.00,30.00,Closed,bea@example.org,General,25.00,checkmo,30.00',
    ),
    'magento',
    [
      ['purchase', null, null, 40],
      ['cancel', null, null, 20],
      ['return', null, null, 30],
    ],
    2,
  ],
  [
    'order_2024-05-14.csv',
    lines(
      'ID;Reference;"New client";Delivery;Customer;Total;Payment;Status;Date',
      '1;XKBKNABJK;1;France;"A. EXEMPLE";"61,80";Chèque;"Paiement accepté";"2024-05-14 10:00:00"',
      '2;OHSATSERP;0;France;"B. EXEMPLE";"69,90";Chèque;Annulé;"2024-05-15 10:00:00"',
    ),
    'prestashop',
    [
      ['purchase', null, null, 61.8],
      ['cancel', null, null, 69.9],
    ],
    2,
  ],
  [
    'unified_payments.csv',
    lines(
      'id,Created (UTC),Amount,Amount Refunded,Currency,Captured,Description,Customer ID,Customer Email,Status',
      'ch_1,2024-05-14 10:00,100.00,30.00,eur,true,Subscription,cus_1,ada@example.org,Paid',
      'ch_2,2024-05-15 10:00,50.00,0.00,eur,false,Subscription,cus_2,bea@example.org,Failed',
    ),
    'stripe',
    [
      ['purchase', null, null, 70],
      ['cancel', null, null, 50],
    ],
    2,
  ],
  [
    'items-2024-05-14.csv',
    lines(
      'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Event Type,Location,Customer ID,Customer Name',
      '2024-05-14,10:15:00,Eastern Time (US & Canada),Drinks,Coffee,1.0,Regular,COF,,$4.00,-$1.00,$3.00,$0.00,T1,P1,Payment,Main,CUST1,Ada Example',
      '2024-05-14,10:15:00,Eastern Time (US & Canada),Drinks,Coffee,1.0,Regular,COF,,$4.00,-$1.00,$3.00,$0.00,T1,P1,Payment,Main,CUST1,Ada Example',
      '2024-05-15,11:00:00,Eastern Time (US & Canada),Drinks,Tea,1.0,Regular,TEA,,$3.00,$0.00,$3.00,$0.00,T2,P2,Payment,Main,,',
    ),
    'square',
    [
      ['purchase', 'COF', 1, 3],
      ['purchase', 'COF', 1, 3],
    ],
    1,
  ],
  [
    'squarespace-orders.csv',
    lines(
      'Order ID,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku',
      '00001,ada@example.org,PAID,2024-05-14 10:00:00 +0000,PENDING,EUR,30.00,0,0,10.00,30.00,,0.00,2024-05-14 10:00:00 +0000,1,Cup,10.00,CUP',
      '00001,,,,,,,,,,,,,,2,Glass,10.00,GL',
    ),
    'squarespace',
    [
      ['purchase', 'CUP', 1, 6.67],
      ['purchase', 'GL', 2, 13.33],
    ],
    1,
  ],
  [
    'matomo.json',
    JSON.stringify([
      {
        ...{
          idVisit: '7',
          visitorId: 'a1b2',
          userId: null,
          visitIp: '203.0.113.9',
          referrerType: 'search',
          country: 'Germany',
        },
        actionDetails: [
          { type: 'action', url: 'https://shop.example/cup', pageTitle: 'Cup', timestamp: 1715680800 },
          { type: 'ecommerceOrder', orderId: 'o1', revenue: 12.5, timestamp: 1715680900 },
        ],
      },
    ]),
    'matomo',
    [
      ['view', 'https://shop.example/cup', null, null],
      ['purchase', null, null, 12.5],
    ],
    1,
  ],
  [
    'hit_data.tsv',
    lines(
      'hit_time_gmt\thitid_high\thitid_low\tpost_visid_high\tpost_visid_low\tpost_pagename\tpost_product_list\tvisit_num\tgeo_country',
      '1715680800\t10\t20\t3101\t4101\tHome\t\t1\tdeu',
      '1715680810\t10\t21\t3101\t4101\tCup\t;CUP;1;10\t1\tdeu',
    ),
    'adobe',
    [
      ['view', 'Home', null, null],
      ['view', ';CUP;1;10', null, null],
    ],
    1,
  ],
  [
    '有赞订单.csv',
    lines(
      '订单号,订单状态,订单创建时间,买家付款时间,商品金额合计,订单实付金额,全部商品名称,商品种类数,收货人/提货人,收货人手机号/提货人手机号,买家昵称,买家手机号,订单来源,订单已退款金额',
      'E1,交易完成,2024-05-14 09:59:00,2024-05-14 10:00:00,100.00,90.00,示例杯,1,示例甲,13800001111,甲,13800001111,小程序,20.00',
      'E2,交易关闭,2024-05-15 09:59:00,2024-05-15 10:00:00,50.00,50.00,示例盘,1,示例乙,13900002222,乙,13900002222,小程序,0.00',
    ),
    'youzan',
    [
      ['purchase', null, 1, 70],
      ['cancel', null, 1, 50],
    ],
    2,
  ],
  [
    '京东订单.csv',
    lines(
      '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,付款确认时间',
      'J1,1001,示例杯,1,在线支付,2024-05-14 10:00:00,30.00,50.00,50.00,0,40.00,完成,SOP,jd_a,示例甲,示例地址,138****1111,2024-05-14 10:01:00',
      'J1,1002,示例盘,2,在线支付,2024-05-14 10:00:00,10.00,50.00,50.00,0,40.00,完成,SOP,jd_a,示例甲,示例地址,138****1111,2024-05-14 10:01:00',
      'J2,1002,示例盘,1,在线支付,2024-05-15 10:00:00,10.00,10.00,10.00,0,10.00,已取消,SOP,jd_b,示例乙,示例地址,139****2222,',
    ),
    'jd',
    [
      ['purchase', '1001', 1, 24],
      ['purchase', '1002', 2, 16],
      ['cancel', '1002', 1, 10],
    ],
    2,
  ],
  [
    '拼多多订单.csv',
    lines(
      '商品,订单号,订单状态,商品总价(元),店铺优惠折扣(元),平台优惠折扣(元),邮费(元),用户实付金额(元),商家实收金额(元),商品数量(件),收货人,手机,支付时间,商品id,商品规格,售后状态',
      '示例杯,\t240514-1,已收货,30.00,2.00,1.00,0.00,27.00,28.00,1,示例甲,13800001111,2024-05-14 10:00:00,\t5001,白,无售后或售后取消',
      '示例盘,\t240515-2,"已发货，退款成功",10.00,0.00,0.00,0.00,10.00,10.00,1,示例乙,13900002222,2024-05-15 10:00:00,\t5002,白,退款成功',
    ),
    'pinduoduo',
    [
      ['purchase', '5001', 1, 27],
      ['return', '5002', 1, 10],
    ],
    2,
  ],
  [
    '抖店订单.csv',
    lines(
      '主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,运费,收件人,收件人手机号,订单提交时间,支付完成时间,订单完成时间,订单状态,售后状态',
      '\t6901,\t6901,示例杯,白,1,\t3501,CUP,29.90,29.90,0.00,示例甲,13800001111,2024-05-14 09:59:00,2024-05-14 10:00:00,2024-05-20 10:00:00,已完成,-',
      '\t6902,\t6902,示例杯,白,1,\t3501,CUP,29.90,29.90,0.00,示例乙,13900002222,2024-05-15 09:59:00,2024-05-15 10:00:00,,已关闭,退款成功',
    ),
    'doudian',
    [
      ['purchase', '3501', 1, 29.9],
      ['return', '3501', 1, 29.9],
    ],
    2,
  ],
  [
    'ExportOrderList.csv',
    lines(
      '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,宝贝总数量,订单关闭原因',
      '="2401",甲,a@example.org,90.00,0.00,90.00,80.00,交易成功,示例甲,示例路1号,\'13800001111,2024-05-14 09:59:00,2024-05-14 10:00:00,示例杯,1,2,订单未关闭',
      '="2402",乙,b@example.org,50.00,0.00,50.00,0.00,交易关闭,示例乙,示例路2号,\'13900002222,2024-05-15 09:59:00,,示例盘,1,1,买家未付款',
    ),
    'taobao-orders',
    [
      ['purchase', '示例杯', 2, 80],
      ['cancel', '示例盘', 1, 0],
    ],
    2,
  ],
  [
    'bigcommerce-orders.csv',
    lines(
      'Order ID,Customer ID,Customer Name,Customer Email,Order Date,Order Status,Subtotal (inc tax),Order Total (inc tax),Order Currency Code,Total Quantity',
      '101,11,Ada Example,ada@example.org,14/05/2024,Completed,50.00,55.00,EUR,2',
      '102,12,Bea Sample,bea@example.org,15/05/2024,Cancelled,20.00,25.00,EUR,1',
    ),
    null,
    [
      ['purchase', null, 2, 55],
      ['cancel', null, 1, 25],
    ],
    2,
  ],
  [
    'opencart-orders.csv',
    lines(
      'order_id,customer_id,email,date_added,order_status,product_id,name,model,quantity,price,total,currency_code',
      '1,11,ada@example.org,2024-05-14 10:00:00,Complete,50,Cup,CUP,2,10.00,20.00,EUR',
      '2,12,bea@example.org,2024-05-15 10:00:00,Voided,51,Pan,PAN,1,30.00,30.00,EUR',
    ),
    null,
    [
      ['purchase', '50', 2, 20],
      ['cancel', '51', 1, 30],
    ],
    2,
  ],
  [
    'snowplow.tsv',
    lines(
      'app_id\tplatform\tcollector_tstamp\tevent\tevent_id\tuser_id\tdomain_userid\tdomain_sessionid\tevent_name\tpage_url',
      'shop\tweb\t2024-05-14 10:00:00.123\tpage_view\te-1\tu1\td-1\ts-1\tpage_view\thttps://shop.example/',
      'shop\tweb\t2024-05-14 10:00:00.123\tpage_view\te-2\tu1\td-1\ts-1\tpage_view\thttps://shop.example/',
    ),
    null,
    [
      ['page_view', null, null, null],
      ['page_view', null, null, null],
    ],
    1,
  ],
];

describe('a documented export', () => {
  it.each(shapes)('is imported without a mapping: %s', async (name, content, preset, events, users) => {
    const workspace = testWorkspace();
    const result = await importFiles(workspace, [fileWith(workspace, content, name)]);
    expect(result.files[0]?.preset).toBe(preset);
    const columns = 'time, action, item, quantity, round(amount, 2)';
    const byTime = namedEvents(workspace, columns).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    expect(byTime.map(([, ...event]) => event)).toEqual(events);
    expect(result.users).toBe(users);
    const bought = events.reduce((sum, [action, , , amount]) => sum + (action === 'purchase' ? Number(amount) : 0), 0);
    expect(readMeasures(workspace.db).monetary.reduce((sum, money) => sum + money, 0)).toBeCloseTo(bought, 1);
    const clear = workspace.db.prepare<[], string>('SELECT name FROM users').pluck().all();
    expect(clear.filter((user) => /@|Example|Sample|示例|^\+?\d{11}/.test(user))).toEqual([]);
  });

  it('without a buyer is refused with what is missing: Amazon’s report of all orders', async () => {
    const workspace = testWorkspace();
    const content = lines(
      'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\tasin\tquantity\tcurrency\titem-price',
      '303-1\t\t2024-05-14T10:00:00+00:00\t2024-05-15T10:00:00+00:00\tShipped\tAmazon.de\tCup\tCUP\tB001\t1\tEUR\t10.00',
    );
    await expect(importFiles(workspace, [fileWith(workspace, content, 'all-orders.txt')])).rejects.toMatchObject({
      code: 'MAPPING_INCOMPLETE',
      details: { missing: ['user'] },
    });
  });
});
