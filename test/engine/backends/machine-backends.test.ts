import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MachineBackends } from '../../../electron/engine/backends/machine-backends.ts';
import type { BackendReport } from '../../../shared/contract/backends.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import { testFolder } from '../../support/folder.ts';

const rates: Readonly<Record<BackendName, number>> = { wasm: 1000, webgpu: 50_000, tensorflow: 4000 };
const findingOf = (name: BackendName): BackendReport => ({
  ...{ name, device: `what runs ${name}`, software: false, rate: rates[name], error: null },
});
const probe = async (name: BackendName) => findingOf(name);

describe('the backends of a machine', () => {
  it('default to WebAssembly until they are measured, then to the fastest, for all engines with the same home folder', async () => {
    const home = join(testFolder(), 'home');
    const backends = new MachineBackends(home, probe);
    expect(backends.list()).toMatchObject({ inUse: 'wasm', measured: null, measuring: null, requested: 'auto' });
    const measuring = backends.measure();
    expect(backends.list()).toMatchObject({
      measuring: 'wasm',
      backends: [{ name: 'wasm', device: null, error: null }, {}, {}],
    });
    await measuring;
    expect(backends.list()).toMatchObject({ inUse: 'webgpu', measuring: null });
    const another = new MachineBackends(home);
    expect(another.inUse()).toBe('webgpu');
    expect(another.list().backends).toEqual([findingOf('wasm'), findingOf('webgpu'), findingOf('tensorflow')]);
    expect(Date.now() - another.list().measured!).toBeLessThan(60_000);
  });

  it('keep the user’s choice after another measurement', async () => {
    const backends = new MachineBackends(testFolder(), probe);
    backends.use('tensorflow');
    await backends.measure();
    expect(backends.list()).toMatchObject({ inUse: 'tensorflow', requested: 'tensorflow' });
    backends.use('auto');
    expect(backends.inUse()).toBe('webgpu');
  });

  it('are not tried again after a failed start until they are chosen or measured again', async () => {
    const backends = new MachineBackends(testFolder(), probe);
    backends.use('webgpu');
    expect(backends.inUse()).toBe('webgpu');
    const error = { code: 'NO_GPU', message: 'There is no GPU.', hint: 'Plug one in.' };
    backends.recordFailure('webgpu', error);
    expect(backends.list()).toMatchObject({ inUse: 'wasm', requested: 'webgpu', measured: null });
    expect(backends.list().backends[1]).toMatchObject({ device: null, error });
    backends.use('webgpu');
    expect(backends.inUse()).toBe('webgpu');
    backends.recordFailure('webgpu', error);
    await backends.measure();
    expect(backends.inUse()).toBe('webgpu');
  });

  it('are measured one at a time; concurrent requests share one measurement', async () => {
    const calls: string[] = [];
    const backends = new MachineBackends(testFolder(), async (name) => {
      calls.push(name);
      await new Promise((resolve) => setImmediate(resolve));
      calls.push('done');
      return findingOf(name);
    });
    await Promise.all([backends.measure(), backends.measure()]);
    expect(calls).toEqual(['wasm', 'done', 'webgpu', 'done', 'tensorflow', 'done']);
  });

  it('record that a backend crashed its probe, and the others are not affected', async () => {
    const home = testFolder();
    const dies = async (name: BackendName): Promise<BackendReport> => {
      if (name === 'webgpu') throw new Error('the engine is gone');
      return findingOf(name);
    };
    await expect(new MachineBackends(home, dies).measure()).rejects.toThrow('the engine is gone');
    const { backends, inUse } = new MachineBackends(home).list();
    expect(inUse).toBe('wasm');
    expect(backends[0]).toEqual(findingOf('wasm'));
    expect(backends[1]).toMatchObject({ device: null, rate: null, error: { code: 'BACKEND_DIED' } });
  });

  it('are read from a file of an earlier version', () => {
    const home = testFolder();
    const file = { wish: 'wasm', measured: 5, findings: [findingOf('wasm')] };
    writeFileSync(join(home, 'backends.json'), JSON.stringify(file));
    expect(new MachineBackends(home).list()).toMatchObject({ inUse: 'wasm', requested: 'wasm', measured: 5 });
  });

  it('count as unmeasured if their file cannot be read', () => {
    const home = testFolder();
    writeFileSync(join(home, 'backends.json'), '{ "requested": "abacus" }');
    expect(new MachineBackends(home).list()).toMatchObject({ inUse: 'wasm', requested: 'auto', measured: null });
  });
});
