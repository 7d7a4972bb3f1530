import { cpSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backends } from '../../../electron/engine/model/backends/index.ts';
import { registerReferenceKernels } from '../../../electron/engine/model/ops/reference/index.ts';
import { readCurve } from '../../../electron/engine/runs/curve.ts';
import { openWorkspace } from '../../../electron/engine/store/workspace.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import { testFolder } from '../../support/folder.ts';
import { interruptedRun } from '../../support/interrupted-run.ts';
import { recordingContext } from '../train/context.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await backends.wasm.start();
});

/** Trains `run-1` to its end in a copy of a workspace; returns its losses by epoch, backend and device. */
async function resumeCopy(path: string) {
  const copy = join(testFolder(), 'copy.portrait');
  cpSync(path, copy, { recursive: true });
  const workspace = openWorkspace(copy);
  try {
    const { backend, device } = await trainJob({ config: {}, resume: 'run-1' }, recordingContext(workspace).context);
    return { device, backend, losses: readCurve(copy, 'run-1').map(({ loss }) => loss) };
  } finally {
    workspace.close();
  }
}

describe('a training that was interrupted on WebAssembly', () => {
  it('resumes with plain TensorFlow.js to the same losses, and the log names the backend', async () => {
    const path = await interruptedRun(testFolder());
    const onWasm = await resumeCopy(path);
    vi.spyOn(backends.wasm, 'start').mockImplementation(async () => {
      registerReferenceKernels('cpu');
      await tf.setBackend('cpu');
      return { description: 'plain operations', software: false };
    });
    const onPlain = await resumeCopy(path);
    expect(onPlain.device).toBe('plain operations');
    expect(onPlain.losses).toHaveLength(3);
    onPlain.losses.forEach((loss, epoch) => {
      expect(loss).toBeCloseTo(onWasm.losses[epoch]!, 4);
    });
    expect(onPlain.losses[2]).toBeLessThan(onPlain.losses[0]!);
  });
});
