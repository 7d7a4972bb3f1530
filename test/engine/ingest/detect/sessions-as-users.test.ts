import { expect, it } from 'vitest';
import { examineJob } from '../../../../electron/engine/ingest/examine/examine-job.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, jobContext, namedEvents } from '../import-helpers.ts';

const YOOCHOOSE =
  'SessionId,ItemId,Time\n1,214536502,1396869057.277\n1,214536500,1396869188.277\n2,214662742,1396869287.277\n';
const DIGINETICA = 'sessionId;userId;itemId;eventdate\n1;;81;2016-05-09\n2;7;32;2016-05-09\n';

it('a file of sessions without users is refused with the option that makes each session a user', async () => {
  const workspace = testWorkspace();
  const file = fileWith(workspace, YOOCHOOSE);
  await expect(importFiles(workspace, [file])).rejects.toMatchObject({
    code: 'MAPPING_INCOMPLETE',
    hint: expect.stringContaining('--sessions-as-users'),
    details: { variant: 'sessions' },
  });
  const examination = await examineJob({ files: [{ file }] }, jobContext(workspace));
  const [problem] = examination.files[0]?.problems ?? [];
  expect(problem).toMatchObject({ code: 'not-importable', remedies: [{ file: { sessionsAsUsers: true } }] });
  const { files, users, sessions } = await importFiles(workspace, [{ file, sessionsAsUsers: true }]);
  expect({ users, sessions }).toEqual({ users: 2, sessions: 2 });
  expect(files[0]?.mapping).toMatchObject({ user: 'SessionId', session: 'SessionId' });
  expect(
    namedEvents(workspace, 'user, item, session')
      .flat()
      .filter((cell) => cell === '1'),
  ).toHaveLength(4);
});

it('the choice is remembered for the next file with the same columns', async () => {
  const workspace = testWorkspace();
  await importFiles(workspace, [{ file: fileWith(workspace, YOOCHOOSE), sessionsAsUsers: true }]);
  const next = fileWith(workspace, 'SessionId,ItemId,Time\n9,214536502,1396879057.277\n', 'next.csv');
  expect(await importFiles(workspace, [next])).toMatchObject({ events: 1, users: 3 });
});

it('where some rows have a user, the others can be those of their sessions', async () => {
  const workspace = testWorkspace();
  const file = fileWith(workspace, DIGINETICA);
  const examination = await examineJob({ files: [{ file }] }, jobContext(workspace));
  const problem = examination.files[0]?.problems.find(({ code }) => code === 'missing-user');
  expect(problem).toMatchObject({ count: 1, remedies: [{ file: { sessionsAsUsers: true } }] });
  await importFiles(workspace, [{ file, sessionsAsUsers: true }]);
  expect(namedEvents(workspace, 'user, item')).toEqual([
    ['1', '81'],
    ['7', '32'],
  ]);
});

it('a file without sessions is not changed by the choice', async () => {
  const workspace = testWorkspace();
  const file = fileWith(workspace, 'user_id,event_time,item_id\nu1,2024-05-01 10:00:00,a\n');
  expect(await importFiles(workspace, [{ file, sessionsAsUsers: true }])).toMatchObject({ events: 1, users: 1 });
});
