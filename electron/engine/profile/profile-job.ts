import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { JobFunction } from '../jobs/context.ts';
import { loadRun } from '../runs/run-files.ts';
import { refuseOtherData } from '../runs/same-data.ts';
import { encode } from '../sequence/encode.ts';
import { readHistories } from '../store/events/histories.ts';
import { replaceProfiles } from '../store/models/profiles.ts';
import { withPool } from '../threads/with-pool.ts';
import { itemVectors, saveItemVectors } from './item-vectors.ts';
import { profileVectors, vectorWidth } from './profile-vectors.ts';

/** Computes the vectors of all users and replaces the run's profiles with them. */
export const profileJob: JobFunction<Parsed<'profile.compute'>, Output<'profile.compute'>> = async (input, context) => {
  const started = performance.now();
  const run = await loadRun(context.workspace.path, input.run);
  try {
    refuseOtherData(context.workspace.db, run);
    const behaviours = encode(
      readHistories(context.workspace.db, { texts: run.vocabulary.words !== null }),
      run.vocabulary,
    );
    const total = behaviours.users.length;
    const onProgress = (done: number) => {
      context.checkCancelled();
      context.progress({ stage: 'profile.users', done, total, unit: 'users' });
    };
    const items = itemVectors(context.workspace, run, context.checkCancelled);
    const options = { pooling: input.pooling, items };
    const vectors = await withPool((pool) => profileVectors(run, behaviours, pool, onProgress, options));
    saveItemVectors(context.workspace, run.id, items);
    replaceProfiles(context.workspace.db, run.id, behaviours.users, vectors);
    return {
      run: run.id,
      users: total,
      dimensions: vectorWidth(run.encoder, input.pooling),
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    run.dispose();
  }
};
