import type { Database } from 'better-sqlite3';
import type { RunConfig } from '../../runs/run-files.ts';
import { encode } from '../../sequence/encode.ts';
import { inSharedMemory } from '../../sequence/shared-behaviours.ts';
import type { Vocabulary } from '../../sequence/vocabulary.ts';
import type { Dataset } from '../dataset.ts';
import { itemsByAttribute } from '../embeddings/items-by-attribute.ts';
import { newTraining } from '../new-run.ts';
import type { Example } from '../objective/example.ts';
import type { RunTraining } from '../run-training.ts';
import { validator } from '../validate.ts';
import { behaviourTask } from './behaviour-task.ts';
import type { BehaviourInputs } from './shards.ts';
import { workersFor } from './workers.ts';

/** Returns the training of a run on a data set's behaviours. */
export function behaviourTraining(
  db: Database,
  config: RunConfig & { readonly vocabulary: Vocabulary },
  dataset: Dataset,
): RunTraining<Example, BehaviourInputs> {
  const behaviours = inSharedMemory(encode(dataset.histories, config.vocabulary));
  const itemSets = config.target === 'item' ? { itemSets: itemsByAttribute(db, config.vocabulary) } : {};
  const trainingData = { config, behaviours, trainEnd: dataset.split.trainEnd, ...itemSets };
  return {
    task: behaviourTask(trainingData),
    start: () => newTraining(config, trainingData),
    workers: (state) => workersFor(trainingData, state),
    validator: (weights) => validator(dataset, behaviours, config, weights),
  };
}
