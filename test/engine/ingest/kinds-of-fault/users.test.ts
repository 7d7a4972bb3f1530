import { describe, expect, it } from 'vitest';
import { examineJob } from '../../../../electron/engine/ingest/examine/examine-job.ts';
import { sharedFault } from '../../../support/faults.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, jobContext, namedEvents, queryScalar } from '../import-helpers.ts';

const csv = (...rows: string[]) => `${rows.join('\n')}\n`;

describe('a table with several different rows of a user', () => {
  it('is behaviour if a column is a time, whatever it is called', async () => {
    const workspace = testWorkspace();
    const content = csv('cust,when,spent,store', 'A,2024-02-03,12.5,x', 'A,2024-02-05,7,x', 'B,2024-03-06,8,y');
    expect(await importFiles(workspace, [fileWith(workspace, content)])).toMatchObject({ events: 3, users: 2 });
    expect(namedEvents(workspace, 'action, amount')).toEqual([
      ['purchase', 12.5],
      ['purchase', 7],
      ['purchase', 8],
    ]);
  });

  it('is refused as a table of users, with both options', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, csv('customer_id,store,visits', 'A,x,12', 'A,y,13', 'B,x,14'));
    await expect(importFiles(workspace, [file])).rejects.toMatchObject({
      code: 'USERS_REPEATED',
      details: { users: 2, repeated: 1 },
    });
    const { files } = await examineJob({ files: [{ file }] }, jobContext(workspace));
    const [problem] = files[0]?.problems ?? [];
    expect(problem).toMatchObject({ code: 'not-importable', severity: 'error', error: { code: 'USERS_REPEATED' } });
    const [remedy] = problem?.remedies ?? [];
    await importFiles(workspace, [{ file, ...remedy?.file }]);
    expect(queryScalar(workspace, 'SELECT group_concat(value) FROM user_attributes')).toContain('y');
  });

  it('is a choice of the data check if ratings have no time', async () => {
    const workspace = testWorkspace();
    const file = fileWith(
      workspace,
      csv('"User-ID";"ISBN";"Book-Rating"', '"1";"034";"5"', '"1";"035";"8"', '"2";"034";"7"'),
    );
    await expect(importFiles(workspace, [file])).rejects.toMatchObject({ code: 'MAPPING_INCOMPLETE' });
    const { files } = await examineJob({ files: [{ file }] }, jobContext(workspace));
    const [remedy] = files[0]?.problems[0]?.remedies ?? [];
    expect(await importFiles(workspace, [{ file, ...remedy?.file }])).toMatchObject({ events: 3, users: 2 });
    expect(namedEvents(workspace, 'action, rating').flat()).toContain('rate');
  });

  it('may be a table of users with a few corrected rows, which the data check counts', async () => {
    const workspace = testWorkspace();
    const rows = Array.from({ length: 50 }, (_, i) => `u${i},x`);
    const file = fileWith(workspace, csv('user_id,city', ...rows, 'u7,y'));
    const { files } = await examineJob({ files: [{ file }] }, jobContext(workspace));
    expect(files[0]?.problems).toContainEqual(
      expect.objectContaining({ code: 'repeated-users', count: 1, choice: 'counts' }),
    );
  });
});

describe('files that became tables of users', () => {
  it('transactions-as-users.csv', async () => {
    const file = sharedFault('transactions-as-users.csv');
    if (file === null) return;
    const workspace = testWorkspace();
    expect(await importFiles(workspace, [file])).toMatchObject({ events: 3, users: 2 });
    expect(namedEvents(workspace, 'action, amount, time')).toEqual([
      ['purchase', 35, '2013-02-11T00:00:00.000Z'],
      ['purchase', 39, '2015-03-15T00:00:00.000Z'],
      ['purchase', 52, '2013-02-26T00:00:00.000Z'],
    ]);
  });

  it('ratings-as-users.csv', async () => {
    const file = sharedFault('ratings-as-users.csv');
    if (file === null) return;
    await expect(importFiles(testWorkspace(), [file])).rejects.toMatchObject({ code: 'MAPPING_INCOMPLETE' });
  });
});
