import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { watchFailures } from '../../../../electron/engine/model/backends/webgpu/failures.ts';
import { swiftShader } from '../../../support/swiftshader.ts';

const shader = swiftShader();

describe('a GPU', () => {
  it.skipIf(!shader)(
    'sums more tensors than a shader may read, and reports a lost device',
    { timeout: 120_000 },
    () => {
      const file = fileURLToPath(new URL('./on-webgpu.ts', import.meta.url));
      const { stdout, stderr } = spawnSync(process.execPath, [file], {
        env: { ...process.env, ...shader },
        encoding: 'utf8',
      });
      expect(JSON.parse(stdout || stderr)).toEqual({ sum: 12, alone: 1, code: 'WEBGPU_LOST' });
    },
  );

  it('that reported an error throws this first error instead of returning numbers', async () => {
    const refuses = watchedDevice();
    expect(refuses.check).not.toThrow();
    refuses.report(new (class GPUValidationError extends Error {})('too many buffers'));
    refuses.report(new (class GPUOutOfMemoryError extends Error {})('out of memory'));
    expect(refuses.check).toThrow('The GPU rejected an operation: too many buffers');

    const full = watchedDevice();
    full.report(new (class GPUOutOfMemoryError extends Error {})('out of memory'));
    expect(full.check).toThrow(expect.objectContaining({ code: 'WEBGPU_MEMORY' }));

    const gone = watchedDevice();
    await gone.lose('the driver was restarted');
    expect(gone.check).toThrow('The GPU was lost during the computation: the driver was restarted');
  });
});

/** A device that reports the given errors. */
function watchedDevice() {
  const { promise: lost, resolve } = Promise.withResolvers<{ message: string }>();
  let listen: (event: { error: Error; preventDefault(): void }) => void = () => {};
  const check = watchFailures({ lost, addEventListener: (_type, listener) => (listen = listener) });
  return {
    check,
    report: (error: Error) => listen({ error, preventDefault() {} }),
    async lose(message: string) {
      resolve({ message });
      await lost;
    },
  };
}
