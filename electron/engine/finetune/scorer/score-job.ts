import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { PredictionSummary } from '../../../../shared/contract/prediction.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { dataVersion } from '../../store/imports/data-version.ts';
import { getPrediction, updatePrediction } from '../../store/models/predictions.ts';
import { replaceScores } from '../../store/models/scores.ts';
import { withPool } from '../../threads/with-pool.ts';
import { readDataset } from '../../train/dataset.ts';
import { readPrediction } from '../prediction-files.ts';
import { encoderInputOf } from './encoder-input.ts';
import { scoreAllUsers, scoringOf } from './score-all-users.ts';
import { loadPrediction } from './scorer-file.ts';

/**
 * Scores all users currently in the workspace with a saved prediction, including users added since it was trained. If
 * this fails, the previous scores are kept. The prediction is not evaluated again. Throws RUN_NOT_FOUND,
 * SCORER_MISSING, PREDICTION_DAMAGED and NO_EVENTS.
 */
export const scoreJob: JobFunction<Parsed<'prediction.score'>, Output<'prediction.score'>> = async (
  { run: id },
  context,
) => {
  const { db, path } = context.workspace;
  const summary = PredictionSummary.parse(getPrediction(db, id));
  const { config } = readPrediction(path, id);
  const { run, prediction } = await loadPrediction(path, id);
  try {
    const version = dataVersion(db);
    const dataset = readDataset(db, TrainConfig.parse({}));
    const values = await withPool((pool) =>
      scoreAllUsers(prediction, encoderInputOf(db, dataset, run, config), dataset, pool, context),
    );
    const { users } = dataset.histories;
    const scored = { ...summary, scored: users.length, scoring: scoringOf(dataset, version) };
    db.transaction(() => {
      replaceScores(db, id, { users, classes: prediction.labels.names.length, values });
      updatePrediction(db, scored);
    })();
    return scored;
  } finally {
    run.dispose();
  }
};
