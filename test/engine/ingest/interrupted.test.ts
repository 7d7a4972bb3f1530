import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importJob } from '../../../electron/engine/ingest/import-job.ts';
import { openWorkspace } from '../../../electron/engine/store/workspace.ts';
import { Random } from '../../../shared/domain/random.ts';
import { cancelled } from '../../../shared/errors.ts';
import { testWorkspace } from '../../support/shop.ts';
import { fileWith, importFiles, jobContext, one } from './importing.ts';

const EVENTS = 60_000;
const script = fileURLToPath(new URL('import-child.ts', import.meta.url));

function manyEvents(rows: number, firstUser = 0): string {
  const line = (i: number) =>
    `u${firstUser + (i % 997)},${new Date(1.7e12 + i * 1000).toISOString()},view,i${i % 61},${(i % 90) + 0.5}`;
  return `user,time,action,item,price\n${Array.from({ length: rows }, (_, i) => line(i)).join('\n')}\n`;
}

const contents = (path: string) => {
  const workspace = openWorkspace(path);
  try {
    const counts = ['events', 'users', 'items', 'imports', 'sessions'].map((table) =>
      one(workspace, `SELECT count(*) FROM ${table}`),
    );
    return { counts, integrity: workspace.db.pragma('integrity_check', { simple: true }) };
  } finally {
    workspace.close();
  }
};

/** Imports in a child process and kills it `delay` ms after it has come to a stage. */
async function killed(path: string, file: string, stage: string, delay: number): Promise<void> {
  const child = spawn(process.execPath, [script, path, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (data: Buffer) => {
    if (data.includes(stage)) timer ??= setTimeout(() => child.kill('SIGKILL'), delay);
  });
  await once(child, 'close');
  clearTimeout(timer);
}

describe('an import that is interrupted', () => {
  it('by a kill leaves the workspace with all of it or as it was, and it can be imported again', async () => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, manyEvents(500, 5000), 'before.csv')]);
    const file = fileWith(workspace, manyEvents(EVENTS), 'many.csv');
    workspace.close();
    const before = contents(workspace.path);
    const random = new Random(17);
    let kills = 0;
    for (const stage of ['import.read', 'import.write', 'import.write', 'import.write']) {
      await killed(workspace.path, file, stage, random.integer(200));
      const after = contents(workspace.path);
      if (Number(after.counts[0]) > 500) break;
      expect(after).toEqual(before);
      kills++;
    }
    expect(kills).toBeGreaterThan(0);
    await killed(workspace.path, file, 'never', 0);
    const whole = [EVENTS + 500, 997 + 500, 61, expect.any(Number), expect.any(Number)];
    expect(contents(workspace.path)).toEqual({ counts: whole, integrity: 'ok' });
  });

  it('by its user stops within moments and leaves the workspace as it was', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, manyEvents(EVENTS), 'many.csv');
    let asked = 0;
    const checkCancelled = () => {
      if (++asked > 40) throw cancelled();
    };
    await expect(importJob({ files: [{ file }] }, jobContext(workspace, { checkCancelled }))).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(
      one(
        workspace,
        'SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM users) + (SELECT count(*) FROM imports)',
      ),
    ).toBe(0);
    expect(workspace.db.inTransaction).toBe(false);
    expect(existsSync(join(workspace.path, 'temporary'))).toBe(false);
    expect(await importFiles(workspace, [file])).toMatchObject({ events: EVENTS });
  });

  it('by the second of two files takes back the first', async () => {
    const workspace = testWorkspace();
    const good = fileWith(workspace, manyEvents(10), 'good.csv');
    const bad = fileWith(workspace, 'user,time\na,soon\n', 'bad.csv');
    await expect(importFiles(workspace, [good, bad])).rejects.toMatchObject({ code: 'NO_ROW_USABLE' });
    expect(one(workspace, 'SELECT count(*) FROM events')).toBe(0);
  });

  it('by a full disk leaves the workspace as it was', async () => {
    const workspace = testWorkspace();
    const pages = Number(workspace.db.pragma('page_count', { simple: true }));
    workspace.db.pragma(`max_page_count = ${pages + 20}`);
    const file = fileWith(workspace, manyEvents(EVENTS), 'many.csv');
    await expect(importFiles(workspace, [file])).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(one(workspace, 'SELECT count(*) FROM events')).toBe(0);
    expect(workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
