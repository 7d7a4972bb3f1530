import type { Pooling } from '../../../../shared/domain/pooling.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { Weights } from '../../model/weights.ts';
import type { Run } from '../../runs/run-files.ts';
import { encode } from '../../sequence/encode.ts';
import { inSharedMemory } from '../../sequence/shared-behaviours.ts';
import type { Pool } from '../../threads/pool.ts';
import { readDataset } from '../../train/dataset.ts';
import type { Spans } from '../encode-users.ts';
import { embeddedItems, type ItemVectors, itemVectors } from '../item-vectors.ts';
import { profileVectors, vectorWidth } from '../profile-vectors.ts';
import type { QualityData } from './moment.ts';

/** Reads the workspace's histories as the run reads them; `untrained`: weights of the run's shape. Throws NO_EVENTS. */
export function readQualityData(
  run: Run,
  untrained: Weights,
  pooling: Pooling,
  pool: Pool,
  context: JobContext,
): QualityData {
  const { progress, checkCancelled, workspace } = context;
  const fields: TrainConfig['fields'] = run.vocabulary.words ? ['word'] : ['item'];
  const { histories, time } = readDataset(workspace.db, { ...TrainConfig.parse({}), fields });
  const behaviours = inSharedMemory(encode(histories, run.vocabulary));
  const items = itemVectors(workspace, run, checkCancelled);
  const untrainedItems = embeddedItems({ ...run, weights: untrained });
  const encodeWith = async (weights: Weights, vectorsOfItems: ItemVectors, spans: Spans) => {
    const total = spans.from.length;
    const onProgress = (done: number) => {
      checkCancelled();
      progress({ stage: 'profile.users', done, total, unit: 'users' });
    };
    const vectors = await profileVectors({ ...run, weights }, behaviours, pool, onProgress, {
      pooling,
      items: vectorsOfItems,
      spans,
    });
    return { vectors, width: vectorWidth(run.encoder, pooling) };
  };
  return {
    histories,
    behaviours,
    dates: time.dates,
    encode: async (spans) => ({
      vector: await encodeWith(run.weights, items, spans),
      random: await encodeWith(untrained, untrainedItems, spans),
    }),
    checkCancelled,
  };
}
