import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../../electron/cli/text.ts';
import { Random } from '../../shared/domain/random.ts';
import { machine } from '../machine.ts';
import { baseShop } from './base-shop.ts';
import { Tally } from './tally.ts';
import type { Trial } from './trial.ts';
import { calls } from './trials/calls.ts';
import { clock } from './trials/clock.ts';
import { corruption } from './trials/corruption.ts';
import { fullDisk } from './trials/full-disk.ts';
import { kills } from './trials/kills.ts';
import { messages } from './trials/messages.ts';
import { movedFolder } from './trials/moved-folder.ts';
import { rows } from './trials/rows.ts';
import { tabs } from './trials/tabs.ts';

/**
 * `npm run torture -- [--minutes 30] [--trial WORDS] [--seed 1]`: attacks the built program for the given time and
 * prints what was tried and survived. Exits with 1 if anything was lost.
 */
const TRIALS: readonly Trial[] = [kills, rows, calls, messages, corruption, fullDisk, movedFolder, clock, tabs];

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    trial: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const trials = TRIALS.filter(({ name }) => name.includes(values.trial ?? ''));
const totalWeight = trials.reduce((sum, { weight }) => sum + weight, 0);
const root = mkdtempSync(join(tmpdir(), 'portrait-torture-'));
const lines: string[][] = [];
const failures: string[] = [];

try {
  const shop = await baseShop(join(root, 'base'));
  for (const [index, trial] of trials.entries()) {
    const milliseconds = (Number(values.minutes) * 60_000 * trial.weight) / totalWeight;
    const tally = await attack(trial, shop, milliseconds, new Random(Number(values.seed), index));
    const lost = tally.tried - tally.survived;
    const counts = [tally.tried, tally.survived, lost].map((count) => count.toLocaleString('en'));
    lines.push([`${trial.name} (${trial.unit})`, ...counts, tally.summary()]);
    failures.push(...tally.failures.map((failure) => `${trial.name}: ${failure}`));
    process.stderr.write(`${trial.name}: ${tally.survived} of ${tally.tried}\n`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

const { processor, cores, system, node } = machine();
process.stdout.write(
  `torture, ${values.minutes} minutes, seed ${values.seed}: ${cores} cores (${processor}), ${system}, Node ${node}\n\n`,
);
process.stdout.write(`${table(lines, ['attack', 'tried', 'survived', 'lost', 'outcomes'])}\n`);
for (const failure of failures) process.stdout.write(`lost: ${failure}\n`);
process.exit(failures.length > 0 ? 1 : 0);

async function attack(trial: Trial, shop: string, milliseconds: number, random: Random): Promise<Tally> {
  const tally = new Tally();
  const folder = join(root, trial.name.replaceAll(/\W+/g, '-'));
  mkdirSync(folder);
  const end = performance.now() + milliseconds;
  try {
    await trial.run({ random, tally, folder, shop, isOver: () => performance.now() >= end });
  } catch (error) {
    tally.fail(`the trial broke off: ${error instanceof Error ? error.stack : error}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}
