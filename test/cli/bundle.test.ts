import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { oneObject, Spawned } from './portrait.ts';
import { shopCounts, writeShop } from './shop-csv.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const file = join(dist, 'portrait.js');

async function bundled(...args: string[]) {
  if (!existsSync(file)) throw new Error('dist/ is not built: run "npm run build"');
  const { stdout, stderr } = await new Spawned([...args, '--json'], { file }).completion;
  return oneObject(stdout, stderr);
}

describe('the bundle', () => {
  it('imports and trains with the kernels from dist/ alone', async () => {
    const folder = testFolder();
    const shop = join(folder, 'shop.portrait');
    await bundled('new', shop);
    expect(await bundled('import', shop, writeShop(folder))).toMatchObject({ events: shopCounts().events });
    const settings = ['epochs=1', 'width=8', 'layers=1', 'length=16'].flatMap((setting) => ['--set', setting]);
    expect(await bundled('train', shop, ...settings)).toMatchObject({ run: 'run-1', backend: 'wasm' });
  });

  it('checks the version of Node before it loads anything else', () => {
    const entry = readFileSync(file, 'utf8');
    expect(entry.startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(entry).not.toMatch(/^import /m);
  });

  it('has an entry for each process, and a preload script that a sandbox can load', () => {
    const kernels = ['kernels.wasm', 'kernels-simd.wasm'];
    for (const name of [
      'desktop.js',
      'engine.js',
      'job-worker.js',
      'thread-entry.js',
      'probe-process.js',
      ...kernels,
      'renderer/index.html',
    ]) {
      expect(existsSync(join(dist, name)), name).toBe(true);
    }
    const preload = readFileSync(join(dist, 'preload.cjs'), 'utf8');
    expect([...preload.matchAll(/require\(["'](.+?)["']\)/g)].map(([, name]) => name)).toEqual(['electron']);
  });

  it('contains no copy of TensorFlow.js, which must be loaded once', () => {
    const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
    for (const name of scripts)
      expect(readFileSync(join(dist, name), 'utf8'), name).not.toContain('class KernelBackend');
  });
});
