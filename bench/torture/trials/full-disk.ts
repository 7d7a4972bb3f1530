import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { faultsOf, rowCounts } from '../check-workspace.ts';
import { command, errorCode } from '../command.ts';
import { writeEvents } from '../events-csv.ts';
import type { Trial, TrialContext } from '../trial.ts';

const DISK = '24m';

/**
 * Runs commands on a disk with a random amount of free space; the workspace must stay sound and work again once there
 * is room.
 */
export const fullDisk: Trial = {
  name: 'commands on a filling disk',
  unit: 'commands',
  weight: 1.5,
  most: 2000,
  async run(context) {
    const disk = join(context.folder, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk]).status !== 0) {
      context.tally.skipped = 'a small file system cannot be mounted here';
      return;
    }
    try {
      const events = join(context.folder, 'events.csv');
      writeEvents(events, context.random, 20_000);
      while (!context.isOver() && context.tally.tried < fullDisk.most) await fillOnce(context, disk, events);
    } finally {
      spawnSync('umount', [disk]);
    }
  },
};

async function fillOnce({ random, tally, folder, shop }: TrialContext, disk: string, events: string): Promise<void> {
  for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
  const workspace = join(disk, 'shop.portrait');
  cpSync(shop, workspace, { recursive: true });
  const before = rowCounts(workspace);
  const args = random.pick(commands(workspace, events));
  const room = random.integer(4_000) * 1024;
  const filler = join(disk, 'filler');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - room)));
  const result = await command(args, { home: folder });
  rmSync(filler);
  const code = result.code === 0 ? 'done' : errorCode(result);
  const info = await command(['info', workspace], { home: folder });
  const problems = [
    ...(code === '' || code === 'INTERNAL' ? [`ends with ${code || result.stderr.slice(0, 200)}`] : []),
    ...(info.code === 0 ? [] : [`info answers ${errorCode(info)}`]),
    ...faultsOf(workspace),
    ...(code === 'DISK_FULL' && !isDeepStrictEqual(rowsOfData(before), rowsOfData(rowCounts(workspace)))
      ? ['rows changed']
      : []),
    ...halfFiles(workspace),
  ];
  if (problems.length > 0) tally.fail(`${args[0]} with ${room / 1024} KB free: ${problems.join('; ')}`);
  else tally.pass(code);
}

function commands(workspace: string, events: string): readonly (readonly string[])[] {
  const small = ['width=16', 'layers=1', 'length=16', 'epochs=2'].flatMap((setting) => ['--set', setting]);
  return [
    ['train', workspace, ...small],
    ['import', workspace, events],
    ['profile', workspace],
    ['map', workspace, '--epochs', '20'],
    ['evaluate', workspace],
    ['finetune', workspace, '--returns', '--days', '30', '--set', 'epochs=1'],
    ['export', workspace, '--profiles'],
    ['segment', workspace, '--name', 'Buyers', '--where', 'count(purchase) >= 1'],
  ];
}

/** Row counts of the user's data, without the row of a run that failed. */
function rowsOfData({ events, users, items, maps, segments }: ReturnType<typeof rowCounts>) {
  return { events, users, items, maps, segments };
}

function halfFiles(workspace: string): string[] {
  const names = existsSync(workspace) ? readdirSync(workspace, { recursive: true }).map(String) : [];
  return names.filter((name) => /\.(part|partial)$/.test(name)).map((name) => `${name} is left`);
}
