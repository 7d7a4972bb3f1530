import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson, Spawned } from './portrait.ts';
import { writeShop } from './shop-csv.ts';

const set = (...settings: string[]) => settings.flatMap((setting) => ['--set', setting]);
const SMALL = set('width=16', 'layers=1', 'length=16', 'dropout=0.1', 'checkpointSteps=3');

async function newShop(name: string): Promise<string> {
  const folder = testFolder();
  const shop = join(folder, name);
  await portrait('new', shop);
  await portrait('import', shop, writeShop(folder, 200));
  return shop;
}

const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0);

/** Runs a command and kills it with SIGKILL, as a power failure would, once a file has this many lines. */
async function killAt(file: string, lines: number, ...args: string[]): Promise<void> {
  const command = new Spawned([...args, '--json']);
  await vi.waitFor(() => expect(linesOf(file)).toBeGreaterThanOrEqual(lines), { timeout: 60_000, interval: 20 });
  command.kill('SIGKILL');
  expect((await command.completion).code).toBeNull();
}

describe('a process that is killed', () => {
  it('twice during training produces the same bytes as without interruption', { timeout: 120_000 }, async () => {
    const [whole, killed] = [await newShop('whole.portrait'), await newShop('killed.portrait')];
    const settings = [...SMALL, ...set('epochs=16')];
    await portrait('train', whole, ...settings);

    const curve = join(killed, 'models', 'run-1', 'training.jsonl');
    await killAt(curve, 2, 'train', killed, ...settings);
    await killAt(curve, linesOf(curve) + 1, 'train', killed, '--resume');
    const { json } = await portraitJson('train', killed, '--resume');
    expect(json).toMatchObject({ run: 'run-1', epochs: 16 });
    const weights = (shop: string) => readFileSync(join(shop, 'models', 'run-1', 'model.safetensors'));
    expect(weights(killed).equals(weights(whole))).toBe(true);

    const { json: there } = await portraitJson('runs', whole, '--record');
    const { json: here } = await portraitJson('runs', killed, '--record');
    expect(here.data.hash).toBe(there.data.hash);
    expect(here.validation).toEqual(there.validation);
    expect(here.command).toBe(there.command);
    expect(here.command).toContain('--set epochs=16');
  });

  it('during a search continues with the trials that it has', { timeout: 120_000 }, async () => {
    const shop = await newShop('search.portrait');
    const trials = join(shop, 'models', 'search-1', 'trials.jsonl');
    const args = ['--minutes', '30', '--try', 'learningRate=1e-5,1e-3,1e-2', ...SMALL, ...set('epochs=9')];
    await killAt(trials, 1, 'search', shop, ...args);
    const before = readFileSync(trials, 'utf8');
    const { json } = await portraitJson('search', shop, '--resume');
    expect(json).toMatchObject({ search: 'search-1', run: 'run-1', method: 'halving' });
    expect(json.trials).toHaveLength(3);
    expect(readFileSync(trials, 'utf8').startsWith(before)).toBe(true);
    expect((await portraitJson('runs', shop)).json.runs).toMatchObject([{ id: 'run-1', title: 'search-1' }]);
  });
});
