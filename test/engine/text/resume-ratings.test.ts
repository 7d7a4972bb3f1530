import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportRecord } from '../../../electron/engine/runs/export-record.ts';
import { readRecord } from '../../../electron/engine/runs/run-record.ts';
import { listRuns } from '../../../electron/engine/store/models/runs.ts';
import { exportFolder, modelFolder, type OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { rateJob } from '../../../electron/engine/text/rate-job.ts';
import { Random } from '../../../shared/domain/random.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

const GOOD = ['很好吃', '送得很快', '味道不错', '下次还来'];
const BAD = ['太难吃了', '送得太慢', '味道不好', '再也不来'];
const input = { run: null, config: { epochs: 2, members: 1, folds: 3, batchSize: 16 } };

function shop(): OpenWorkspace {
  const workspace = testWorkspace();
  const random = new Random(2);
  const events = Array.from({ length: 90 }, (_, i) => {
    const words = i % 2 ? GOOD : BAD;
    const rating = i % 9 === 0 ? 1 - (i % 2) : i % 2;
    const text = `${random.pick(words)}，${random.pick(words)}`;
    return { user: `u${i % 7}`, time: i, action: 'review', text, rating };
  });
  fillShop(workspace, { events });
  return workspace;
}

/** Everything that a training saves, except times. */
function trainingOutputs({ path, db }: OpenWorkspace) {
  const folder = modelFolder(path, 'run-1');
  const { rating, summary } = listRuns(db)[0]!;
  return {
    files: readdirSync(folder).sort(),
    weights: readFileSync(join(folder, 'model.safetensors')).toString('base64'),
    head: readFileSync(join(folder, 'head.json'), 'utf8'),
    rating,
    steps: summary.steps,
    validation: summary.validation,
  };
}

describe('an interrupted training on ratings', () => {
  it('resumes in its fold, with the same result as without interruption', async () => {
    const uninterrupted = shop();
    await rateJob(input, recordingContext(uninterrupted).context);
    const expected = trainingOutputs(uninterrupted);
    expect(expected.rating).toMatchObject({ texts: 90, classes: ['0', '1'] });
    expect(expected.files).toEqual(['config.json', 'head.json', 'model.safetensors', 'run.json', 'vocabulary.json']);

    const workspace = shop();
    let resumeState = {};
    for (const cancelAt of [3, 120]) {
      const stopped = recordingContext(workspace, { cancelAt, resumeState });
      await expect(rateJob(input, stopped.context)).rejects.toThrow('stopped here');
      resumeState = { ...resumeState, ...stopped.state };
    }
    const foldFiles = readdirSync(join(modelFolder(workspace.path, 'run-1'), 'folds'));
    expect(foldFiles).toContain('fold-0.json');
    await rateJob(input, recordingContext(workspace, { resumeState }).context);
    expect(trainingOutputs(workspace)).toEqual(expected);
  });

  it('that is cancelled before its first fold ends leaves nothing', async () => {
    const workspace = shop();
    const stopped = recordingContext(workspace, { cancelAt: 1 });
    await expect(rateJob(input, stopped.context)).rejects.toThrow('stopped here');
    expect(readdirSync(join(workspace.path, 'models'))).toEqual([]);
    expect(stopped.state).toEqual({});
  });

  it('is not resumed if texts were added: DATA_CHANGED', async () => {
    const workspace = shop();
    const stopped = recordingContext(workspace, { cancelAt: 120 });
    await expect(rateJob(input, stopped.context)).rejects.toThrow('stopped here');
    workspace.db.prepare('DELETE FROM events WHERE user = 1').run();
    const again = rateJob(input, recordingContext(workspace, { resumeState: stopped.state }).context);
    await expect(again).rejects.toMatchObject({ code: 'DATA_CHANGED' });
  });

  it('has a record of its settings, which is exported with its verdict and its vocabulary', async () => {
    const workspace = shop();
    const { run, accuracy } = await rateJob(input, recordingContext(workspace).context);
    expect(readRecord(workspace.path, run)).toMatchObject({
      command: 'portrait texts WORKSPACE --rate --preset quick --set epochs=2 --set batchSize=16',
      data: { users: 7, events: 90 },
      config: { folds: 3, members: 1, epochs: 2 },
      validation: { accuracy: accuracy.value },
    });
    const file = exportRecord(workspace, run);
    expect(file).toBe(join(exportFolder(workspace.path), 'run-1-record.json'));
    const exported = JSON.parse(readFileSync(file, 'utf8'));
    expect(exported).toMatchObject({ run, seed: 1, rating: { texts: 90, accuracy }, curve: [] });
    expect(exported.vocabulary.fields.word).toContain('味道');
  });
});
