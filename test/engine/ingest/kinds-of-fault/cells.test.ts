import { describe, expect, it } from 'vitest';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { sharedFault } from '../../../support/faults.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, queryScalar, rejectedLines } from '../import-helpers.ts';

const csv = (...rows: string[]) => `${rows.join('\n')}\n`;
const HEADER = 'user_id;event_time;event_type;product_id';

/** Imports a file and returns columns of its events, ordered by user and time. */
async function read(content: string, columns: string, options: Partial<ImportFile> = {}) {
  const workspace = testWorkspace();
  await importFiles(workspace, [{ file: fileWith(workspace, content), ...options }]);
  return namedEvents(workspace, columns);
}

const prices = (cells: readonly string[], options: Partial<ImportFile> = {}) => {
  const rows = cells.map((cell, i) => `u${100_000 + i};2024-05-01 10:00:00;purchase;a;"${cell}"`);
  return read(csv(`${HEADER};price`, ...rows), 'price', options).then((rows) => rows.flat());
};

describe('the decimal sign is determined from the whole column', () => {
  it('of cells that could be read either way', async () => {
    expect(await prices(['12,50', '1.249', '0,500'])).toEqual([12.5, 1249, 0.5]);
    expect(await prices(['12.50', '1,249', '0.500'])).toEqual([12.5, 1249, 0.5]);
  });

  it('wherever the unambiguous cell is', async () => {
    const many = [
      ...Array.from({ length: 6000 }, () => '1.5'),
      '1.249,00',
      '12,5',
      '3,5',
      ...Array.from({ length: 7000 }, () => '2,5'),
    ];
    const read = await prices([...many, '1.249']);
    expect(read.at(-1)).toBe(1249);
    expect(read[0]).toBe(1.5);
  });

  it('unless it is given', async () => {
    expect(await prices(['1.249', '2.500'])).toEqual([1.249, 2.5]);
    expect(await prices(['1.249', '2.500'], { decimal: 'comma' })).toEqual([1249, 2500]);
  });

  it('and money is read in every common notation', async () => {
    const forms = {
      ...{ '12,50': 12.5, '1.249,00': 1249, '1\u00a0249,00 €': 1249, "1'249.00": 1249, 'R$ 12,50': 12.5, '₹499': 499 },
      ...{ 'CHF 99.00': 99, '(3.00)': -3, '3.00-': -3, '-$5.25': -5.25, '($1,234.50)': -1234.5, '1,24,999.00': 124999 },
      ...{
        '99:-': 99,
        '12.– Fr.': 12,
        'Rs. 499/-': 499,
        '１２．５': 12.5,
        '−3': -3,
        '12 kr': 12,
        'EUR 1.249,00': 1249,
        '499元': 499,
      },
    };
    expect(await prices(Object.keys(forms))).toEqual(Object.values(forms));
  });
});

describe('the kind of a discount is determined from the whole column', () => {
  const amounts = (discounts: readonly string[], name = 'discount', options: Partial<ImportFile> = {}) => {
    const rows = discounts.map((discount, i) => `${i},C${i},2024-05-01 10:00:00,a,100,1,${discount}`);
    return read(
      csv(`order_id,customer_id,order_date,product_id,price,quantity,${name}`, ...rows),
      'amount, discount',
      options,
    );
  };
  it('by its values or its name', async () => {
    expect(await amounts(['0.2', '0.5', '0'])).toEqual([
      [80, 20],
      [50, 50],
      [100, 0],
    ]);
    expect(await amounts(['20%', '5%'])).toEqual([
      [80, 20],
      [95, 5],
    ]);
    expect(await amounts(['20', '5'], 'discount_percent')).toEqual([
      [80, 20],
      [95, 5],
    ]);
    expect(await amounts(['20', '5.5'])).toEqual([
      [80, 20],
      [94.5, 5.5],
    ]);
  });

  it('and no amount is computed if it may be the share to pay', async () => {
    expect((await amounts(['0.85', '0.9'], '折扣'))[0]?.[1]).toBeNull();
    expect(await amounts(['0.85', '0.9'], '折扣', { discount: 'share' })).toEqual(
      [
        [15, 85],
        [10, 90],
      ].map(([a, d]) => [expect.closeTo(a!), d]),
    );
  });
});

