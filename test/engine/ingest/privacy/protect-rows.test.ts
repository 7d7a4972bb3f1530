import { describe, expect, it } from 'vitest';
import { maskText } from '../../../../electron/engine/ingest/privacy/mask-text.ts';
import { sharedFault } from '../../../support/faults.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, queryScalar } from '../import-helpers.ts';

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
const users = ({ db }: ReturnType<typeof testWorkspace>) =>
  db.prepare<[], string>('SELECT name FROM users ORDER BY name').pluck().all();
const steps = (workspace: ReturnType<typeof testWorkspace>) =>
  JSON.parse(String(queryScalar(workspace, 'SELECT steps FROM imports ORDER BY id DESC LIMIT 1')));

/** A file of many rows, whose cells far down differ from those at its start. */
function longFile(header: string, row: (n: number) => string, rows = 8000): string {
  return csv(header, ...Array.from({ length: rows }, (_, n) => row(n)));
}
const time = (n: number) => new Date(Date.UTC(2024, 4, 1) + n * 1000).toISOString();

describe('personal data far down in a file', () => {
  it('hashes the users of a column that is personal there', async () => {
    const workspace = testWorkspace();
    const file = longFile('user_id,time,item_id', (n) =>
      [n < 6000 ? `u${n % 9}` : `ada${n % 9}@example.org`, time(n), 'a'].join(),
    );
    const { files } = await importFiles(workspace, [fileWith(workspace, file)]);
    expect(users(workspace).every((name) => name.startsWith('h:'))).toBe(true);
    expect(files[0]?.privacy).toEqual([{ column: 'user_id', kind: 'email', choice: 'hash' }]);
  });

  it('hashes single cells among ids, and leaves the ids', async () => {
    const workspace = testWorkspace();
    const rare = new Map([
      [7000, 'ada@example.org'],
      [7500, '+49 151 0000001'],
    ]);
    const file = longFile('user_id,time,item_id', (n) => [rare.get(n) ?? `u${n % 9}`, time(n), 'a'].join());
    await importFiles(workspace, [fileWith(workspace, file)]);
    const [first, second, ...others] = users(workspace);
    expect([first, second].every((name) => name?.startsWith('h:'))).toBe(true);
    expect(others).toEqual(Array.from({ length: 9 }, (_, n) => `u${n}`));
    expect(steps(workspace)).toEqual([{ step: 'personalCells', rows: 2, leavesOut: false }]);
  });

  it('removes an attribute that is personal there, and single cells of others', async () => {
    const workspace = testWorkspace();
    const file = longFile('user_id,contact,note', (n) =>
      [`u${n}`, n < 6000 ? 'shop' : `ada${n}@example.org`, n === 10 ? 'bea@example.org' : 'vip'].join(),
    );
    const { files } = await importFiles(workspace, [fileWith(workspace, file, 'users.csv')]);
    expect(queryScalar(workspace, "SELECT count(*) FROM user_attributes WHERE value LIKE '%@%'")).toBe(0);
    expect(files[0]?.privacy).toEqual([{ column: 'contact', kind: 'email', choice: 'drop' }]);
  });

  it('is kept if that is chosen', async () => {
    const workspace = testWorkspace();
    const file = fileWith(
      workspace,
      csv('user_id,time,item_id', 'ada@example.org,2024-05-01 10:00,a', 'u1,2024-05-01 10:00,a'),
    );
    await importFiles(workspace, [{ file, privacy: { user_id: 'keep' } }]);
    expect(users(workspace)).toEqual(['ada@example.org', 'u1']);
  });
});

it('users whom the workspace has in clear text stay so, and are recognised', async () => {
  const workspace = testWorkspace();
  const rows = (...names: string[]) =>
    csv('Buyer,time,item_id', ...names.map((name, n) => `${name},2024-05-01 10:0${n}:00,a`));
  const file = fileWith(workspace, rows('Ada Example', 'Bea Sample'));
  await importFiles(workspace, [{ file, privacy: { Buyer: 'keep' } }]);
  const again = fileWith(workspace, rows('Ada Example', 'Bea Sample', 'Cy Test'), 'again.csv');
  const result = await importFiles(workspace, [{ file: again, mapping: 'user=Buyer,time=time,item=item_id' }]);
  expect(result).toMatchObject({ events: 1, duplicates: 2, users: 3 });
  expect(result.files[0]?.privacy).toEqual([{ column: 'Buyer', kind: 'name', choice: 'keep' }]);
});

describe('personal data inside texts', () => {
  it.each([
    ['Mail me: ada.example+shop@example.co.uk, thanks', 'Mail me: ***, thanks'],
    ['Call +49 151 0000001 or (415) 555-0100.', 'Call *** or ***.'],
    ['电话13800138000，谢谢', '电话***，谢谢'],
    ['我的身份证是11010519491231002X。', '我的身份证是***。'],
    ['card 4111 1111 1111 1111 declined', 'card *** declined'],
    ['pay to DE89 3704 0044 0532 0130 00 please', 'pay to *** please'],
    ['bought 2 13800138000', 'bought 2 ***'],
  ])('is masked: %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    'Arrived on 2024-05-01 at 10:00:05, order 1234567890123',
    'iPhone 15 Pro 256 GB, 5.5 x 10.2',
    '价格1299.00元，型号2023110100031',
    'at @home with 100 % cotton',
    'ISBN 978-3-16-148410-0',
  ])('is not seen in other numbers: %s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('is masked in an import, which counts the texts', async () => {
    const workspace = testWorkspace();
    const rows = [
      'u1,2024-05-01 10:00,a,Good',
      'u2,2024-05-01 11:00,a,Write to ada@example.org',
      'u3,2024-05-01 12:00,a,Fine',
    ];
    const text = csv('user_id,time,item_id,review', ...rows);
    await importFiles(workspace, [fileWith(workspace, text)]);
    expect(namedEvents(workspace, 'text').flat()).toEqual(['Good', 'Write to ***', 'Fine']);
    expect(steps(workspace)).toEqual([{ step: 'maskedTexts', rows: 1, leavesOut: false }]);
    const result = await importFiles(workspace, [fileWith(workspace, text)]);
    expect(result).toMatchObject({ events: 0, duplicates: 3 });
  });

  it('stays if that is chosen for the column', async () => {
    const workspace = testWorkspace();
    const text = csv('user_id,time,item_id,review', 'u1,2024-05-01 10:00,a,ask ada@example.org');
    await importFiles(workspace, [{ file: fileWith(workspace, text), privacy: { review: 'keep' } }]);
    expect(namedEvents(workspace, 'text').flat()).toEqual(['ask ada@example.org']);
  });
});

it('a preset marks a column as personal, whatever its cells look like', async () => {
  const workspace = testWorkspace();
  const text = csv('Date,Order #,Status,Customer,Items sold', '2024-01-02 10:00:00,1001,completed,xq77,2');
  await importFiles(workspace, [fileWith(workspace, text)]);
  expect(users(workspace)[0]).toMatch(/^h:/);
});

it('buyer-names.csv', async () => {
  const workspace = testWorkspace();
  const file = sharedFault('buyer-names.csv');
  if (file === null) return;
  await importFiles(workspace, [file]);
  expect(users(workspace).filter((name) => !name.startsWith('h:'))).toEqual([]);
});
