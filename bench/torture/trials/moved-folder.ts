import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorShape } from '../../../shared/errors.ts';
import { faultsOf, rowCounts } from '../check-workspace.ts';
import { confinedEngine } from '../engine.ts';
import type { Trial, TrialContext } from '../trial.ts';

/**
 * Moves the folder of a workspace while a job runs; nothing must be created at the old path, and nothing must be lost.
 */
export const movedFolder: Trial = {
  name: 'folder moved while a job runs',
  unit: 'moves',
  weight: 0.5,
  most: 500,
  async run(context) {
    while (!context.isOver() && context.tally.tried < movedFolder.most) await moveOnce(context);
  },
};

async function moveOnce({ random, tally, folder, shop }: TrialContext): Promise<void> {
  const [old, moved] = [join(folder, 'here.portrait'), join(folder, 'there.portrait')];
  for (const path of [old, moved]) rmSync(path, { recursive: true, force: true });
  cpSync(shop, old, { recursive: true });
  const events = rowCounts(old).events;
  const { client, close } = confinedEngine(folder);
  let code = 'done';
  try {
    await client.call('workspace.open', { path: 'here' });
    const config = { epochs: 2, width: 16, layers: 1, length: 16 };
    const job = random.chance(0.5)
      ? client.run('train.start', { config })
      : client.run('map.compute', { run: 'run-1', epochs: 30 });
    const ended = job.catch((error: unknown) => {
      code = errorShape(error).code;
    });
    await sleep(random.integer(900));
    renameSync(old, moved);
    await ended;
  } finally {
    await close();
  }
  const problems = [
    ...(code === 'INTERNAL' ? ['the job ends with INTERNAL'] : []),
    ...(existsSync(join(old, 'workspace.db')) ? ['a workspace arose at the old place'] : []),
    ...faultsOf(moved),
    ...(rowCounts(moved).events === events ? [] : ['events are missing']),
  ];
  if (problems.length > 0) tally.fail(problems.join('; '));
  else tally.pass(code);
}
