import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, queryScalar } from '../import-helpers.ts';

const script = fileURLToPath(new URL('undo-child.ts', import.meta.url));
const EVENTS = 60_000;

/** Kills the process `delay` ms after its first output, or lets it finish. */
async function undoAndKill(path: string, delay: number | null): Promise<string> {
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (data: Buffer) => {
    output += data;
    if (delay !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), delay);
  });
  await once(child, 'close');
  clearTimeout(timer);
  return output;
}

function counts(path: string) {
  const workspace = openWorkspace(path);
  try {
    expect(workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
    return ['events', 'users', 'items', 'sessions', 'imports', 'undo_rows', 'rejected_rows'].map((table) =>
      queryScalar(workspace, `SELECT count(*) FROM ${table}`),
    );
  } finally {
    workspace.close();
  }
}

it('an undo that is killed has removed everything or nothing', async () => {
  const workspace = testWorkspace();
  const line = (i: number) => `u${i % 1999},${new Date(1.7e12 + i * 1000).toISOString()},view,i${i % 61},${i % 90}.5`;
  const lines = Array.from({ length: EVENTS }, (_, i) => line(i));
  const file = fileWith(workspace, `user,time,action,item,price\n${lines.join('\n')}\nx,soon,view,i1,1\n`);
  await importFiles(workspace, [file]);
  workspace.close();
  const before = counts(workspace.path);
  const random = new Random(23);
  let kills = 0;
  for (let attempt = 0; attempt < 4; attempt++) {
    const output = await undoAndKill(workspace.path, random.integer(15));
    const after = counts(workspace.path);
    if (output.includes('done') || after[0] === 0) break;
    expect(after).toEqual(before);
    kills++;
  }
  expect(kills).toBeGreaterThan(0);
  if (counts(workspace.path)[0] !== 0) await undoAndKill(workspace.path, null);
  expect(counts(workspace.path)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});
