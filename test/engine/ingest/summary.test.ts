import { describe, expect, it } from 'vitest';
import { undoJob } from '../../../electron/engine/ingest/undo/undo-job.ts';
import { eventSummary } from '../../../electron/engine/store/events/event-summary.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { testWorkspace } from '../../support/shop.ts';
import { fileWith, importFiles, jobContext, queryScalar } from './import-helpers.ts';

const csv = (...rows: string[]) => `user,time,action,item,order_id\n${rows.join('\n')}\n`;

/** The stored summary, and the one counted without it. */
function summaries(workspace: OpenWorkspace) {
  const keptOne = eventSummary(workspace.db);
  const text = queryScalar(workspace, "SELECT value FROM settings WHERE name = 'events'");
  workspace.db.prepare("DELETE FROM settings WHERE name = 'events'").run();
  const countedOne = eventSummary(workspace.db);
  workspace.db.prepare("INSERT INTO settings VALUES ('events', ?)").run(text);
  return { kept: keptOne, counted: countedOne };
}

describe('the summary of events', () => {
  it('is updated by each import and undo, and equals a count', async () => {
    const workspace = testWorkspace();
    const day = (n: number) => `2024-05-0${n} 10:00:00`;
    const imports = [
      { file: fileWith(workspace, csv(`a,${day(2)},view,i,`, `a,${day(3)},purchase,i,o1`), '1.csv') },
      { file: fileWith(workspace, csv(`b,${day(1)},view,j,`, `a,${day(3)},purchase,i,o1`), '2.csv') },
      { file: fileWith(workspace, csv(`a,${day(4)},refund,i,o1`), '3.csv'), key: ['order_id' as const] },
      {
        file: fileWith(workspace, 'user,action,item\na,view,k\n', 'order.csv'),
        mapping: "user=user,action=action,item=item,time='order'",
      },
    ];
    for (const request of imports) {
      await importFiles(workspace, [request]);
      const { kept, counted } = summaries(workspace);
      expect(kept).toEqual(counted);
    }
    expect(summaries(workspace).kept).toEqual({
      actions: { 1: 3, 3: 1 },
      first: Date.UTC(2024, 4, 1, 10),
      last: Date.UTC(2024, 4, 4, 10),
    });
    await undoJob({ import: 3, andLater: true }, jobContext(workspace));
    const { kept, counted } = summaries(workspace);
    expect(kept).toEqual(counted);
    expect(kept.actions).toEqual({ 1: 2, 2: 1 });
  });
});
