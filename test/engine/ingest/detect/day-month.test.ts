import { describe, expect, it } from 'vitest';
import { examineJob } from '../../../../electron/engine/ingest/examine/examine-job.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, jobContext, namedEvents } from '../import-helpers.ts';

const csv = (rows: readonly string[]) => `user,time\n${rows.join('\n')}\n`;

describe('the order of day and month', () => {
  it('is determined by the whole file, wherever the unambiguous row is', async () => {
    const workspace = testWorkspace();
    const rows = [...Array.from({ length: 6000 }, () => 'a,05/03/2024 1:05 PM'), 'b,25/03/2024 1:05 PM'];
    const result = await importFiles(workspace, [fileWith(workspace, csv(rows))]);
    expect(result).toMatchObject({ events: 2, rejected: 0 });
    expect(namedEvents(workspace, 'user, time')).toEqual([
      ['a', '2024-03-05T13:05:00.000Z'],
      ['b', '2024-03-25T13:05:00.000Z'],
    ]);
  });

  it('is reported as ambiguous if no row decides it', async () => {
    const workspace = testWorkspace();
    const problems = async (rows: readonly string[]) => {
      const files = [{ file: fileWith(workspace, csv(rows)) }];
      const [file] = (await examineJob({ files }, jobContext(workspace))).files;
      return file?.problems.flatMap(({ code, facts, count, examples }) =>
        code === 'day-month' ? [{ ...facts, count, texts: examples.map(({ text }) => text) }] : [],
      );
    };
    expect(await problems(['a,05/03/2024', 'a,06/03/2024'])).toEqual([
      {
        ...{ order: 'month-first', other: 'day-first', count: 2 },
        texts: ['05/03/2024 → 2024-05-03 / 2024-03-05', '06/03/2024 → 2024-06-03 / 2024-03-06'],
      },
    ]);
    expect(await problems(['a,05/03/2024', 'a,26/03/2024'])).toEqual([]);
    expect(await problems(['a,05/05/2024'])).toEqual([]);
    expect(await problems(['a,2024-03-01', 'a,2024-03-02', 'a,05/05/2024', 'b,03/04/2024'])).toEqual([
      { order: 'month-first', other: 'day-first', count: 1, texts: ['03/04/2024 → 2024-03-04 / 2024-04-03'] },
    ]);
  });
});
