import type { Brief } from '../../../../shared/contract/brief.ts';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { runConfig } from '../../store/models/runs.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { BriefModel } from '../stages/model-stage.ts';
import { betterBlend } from './next-items.ts';

const METRIC = 'ndcg@10';

type ModelFacts = NonNullable<Brief['model']>;

/** Describes a model: its training, and its accuracy compared with the best baseline. */
export function modelFacts({ db }: Workspace, { run, reused }: BriefModel): ModelFacts {
  const { seed } = TrainConfig.pick({ seed: true }).parse(runConfig(db, run.id));
  const { backend, seconds } = run.summary;
  return { run: run.id, backend, seed, seconds, reused, evaluation: run.evaluation && evaluationFacts(run.evaluation) };
}

function evaluationFacts(evaluation: Evaluation): ModelFacts['evaluation'] {
  const { users, verdict, metrics, baselines, bestBaseline, beatsBaselines, difference } = evaluation;
  const blend = betterBlend(evaluation);
  return {
    users,
    better: verdict?.better ?? (beatsBaselines ? 'maybe' : 'no'),
    fit: verdict?.fit ?? 'unknown',
    baseline: bestBaseline,
    ndcg10: metrics[METRIC] ?? 0,
    baselineNdcg10: baselines[bestBaseline]?.[METRIC] ?? 0,
    difference,
    blend: blend && {
      ndcg10: blend.metrics[METRIC] ?? 0,
      bestRanker: blend.bestRanker,
      bestNdcg10: (blend.bestRanker === 'model' ? metrics : baselines[blend.bestRanker])?.[METRIC] ?? 0,
      difference: blend.difference,
    },
  };
}
