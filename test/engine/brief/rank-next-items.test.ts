import { describe, expect, it } from 'vitest';
import { type NextRanker, rankNextItems } from '../../../electron/engine/brief/describe/rank-next-items.ts';
import { evaluateJob } from '../../../electron/engine/evaluate/evaluate-job.ts';
import { loadRun } from '../../../electron/engine/runs/run-files.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import { type BlendEvaluation, EvaluationInput } from '../../../shared/contract/train.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';
import { ringEvents } from '../train/ring-shop.ts';

const small = { width: 16, layers: 1, heads: 2, length: 16, dropout: 0, batchSize: 16, epochs: 1, seed: 5 };
const USERS = [3, 8, 21];

/** A blend with these weights of the rankers' scores. */
const blendOf = (weights: Record<string, number>): BlendEvaluation => ({
  metrics: {},
  bestRanker: 'model',
  difference: { value: 0.1, low: 0.05, high: 0.15 },
  levels: [
    {
      maxBehaviours: null,
      weights: Object.fromEntries(Object.entries(weights).map(([name, score]) => [name, { score, place: 0 }])),
    },
  ],
});

describe('the next items of users', () => {
  it('are those of the only ranker that a blend trusts', async () => {
    const workspace = testWorkspace();
    fillShop(workspace, { events: ringEvents({ users: 40 }) });
    const { context } = recordingContext(workspace);
    const { run: id } = await trainJob({ config: small }, context);
    const evaluation = await evaluateJob(EvaluationInput.parse({ run: id }), context);
    const rank = async (by: NextRanker, blend: BlendEvaluation | null = null) => {
      const run = await loadRun(workspace.path, id);
      try {
        return await rankNextItems(by, run, { users: USERS, evaluation: { ...evaluation, blend } }, context);
      } finally {
        run.dispose();
      }
    };
    const [model, followers] = [await rank('model'), await rank('followers')];
    expect([...model.keys()]).toEqual(USERS);
    expect([...followers.keys()]).toEqual(USERS);
    expect(model).not.toEqual(followers);
    expect(await rank('blend', blendOf({ model: 1, followers: 0 }))).toEqual(model);
    const blended = await rank('blend', blendOf({ model: 0, followers: 1 }));
    for (const user of USERS) expect(blended.get(user)![0]).toBe(followers.get(user)![0]);
  });
});
