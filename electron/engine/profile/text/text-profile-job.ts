import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { loadRun } from '../../runs/run-files.ts';
import { nameOf } from '../../store/names/name-lookup.ts';
import { withPool } from '../../threads/with-pool.ts';
import { modelScorer } from '../../train/rank/model-scorer.ts';
import { encodeUsers } from '../encode-users.ts';
import { nearestTo } from '../nearest-users.ts';
import { expectedNext } from './next-item-prediction.ts';
import { readTyped, typedBehaviours } from './text-query.ts';

const MOST_NEAREST = 10;
const MOST_EXPECTED = 10;

/** A typed text as a profile. Throws RUN_NOT_FOUND, TEXT_EMPTY, TEXT_UNKNOWN and ACTION_NOT_FOUND. */
export const textProfileJob: JobFunction<Parsed<'text.profile'>, Output<'text.profile'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const run = await loadRun(path, input.run);
  try {
    const typed = readTyped(db, run.vocabulary, input.text);
    const behaviours = typedBehaviours(db, run.vocabulary, typed, input.action);
    const vector = await withPool((pool) => encodeUsers(run, behaviours, pool, context.checkCancelled));
    const score = modelScorer(behaviours, run, run.weights);
    const scores = score([{ from: 0, event: behaviours.offsets[1]! }]);
    return {
      run: run.id,
      words: typed.map(({ word, token, names }) => ({
        word,
        known: token !== null,
        names: names.map(({ kind, name }) => ({ kind, name })),
      })),
      vector,
      nearest: nearestTo(db, run.id, vector, MOST_NEAREST).map(({ user, cosine }) => ({
        user: nameOf(db, 'users', user),
        cosine,
      })),
      expected: expectedNext(db, run.vocabulary, run.target, scores, MOST_EXPECTED),
    };
  } finally {
    run.dispose();
  }
};
