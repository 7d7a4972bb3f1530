import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateJob } from '../../../electron/engine/evaluate/evaluate-job.ts';
import { listRuns, setEvaluation } from '../../../electron/engine/store/models/runs.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import { Evaluation, EvaluationInput } from '../../../shared/contract/train.ts';
import { errorShape } from '../../../shared/errors.ts';
import { readCsv } from '../../support/read-csv.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';
import { ringEvents } from '../train/ring-shop.ts';

const small = { width: 16, layers: 1, heads: 2, length: 16, dropout: 0, batchSize: 16, seed: 5 };

/** Trains and evaluates a model on a shop. */
async function evaluateShop(events: readonly ShopEvent[], options = {}, settings = {}) {
  const workspace = testWorkspace();
  fillShop(workspace, { events });
  const { context, stages, lines } = recordingContext(workspace);
  const { run } = await trainJob({ config: { ...small, epochs: 1, ...settings } }, context);
  const evaluation = await evaluateJob(EvaluationInput.parse({ run, ...options }), context);
  return { workspace, evaluation, stages, lines, context };
}

describe('an evaluation', () => {
  it('compares a barely trained model with five baselines on the same users, and finds it worse', async () => {
    const { workspace, evaluation, stages, lines } = await evaluateShop(ringEvents());
    const names = ['popularity', 'recent', 'followers', 'neighbours', 'factors'];
    expect(Object.keys(evaluation.baselines)).toEqual(names);
    expect(Object.keys(evaluation.intervals)).toEqual(['model', ...names]);
    expect(Object.keys(evaluation.beyondAccuracy)).toEqual(['model', ...names]);
    expect(evaluation).toMatchObject({ users: 80, candidates: 40, bestBaseline: 'followers', beatsBaselines: false });
    expect(evaluation).toMatchObject({ split: 'leaveOneOut', ranked: 'new', skipped: [] });
    expect(evaluation.baselines.followers!['recall@5']).toBeGreaterThan(0.9);
    expect(evaluation.verdict).toMatchObject({ better: 'no', fit: 'unknown', epochs: 1, keptEpoch: 1 });
    expect(evaluation.verdict!.popularityLoss).toBeCloseTo(Math.log(40), 0);
    expect(evaluation.difference!.high).toBeLessThan(0);
    expect(evaluation.beyondAccuracy.followers!.coverage).toBe(1);
    expect(evaluation.heldOutPopularity).toBeGreaterThan(0);
    expect(listRuns(workspace.db)[0]!.evaluation).toEqual(evaluation);
    expect([...stages]).toContain('evaluate.baselines');
    expect(lines.some((line) => line.startsWith('followers: 1 steps'))).toBe(true);
  });

  it('says whether events were added or removed since the training', async () => {
    const { workspace, evaluation, context } = await evaluateShop(ringEvents({ users: 20 }));
    expect(evaluation.dataChanged).toBe(false);
    workspace.db.prepare('DELETE FROM events WHERE user = 1').run();
    const again = await evaluateJob(EvaluationInput.parse({ run: evaluation.run }), context);
    expect(again.dataChanged).toBe(true);
  });

  it('saves the ranks of each user in a file that reproduces the metrics', async () => {
    const { workspace, evaluation } = await evaluateShop(ringEvents({ users: 30 }));
    const [header, ...rows] = readCsv(readFileSync(join(workspace.path, evaluation.ranksFile!), 'utf8').slice(1));
    expect(header).toEqual(['user', 'item', 'model', ...Object.keys(evaluation.baselines)]);
    expect(rows).toHaveLength(30);
    const walks = ringEvents({ users: 30 });
    for (const [user, item] of rows) expect(walks.findLast((event) => event.user === user)!.item).toBe(item);
    Object.values({ model: evaluation.metrics, ...evaluation.baselines }).forEach((metrics, ranker) => {
      const reciprocal = rows.map((row) => 1 / Number(row[2 + ranker]));
      expect(reciprocal.reduce((sum, value) => sum + value, 0) / 30).toBeCloseTo(metrics.mrr!, 9);
    });
    const manifest = JSON.parse(readFileSync(join(workspace.path, `${evaluation.ranksFile}.manifest.json`), 'utf8'));
    expect(manifest).toMatchObject({ run: 'run-1', ranked: 'new', settings: { followers: expect.any(String) } });
  });

  it('ranks items that users had before only on request', async () => {
    // Every other event repeats the user's first item, which therefore is the most popular guess.
    const events = ringEvents({ users: 30 }).flatMap((event) => [
      event,
      { ...event, item: 'item 0', time: event.time + 1000 },
    ]);
    const { evaluation, context } = await evaluateShop(events);
    const all = await evaluateJob(EvaluationInput.parse({ run: 'run-1', ranked: 'all' }), context);
    expect([evaluation.ranked, all.ranked]).toEqual(['new', 'all']);
    expect(all.baselines.popularity!.mrr).toBeLessThan(evaluation.baselines.popularity!.mrr!);
    expect(all.beyondAccuracy.popularity!.popularity).toBeGreaterThan(evaluation.beyondAccuracy.popularity!.popularity);
  });

  it('has the requested number of users', async () => {
    const { evaluation } = await evaluateShop(ringEvents({ users: 30 }), { users: 7 });
    expect(evaluation.users).toBe(7);
  });

  it('lists the skipped baselines with reasons', async () => {
    const { evaluation } = await evaluateShop(ringEvents({ users: 30 }), { baselineSeconds: 0 });
    expect(Object.keys(evaluation.baselines)).toEqual(['popularity']);
    expect(evaluation.skipped).toContainEqual({ baseline: 'factors', reason: 'too-slow' });
  });

  it('of a split by time has test cases after the cut only', async () => {
    const { evaluation } = await evaluateShop(ringEvents(), {}, { split: 'temporal', testShare: 0.2 });
    expect(evaluation.split).toBe('temporal');
    expect(evaluation.users).toBe(80);
  });

  it('has as many test cases per user as the run held out, and writes a row for each', async () => {
    const { workspace, evaluation } = await evaluateShop(ringEvents({ users: 30 }), {}, { heldOut: 2 });
    expect(evaluation).toMatchObject({ users: 30, testCases: 60 });
    const [, ...rows] = readCsv(readFileSync(join(workspace.path, evaluation.ranksFile!), 'utf8').slice(1));
    expect(rows).toHaveLength(60);
    const walks = ringEvents({ users: 30 });
    for (const [user, item] of rows) {
      const userEvents = walks.filter((event) => event.user === user).slice(-2);
      expect(userEvents.map((event) => event.item)).toContain(item);
    }
    expect(new Set(rows.map((row) => row.join())).size).toBe(60);
  });

  it('can be cancelled, and then saves nothing', async () => {
    const { workspace } = await evaluateShop(ringEvents({ users: 20 }));
    workspace.db.prepare('UPDATE all_runs SET evaluation = NULL').run();
    const { context } = recordingContext(workspace, { cancelAt: 5 });
    await expect(evaluateJob(EvaluationInput.parse({ run: 'run-1' }), context)).rejects.toThrow('stopped here');
    expect(listRuns(workspace.db)[0]!.evaluation).toBeNull();
  });

  it('of one user is inconclusive', async () => {
    const { evaluation } = await evaluateShop(ringEvents({ users: 1 }));
    expect(evaluation.users).toBe(1);
    expect(evaluation.verdict!.better).not.toBe('clearly');
    expect(Object.values(evaluation.metrics).every(Number.isFinite)).toBe(true);
  });

  it('requires a user with three different items', async () => {
    const work = () => evaluateShop(ringEvents({ users: 9, walk: 2 }));
    expect(
      await work().then(
        () => 'none',
        (error) => errorShape(error).code,
      ),
    ).toBe('NOTHING_HELD_OUT');
  });
});

describe('an evaluation of an earlier version', () => {
  it('can be read', async () => {
    const { workspace } = await evaluateShop(ringEvents({ users: 3 }));
    const old = {
      run: 'run-1',
      users: 3,
      candidates: 40,
      metrics: { 'ndcg@10': 0.2 },
      baselines: { popularity: { 'ndcg@10': 0.1 } },
      beatsBaselines: true,
    };
    workspace.db.prepare('UPDATE all_runs SET evaluation = ?').run(JSON.stringify(old));
    const read = listRuns(workspace.db)[0]!.evaluation;
    expect(read).toMatchObject({ ...old, difference: null, verdict: null, ranksFile: null });
    setEvaluation(workspace.db, Evaluation.parse(read));
    expect(listRuns(workspace.db)[0]!.evaluation).toEqual(read);
  });
});
