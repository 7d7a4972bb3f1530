import { describe, expect, it } from 'vitest';
import { previewSteps } from '../../../../electron/engine/ingest/clean/preview-steps.ts';
import { inspectTable } from '../../../../electron/engine/ingest/detect/inspected-table.ts';
import { openFiles } from '../../../../electron/engine/ingest/open/open-files.ts';
import { withDuckDb } from '../../../../electron/engine/ingest/stage/duckdb.ts';
import { loadFiles } from '../../../../electron/engine/ingest/stage/load-files.ts';
import { ImportSteps } from '../../../../shared/contract/import-steps.ts';
import { sharedData } from '../../../support/data.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, jobContext } from '../import-helpers.ts';
import { timeAt } from './cleaned.ts';

/** Previews the steps of a file, given by its path or its lines. */
function previewOf(input: string | readonly string[]): Promise<ImportSteps> {
  const workspace = testWorkspace();
  const file = typeof input === 'string' ? input : fileWith(workspace, `${input.join('\n')}\n`);
  const context = jobContext(workspace);
  return withDuckDb(context, async (duck) => {
    const {
      loaded: [loaded],
    } = await loadFiles(
      duck,
      (await openFiles([{ file }], duck.folder, context)).map((opened) => inspectTable(opened)),
      context,
    );
    if (!loaded) throw new Error('the file has no table');
    const before = await duck.rows(`SELECT * FROM ${loaded.staged.table}`);
    const steps = await previewSteps(duck, loaded);
    expect(await duck.rows(`SELECT * FROM ${loaded.staged.table}`)).toEqual(before);
    return ImportSteps.parse(steps);
  });
}

const HEADER = 'user,time,action,item,price';

describe('the preview of cleaning steps', () => {
  it('counts near-duplicates, implausible times and prices, sessions and rare values, with examples', async () => {
    const steps = await previewOf([
      HEADER,
      `u1,${timeAt(0)},view,i1,10`,
      `u1,${timeAt(2)},view,i1,10`,
      `u1,${timeAt(9)},view,i1,10`,
      `u1,${timeAt(10_000)},view,i2,0`,
      'u2,1970-01-01T00:00:00Z,view,i1,20',
      'u3,2999-01-01T00:00:00Z,view,i1,1000000',
    ]);
    expect(steps.nearRepeats?.map(({ seconds, rows }) => [seconds, rows])).toEqual([
      [1, 0],
      [3, 1],
      [10, 2],
    ]);
    const repeat = { user: 'u1', time: timeAt(2), action: 'view', item: 'i1', price: 10 };
    expect(steps.nearRepeats?.[1]?.examples).toEqual([repeat]);
    expect(steps.times?.early).toMatchObject({ rows: 1, examples: [{ user: 'u2' }] });
    expect(steps.times?.late).toMatchObject({ rows: 1, examples: [{ user: 'u3' }] });
    expect(steps.prices?.notPositive).toMatchObject({ rows: 1, examples: [{ item: 'i2', price: 0 }] });
    expect(steps.prices?.high).toMatchObject({ above: 160, rows: 1, examples: [{ price: 1_000_000 }] });
    expect(steps.sessions?.map(({ idleMinutes, sessions }) => [idleMinutes, sessions])).toEqual([
      [5, 4],
      [15, 4],
      [30, 4],
      [60, 4],
      [120, 4],
    ]);
    expect(steps.rareUsers?.map(({ fewerThan, count, rows }) => [fewerThan, count, rows])).toEqual([
      [2, 2, 2],
      [3, 2, 2],
      [5, 3, 6],
    ]);
    expect(steps.rareItems?.map(({ fewerThan, count, rows }) => [fewerThan, count, rows])).toEqual([
      [2, 1, 1],
      [5, 1, 1],
    ]);
    expect(steps.bots).toEqual({ perMinute: null, perDay: null });
  });

  it('suggests a bot threshold that only outliers exceed', async () => {
    const person = (u: number) => Array.from({ length: 5 }, (_, i) => `p${u},${timeAt(u + i * 30)},view,i${i},1`);
    const bot = Array.from({ length: 300 }, (_, i) => `bot,${timeAt(i / 4)},view,i${i % 7},1`);
    const steps = await previewOf([HEADER, ...Array.from({ length: 20 }, (_, u) => person(u)).flat(), ...bot]);
    expect(steps.bots?.perMinute).toMatchObject({ events: 60, users: 1, rows: 300 });
    expect(steps.bots?.perMinute?.examples).toHaveLength(5);
    expect(steps.bots?.perDay).toBeNull();
  });

  it('is null for fields that a file lacks', async () => {
    const steps = await previewOf(['user,date,item', 'u1,2024-05-01,i1', 'u1,2024-05-02,i1']);
    expect(steps).toMatchObject({ nearRepeats: null, prices: null, sessions: null });
    expect(steps.bots?.perMinute).toBeNull();
  });

  it('agrees with what is known of real data', async () => {
    const file = sharedData('rees46/2019-Oct.csv');
    if (file === null) return;
    const { nearRepeats, times, prices, sessions, rareUsers } = await previewOf(file);
    expect(nearRepeats?.map(({ rows }) => rows)).toEqual(
      [...(nearRepeats ?? [])].map(({ rows }) => rows).sort((a, b) => a - b),
    );
    expect(nearRepeats?.[0]?.rows).toBeGreaterThanOrEqual(5);
    expect([times?.early.rows, times?.late.rows]).toEqual([0, 0]);
    expect(prices?.high).toBeNull();
    // The file has session names.
    expect(sessions).toBeNull();
    const [fewerThan2, , fewerThan5] = rareUsers ?? [];
    expect(fewerThan2?.count).toBe(fewerThan2?.rows);
    expect(fewerThan5?.count).toBeLessThan(4504);
  });
});
