import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HeadEvaluation, Interval } from '../shared/contract/finetune.ts';
import type { Input } from '../shared/contract/index.ts';
import type { HeadConfig } from '../shared/domain/finetune-config.ts';
import type { TrainConfig } from '../shared/domain/train-config.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace, trainOnBackend } from './support/in-workspace.ts';

/** Where ml-100k.inter, .user and .item of RecBole lie, settable by the environment. */
const FOLDER = process.env.BENCH_MOVIELENS ?? fileURLToPath(new URL('../../shared/data/ml-100k', import.meta.url));
const SEEDS = (process.env.BENCH_SEEDS ?? '1,2,3').split(',').map(Number);

/** Pre-trained without labels on everyone's events: nothing in them says what users declared. */
const PRETRAINED = { fields: ['item', 'category'], length: 128, epochs: 30 } satisfies Partial<TrainConfig>;

/** All of the encoder frozen: with nine hundred labels, training it on them only makes it worse. */
const FROZEN = { frozen: 25 } satisfies Partial<HeadConfig>;

type Target = Input<'finetune.start'>['target'];
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
 * Gender and age band of MovieLens-100k's users from what they rated alone, in five folds: the encoder's vectors beside counts,
 * and by themselves, against logistic regression on counts in the same folds. Intervals hold 95 % of bootstrap samples.
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
          const made = await client.run('finetune.start', { run, target, config: { ...FROZEN, counts, seed } });
          const { evaluation } = await client.call('finetune.head', { run: made.run });
          const what = `${name}, ${counts ? 'vectors beside counts' : 'vectors alone'}, seed ${seed}`;
          rows.push(...metrics.map((metric) => row(what, metric, evaluation)));
          rows.push(differenceRow(what, made.metric, made.difference));
        }
      }
    }
    return rows;
  });
export default bench;

function row(what: string, metric: string, { model, linear }: HeadEvaluation): Row {
  const [ours, theirs] = [model[metric]!, linear[metric]!];
  const better = metric === 'calibrationError' ? theirs.value / ours.value : ours.value / theirs.value;
  return {
    case: `${what} (${between(ours)})`,
    figure: ours.value,
    unit: metric,
    peer: `logistic regression on counts (${between(theirs)})`,
    peerFigure: theirs.value,
    ratio: better,
  };
}

function differenceRow(what: string, metric: string, difference: Interval): Row {
  const name = `${what}: difference (${between(difference)})`;
  return { case: name, figure: difference.value, unit: metric, peer: '', peerFigure: null, ratio: null };
}

const between = ({ low, high }: Interval) => `${low.toFixed(4)} to ${high.toFixed(4)}`;
