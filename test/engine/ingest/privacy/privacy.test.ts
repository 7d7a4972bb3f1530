import { describe, expect, it } from 'vitest';
import { previewFile } from '../../../../electron/engine/ingest/detect/preview.ts';
import { listImports } from '../../../../electron/engine/store/imports/imports.ts';
import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import type { PrivacyChoice } from '../../../../shared/domain/cleaning.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, queryScalar } from '../import-helpers.ts';

const MAPPING = 'user=email,time=time,action=action,item=item,attributes=*';
const EVENTS = [
  'email,time,action,item,full_name,phone,plan',
  'Ada@Example.com,2024-05-01 10:00:00,view,i1,Ada Lovelace,+44 20 7946 0958,gold',
  'grace@example.com,2024-05-01 10:01:00,buy,i2,Grace Hopper,+1 415 555 0100,free',
  'ada@example.com,2024-05-01 10:02:00,buy,i1,"Lovelace, Ada",+44 20 7946 0958,gold',
];
const CLEAR = /example\.com|lovelace|hopper|7946 0958|415 555/i;

const write = (workspace: OpenWorkspace, lines: readonly string[], name?: string) =>
  fileWith(workspace, `${lines.join('\n')}\n`, name);

/** The entire contents of the workspace, as text. */
function contents({ db }: OpenWorkspace): string {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM "${table}"`).raw().all()));
}

const attributes = (workspace: OpenWorkspace) =>
  queryScalar(workspace, "SELECT group_concat(name, ',') FROM (SELECT name FROM attributes ORDER BY name)");

describe('personal columns', () => {
  it('are not kept in plain text by default: users are hashed, other columns dropped', async () => {
    const workspace = testWorkspace();
    const result = await importFiles(workspace, [{ file: write(workspace, EVENTS), mapping: MAPPING }]);
    expect(result).toMatchObject({ events: 3, users: 2 });
    expect(contents(workspace)).not.toMatch(CLEAR);
    expect(attributes(workspace)).toBe('plan');
    const done = [
      { column: 'email', kind: 'email', choice: 'hash' },
      { column: 'full_name', kind: 'name', choice: 'drop' },
      { column: 'phone', kind: 'telephone', choice: 'drop' },
    ];
    expect(result.files[0]?.privacy).toEqual(done);
    expect(listImports(workspace.db)[0]?.privacy).toEqual(done);
  });

  it('are kept, hashed or dropped by choice, with column names in any case', async () => {
    const workspace = testWorkspace();
    const privacy: Record<string, PrivacyChoice> = { EMAIL: 'keep', full_name: 'keep', phone: 'hash', plan: 'drop' };
    const result = await importFiles(workspace, [{ file: write(workspace, EVENTS), mapping: MAPPING, privacy }]);
    expect(result.files[0]?.privacy.map(({ column, choice }) => [column, choice])).toEqual([
      ['email', 'keep'],
      ['full_name', 'keep'],
      ['phone', 'hash'],
      ['plan', 'drop'],
    ]);
    expect(queryScalar(workspace, "SELECT count(*) FROM users WHERE name LIKE '%@%'")).toBe(3);
    expect(attributes(workspace)).toBe('full_name,phone');
    expect(contents(workspace)).toMatch(/Grace Hopper/);
    expect(contents(workspace)).not.toMatch(/7946|gold/);
  });

  it('have the same hash for the same person in all imports of a workspace, and another elsewhere', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [{ file: write(workspace, EVENTS), mapping: MAPPING }]);
    const users = write(workspace, ['mail,age', 'ada@example.com,36', 'new@example.com,20'], 'users.csv');
    const after = await importFiles(workspace, [{ file: users, mapping: 'user=mail,attributes=age' }]);
    expect(after.users).toBe(3);
    const names = namedEvents(workspace, 'user').flat();
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^h:[0-9a-f]{32}$/);
    const elsewhere = testWorkspace();
    await importFiles(elsewhere, [{ file: write(elsewhere, EVENTS), mapping: MAPPING }]);
    expect(names).not.toContain(namedEvents(elsewhere, 'user').flat()[0]);
  });

  it('can be matched against internal users in plain text', async () => {
    const workspace = testWorkspace();
    const cleaning = { internal: { users: ['ada@example.com'] } };
    const result = await importFiles(workspace, [{ file: write(workspace, EVENTS), mapping: MAPPING }], { cleaning });
    expect(result).toMatchObject({ events: 1, dropped: 2 });
  });

  it('are not shown in rejected rows', async () => {
    const workspace = testWorkspace();
    const lines = [
      ...EVENTS,
      'ada@example.com,yesterday,buy,i1,"Lovelace, Ada",+44 20 7946 0958,"gold, or so"',
      'grace@example.com,2024-05-01 10:01:00',
      `grace@example.com,tomorrow,buy,i2,${'Grace Hopper '.repeat(200)},+1 415 555 0100,free`,
    ];
    await importFiles(workspace, [{ file: write(workspace, lines), mapping: MAPPING }]);
    const texts = workspace.db.prepare('SELECT line, text FROM rejected_rows ORDER BY line').raw().all();
    expect(texts).toEqual([
      [5, '***,yesterday,buy,i1,***,***,"gold, or so"'],
      [6, ''],
      [7, ''],
    ]);
    expect(contents(workspace)).not.toMatch(CLEAR);
    // If it is corrected without a user, it must not become a user of this name.
    const corrected = write(workspace, [...EVENTS, '***,2024-05-01 11:00:00,buy,i1,***,***,gold'], 'corrected.csv');
    const again = await importFiles(workspace, [{ file: corrected, mapping: MAPPING }]);
    expect(again).toMatchObject({ events: 0, duplicates: 3, rejected: 1, users: 2 });
  });

  it('inside JSON cells are detected if the mapping uses them', async () => {
    const workspace = testWorkspace();
    const cell = (email: string) => `"{""mail"": ""${email}"", ""plan"": ""gold""}"`;
    const lines = [
      'id,time,action,item,traits',
      ...['a', 'b'].map((id) => `${id},2024-05-01,view,i1,${cell(`${id}@example.com`)}`),
    ];
    const mapping = {
      user: 'id',
      time: 'time',
      action: 'action',
      item: 'item',
      attributes: ['traits.mail', 'traits.plan'],
    };
    const request = { file: write(workspace, lines), mapping };
    const result = await importFiles(workspace, [request]);
    expect(result.files[0]?.privacy).toEqual([{ column: 'traits.mail', kind: 'email', choice: 'drop' }]);
    expect(attributes(workspace)).toBe('plan');
  });

  it('of sequences are their users', async () => {
    const workspace = testWorkspace();
    const file = write(workspace, ['ada@example.com i1 i2 i3', 'grace@example.com i2 i3']);
    const result = await importFiles(workspace, [{ file, preset: 'sequences' }]);
    expect(result).toMatchObject({ events: 5, users: 2 });
    expect(contents(workspace)).not.toMatch(CLEAR);
  });

  it.each([
    ['user', 'drop', 'email'],
    ['time', 'drop', 'time'],
    ['time', 'hash', 'time'],
  ] as const)('that an import requires cannot be dropped: %s, %s', async (field, choice, column) => {
    const workspace = testWorkspace();
    const request = { file: write(workspace, EVENTS), mapping: MAPPING, privacy: { [column]: choice } };
    await expect(importFiles(workspace, [request])).rejects.toMatchObject({
      code: 'PRIVACY_COLUMN_NEEDED',
      details: { field },
    });
  });

  it('in the choices must exist in some file', async () => {
    const workspace = testWorkspace();
    const events = write(workspace, EVENTS);
    const users = write(workspace, ['email,age', 'ada@example.com,36'], 'users.csv');
    const both = (privacy: Record<string, PrivacyChoice>) => [
      { file: events, mapping: MAPPING, privacy },
      { file: users, mapping: 'user=email,attributes=age', privacy },
    ];
    await expect(importFiles(workspace, both({ fone: 'hash' }))).rejects.toMatchObject({
      code: 'PRIVACY_UNKNOWN_COLUMN',
    });
    expect(await importFiles(workspace, both({ phone: 'hash' }))).toMatchObject({ events: 3 });
  });

  it('are reported before an import', async () => {
    const workspace = testWorkspace();
    const { columns } = await previewFile({ file: write(workspace, EVENTS), mapping: MAPPING });
    expect(columns.map(({ personal }) => personal)).toEqual(['email', null, null, null, 'name', 'telephone', null]);
  });
});