describe('a cell has a normal form', () => {
  it('without white space at its edges and text marks of spreadsheets', async () => {
    const ids = ['u1', '\tu1', "'u1", '"=""u1"""', '\u00a0u1', 'u1\u3000', '\u2003u1', '"\'u1"', '\u202fu1\u00a0'];
    const rows = ids.map((id, i) => `${id};2024-05-01 1${i}:00:00;view;a`);
    const users = (await read(csv(HEADER, ...rows), 'user')).flat();
    expect(users).toEqual(ids.map(() => 'u1'));
  });

  it('but with an apostrophe that belongs to a name', async () => {
    const rows = ["u1,2024-05-01 10:00:00,view,a,'Til Tuesday", "u2,2024-05-01 10:00:00,view,b,rock 'n' roll"];
    expect(await read(csv('user_id,event_time,event_type,product_id,brand', ...rows), 'brand')).toEqual([
      ["'Til Tuesday"],
      ["rock 'n' roll"],
    ]);
  });

  it('and placeholders are not users or items, but may be brands', async () => {
    const workspace = testWorkspace();
    const rows = ['NA,a,None', 'N/A,a,x', 'u1,#N/A,None', 'u2,-,N/A', 'nan,b,y', '未知,c,z', 'Nat,d,q'];
    const content = csv(
      'user_id,product_id,brand,event_time',
      ...rows.map((row, i) => `${row},2024-05-01 1${i}:00:00`),
    );
    await importFiles(workspace, [fileWith(workspace, content)]);
    expect(rejectedLines(workspace)).toEqual([2, 3, 6, 7].map((line) => `${line}: user is missing`));
    expect(namedEvents(workspace, 'user, item, brand')).toEqual([
      ['Nat', 'd', 'q'],
      ['u1', null, 'None'],
      ['u2', null, 'N/A'],
    ]);
  });

  it('unless the request says otherwise', async () => {
    const content = csv('user_id,event_time,brand', 'NA,2024-05-01 10:00:00,None');
    expect(await read(content, 'user, brand', { nothing: { user: 'keep', brand: 'missing' } })).toEqual([['NA', null]]);
  });

  it('and numbers that are not finite are missing values', async () => {
    const row = (user: string, price: string) =>
      `{"user_id":"${user}","event_time":"2024-05-01T10:00:00Z","event":"view","product_id":"a","price":${price}}`;
    const workspace = testWorkspace();
    const content = csv(row('u1', 'NaN'), row('u2', '3'), row('u3', '-Infinity'));
    await importFiles(workspace, [fileWith(workspace, content, 'export.ndjson')]);
    expect(namedEvents(workspace, 'user, price')).toEqual([
      ['u1', null],
      ['u2', 3],
      ['u3', null],
    ]);
  });
});

describe('the session −1 of Amplitude', () => {
  it('is none: its events are in sessions by idle time, beside the named ones', async () => {
    const workspace = testWorkspace();
    const event = (time: string, session: number) =>
      JSON.stringify({
        event_type: 'push',
        event_time: time,
        user_id: 'u1',
        device_id: 'd1',
        amplitude_id: 5,
        session_id: session,
      });
    const events = [
      event('2024-05-01 10:00:00', -1),
      event('2024-05-01 10:05:00', -1),
      event('2024-05-01 10:06:00', 77),
      event('2024-05-03 10:00:00', -1),
      event('2024-05-03 12:00:00', 77),
    ];
    await importFiles(workspace, [fileWith(workspace, csv(...events), 'export.ndjson')]);
    expect(queryScalar(workspace, 'SELECT group_concat(session) FROM events')).toBe('1,1,3,2,3');
  });
});

describe('files whose cells were read wrong', () => {
  it.each([
    ['decimal-comma.csv', 'price', [12.5, 1249, 0.5]],
    ['money-forms.csv', 'price', [12.5, 1249, 1249, 1249, 12.5, 499, 99, -3, -3]],
    ['discount-rate.csv', 'amount', [80, 50]],
    ['padded-ids.csv', 'user', ['u1', 'u1', 'u1', 'u1', 'u1']],
    ['nan.ndjson', 'price', [null, 3]],
    ['na-users.csv', 'user', ['7']],
    ['no-session.ndjson', '(SELECT count(*) FROM sessions)', [3, 3, 3]],
  ])('%s', async (name, column, expected) => {
    const file = sharedFault(name);
    if (file === null) return;
    const workspace = testWorkspace();
    await importFiles(workspace, [file]);
    expect(namedEvents(workspace, column).flat()).toEqual(expected);
  });
});
