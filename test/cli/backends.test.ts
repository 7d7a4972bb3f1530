import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readLog } from '../../electron/engine/jobs/record-files.ts';
import { readCurve } from '../../electron/engine/runs/curve.ts';
import { testFolder } from '../support/folder.ts';
import { interruptedRun } from '../support/interrupted-run.ts';
import { swiftShader } from '../support/swiftshader.ts';
import { oneObject, portrait, portraitJson, Spawned } from './portrait.ts';

const shader = swiftShader();

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('portrait backends', () => {
  it('lists the backends and saves a choice for this machine', async () => {
    vi.stubEnv('PORTRAIT_HOME', testFolder());
    const { json } = await portraitJson('backends');
    expect(json).toMatchObject({ inUse: 'wasm', requested: 'auto', measured: null });
    expect(json.backends.map(({ name }: { name: string }) => name)).toEqual(['wasm', 'webgpu', 'tensorflow']);
    await portrait('backends', '--use', 'webgpu');
    expect((await portraitJson('backends')).json).toMatchObject({ inUse: 'webgpu', requested: 'webgpu' });
    const { stdout } = await portrait('backends', '--use', 'wasm');
    expect(stdout).toMatch(/\* +wasm +not measured/);
    expect(stdout).toContain('wasm is in use, chosen with --use or in the window');
    expect((await portrait('backends', '--use', 'abacus')).code).toBe(2);
  });

  it('replaces a backend that cannot be started by WebAssembly, and the log says so', async () => {
    vi.stubEnv('PORTRAIT_HOME', testFolder());
    vi.stubEnv('PORTRAIT_TENSORFLOW', '/nowhere');
    const shop = await interruptedRun(testFolder());
    await portrait('backends', '--use', 'tensorflow');
    const { json } = await portraitJson('train', shop, '--resume', 'run-1');
    expect(json).toMatchObject({ run: 'run-1', backend: 'wasm', epochs: 3 });
    const log = readLog(shop, 'job-1').join('\n');
    expect(log).toContain('tensorflow is unavailable, using wasm: The TensorFlow package is not installed.');
  });

  it.skipIf(!shader)(
    'resumes a WebAssembly training on a GPU, evaluates it and computes profiles',
    { timeout: 300_000 },
    async () => {
      vi.stubEnv('PORTRAIT_HOME', testFolder());
      const shop = await interruptedRun(testFolder());
      const copy = join(testFolder(), 'copy.portrait');
      cpSync(shop, copy, { recursive: true });
      await portrait('train', copy, '--resume', 'run-1');

      await portrait('backends', '--use', 'webgpu');
      for (const [name, value] of Object.entries(shader ?? {})) vi.stubEnv(name, value);
      const onGpu = async (...args: string[]) => {
        const { code, stdout, stderr } = await new Spawned([...args, '--json']).completion;
        expect(code, stdout).toBe(0);
        return oneObject(stdout, stderr);
      };
      const summary = await onGpu('train', shop, '--resume', 'run-1');
      expect(summary).toMatchObject({ backend: 'webgpu', device: expect.stringContaining('SwiftShader'), epochs: 3 });
      const [here, there] = [shop, copy].map((path) => readCurve(path, 'run-1'));
      here!.forEach(({ loss, validationLoss }, epoch) => {
        expect(loss).toBeCloseTo(there![epoch]!.loss, 3);
        expect(validationLoss).toBeCloseTo(there![epoch]!.validationLoss!, 3);
      });
      const ofGpu = await onGpu('evaluate', shop, '--run', 'run-1');
      const { json: ofWasm } = await portraitJson('evaluate', shop, '--run', 'run-1');
      expect(ofGpu.metrics).toEqual(ofWasm.metrics);
      expect(await onGpu('profile', shop, '--run', 'run-1')).toMatchObject({ users: 16 });
    },
  );
});
