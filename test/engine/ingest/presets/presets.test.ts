import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presets } from '../../../../electron/engine/ingest/detect/presets.ts';
import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { importFiles, namedEvents } from '../import-helpers.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/presets');

/** Imports files of a folder together; `seen` holds the detected preset, the kind and the rejected rows of each. */
async function importFolder(folder: string, names: readonly string[] = readdirSync(join(FIXTURES, folder))) {
  const workspace = testWorkspace();
  const result = await importFiles(
    workspace,
    names.map((name) => join(FIXTURES, folder, name)),
  );
  const seen = result.files.map(({ kind, preset, rejected }) => [preset, kind, rejected]);
  return { workspace, result, seen };
}

const items = (workspace: OpenWorkspace) =>
  workspace.db
    .prepare('SELECT i.name, i.title, c.name FROM items i LEFT JOIN categories c ON c.id = i.category ORDER BY 1')
    .raw()
    .all();

const attributes = (workspace: OpenWorkspace) =>
  workspace.db
    .prepare(
      `SELECT n.name, a.name, u.value FROM user_attributes u JOIN users n ON n.id = u.user
       JOIN attributes a ON a.id = u.attribute ORDER BY 1, 2`,
    )
    .raw()
    .all();

describe('the preset', () => {
  it('Taobao is recognised by its cells, and its actions are renamed', async () => {
    const { workspace, seen } = await importFolder('taobao');
    expect(seen).toEqual([['taobao', 'events', 0]]);
    expect(namedEvents(workspace, 'user, time, action, item, category')).toEqual([
      ['1', '2017-11-24T17:21:10.000Z', 'view', '2268318', '2520377'],
      ['1', '2017-11-24T22:15:33.000Z', 'view', '2333346', '2520771'],
      ['1', '2017-11-25T01:21:25.000Z', 'cart', '2576651', '149192'],
      ['100', '2017-11-25T09:11:36.000Z', 'favourite', '4098232', '3339268'],
      ['100', '2017-11-25T09:50:50.000Z', 'purchase', '4098232', '3339268'],
    ]);
  });

  it('REES46 uses the category’s id if it has no name', async () => {
    const { workspace, seen } = await importFolder('rees46');
    expect(seen).toEqual([['rees46', 'events', 0]]);
    expect(namedEvents(workspace, 'action, item, category, price')).toEqual([
      ['view', '1003461', 'electronics.smartphone', 489.07],
      ['cart', '5000088', 'appliances.sewing_machine', 293.65],
      ['purchase', '17302664', '2053013553853497655', 28.31],
    ]);
  });

  it('RetailRocket uses the latest category of an item’s properties, and drops the others', async () => {
    const { workspace, result, seen } = await importFolder('retailrocket');
    expect(seen).toEqual([
      ['retailrocket', 'lookup', 0],
      ['retailrocket', 'events', 0],
      ['retailrocket', 'items', 0],
    ]);
    expect(namedEvents(workspace, 'user, time, action, item, category, order_id')).toEqual([
      ['257597', '2015-06-02T05:02:12.117Z', 'view', '355908', '1173', null],
      ['599528', '2015-06-02T05:17:56.276Z', 'purchase', '356475', null, '4000'],
      ['992329', '2015-06-02T05:50:14.164Z', 'cart', '248676', null, null],
    ]);
    expect(result.files[2]).toMatchObject({
      metadataRows: 3,
      dropped: 2,
      steps: [{ step: 'filter', rows: 2, leavesOut: true }],
    });
  });

  it('Olist joins orders, customers and translations, and keeps equal items of an order', async () => {
    const { workspace, result } = await importFolder('olist');
    expect(result).toMatchObject({ rows: 13, events: 4, rejected: 0, duplicates: 0, metadataRows: 9 });
    expect(result.files.every(({ preset }) => preset === 'olist')).toBe(true);
    expect(namedEvents(workspace, 'user, time, action, category, amount, rating, currency')).toEqual([
      ['7c396fd4830fd04220f754e42b4e5bff', '2017-10-02T10:56:33.000Z', 'purchase', 'housewares', 29.99, null, 'BRL'],
      ['7c396fd4830fd04220f754e42b4e5bff', '2017-10-02T10:56:33.000Z', 'purchase', 'housewares', 29.99, null, 'BRL'],
      ['7c396fd4830fd04220f754e42b4e5bff', '2017-10-12T03:43:48.000Z', 'review', null, null, 4, null],
      ['af07308b275d755c9edb36a90c618231', '2018-07-24T20:41:37.000Z', 'cancel', 'perfumaria', 118.7, null, 'BRL'],
    ]);
    expect(attributes(workspace)).toContainEqual(['af07308b275d755c9edb36a90c618231', 'customer_state', 'BA']);
  });

  it('Olist requires its files together', async () => {
    await expect(importFolder('olist', ['olist_order_items_dataset.csv'])).rejects.toMatchObject({
      code: 'LOOKUP_MISSING',
      details: { lookup: 'orders' },
    });
  });

  it('Online Retail recognises cancellations and returns, keeps their sign, and drops sales without a customer', async () => {
    const { workspace, result } = await importFolder('online-retail', ['OnlineRetail.csv']);
    expect(result).toMatchObject({ rows: 4, events: 3, dropped: 1, rejected: 0 });
    expect(namedEvents(workspace, 'user, action, quantity, amount, order_id')).toEqual([
      ['14527', 'cancel', -1, -27.5, 'C536379'],
      ['17850', 'purchase', 6, expect.closeTo(15.3), '536365'],
      ['17850', 'return', -2, -25.5, '580729'],
    ]);
    const second = await importFolder('online-retail', ['online_retail_II.csv']);
    expect(namedEvents(second.workspace, 'user, action, quantity')).toEqual([
      ['13085.0', 'purchase', 12],
      ['16321.0', 'cancel', -12],
    ]);
  });

  it('MovieLens reads ratings, titles and tags', async () => {
    const { workspace, seen } = await importFolder('movielens');
    expect(seen).toEqual([
      ['movielens', 'lookup', 0],
      ['movielens', 'items', 0],
      ['movielens', 'events', 0],
      ['movielens', 'events', 0],
    ]);
    expect(namedEvents(workspace, 'user, action, title, rating, text')).toEqual([
      ['1', 'rate', 'Grumpier Old Men (1995)', 4, null],
      ['1', 'rate', 'Toy Story (1995)', 4, null],
      ['2', 'rate', null, 3, null],
      ['2', 'tag', null, null, 'funny'],
    ]);
  });

  it('MovieLens 100K has no headers, and MovieLens 1M two colons between cells', async () => {
    const first = await importFolder('ml-100k');
    expect(first.seen).toEqual([
      ['movielens', 'events', 0],
      ['movielens', 'items', 0],
      ['movielens', 'users', 0],
    ]);
    expect(namedEvents(first.workspace, 'user, title, rating')).toContainEqual(['196', 'Kolya (1996)', 3]);
    expect(attributes(first.workspace)).toContainEqual(['22', 'occupation', 'writer']);
    const second = await importFolder('ml-1m');
    expect(second.seen).toEqual([
      ['movielens', 'items', 0],
      ['movielens', 'events', 0],
      ['movielens', 'users', 0],
    ]);
    expect(namedEvents(second.workspace, 'user, title, rating')).toContainEqual([
      '1',
      'James and the Giant Peach (1996)',
      3,
    ]);
    expect(items(second.workspace)).toContainEqual([
      '260',
      'Star Wars: Episode IV - A New Hope (1977)',
      'Action|Adventure|Fantasy|Sci-Fi',
    ]);
  });

  it('RecBole is recognised by its typed header', async () => {
    const { workspace, seen } = await importFolder('recbole');
    expect(seen).toEqual([
      ['recbole', 'events', 0],
      ['recbole', 'items', 0],
      ['recbole', 'users', 0],
    ]);
    expect(namedEvents(workspace, 'user, title, category, rating')).toEqual([
      ['186', null, null, 3],
      ['196', 'Kolya', 'Comedy', 3],
    ]);
    expect(attributes(workspace)).toContainEqual(['196', 'occupation', 'writer']);
  });

  it('CDNOW is recognised with and without a header', async () => {
    const { workspace, seen } = await importFolder('cdnow');
    expect(seen).toEqual([
      ['cdnow', 'events', 0],
      ['cdnow', 'events', 0],
    ]);
    expect(namedEvents(workspace, 'user, quantity, amount')).toEqual([
      ['00001', 1, 11.77],
      ['00002', 1, 12],
      ['00002', 5, 77],
      ['00004', 2, 29.33],
      ['00004', 2, 29.73],
    ]);
  });

  it('Shopify applies an order’s fields to all its lines, and recognises refunds and cancellations', async () => {
    const { workspace, result, seen } = await importFolder('shopify');
    expect(seen).toEqual([
      ['shopify', 'users', 0],
      ['shopify', 'events', 0],
    ]);
    expect(result).toMatchObject({ events: 5, users: 3 });
    const columns = 'time, action, title, quantity, amount, discount, currency, order_id, channel';
    expect(namedEvents(workspace, columns)).toEqual(
      expect.arrayContaining([
        ['2025-10-07T07:50:26.000Z', 'purchase', 'Masque', 3, expect.closeTo(94.7), 10, 'EUR', '#1001', 'web'],
        ['2025-10-07T07:50:26.000Z', 'purchase', 'Savon, doux', 1, 5, 0, 'EUR', '#1001', 'web'],
        ['2025-10-08T08:00:00.000Z', 'return', 'Masque', 1, 34.9, 0, 'EUR', '#1002', 'web'],
        ['2025-10-09T09:00:00.000Z', 'cancel', 'Masque', 2, 69.8, 0, 'EUR', '#1003', 'pos'],
        ['2025-10-09T09:00:00.000Z', 'cancel', 'Savon, doux', 1, 5, 0, 'EUR', '#1003', 'pos'],
      ]),
    );
  });

  it('WooCommerce reads its order report and one row per item', async () => {
    const first = await importFolder('woocommerce', ['wc-orders-report-export.csv']);
    // Customers are names: their hashes are in another order in each workspace.
    const orders = namedEvents(first.workspace, 'order_id, action, quantity, amount, channel').sort();
    expect(orders).toEqual([
      ['1201', 'purchase', 3, 45, 'Organic: Google'],
      ['1202', 'return', 1, 18, 'Direct'],
      ['1203', 'cancel', 1, 18, 'Direct'],
    ]);
    const second = await importFolder('woocommerce', ['orders-export.csv']);
    expect(second.seen).toEqual([['woocommerce', 'events', 0]]);
    expect(namedEvents(second.workspace, 'item, title, quantity, amount, currency')).toEqual([
      ['12', 'Beanie', 2, 30, 'USD'],
      ['14', 'Cap', 1, 15, 'USD'],
    ]);
  });

  it('PayPal reads its activity in any language, without transfers to the bank', async () => {
    const english = await importFolder('paypal', ['Download-en.csv']);
    expect(english.seen).toEqual([['paypal', 'events', 0]]);
    expect(namedEvents(english.workspace, 'time, action, item, title, amount, currency, order_id')).toEqual([
      ['2024-05-01T10:00:05.000Z', 'purchase', 'C1', 'Cup', 1250, 'USD', '9AB1'],
      ['2024-05-13T22:00:05.000Z', 'return', 'C1', 'Cup', -1250, 'USD', '9AB2'],
    ]);
    const german = await importFolder('paypal', ['Download-de.csv']);
    expect(german.seen).toEqual([['paypal', 'events', 0]]);
    expect(namedEvents(german.workspace, 'time, amount, quantity').sort()).toEqual([
      ['2024-05-01T10:00:05.000Z', 1250, 1],
      ['2024-05-13T22:00:05.000Z', 12.5, 2],
    ]);
  });

  it('Google Analytics 4 reads one row per item, with the parameters of its event', async () => {
    const { workspace, seen } = await importFolder('ga4');
    expect(seen).toEqual([['ga4', 'events', 0]]);
    const columns = 'user, time, action, item, brand, amount, currency, order_id, session, text, channel';
    expect(namedEvents(workspace, columns)).toEqual([
      ['u1', '2021-01-31T05:05:10.766Z', 'page_view', null, null, null, null, null, '661084800', null, 'organic'],
      ...[
        [
          'u1',
          '2021-01-31T05:05:20.766Z',
          'search',
          ...[null, null, null, null, null],
          '661084800',
          'water bottle',
          'organic',
        ],
      ],
      ...[
        [
          'u1',
          '2021-01-31T05:05:30.766Z',
          'purchase',
          'GGOEGDHQ014899',
          null,
          40,
          'USD',
          'T12345',
          '661084800',
          null,
          'organic',
        ],
        [
          'u1',
          '2021-01-31T05:05:30.766Z',
          'purchase',
          'GGOEGAAX',
          'Google',
          22.5,
          'USD',
          'T12345',
          '661084800',
          null,
          'organic',
        ],
      ],
    ]);
    expect(attributes(workspace)).toContainEqual(['u1', 'geo.country', 'Germany']);
    expect(items(workspace)).toEqual([
      ['GGOEGAAX', 'Google Tee', "Apparel > Men's"],
      ['GGOEGDHQ014899', 'Google Water Bottle', 'Drinkware'],
    ]);
  });

  it('Segment reads track and identify calls, from JSON and from a warehouse', async () => {
    const first = await importFolder('segment', ['events.json']);
    expect(first.seen).toEqual([['segment', 'events', 0]]);
    expect(namedEvents(first.workspace, 'user, action, item, price, quantity, order_id, channel, campaign')).toEqual([
      ['u1', 'view', 'p1', 19.5, null, null, 'email', 'spring'],
      ['u1', 'identify', null, null, null, null, null, null],
      ['u1', 'purchase', 'p1', 19.5, 1, 'o1', null, null],
      ['u1', 'purchase', 'p2', 4, 2, 'o1', null, null],
    ]);
    expect(attributes(first.workspace)).toEqual([['u1', 'traits.plan', 'gold']]);
    const second = await importFolder('segment', ['product_viewed.csv', 'identifies.csv']);
    expect(second.seen).toEqual([
      ['segment', 'events', 0],
      ['segment', 'identities', 0],
    ]);
    expect(namedEvents(second.workspace, 'user, action, item, brand, price, channel')).toEqual([
      ['u1', 'view', 'p1', 'Acme', 19.5, 'email'],
    ]);
  });

  it('RudderStack is distinguished from Segment', async () => {
    const { workspace, seen } = await importFolder('rudderstack');
    expect(seen).toEqual([
      ['rudderstack', 'events', 0],
      ['rudderstack', 'events', 0],
    ]);
    expect(namedEvents(workspace, 'user, action, item, amount, session')).toEqual(
      expect.arrayContaining([
        ['u1', 'cart', 'p1', 19.5, '1714557600'],
        ['u1', 'purchase', null, 23.5, '1714557600'],
      ]),
    );
  });

  it('PostHog reads properties from JSON and from JSON inside a CSV alike', async () => {
    for (const file of ['events.csv', 'events.jsonl']) {
      const { workspace, seen } = await importFolder('posthog', [file]);
      expect(seen).toEqual([['posthog', 'events', 0]]);
      expect(namedEvents(workspace, 'user, time, action, item, price, quantity, session, channel')).toEqual([
        ['u1', '2024-05-01T10:00:00.123Z', 'view', null, null, null, 's1', 'email'],
        ['u1', '2024-05-01T10:01:00.000Z', '$identify', null, null, null, 's1', null],
        ['u1', '2024-05-01T10:02:00.000Z', 'purchase', 'sku-9', 12.5, 2, 's1', null],
      ]);
    }
  });

  it('Mixpanel and Amplitude assign events of a device to its later user', async () => {
    const first = await importFolder('mixpanel');
    expect(first.seen).toEqual([['mixpanel', 'events', 0]]);
    expect(namedEvents(first.workspace, 'user, time, action, item, amount, channel')).toEqual([
      ['u1', '2020-10-13T17:48:31.000Z', 'Viewed Product', 'p1', null, 'email'],
      ['u1', '2020-10-13T17:50:00.000Z', 'Purchase', 'p1', 10, null],
    ]);
    const second = await importFolder('amplitude');
    expect(second.seen).toEqual([['amplitude', 'events', 0]]);
    expect(namedEvents(second.workspace, 'user, time, action, item, amount, session')).toEqual([
      ['u1', '2024-05-01T10:00:00.123Z', 'View Product', 'p1', null, '1714557600000'],
      ['u1', '2024-05-01T10:05:00.000Z', 'Purchase', 'p1', 10, '1714557600000'],
    ]);
    expect(attributes(second.workspace)).toContainEqual(['u1', 'user_properties.plan', 'gold']);
  });

  it('each has a test', () => {
    const named = new Set(readdirSync(FIXTURES).map((name) => (name.startsWith('ml-') ? 'movielens' : name)));
    // A few rows of the other shops and tools are in a file of documented shapes.
    const shapes = readFileSync(join(import.meta.dirname, 'shapes.test.ts'), 'utf8');
    const others = presets.map(({ name }) => name).filter((name) => !named.has(name) && !shapes.includes(`'${name}'`));
    expect(others).toEqual(['sequences', 'sample']);
  });
});
