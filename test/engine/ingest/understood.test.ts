import { describe, expect, it } from 'vitest';
import { testWorkspace } from '../../support/shop.ts';
import { fileWith, importFiles, namedEvents, queryScalar } from './import-helpers.ts';

const csv = (header: string, ...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

describe('without a preset', () => {
  it('a purchase with a negative quantity or amount is a return, which keeps its sign', async () => {
    const workspace = testWorkspace();
    const rows = ['a,2024-05-01 10:00,i1,2,5,10', 'a,2024-05-02 10:00,i1,-1,5,-5', 'b,2024-05-02 11:00,i1,,,-7'];
    await importFiles(workspace, [fileWith(workspace, csv('user,time,sku,quantity,unit_price,amount', ...rows))]);
    expect(namedEvents(workspace, 'action, quantity, amount')).toEqual([
      ['purchase', 2, 10],
      ['return', -1, -5],
      ['return', null, -7],
    ]);
    expect(queryScalar(workspace, 'SELECT sum(amount) FROM events')).toBe(-2);
  });

  it('no other action becomes a return', async () => {
    const workspace = testWorkspace();
    const rows = ['a,2024-05-01 10:00,remove_from_cart,-1', 'a,2024-05-01 10:01,Order Completed,-1'];
    await importFiles(workspace, [fileWith(workspace, csv('user,time,event,quantity', ...rows))]);
    expect(namedEvents(workspace, 'action')).toEqual([['remove_from_cart'], ['return']]);
  });

  it('the amount of a row is price times quantity minus the discount', async () => {
    const workspace = testWorkspace();
    const rows = [
      'a,2024-05-01 10:00,3,10,5,CNY,o1',
      'a,2024-05-01 11:00,,10,2,CNY,o2',
      'a,2024-05-01 12:00,2,10,,CNY,o3',
    ];
    const header = '用户ID,下单时间,数量,单价,优惠金额,币种,订单号';
    await importFiles(workspace, [fileWith(workspace, csv(header, ...rows), '订单.csv')]);
    expect(namedEvents(workspace, 'action, amount, currency, order_id')).toEqual([
      ['purchase', 25, 'CNY', 'o1'],
      ['purchase', 8, 'CNY', 'o2'],
      ['purchase', 20, 'CNY', 'o3'],
    ]);
  });

  it('files of one action each have it from their names', async () => {
    const workspace = testWorkspace();
    const files = ['view.csv', 'carts_2024.csv', '收藏.csv', 'orders.csv'].map((name, i) =>
      fileWith(workspace, csv('user_id,time,item_id', `u,2024-05-01 10:0${i}:00,i1`), name),
    );
    await importFiles(workspace, files);
    expect(namedEvents(workspace, 'action').flat()).toEqual(['view', 'cart', 'favourite', 'purchase']);
  });

  it('searches and reviews have a text, visits a channel and a campaign', async () => {
    const workspace = testWorkspace();
    const searches = csv('uid,timestamp,search_query,utm_medium,utm_campaign', 'u,1714557600,red shoes,cpc,spring');
    const reviews = csv('reviewerID,asin,overall,reviewText,unixReviewTime', 'u,i1,4,"Good, mostly",1714557700');
    const files = [fileWith(workspace, searches, 'searches.csv'), fileWith(workspace, reviews, 'reviews.csv')];
    await importFiles(workspace, files);
    expect(namedEvents(workspace, 'action, item, rating, text, channel, campaign')).toEqual([
      ['search', null, null, 'red shoes', 'cpc', 'spring'],
      ['review', 'i1', 4, 'Good, mostly', null, null],
    ]);
  });

  it('a column may contain JSON', async () => {
    const workspace = testWorkspace();
    const rows = [
      'a,2024-05-01 10:00,"{""sku"": ""i1"", ""n/m"": 2}"',
      'a,2024-05-01 11:00,{broken',
      'a,2024-05-01 12:00,',
    ];
    const file = fileWith(workspace, csv('user,time,data', ...rows));
    await importFiles(workspace, [
      { file, mapping: "user=user,time=time,action='view',item=data.sku,quantity=data.n/m" },
    ]);
    expect(namedEvents(workspace, 'item, quantity')).toEqual([
      ['i1', 2],
      [null, null],
      [null, null],
    ]);
  });
});
