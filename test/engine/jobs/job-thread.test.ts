import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { JobThread } from '../../../electron/engine/jobs/job-thread.ts';
import type { PortraitError } from '../../../shared/errors.ts';
import { testWorkspace } from '../../support/shop.ts';

const ROWS = 30_000;

it.each([0, 1, 2, 3])(
  'a thread ends, and the process goes on, if an import is cancelled without grace after %i messages',
  async (messages) => {
    const { path } = testWorkspace();
    const file = join(dirname(path), 'many.csv');
    const row = (_: unknown, i: number) => `u${i % 997},${1.7e12 + i * 1000},view,i${i % 61}`;
    writeFileSync(file, `user,time,action,item\n${Array.from({ length: ROWS }, row).join('\n')}\n`);
    const input = { files: [{ file }] };
    const start = { kind: 'ingest.run', input, workspace: path, resumeState: {}, backend: 'wasm' } as const;
    const reason = await new Promise<PortraitError>((resolve) => {
      let received = 0;
      const running = new JobThread().run(
        { ...start, isReusable: false },
        () => {
          if (received++ === messages) running.cancel(0);
        },
        resolve,
      );
    });
    expect(reason.code).toBe('CANCELLED');
  },
);

it('a thread that is free is not terminated later, however often its last job was cancelled', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { path: workspace } = testWorkspace();
  const thread = new JobThread();
  const start = { kind: 'none', input: {}, workspace, resumeState: {}, backend: 'wasm', isReusable: true } as const;
  await new Promise<PortraitError>((resolve) => {
    const running = thread.run(start, () => {}, resolve);
    running.cancel(1000);
    running.cancel(1000);
  });
  expect(vi.getTimerCount()).toBe(0);
  await thread.terminate();
});
