import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FACTS } from '../finetune/examples.ts';
import { countFeatures, fitTerms } from '../finetune/linear/count-features.ts';
import { readSafetensors, writeSafetensors } from '../model/safetensors.ts';
import type { Run } from '../runs/run-files.ts';
import { encode } from '../sequence/encode.ts';
import { FIRST_TOKEN, type FieldName } from '../sequence/fields.ts';
import { hasMixedTimes, hasTimes } from '../store/events/times.ts';
import type { Workspace } from '../store/workspace.ts';
import { modelFolder } from '../store/workspace.ts';
import { readDataset } from '../train/dataset.ts';
import { rightSingularVectors } from './truncated-svd.ts';

/** Vectors of the values of a field, (values × width), row-major. Special tokens have no row. */
export interface ItemVectors {
  readonly field: FieldName;
  readonly vectors: Float32Array;
  readonly width: number;
}

const SEED = 1;
const NAME = 'items';
const fileOf = (workspace: string, run: string) => join(modelFolder(workspace, run), 'items.safetensors');

/**
 * Returns item vectors by latent semantic analysis (Deerwester et al., 1990): the leading right singular vectors of the
 * TF-IDF matrix of the run’s training histories, multiplied by the inverse document frequencies. They describe a person
 * better than the input embeddings, which were trained to predict the next item. Vectors saved by `saveItemVectors` are
 * reused, so that the axes of profiles stay the same after an import.
 */
export function itemVectors(workspace: Workspace, run: Run, checkCancelled: () => void): ItemVectors {
  const file = fileOf(workspace.path, run.id);
  const { width } = run.encoder;
  const values = run.vocabulary.fields[run.target].values.length;
  const saved = existsSync(file) ? readSafetensors(file).arrays[NAME] : undefined;
  if (saved?.shape.join() === [values, width].join()) return { field: run.target, vectors: saved.data, width };
  return { field: run.target, vectors: computeItemVectors(workspace, run, checkCancelled), width };
}

/** Saves the vectors to the run’s folder. */
export function saveItemVectors({ path }: Workspace, run: string, { vectors, width }: ItemVectors): void {
  writeSafetensors(fileOf(path, run), { [NAME]: { shape: [vectors.length / width, width], data: vectors } }, {});
}

/** Returns the input embeddings of the items of an encoder. */
export function embeddedItems({ encoder, weights, target }: Pick<Run, 'encoder' | 'weights' | 'target'>): ItemVectors {
  const table = weights[`embeddings.${target}`]!.dataSync<'float32'>();
  return { field: target, vectors: table.slice(FIRST_TOKEN * encoder.width), width: encoder.width };
}

function computeItemVectors({ db }: Workspace, run: Run, checkCancelled: () => void): Float32Array {
  // Data that has been extended by events without dates cannot be divided by time any more.
  const division = hasTimes(db) && !hasMixedTimes(db) ? {} : ({ split: 'leaveOneOut', until: null } as const);
  const { histories, split } = readDataset(db, { ...run.train, ...division, fields: ['item'] });
  const behaviours = encode(histories, { ...run.vocabulary, words: null });
  const rows = Int32Array.from(histories.users.keys());
  const examples = { history: rows, to: split.trainEnd, at: new Float64Array(rows.length) };
  const [terms] = fitTerms(behaviours, examples, rows, [run.target]);
  const counts = countFeatures(behaviours, examples, [terms!], new Float32Array(rows.length * FACTS));
  const basis = rightSingularVectors(counts, run.encoder.width, SEED, checkCancelled);
  const { width } = run.encoder;
  const vectors = new Float32Array(run.vocabulary.fields[run.target].values.length * width);
  terms!.idf.forEach((idf, value) => {
    for (let i = 0; i < width; i++) vectors[value * width + i] = idf * basis[value * width + i]!;
  });
  return vectors;
}
