import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCurve } from '../../../../electron/engine/runs/curve.ts';
import { listRuns } from '../../../../electron/engine/store/models/runs.ts';
import { modelFolder, type OpenWorkspace, openWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { trainJob } from '../../../../electron/engine/train/train-job.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';
import { recordingContext } from '../context.ts';
import { ringEvents } from '../ring-shop.ts';

const script = fileURLToPath(new URL('train-child.ts', import.meta.url));
const settings = {
  ...{ width: 16, layers: 1, heads: 2, length: 16, dropout: 0.2, batchSize: 4, learningRate: 5e-3, seed: 5 },
  ...{ epochs: 4, patience: 4, checkpointSteps: 3, averaging: 2, weightDecay: 0.01, maskSpan: 2 },
  ...{ contrast: 0.3, sliceLength: 6 },
};
const EVENTS = ringEvents({ users: 40, items: 15, walk: 9 });
const STEPS = 40;

function shop(): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events: EVENTS });
  return workspace;
}

/** All results of a training, except its times. */
function artifactsOf({ path, db }: OpenWorkspace) {
  const folder = modelFolder(path, 'run-1');
  const [row] = listRuns(db);
  const { seconds: _, eventsPerSecond: __, tokensPerSecond: ___, ...summary } = row!.summary;
  return {
    files: readdirSync(folder).sort(),
    weights: readFileSync(join(folder, 'model.safetensors')).toString('base64'),
    curve: readCurve(path, 'run-1').map(({ seconds: _seconds, ...line }) => line),
    summary,
    data: row!.data,
  };
}

async function trainUninterrupted() {
  const workspace = shop();
  await trainJob({ config: settings }, recordingContext(workspace).context);
  return artifactsOf(workspace);
}

describe('an interrupted training', () => {
  it('resumes from any step to the same weights, bit for bit, and the same curve', async () => {
    const uninterrupted = await trainUninterrupted();
    expect(uninterrupted.summary.steps).toBe(STEPS);
    for (const stops of [[1], [4, 2, 9], [11], [40]]) {
      const workspace = shop();
      let resumeState = {};
      for (const cancelAt of stops) {
        const stopped = recordingContext(workspace, { cancelAt, resumeState });
        await expect(trainJob({ config: settings }, stopped.context)).rejects.toThrow('stopped here');
        resumeState = { ...resumeState, ...stopped.state };
      }
      const last = recordingContext(workspace, { resumeState });
      // With something to resume, the settings are those of the run.
      await trainJob({ config: 'run' in resumeState ? {} : settings }, last.context);
      expect(artifactsOf(workspace), `stopped at ${stops}`).toEqual(uninterrupted);
    }
  });

  it('that had already ended returns its summary', async () => {
    const workspace = shop();
    const { context } = recordingContext(workspace);
    const summary = await trainJob({ config: settings }, context);
    const before = artifactsOf(workspace);
    expect(await trainJob({ config: {}, resume: 'run-1' }, context)).toEqual(summary);
    expect(artifactsOf(workspace)).toEqual(before);
  });

  it('is not resumed on other data: DATA_CHANGED', async () => {
    const workspace = shop();
    const stopped = recordingContext(workspace, { cancelAt: 11 });
    await expect(trainJob({ config: settings }, stopped.context)).rejects.toThrow('stopped here');
    workspace.db.prepare('DELETE FROM events WHERE user = 1').run();
    const again = trainJob({ config: {}, resume: 'run-1' }, stopped.context);
    expect(errorShape(await again.catch((error: unknown) => error)).code).toBe('DATA_CHANGED');
  });
});

/**
 * Trains in a process that is killed `delay` ms after it has reported more than `steps` lines, or runs to its end;
 * returns its output.
 */
async function trainAndKill(path: string, steps: number, delay: number): Promise<string> {
  const child = spawn(process.execPath, [script, path, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data;
    if (output.split('\n').length > steps) setTimeout(() => child.kill('SIGKILL'), delay);
  });
  await once(child, 'close');
  return output;
}

it('a training that is killed at any moment resumes to the same weights', async () => {
  const uninterrupted = await trainUninterrupted();
  const workspace = shop();
  workspace.close();
  const random = new Random(31);
  let kills = 0;
  for (let attempt = 0; attempt < 2; attempt++) {
    const output = await trainAndKill(workspace.path, random.integer(STEPS / 3), random.integer(12));
    if (output.includes('done')) break;
    kills++;
    expect(existsSync(join(modelFolder(workspace.path, 'run-1'), 'config.json'))).toBe(true);
    expect(() => readCurve(workspace.path, 'run-1')).not.toThrow();
  }
  expect(kills).toBeGreaterThan(0);
  await trainAndKill(workspace.path, Number.POSITIVE_INFINITY, 0);
  const reopened = openWorkspace(workspace.path);
  try {
    expect(artifactsOf(reopened)).toEqual(uninterrupted);
  } finally {
    reopened.close();
  }
});
