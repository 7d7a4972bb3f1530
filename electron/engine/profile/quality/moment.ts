import { type Examples, FACTS, factsOf } from '../../finetune/examples.ts';
import { COUNTED_FIELDS, countFeatures, fitTerms } from '../../finetune/linear/count-features.ts';
import type { SparseRows } from '../../finetune/linear/linear-model.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Histories } from '../../store/events/histories.ts';
import type { Spans } from '../encode-users.ts';
import { truncatedSvd } from '../truncated-svd.ts';
import { aggregatesOf } from './aggregates.ts';

/** Dense features of users, (rows × width), row-major. */
export interface DenseFeatures {
  readonly vectors: Float32Array;
  readonly width: number;
}

/** Data on which the vectors of a run are measured. */
export interface QualityData {
  readonly histories: Histories;
  /** The same histories as tokens of the run's vocabulary. */
  readonly behaviours: Behaviours;
  readonly dates: boolean;
  /** Computes the vectors of parts of histories by the run's encoder, and by the same one with untrained weights. */
  encode(spans: Spans): Promise<Record<'vector' | 'random', DenseFeatures>>;
  checkCancelled(): void;
}

/** Kinds of dense features. */
export const DENSE = ['vector', 'random', 'svd', 'aggregates'] as const;
export type DenseName = (typeof DENSE)[number];

/** Features of users as of one time, a row per example. */
export interface Moment {
  readonly examples: Examples;
  readonly facts: Float32Array;
  readonly dense: Readonly<Record<DenseName, DenseFeatures>>;
}

/** Number of dimensions of the truncated singular value decomposition. */
const SVD_WIDTH = 64;
const SVD_SEED = 1;

/** Computes the features of examples. */
export async function momentOf(data: QualityData, examples: Examples): Promise<Moment> {
  const { histories, behaviours, dates, checkCancelled } = data;
  const facts = factsOf(histories, examples, dates);
  const from = examples.history.map((h) => behaviours.offsets[h]!);
  const encoded = await data.encode({ from, to: examples.to });
  const svd = truncatedSvd(plainCounts(behaviours, examples), SVD_WIDTH, SVD_SEED, checkCancelled);
  const aggregates = aggregatesOf(behaviours, examples, facts);
  return { examples, facts, dense: { ...encoded, svd: { vectors: svd, width: SVD_WIDTH }, aggregates } };
}

/**
 * Returns the TF-IDF counts of the finest field that has values: items if there are any, otherwise categories, and so
 * on.
 */
export function plainCounts(behaviours: Behaviours, examples: Examples): SparseRows {
  const finest = COUNTED_FIELDS.filter((field) => behaviours.tokens[field].some((token) => token >= FIRST_TOKEN));
  const rows = Int32Array.from(examples.history.keys());
  const terms = fitTerms(behaviours, examples, rows, finest.slice(0, 1));
  return countFeatures(behaviours, examples, terms, new Float32Array(rows.length * FACTS));
}
