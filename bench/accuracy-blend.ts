import { fileURLToPath } from 'node:url';
import type { Input } from '../shared/contract/index.ts';
import type { Evaluation } from '../shared/contract/train.ts';
import { TrainPreset, trainPreset } from '../shared/domain/train-presets.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace, trainOnBackend } from './support/in-workspace.ts';

const FOLDER = process.env.BENCH_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const PRESET = TrainPreset.parse(process.env.BENCH_PRESET ?? 'quick');
const SEEDS = (process.env.BENCH_SEEDS ?? '1,2,3').split(',').map(Number);

type Files = Input<'ingest.run'>['files'];

const DATA: Readonly<Record<string, Files>> = {
  LastFM: [{ file: `${FOLDER}/lastfm/LastFM.txt`, preset: 'sequences' }],
  'ml-100k': [{ file: `${FOLDER}/ml-100k/ml-100k.inter` }],
  REES46: [{ file: `${FOLDER}/rees46/2019-Oct.csv` }],
  sports: [{ file: `${FOLDER}/sports/Sports_and_Outdoors.txt`, preset: 'sequences' }],
};
/** Data sets to use; can be set by the environment. */
const NAMES = (process.env.BENCH_SETS ?? Object.keys(DATA).join(',')).split(',');

const METRICS = { 'recall@10': 'HR@10', 'ndcg@10': 'NDCG@10' } as const;

/**
 * Predicts the last new item of each user among all items that the user has not had, with models of a preset: the model
 * and the blend beside the best baseline of each seed's evaluation.
 */
const bench: Bench = async () => {
  const rows: Row[] = [];
  for (const name of NAMES) {
    const evaluations: Evaluation[] = [];
    for (const seed of SEEDS) evaluations.push(await evaluationOf(DATA[name]!, seed));
    rows.push(...rowsOf(name, evaluations));
  }
  return rows;
};
export default bench;

function evaluationOf(files: Files, seed: number): Promise<Evaluation> {
  return inWorkspace(async (client) => {
    await client.run('ingest.run', { files });
    const { workspace: info } = await client.call('workspace.info', {});
    if (!info) throw new Error('no workspace is open');
    const run = await trainOnBackend(client, { ...trainPreset(PRESET, info), seed });
    return client.run('train.evaluate', { run, users: 100_000 });
  });
}

function rowsOf(name: string, evaluations: readonly Evaluation[]): Row[] {
  const blended = evaluations.filter(({ blend }) => blend !== null);
  return Object.entries(METRICS).flatMap(([metric, unit]) => {
    const best = mean(evaluations.map(({ baselines, bestBaseline }) => baselines[bestBaseline]![metric]!));
    const row = (ranker: string, values: readonly number[], bounds = ''): Row => ({
      case: `${name}, ${PRESET}, ${ranker}, mean of seeds ${SEEDS.join(', ')}${bounds}`,
      figure: mean(values),
      unit,
      peer: evaluations[0]!.bestBaseline,
      peerFigure: best,
      ratio: mean(values) / best,
    });
    return [
      row(
        'model',
        evaluations.map(({ metrics }) => metrics[metric]!),
      ),
      row(
        'blend',
        blended.map(({ blend }) => blend!.metrics[metric]!),
        metric === 'ndcg@10' ? ` (above the best ranker by ${blended.map(differenceOf).join('; ')})` : '',
      ),
    ];
  });
}

const differenceOf = ({ blend }: Evaluation) => {
  const { low, high } = blend!.difference;
  return `${low.toFixed(4)} to ${high.toFixed(4)}`;
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
