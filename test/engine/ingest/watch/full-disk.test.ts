import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Watches } from '../../../../electron/engine/ingest/watch/watches.ts';
import { openEngineLog } from '../../../../electron/engine/log/engine-log.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { testFolder } from '../../../support/folder.ts';
import { testWorkspace } from '../../../support/shop.ts';

it('a file whose import filled the disk is imported again once there is more room for it, unchanged as it is', async () => {
  const home = testFolder();
  const folder = join(home, 'exports');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.csv'), 'x'.repeat(1000));
  const started: string[] = [];
  let looks = 0;
  let free = 5000;
  const watches = new Watches(testWorkspace(), {
    start: () => `job-${started.push('a.csv')}`,
    log: openEngineLog(home),
    timing: { settleMs: 0, pollMs: 1 },
    resume: false,
    home,
    freeBytes: () => {
      looks++;
      return free;
    },
  });
  onTestFinished(() => watches.close());
  watches.add(folder, { options: {}, cleaning: {}, keep: false });
  const imports = (count: number) => vi.waitFor(() => expect(started).toHaveLength(count), { timeout: 30_000 });
  const pollAgain = (more: number) => {
    const end = looks + more;
    return vi.waitFor(() => expect(looks).toBeGreaterThan(end), { timeout: 30_000 });
  };

  await imports(1);
  watches.onJob(ended('job-1', 'DISK_FULL'));
  await pollAgain(5);
  free += 999;
  await pollAgain(5);
  expect(started).toHaveLength(1);
  free += 1;
  await imports(2);
  watches.onJob(ended('job-2', null));
  writeFileSync(join(folder, 'b.csv'), 'y');
  await imports(3);
});

function ended(id: string, code: string | null): Job {
  const error = code === null ? null : { code, message: 'The disk is full.', hint: 'Free up disk space.' };
  const state = code === null ? 'done' : 'failed';
  const none = { progress: null, secondsLeft: null, resumable: false };
  return { id, kind: 'ingest.run', state, started: 0, ended: 1, error, ...none };
}
