import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareJob } from '../../../../electron/engine/evaluate/compare/compare-job.ts';
import { comparePair } from '../../../../electron/engine/evaluate/compare/compare-pair.ts';
import { differencesOf } from '../../../../electron/engine/evaluate/compare/differences.ts';
import { evaluateJob } from '../../../../electron/engine/evaluate/evaluate-job.ts';
import { trainTextJob } from '../../../../electron/engine/text/train-text-job.ts';
import { trainJob } from '../../../../electron/engine/train/train-job.ts';
import { methods } from '../../../../shared/contract/index.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { testEngine } from '../../../support/engine.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';
import { recordingContext } from '../../train/context.ts';
import { ringEvents } from '../../train/ring-shop.ts';

const small = { width: 16, layers: 1, heads: 2, length: 16, dropout: 0, batchSize: 16 };

const settingsOf = [
  { ...small, epochs: 1, learningRate: 1e-5 },
  { ...small, epochs: 15, learningRate: 1e-2 },
];
const runs = ['run-1', 'run-2'];

describe('a comparison of runs', () => {
  it('shows different settings, learning curves, and whether one run is better on the same users', async () => {
    const { engine, client, home } = testEngine();
    await client.call('workspace.create', { path: `${home}/ring.portrait` });
    fillShop(engine.workspace(), { events: ringEvents() });
    const { context } = recordingContext(engine.workspace());
    for (const config of settingsOf) await trainJob({ config }, context);
    const before = await compareJob({ runs }, context);
    expect(before.pairs).toEqual([
      { first: 'run-1', second: 'run-2', users: 0, difference: null, low: null, high: null, better: null },
    ]);
    expect(before.runs[0]!.metrics).toEqual({});
    for (const run of runs) await evaluateJob({ run, ranked: 'new', users: 1000, baselineSeconds: 10 }, context);

    const compared = await client.run('train.compare', { runs });
    expect(compared.differences).toEqual([
      { setting: 'epochs', values: [1, 15] },
      { setting: 'learningRate', values: [1e-5, 1e-2] },
    ]);
    expect(compared.sameData).toBe(true);
    const [first, second] = compared.runs;
    expect(second!.epochs).toEqual(Int32Array.from({ length: 15 }, (_, e) => e + 1));
    expect(second!.validationNdcg10).toHaveLength(15);
    expect(second!.elapsed.every((seconds, e) => e === 0 || seconds >= second!.elapsed[e - 1]!)).toBe(true);
    const [worse, better] = [first!.metrics['ndcg@10']!, second!.metrics['ndcg@10']!];
    expect(better.low!).toBeLessThan(better.value);
    const pair = compared.pairs[0]!;
    expect(pair).toMatchObject({ users: 80, better: 'run-2' });
    expect(pair.difference).toBeCloseTo(better.value - worse.value, 9);
    expect(pair.low).toBeLessThan(pair.difference!);
    expect((await client.call('jobs.list', {})).jobs).toEqual([]);
  });

  it('includes runs that read texts', async () => {
    const workspace = testWorkspace();
    const words = ['好吃', '很快', '太贵', '不错'];
    const texts = Array.from({ length: 24 }, (_, i) => `${words[i % 4]}${words[(i + 1) % 4]}`);
    const events = texts.map((text, i) => ({ user: `u${i % 6}`, time: i, action: 'review', text }));
    fillShop(workspace, { events });
    const { context } = recordingContext(workspace);
    for (const width of [16, 8]) await trainTextJob({ config: { ...small, width, epochs: 1 } }, context);
    const compared = await compareJob({ runs }, context);
    expect(compared.differences).toEqual([{ setting: 'width', values: [16, 8] }]);
    expect(compared).toMatchObject({ sameData: true, pairs: [{ users: 0 }] });
  });

  it('refuses a run of texts beside a run of behaviour, and names both', async () => {
    const workspace = testWorkspace();
    const reviews = Array.from({ length: 24 }, (_, i) => ({
      user: `t${i % 4}`,
      time: i,
      action: 'review',
      text: '很好吃',
    }));
    fillShop(workspace, { events: [...ringEvents(), ...reviews] });
    const { context } = recordingContext(workspace);
    await trainJob({ config: { ...small, epochs: 1 } }, context);
    await trainTextJob({ config: { ...small, epochs: 1 } }, context);
    await expect(compareJob({ runs }, context)).rejects.toMatchObject({
      code: 'RUNS_OF_DIFFERENT_KINDS',
      details: { text: 'run-2', behaviour: 'run-1' },
    });
  });

  it('refuses an unknown run, a single run and a run given twice', async () => {
    const { context } = recordingContext(testWorkspace());
    expect(await compareJob({ runs }, context).catch((error) => errorShape(error).code)).toBe('RUN_NOT_FOUND');
    const isAccepted = (names: string[]) => methods['train.compare'].input.safeParse({ runs: names }).success;
    expect(isAccepted(['run-1', 'run-2'])).toBe(true);
    expect(isAccepted(['run-1'])).toBe(false);
    expect(isAccepted(['run-1', 'run-1'])).toBe(false);
    expect(isAccepted(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe(false);
  });
});

describe('two runs', () => {
  const evaluatedRun = (run: string, gains: readonly number[], how: string | null = 'leaveOneOut new') => ({
    run,
    how,
    gains: new Map(gains.map((gain, user) => [`u${user},i`, { user: `u${user}`, gain }])),
  });
  const pair = (first: ReturnType<typeof evaluatedRun>, second: ReturnType<typeof evaluatedRun>) =>
    comparePair(first, second, () => {});

  it('are equal if their gains are equal, symmetrically', () => {
    const gains = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(gains, gains, (a, b) => {
        expect(pair(evaluatedRun('a', a), evaluatedRun('b', a))).toMatchObject({
          difference: 0,
          low: 0,
          high: 0,
          better: null,
        });
        const [forth, back] = [
          pair(evaluatedRun('a', a), evaluatedRun('b', b)),
          pair(evaluatedRun('b', b), evaluatedRun('a', a)),
        ];
        expect(forth.users).toBe(Math.min(a.length, b.length));
        expect(forth.difference).toBeCloseTo(-back.difference!, 12);
        expect(forth.better).toBe(back.better);
      }),
      { numRuns: 20 },
    );
  });

  it('are not compared if their test cases differ', () => {
    expect(pair(evaluatedRun('a', [1, 1]), evaluatedRun('b', [0, 0], 'temporal new'))).toMatchObject({
      users: 0,
      better: null,
    });
    expect(pair(evaluatedRun('a', []), evaluatedRun('b', [1]))).toMatchObject({ users: 0, difference: null });
  });

  it('differ if one is better for nearly all users', () => {
    const worse = Array.from({ length: 200 }, (_, u) => (u % 10 === 0 ? 0.5 : 0.1));
    const better = worse.map((gain, u) => (u % 10 === 0 ? 0 : gain + 0.2));
    expect(pair(evaluatedRun('a', worse), evaluatedRun('b', better))).toMatchObject({ users: 200, better: 'b' });
    expect(pair(evaluatedRun('b', better), evaluatedRun('a', worse)).better).toBe('b');
  });
});

describe('settings', () => {
  it('are compared by value, lists by their elements', () => {
    const defaults = TrainConfig.parse({});
    expect(
      differencesOf([defaults, TrainConfig.parse({}), TrainConfig.parse({ fields: [...defaults.fields] })]),
    ).toEqual([]);
    const item = TrainConfig.parse({ fields: ['item'], width: 32 });
    const { minCount: _minCount, ...older } = defaults;
    expect(differencesOf([defaults, item, older])).toEqual([
      { setting: 'width', values: [64, 32, 64] },
      { setting: 'fields', values: [defaults.fields, ['item'], defaults.fields] },
      { setting: 'minCount', values: [1, 1, null] },
    ]);
  });
});
