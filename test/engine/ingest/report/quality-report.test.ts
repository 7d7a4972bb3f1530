import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../electron/engine/store/imports/import-reports.ts';
import { workspaceInfo } from '../../../../electron/engine/store/workspace-info.ts';
import { sharedData } from '../../../support/data.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, queryScalar } from '../import-helpers.ts';

const rees46 = sharedData('rees46/2019-Oct.csv');
const movielens = sharedData('ml-100k/ml-100k.inter');

const header = 'user_id,time,action,item_id,price';

describe('the quality report of an import', () => {
  it('counts the filled cells of each field in accepted rows', async () => {
    const workspace = testWorkspace();
    const rows = [
      'a,2024-05-01 10:00:00,view,x,1',
      'a,2024-05-01 10:01:00,view,,',
      'b,yesterday,view,x,1',
      'b,2024-05-02 09:00:00,buy,y,',
    ];
    await importFiles(workspace, [fileWith(workspace, [header, ...rows].join('\n'))]);
    const report = readReport(workspace.db, 1);
    expect(report?.rows).toBe(3);
    expect(Object.fromEntries(report!.completeness.map(({ field, filled }) => [field, filled]))).toEqual({
      ...{ user: 3, action: 3, item: 2, price: 1 },
    });
  });

  it('counts events by hour and action, and sessions like the store', async () => {
    const workspace = testWorkspace();
    const rows = [
      'a,2024-05-01 10:00:00,view,x,1',
      'a,2024-05-01 10:29:00,buy,x,1',
      'a,2024-05-01 11:30:00,view,x,1',
      'b,2024-05-01 11:40:00,view,y,2',
    ];
    const { sessions } = await importFiles(workspace, [fileWith(workspace, [header, ...rows].join('\n'))]);
    const { time, eventsPerSession, sessionsPerUser } = readReport(workspace.db, 1)!;
    expect(time).toMatchObject({ bucket: 'hour', starts: [Date.UTC(2024, 4, 1, 10), Date.UTC(2024, 4, 1, 11)] });
    expect(time?.actions).toEqual([
      { action: 'view', events: 3, counts: [1, 2] },
      { action: 'buy', events: 1, counts: [1, 0] },
    ]);
    expect(eventsPerSession).toMatchObject({ count: sessions, max: 2, median: 1 });
    expect(sessionsPerUser).toMatchObject({ count: 2, max: 2 });
  });

  it('counts sessions that the file identifies by user', async () => {
    const workspace = testWorkspace();
    const rows = [
      'a,2024-05-01 10:00:00,view,s1',
      'a,2024-05-01 15:00:00,view,s1',
      'a,2024-05-01 15:00:01,view,s2',
      'a,2024-05-01 15:00:02,view,',
      'b,2024-05-01 15:00:00,view,s1',
    ];
    await importFiles(workspace, [fileWith(workspace, ['user_id,time,action,session_id', ...rows].join('\n'))]);
    const { eventsPerSession, sessionsPerUser, eventsPerUser, items } = readReport(workspace.db, 1)!;
    expect(eventsPerSession).toMatchObject({ count: 3, max: 2, median: 1 });
    expect(sessionsPerUser).toMatchObject({ count: 2, max: 2, mean: 1.5 });
    expect(eventsPerUser).toMatchObject({ count: 2, max: 4 });
    expect(items).toBeNull();
  });

  it('counts an event that the file repeats once, and one that the workspace has already too', async () => {
    const workspace = testWorkspace();
    const rows = [
      'a,2024-05-01 10:00:00,view,x,1',
      'a,2024-05-01 10:00:00,view,x,1',
      'a,2024-05-01 10:05:00,buy,x,1',
      'b,2024-05-01 11:40:00,view,y,2',
    ];
    await importFiles(workspace, [fileWith(workspace, [header, ...rows.slice(0, 3)].join('\n'))]);
    const { events } = await importFiles(workspace, [fileWith(workspace, [header, ...rows].join('\n'), 'more.csv')]);
    expect(events).toBe(1);
    const { eventsPerUser, eventsPerSession, items, time } = readReport(workspace.db, 2)!;
    expect(time?.actions).toEqual([
      { action: 'view', events: 2, counts: [1, 1] },
      { action: 'buy', events: 1, counts: [1, 0] },
    ]);
    expect(eventsPerUser).toMatchObject({ count: 2, max: 2 });
    expect(eventsPerSession).toMatchObject({ count: 2, max: 2 });
    expect(items?.spread).toMatchObject({ count: 2, max: 2 });
  });

  it.skipIf(!rees46)('counts the events and sessions of REES46 like the workspace', async () => {
    const workspace = testWorkspace();
    const { events, sessions } = await importFiles(workspace, [rees46!]);
    const { time, eventsPerSession } = readReport(workspace.db, 1)!;
    expect(time?.actions.reduce((sum, action) => sum + action.events, 0)).toBe(events);
    expect(eventsPerSession?.count).toBe(sessions);
    expect(workspaceInfo(workspace).sessions).toBe(sessions);
  });

  it('is not stored after a dry run, and has no times if only the order is known', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, 'a x y z\nb y z\n');
    await importFiles(workspace, [{ file, preset: 'sequences' }], { dryRun: true });
    expect(readReport(workspace.db, 1)).toBeNull();
    await importFiles(workspace, [{ file, preset: 'sequences' }]);
    expect(readReport(workspace.db, 1)).toMatchObject({
      time: null,
      eventsPerSession: null,
      eventsPerUser: { count: 2, max: 3 },
    });
  });

  it.skipIf(!movielens)('agrees with the store on MovieLens', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [movielens!]);
    const { items, eventsPerUser, eventsPerSession, time } = readReport(workspace.db, 1)!;
    expect(items?.spread).toMatchObject({ count: 1682, max: 583 });
    expect(eventsPerUser).toMatchObject({
      count: 943,
      max: queryScalar(workspace, 'SELECT max(n) FROM (SELECT count(*) n FROM events GROUP BY user)'),
    });
    expect(eventsPerSession?.count).toBe(queryScalar(workspace, 'SELECT count(*) FROM sessions'));
    expect(time?.actions[0]?.counts.reduce((sum, n) => sum + n, 0)).toBe(100_000);
    const most = queryScalar(
      workspace,
      'SELECT sum(n) FROM (SELECT count(*) n FROM events GROUP BY item ORDER BY n DESC LIMIT 169)',
    );
    expect(items?.top10).toBeCloseTo(Number(most) / 100_000, 10);
  });
});
