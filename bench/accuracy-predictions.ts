import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Input } from '../shared/contract/index.ts';
import type { Interval, PredictionEvaluation } from '../shared/contract/prediction.ts';
import type { FinetuneConfig } from '../shared/domain/finetune-config.ts';
import type { TrainConfig } from '../shared/domain/train-config.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace, trainOnBackend } from './support/in-workspace.ts';

/** Folder with ml-100k.inter, .user and .item of RecBole; can be set by the environment. */
const FOLDER = process.env.BENCH_MOVIELENS ?? fileURLToPath(new URL('../../shared/data/ml-100k', import.meta.url));
const SEEDS = (process.env.BENCH_SEEDS ?? '1,2,3').split(',').map(Number);

/** Pre-trained on all users' events without labels; the events contain no declared attributes. */
const PRETRAINED = { fields: ['item', 'category'], length: 128, epochs: 30 } satisfies Partial<TrainConfig>;

/** The whole encoder is frozen: with nine hundred labels, fine-tuning it makes it worse. */
const FROZEN = { frozen: 25 } satisfies Partial<FinetuneConfig>;

type Target = Input<'prediction.train'>['target'];
const TARGETS: readonly { name: string; target: Target; metrics: readonly string[] }[] = [
  {
    name: 'gender',
    target: { kind: 'attribute', attribute: 'gender', as: 'classes' },
    metrics: ['rocAuc', 'prAuc', 'f1', 'calibrationError'],
  },
  {
    name: 'age band (<25, <35, <45, older)',
    target: { kind: 'attribute', attribute: 'age', as: 'classes', bands: [25, 35, 45] },
    metrics: ['accuracy', 'f1', 'rocAuc'],
  },
];

/**
 * Predicts gender and age band of MovieLens-100k's users from their ratings alone, in five folds: the encoder's vectors
 * with and without counts, compared with logistic regression on counts in the same folds. Intervals are 95 % bootstrap
 * intervals.
 */
const bench: Bench = () =>
  inWorkspace(async (client) => {
    const files = ['inter', 'user', 'item'].map((end) => ({ file: resolve(FOLDER, `ml-100k.${end}`) }));
    await client.run('ingest.run', { files });
    const run = await trainOnBackend(client, PRETRAINED);
    const rows: Row[] = [];
    for (const { name, target, metrics } of TARGETS) {
      for (const seed of SEEDS) {
        for (const counts of [true, false]) {
          const prediction = await client.run('prediction.train', { run, target, config: { ...FROZEN, counts, seed } });
          const { evaluation } = await client.call('prediction.get', { run: prediction.run });
          const what = `${name}, ${counts ? 'vectors beside counts' : 'vectors alone'}, seed ${seed}`;
          rows.push(...metrics.map((metric) => row(what, metric, evaluation)));
          rows.push(differenceRow(what, prediction.metric, prediction.difference));
        }
      }
    }
    return rows;
  });
export default bench;

function row(what: string, metric: string, { model, linear }: PredictionEvaluation): Row {
  const [modelMetric, linearMetric] = [model[metric]!, linear[metric]!];
  const ratio =
    metric === 'calibrationError' ? linearMetric.value / modelMetric.value : modelMetric.value / linearMetric.value;
  return {
    case: `${what} (${between(modelMetric)})`,
    figure: modelMetric.value,
    unit: metric,
    peer: `logistic regression on counts (${between(linearMetric)})`,
    peerFigure: linearMetric.value,
    ratio: ratio,
  };
}

function differenceRow(what: string, metric: string, difference: Interval): Row {
  const name = `${what}: difference (${between(difference)})`;
  return { case: name, figure: difference.value, unit: metric, peer: '', peerFigure: null, ratio: null };
}

const between = ({ low, high }: Interval) => `${low.toFixed(4)} to ${high.toFixed(4)}`;
