import { HeadSummary } from '../../../../shared/contract/finetune.ts';
import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { dataMark } from '../../store/imports/data-version.ts';
import { getHead, setHead } from '../../store/models/predictions.ts';
import { replaceScores } from '../../store/models/scores.ts';
import { withPool } from '../../threads/with-pool.ts';
import { readDataset } from '../../train/dataset.ts';
import { readHead } from '../prediction-files.ts';
import { readingOf } from './encoder-input.ts';
import { scoreEveryone, scoringOf } from './score-all-users.ts';
import { loadHead } from './scorer-file.ts';

/**
 * Scores all users of the workspace as it is now by a head that was learnt before, those who came since among them; the scores
 * before stay where this fails. How well the head predicts is not judged anew. Throws RUN_NOT_FOUND, HEAD_NOT_KEPT,
 * HEAD_DAMAGED and NO_EVENTS.
 */
export const scoreJob: JobFunction<Parsed<'finetune.score'>, Output<'finetune.score'>> = async (
  { run: id },
  context,
) => {
  const { db, path } = context.workspace;
  const summary = HeadSummary.parse(getHead(db, id));
  const { config } = readHead(path, id);
  const { run, head } = await loadHead(path, id);
  try {
    const mark = dataMark(db);
    const dataset = readDataset(db, TrainConfig.parse({}));
    const values = await withPool((pool) =>
      scoreEveryone(head, readingOf(db, dataset, run, config), dataset, pool, context),
    );
    const { users } = dataset.histories;
    const scored = { ...summary, scored: users.length, scoring: scoringOf(dataset, mark) };
    db.transaction(() => {
      replaceScores(db, id, { users, classes: head.labels.names.length, values });
      setHead(db, scored);
    })();
    return scored;
  } finally {
    run.dispose();
  }
};
