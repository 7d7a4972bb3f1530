import type { RunRecord } from '../../../shared/contract/runs.ts';
import type { Evaluation, RunRow } from '../../../shared/contract/train.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { DAY } from './day.ts';

const interval = (value: number) => ({ low: value - 0.012, high: value + 0.012 });

/** Evaluation in which the NDCG@10 of the model is above that of the best baseline by a difference. */
export function evaluationWith(difference: number, better: 'clearly' | 'maybe' | 'no'): Evaluation {
  return {
    run: 'run-1',
    split: 'leaveOneOut',
    ranked: 'new',
    users: 1840,
    testCases: 1840,
    candidates: 612,
    metrics: { 'recall@10': 0.214, 'ndcg@10': 0.11 + difference },
    baselines: { popularity: { 'recall@10': 0.171, 'ndcg@10': 0.11 } },
    intervals: {},
    beyondAccuracy: {},
    heldOutPopularity: null,
    dataChanged: false,
    skipped: [],
    bestBaseline: 'popularity',
    difference: { value: difference, ...interval(difference) },
    blend: {
      metrics: { 'recall@10': 0.231, 'ndcg@10': 0.125 + difference },
      bestRanker: difference > 0 ? 'model' : 'popularity',
      difference: { value: 0.015, ...interval(0.015) },
      levels: [],
    },
    verdict: {
      better,
      fit: 'good',
      trainingLoss: 4.02,
      validationLoss: 4.31,
      bestValidationLoss: 4.31,
      popularityLoss: 5.2,
      keptEpoch: 30,
      bestEpoch: 30,
      epochs: 30,
    },
    ranksFile: null,
    beatsBaselines: difference > 0,
  };
}

export const behaviourRun: RunRow = {
  id: 'run-1',
  created: DAY,
  kind: 'behaviour',
  parent: null,
  title: '',
  note: '',
  data: '9f2c41d0',
  summary: {
    run: 'run-1',
    backend: 'wasm',
    device: '',
    parameters: 128_512,
    steps: 3000,
    events: 1_240_000,
    seconds: 412,
    eventsPerSecond: 3010,
    tokens: 1_410_000,
    tokensPerSecond: 3420,
    padding: 0.08,
    epochs: 30,
    bestEpoch: 30,
    endedBy: 'epochs',
    validation: { loss: 4.31, 'ndcg@10': 0.142 },
  },
  evaluation: evaluationWith(0.041, 'clearly'),
  rating: null,
  profiles: 1840,
};

export const newRun: RunRow = { ...behaviourRun, id: 'run-2', parent: 'run-1', evaluation: null, profiles: 0 };

/** A text run that predicts ratings. */
export const textRun: RunRow = {
  ...newRun,
  id: 'run-3',
  kind: 'text',
  rating: {
    texts: 4200,
    classes: ['0', '1'],
    accuracy: { value: 0.894, low: 0.885, high: 0.903 },
    linear: { value: 0.881, low: 0.871, high: 0.89 },
    base: 0.61,
    difference: { value: 0.013, low: 0.004, high: 0.022 },
    verdict: 'better',
  },
};

const epochs = Int32Array.from({ length: 30 }, (_, at) => at + 1);

/** The answer to `train.run` for a run. */
export const detailOf = (run: RunRow) => ({
  run,
  config: TrainConfig.parse({}),
  target: 'item',
  epochs,
  trainingLoss: Float32Array.from(epochs, (epoch) => 4 + 2.4 * Math.exp(-epoch / 8)),
  validationLoss: Float32Array.from(epochs, (epoch) => 4.3 + 2.2 * Math.exp(-epoch / 7)),
  validationNdcg10: Float32Array.from(epochs, (epoch) => 0.142 * (1 - Math.exp(-epoch / 9))),
});

export const recordOf = (run: RunRow): RunRecord => ({
  run: run.id,
  created: run.created,
  portrait: '0.1.0',
  node: '24.21.0',
  platform: 'linux x64',
  backend: 'wasm',
  workers: 2,
  seed: 1,
  config: {},
  data: {
    hash: '9f2c41d0b7aa',
    users: 1840,
    events: 41_200,
    imports: [{ file: 'events.csv', sha256: '51ab02' }],
  },
  validation: run.summary.validation,
  command: 'portrait train shop.portrait --set epochs=30',
});
