import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examineJob } from '../../../../electron/engine/ingest/examine/examine-job.ts';
import type { ImportRequest } from '../../../../electron/engine/ingest/import-job.ts';
import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import type { Examination, ProblemCode } from '../../../../shared/contract/examine.ts';
import { sharedData } from '../../../support/data.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, jobContext, queryScalar } from '../import-helpers.ts';

const rees46 = sharedData('rees46/2019-Oct.csv');
const header = 'user_id,time,action,item_id,price';

const examine = (workspace: OpenWorkspace, request: ImportRequest) => examineJob(request, jobContext(workspace));

function problem({ files }: Examination, code: ProblemCode) {
  return files.flatMap(({ problems }) => problems).find((found) => found.code === code);
}

const counts = (examination: Examination) =>
  Object.fromEntries(examination.files.flatMap(({ problems }) => problems.map(({ code, count }) => [code, count])));

describe('the data check', () => {
  it('predicts the import, and leaves the workspace unchanged', async () => {
    const workspace = testWorkspace();
    const file = fileWith(
      workspace,
      `${header}\na,2024-05-01 10:00:00,view,x,1\na,2024-05-01 10:00:00,view,x,1\nb,2024-05-01,view,,\n`,
    );
    const before = workspace.db.serialize();
    const { result } = await examine(workspace, { files: [{ file }] });
    expect(workspace.db.serialize().equals(before)).toBe(true);
    const { files, seconds, ...imported } = await importFiles(workspace, [file]);
    expect(result).toMatchObject(imported);
    expect([files.length, seconds > 0]).toEqual([1, true]);
  });

  it('groups rejected rows by reason, with their lines', async () => {
    const workspace = testWorkspace();
    const rows = [
      'a,2024-05-01 10:00:00,view,x,1',
      ',2024-05-01 10:00:00,view,x,1',
      'a,soon,view,x,1',
      'a,2024-05-01,view,x,cheap',
      'a,b',
      'a,2024-05-01 1',
    ];
    const examination = await examine(workspace, {
      files: [{ file: fileWith(workspace, [header, ...rows].join('\n')) }],
    });
    expect(counts(examination)).toMatchObject({
      'missing-user': 1,
      'bad-time': 1,
      'bad-number': 1,
      structure: 1,
      'cut-off': 1,
    });
    expect(problem(examination, 'bad-number')?.examples).toEqual([
      {
        line: 5,
        reason: { code: 'not-a-number', params: { field: 'price', value: 'cheap' } },
        text: 'a,2024-05-01,view,x,cheap',
      },
    ]);
    expect(problem(examination, 'cut-off')?.examples).toMatchObject([{ line: 7, text: 'a,2024-05-01 1' }]);
  });

  it('profiles columns over the whole file', async () => {
    const workspace = testWorkspace();
    const rows = Array.from(
      { length: 30_000 },
      (_, i) => `u${i % 700},2024-05-01 10:00:00,${i < 29_990 ? 'view' : 'buy'},i${i % 90},${i % 101}`,
    );
    const { files } = await examine(workspace, {
      files: [{ file: fileWith(workspace, [header, ...rows, 'u1,2024-05-01 11:00:00,view,,'].join('\n')) }],
    });
    const [user, , action, item, price] = files[0]!.columns;
    expect(user).toMatchObject({ rows: 30_001, distinct: 700, missing: 0, type: 'text', use: 'user' });
    expect(action?.top).toEqual([
      { value: 'view', count: 29_991 },
      { value: 'buy', count: 10 },
    ]);
    expect(item).toMatchObject({ distinct: 90, missing: 1 });
    expect(price?.numbers).toMatchObject({ min: 0, median: 50, max: 100 });
    expect(price?.numbers?.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(30_000);
  });

  it('suggests remedies that work', async () => {
    const workspace = testWorkspace();
    const rows = [0, 1, 60].map((second) => `a,2024-05-01 10:0${Math.floor(second / 60)}:0${second % 60},view,x,1`);
    const file = fileWith(workspace, [header, ...rows, rows[0]].join('\n'));
    const first = await examine(workspace, { files: [{ file }] });
    expect(counts(first)).toMatchObject({ 'near-repeats': 2, repeats: 1 });
    const [near] = problem(first, 'near-repeats')!.remedies;
    const [repeats] = problem(first, 'repeats')!.remedies;
    const second = await examine(workspace, { files: [{ ...repeats!.file, file }], cleaning: near!.cleaning! });
    expect(second.result).toMatchObject({ events: 2, dropped: 2, duplicates: 0 });
  });

  it('marks personal columns, states how they are treated, and offers the other choices', async () => {
    const workspace = testWorkspace();
    const rows = ['ann', 'bob', 'cat'].map((name) => `${name},2024-05-01 10:00:00,view,x,1,${name}@example.com`);
    const file = fileWith(workspace, [`${header},contact`, ...rows].join('\n'));
    const first = await examine(workspace, { files: [{ file }] });
    expect(first.files[0]?.columns.at(-1)).toMatchObject({ name: 'contact', personal: 'email', privacy: 'drop' });
    const { remedies, facts } = problem(first, 'personal')!;
    expect(facts).toEqual({ columns: 'contact' });
    expect(remedies.map((remedy) => remedy.file?.privacy)).toEqual([{ contact: 'hash' }, { contact: 'keep' }]);
    const second = await examine(workspace, { files: [{ file, ...remedies[1]?.file }] });
    expect(second.files[0]?.columns.at(-1)).toMatchObject({ privacy: 'keep' });
  });

  it('recognises a file that was imported before, and events that exist', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, `${header}\na,2024-05-01 10:00:00,view,x,1\n`);
    await importFiles(workspace, [file]);
    expect(counts(await examine(workspace, { files: [{ file }] }))).toMatchObject({
      'known-file': 1,
      'known-events': 1,
    });
    const more = fileWith(workspace, `${readFileSync(file, 'utf8')}b,2024-05-01 10:00:00,view,x,1\n`, 'more.csv');
    const examination = await examine(workspace, { files: [{ file: more }] });
    expect(problem(examination, 'known-file')).toBeUndefined();
    expect(problem(examination, 'known-events')?.count).toBe(1);
  });

  it('says why a file cannot be imported, and still profiles its columns', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, 'label,review\n1,good\n0,bad\n');
    const { files, result } = await examine(workspace, { files: [{ file }] });
    expect(result).toBeNull();
    expect(files[0]?.problems).toMatchObject([
      { code: 'not-importable', severity: 'error', error: { code: 'MAPPING_INCOMPLETE' } },
    ]);
    expect(files[0]?.columns.map(({ name, distinct }) => [name, distinct])).toEqual([
      ['label', 2],
      ['review', 2],
    ]);
  });

  it('recognises rows of various widths as lists, with the remedy', async () => {
    const workspace = testWorkspace();
    const lines = Array.from({ length: 40 }, (_, user) =>
      [user, ...Array.from({ length: 2 + (user % 9) }, (_, i) => 100 + i)].join(' '),
    );
    const file = fileWith(workspace, `${lines.join('\n')}\n`);
    const first = await examine(workspace, { files: [{ file }] });
    const remedy = problem(first, 'not-importable')?.remedies[0]?.file;
    expect(remedy).toEqual({ preset: 'sequences' });
    expect((await examine(workspace, { files: [{ ...remedy, file }] })).result).toMatchObject({
      users: 40,
      rejected: 0,
    });
  });

  it.skipIf(!rees46)('finds in REES46 what is known of it', async () => {
    const workspace = testWorkspace();
    const examination = await examine(workspace, { files: [{ file: rees46! }] });
    expect(examination.result).toMatchObject({ events: 17_429, users: 4504, items: 6493, rejected: 1, duplicates: 5 });
    expect(counts(examination)).toMatchObject({ 'cut-off': 1, repeats: 5, 'low-prices': 19 });
    expect(examination.files[0]?.columns.map(({ name, distinct }) => [name, distinct])).toContainEqual([
      'user_session',
      5066,
    ]);
    expect(queryScalar(workspace, 'SELECT count(*) FROM imports')).toBe(0);
  });
});
