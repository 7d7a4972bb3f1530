import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultsOf } from '../check-workspace.ts';
import { command, errorCode } from '../command.ts';
import type { Trial } from '../trial.ts';

const JUMPING_CLOCK = fileURLToPath(new URL('../jumping-clock.ts', import.meta.url));

/** Runs commands under a clock that jumps by hours at each reading; all must succeed. */
export const clock: Trial = {
  name: 'commands under a jumping clock',
  unit: 'commands',
  weight: 0.5,
  most: 500,
  async run({ random, tally, folder, shop, isOver }) {
    const workspace = join(folder, 'clock.portrait');
    const commands = [
      ['train', workspace, '--set', 'width=16', '--set', 'layers=1', '--set', 'length=16', '--set', 'epochs=1'],
      ['map', workspace, '--epochs', '20'],
      ['segment', workspace, '--name', 'Buyers', '--where', 'count(purchase) >= 1'],
      ['runs', workspace],
      ['report', workspace],
    ];
    while (!isOver() && tally.tried < clock.most) {
      rmSync(workspace, { recursive: true, force: true });
      cpSync(shop, workspace, { recursive: true });
      const args = random.pick(commands);
      const result = await command(args, { home: folder, nodeArgs: ['--import', JUMPING_CLOCK] });
      const faults = faultsOf(workspace);
      if (result.code === 0 && faults.length === 0) tally.pass(args[0]);
      else tally.fail(`${args[0]}: ${[errorCode(result) || result.stderr.slice(0, 200), ...faults].join('; ')}`);
    }
  },
};
