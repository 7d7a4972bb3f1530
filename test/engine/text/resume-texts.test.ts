import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCurve } from '../../../electron/engine/runs/curve.ts';
import { loadTextRun } from '../../../electron/engine/runs/text-run.ts';
import { listRuns } from '../../../electron/engine/store/models/runs.ts';
import { modelFolder, type OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { trainTextJob } from '../../../electron/engine/text/train-text-job.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

const WORDS = ['耳机', '键盘', '鼠标', '蛋糕', '面包', '牛奶', '很好', '不错', '太贵', '喜欢'];
const EVENTS = Array.from({ length: 60 }, (_, i) => ({
  user: `u${i % 9}`,
  time: i,
  action: 'review',
  text: Array.from({ length: 6 }, (_, k) => WORDS[(i + k * k) % (i % 2 ? 5 : 10)]).join('，'),
}));
const config = { epochs: 3, batchSize: 8, width: 16, layers: 1, heads: 2, length: 16, checkpointSteps: 3 };
const STEPS = 3 * Math.ceil(57 / 8);

function shop(): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events: EVENTS });
  return workspace;
}

/** Everything that a training saves, except times. */
function trainingOutputs({ path, db }: OpenWorkspace) {
  const folder = modelFolder(path, 'run-1');
  const { seconds: _, eventsPerSecond: __, tokensPerSecond: ___, ...summary } = listRuns(db)[0]!.summary;
  return {
    files: readdirSync(folder).sort(),
    weights: readFileSync(join(folder, 'model.safetensors')).toString('base64'),
    curve: readCurve(path, 'run-1').map(({ seconds: _seconds, ...line }) => line),
    summary,
  };
}

describe('an interrupted training on texts', () => {
  it.each([
    ['a single thread', config],
    ['a training with two workers and averaging', { ...config, workers: 2, averaging: 2 }],
  ])('%s resumes from any step to the same weights, bit for bit', async (_name, config) => {
    const uninterrupted = shop();
    await trainTextJob({ config }, recordingContext(uninterrupted).context);
    const expected = trainingOutputs(uninterrupted);
    expect(expected.summary.steps).toBe(STEPS);
    for (const stops of [[1], [5, 2, 9], [STEPS]]) {
      const workspace = shop();
      let resumeState = {};
      for (const cancelAt of stops) {
        const stopped = recordingContext(workspace, { cancelAt, resumeState });
        await expect(trainTextJob({ config }, stopped.context)).rejects.toThrow('stopped here');
        resumeState = { ...resumeState, ...stopped.state };
      }
      // With something to resume, the settings are those of the run.
      const settings = 'run' in resumeState ? {} : config;
      await trainTextJob({ config: settings }, recordingContext(workspace, { resumeState }).context);
      expect(trainingOutputs(workspace), `stopped at ${stops}`).toEqual(expected);
    }
  });

  it('cannot be loaded before it has ended (RUN_UNFINISHED), nor resumed on other texts (DATA_CHANGED)', async () => {
    const workspace = shop();
    const stopped = recordingContext(workspace, { cancelAt: 6 });
    await expect(trainTextJob({ config }, stopped.context)).rejects.toThrow('stopped here');
    await expect(loadTextRun(workspace.path, 'run-1')).rejects.toMatchObject({ code: 'RUN_UNFINISHED' });
    workspace.db.prepare('DELETE FROM events WHERE user = 1').run();
    const again = trainTextJob({ config: {}, resume: 'run-1' }, recordingContext(workspace).context);
    await expect(again).rejects.toMatchObject({ code: 'DATA_CHANGED' });
  });
});
