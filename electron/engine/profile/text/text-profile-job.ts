import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { DEFAULT_POOLING } from '../../../../shared/domain/pooling.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { loadRun } from '../../runs/run-files.ts';
import { vectorLength } from '../../store/models/vectors.ts';
import { nameOf } from '../../store/names/name-lookup.ts';
import { withPool } from '../../threads/with-pool.ts';
import { modelScorer } from '../../train/rank/model-scorer.ts';
import { itemVectors } from '../item-vectors.ts';
import { nearestToVector } from '../nearest-users.ts';
import { poolingOf, profileVectors } from '../profile-vectors.ts';
import { predictNext } from './next-item-prediction.ts';
import { parseTextQuery, queryBehaviours } from './text-query.ts';

const MAX_NEAREST = 10;
const PREDICTION_LIMIT = 10;

/** Computes a profile from a text query. Throws RUN_NOT_FOUND, TEXT_EMPTY, TEXT_UNKNOWN and ACTION_NOT_FOUND. */
export const textProfileJob: JobFunction<Parsed<'text.profile'>, Output<'text.profile'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const run = await loadRun(path, input.run);
  try {
    const queryWords = parseTextQuery(db, run.vocabulary, input.text);
    const behaviours = queryBehaviours(db, run.vocabulary, queryWords, input.action);
    const dimensions = vectorLength(db, run.id);
    const pooling = dimensions === null ? DEFAULT_POOLING : poolingOf(run.encoder, dimensions);
    const items = itemVectors(context.workspace, run, context.checkCancelled);
    const options = { pooling, items };
    const vector = await withPool((pool) => profileVectors(run, behaviours, pool, context.checkCancelled, options));
    const score = modelScorer(behaviours, run, run.weights);
    const scores = score([{ from: 0, event: behaviours.offsets[1]! }]);
    return {
      run: run.id,
      words: queryWords.map(({ word, token, names }) => ({
        word,
        known: token !== null,
        names: names.map(({ kind, name }) => ({ kind, name })),
      })),
      vector,
      nearest: nearestToVector(db, run.id, vector, MAX_NEAREST).map(({ user, cosine }) => ({
        user: nameOf(db, 'users', user),
        cosine,
      })),
      expected: predictNext(db, run.vocabulary, run.target, scores, PREDICTION_LIMIT),
    };
  } finally {
    run.dispose();
  }
};
