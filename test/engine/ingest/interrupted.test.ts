import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importJob } from '../../../electron/engine/ingest/import-job.ts';
import { cancelled } from '../../../shared/errors.ts';
import { testWorkspace } from '../../support/shop.ts';
import { fileWith, importFiles, jobContext, queryScalar } from './import-helpers.ts';

const EVENTS = 60_000;

function manyEvents(rows: number): string {
  const line = (i: number) =>
    `u${i % 997},${new Date(1.7e12 + i * 1000).toISOString()},view,i${i % 61},${(i % 90) + 0.5}`;
  return `user,time,action,item,price\n${Array.from({ length: rows }, (_, i) => line(i)).join('\n')}\n`;
}

describe('an import that is interrupted', () => {
  it('by the user stops within moments and leaves the workspace unchanged', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, manyEvents(EVENTS), 'many.csv');
    let checks = 0;
    const checkCancelled = () => {
      if (++checks > 40) throw cancelled();
    };
    await expect(importJob({ files: [{ file }] }, jobContext(workspace, { checkCancelled }))).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(
      queryScalar(
        workspace,
        'SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM users) + (SELECT count(*) FROM imports)',
      ),
    ).toBe(0);
    expect(workspace.db.inTransaction).toBe(false);
    expect(existsSync(join(workspace.path, 'temporary'))).toBe(false);
    expect(await importFiles(workspace, [file])).toMatchObject({ events: EVENTS });
  });

  it('by the second of two files rolls back the first', async () => {
    const workspace = testWorkspace();
    const good = fileWith(workspace, manyEvents(10), 'good.csv');
    const bad = fileWith(workspace, 'user,time\na,soon\n', 'bad.csv');
    await expect(importFiles(workspace, [good, bad])).rejects.toMatchObject({ code: 'NO_ROW_USABLE' });
    expect(queryScalar(workspace, 'SELECT count(*) FROM events')).toBe(0);
  });

  it('by a full disk leaves the workspace unchanged', async () => {
    const workspace = testWorkspace();
    const pages = Number(workspace.db.pragma('page_count', { simple: true }));
    workspace.db.pragma(`max_page_count = ${pages + 20}`);
    const file = fileWith(workspace, manyEvents(EVENTS), 'many.csv');
    await expect(importFiles(workspace, [file])).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(queryScalar(workspace, 'SELECT count(*) FROM events')).toBe(0);
    expect(workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
