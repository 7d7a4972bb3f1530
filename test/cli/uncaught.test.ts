import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { oneObject, portrait, Spawned } from './portrait.ts';
import { writeShop } from './shop-csv.ts';

/** A module that throws where nothing catches, on SIGUSR2. */
const THROWING = `data:text/javascript,process.on('SIGUSR2',()=>{throw new TypeError('planted')})`;

async function spawnInShop(command: string, ...args: string[]) {
  const home = testFolder();
  const path = join(home, 'shop.portrait');
  await portrait('new', path);
  await portrait('import', path, writeShop(home));
  const env = { PORTRAIT_HOME: home };
  const spawned = new Spawned([command, path, '--json', ...args], { nodeArgs: ['--import', THROWING], env });
  return { command: spawned, logLines: () => readFileSync(join(home, 'logs', 'engine.log'), 'utf8').split('\n') };
}

describe('an error that nothing catches', () => {
  it('ends a command with exit code 1 and the error as JSON, and is logged with its stack', async () => {
    const { command, logLines } = await spawnInShop('train', '--set', 'epochs=10000', '--set', 'width=16');
    await expect.poll(() => command.partialResult.stderr, { timeout: 30_000 }).toContain('Training: ');
    command.kill('SIGUSR2');
    const { code, stdout, stderr } = await command.completion;
    expect(code).toBe(1);
    expect(oneObject(stdout, stderr)).toMatchObject({
      error: { code: 'INTERNAL', hint: expect.stringContaining('log') },
    });
    const uncaught = logLines().find((line) => line.includes('uncaught error'));
    expect(JSON.parse(uncaught ?? '{}')).toMatchObject({ errors: [{ name: 'TypeError', frames: expect.any(Array) }] });
  });

  it('replaces the engine of the browser host, and ends the host when that happens too often', async () => {
    const { command, logLines } = await spawnInShop('serve');
    await expect.poll(() => command.partialResult.stdout, { timeout: 30_000 }).toContain('\n');
    const { url } = oneObject(command.partialResult.stdout, command.partialResult.stderr);
    const uncaught = () => logLines().filter((line) => line.includes('uncaught error')).length;
    for (let restarts = 1; restarts <= 3; restarts++) {
      command.kill('SIGUSR2');
      await expect.poll(uncaught).toBe(restarts);
      expect((await fetch(new URL('/', url))).status).toBe(200);
    }
    command.kill('SIGUSR2');
    const { code, stdout } = await command.completion;
    expect(stdout).toContain('INTERNAL');
    expect(code).toBe(1);
  });
});
