import { cpSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backends } from '../../../electron/engine/model/backends/index.ts';
import { putReferencesInto } from '../../../electron/engine/model/ops/reference/index.ts';
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

/** Trains `run-1` to its end in a copy of a workspace; gives its losses by epoch and what it was computed on. */
async function resumed(path: string) {
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
  it('goes on with plain TensorFlow.js to the same losses, and says what it ended on', async () => {
    const path = await interruptedRun(testFolder());
    const there = await resumed(path);
    vi.spyOn(backends.wasm, 'start').mockImplementation(async () => {
      putReferencesInto('cpu');
      await tf.setBackend('cpu');
      return { description: 'plain operations', software: false };
    });
    const here = await resumed(path);
    expect(here.device).toBe('plain operations');
    expect(here.losses).toHaveLength(3);
    here.losses.forEach((loss, epoch) => {
      expect(loss).toBeCloseTo(there.losses[epoch]!, 4);
    });
    expect(here.losses[2]).toBeLessThan(here.losses[0]!);
  });
});
