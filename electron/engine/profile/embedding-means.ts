import type { Run } from '../runs/run-files.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { FIRST_TOKEN } from '../sequence/fields.ts';
import type { Spans } from './encode-users.ts';
import { normaliseVector } from './normalise-vector.ts';

/**
 * Returns a vector per span, (spans × width): the mean of the input embeddings of its items (of the run's target field),
 * weighted by TF-IDF and scaled to length 1. A frequent value says little about a user and has a low weight: 1 + the
 * logarithm of how much rarer than the most frequent value it was in training. A span without known values has a vector
 * of zeros.
 */
export function embeddingMeans(
  { encoder, weights, vocabulary, target }: Pick<Run, 'encoder' | 'weights' | 'vocabulary' | 'target'>,
  { tokens }: Behaviours,
  { from, to }: Spans,
): Float32Array {
  const { width } = encoder;
  const table = weights[`embeddings.${target}`]!.dataSync<'float32'>();
  const column = tokens[target];
  const rarity = rarities(vocabulary.fields[target].counts);
  const vectors = new Float32Array(from.length * width);
  from.forEach((start, s) => {
    const vector = vectors.subarray(s * width, (s + 1) * width);
    for (const [token, count] of countTokens(column.subarray(start, to[s]))) {
      const weight = (1 + Math.log(count)) * rarity[token - FIRST_TOKEN]!;
      for (let i = 0; i < width; i++) vector[i]! += weight * table[token * width + i]!;
    }
    normaliseVector(vector);
  });
  return vectors;
}

function rarities(counts: readonly number[]): Float64Array {
  const largest = counts.reduce((max, count) => Math.max(max, count), 0);
  return Float64Array.from(counts, (count) => 1 + Math.log((1 + largest) / (1 + count)));
}

/** Counts the known values. */
function countTokens(column: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const token of column) if (token >= FIRST_TOKEN) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
