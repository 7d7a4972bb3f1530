import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portraitJson, Spawned } from './portrait.ts';

it('a folder is watched until Ctrl-C: each import prints one line, and failures are reported', async () => {
  const home = testFolder();
  const shop = join(home, 'shop.portrait');
  const folder = join(home, 'exports');
  mkdirSync(folder);
  await portraitJson('new', shop);
  writeFileSync(join(folder, 'a.csv'), 'wer,wann,was\na,2024-05-01 10:00:00,x\n');
  const command = new Spawned(['watch', shop, folder, '--map', "user=wer,time=wann,item=was,action='buy'", '--json']);
  const lines = () =>
    command.partialResult.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  const soon = (check: () => void) => vi.waitFor(check, { timeout: 40_000, interval: 100 });
  await soon(() => expect(lines()).toMatchObject([{ events: 1 }]));
  writeFileSync(join(folder, 'b.csv'), 'label\n1\n');
  await soon(() => expect(lines()).toMatchObject([{ events: 1 }, { error: { code: expect.any(String) } }]));
  command.kill('SIGINT');
  const { code } = await command.completion;
  expect(code).toBe(0);
  expect(lines().at(-1)).toEqual({ imports: 1, failed: 1, events: 1 });
  expect((await portraitJson('imports', shop)).json.imports).toHaveLength(1);
});
