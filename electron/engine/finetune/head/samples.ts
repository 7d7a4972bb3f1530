import { batchByLength, type Sequence } from '../../sequence/batches.ts';
import { buildSequence } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { windowsOf } from '../../sequence/windows.ts';
import type { Examples } from '../examples.ts';

/** Input of a head for one example: its sequence in windows, the last first, and dense features. */
export interface Sample {
  readonly windows: readonly Sequence[];
  readonly facts: Float32Array;
  /** Scores of another model, in the labels' own unit; the head learns what to add to them. */
  readonly offset: Float32Array | null;
}

/** Samples by index, created on demand so that memory does not grow with the number of users. */
export interface Samples {
  readonly source: SamplesSource;
  /** Number of dense features, the same for every sample. */
  readonly facts: number;
  get(index: number): Sample;
  /** Total number of positions in all windows of a sample. */
  length(index: number): number;
}

/** Data that samples are created from; facts and offsets are (examples × their width), row-major. */
export interface SampleSource {
  readonly behaviours: Behaviours;
  readonly examples: Examples;
  readonly facts: Float32Array;
  readonly offsets: Float32Array | null;
  /** Maximum number of events read per history, the last ones, and positions per window. */
  readonly history: number;
  readonly length: number;
}

/** What samples are created from: histories, or sequences. Another thread creates the same samples from it. */
export type SamplesSource = SampleSource | { readonly sequences: readonly Sequence[] };

export const samplesFrom = (source: SamplesSource): Samples =>
  'sequences' in source ? sequenceSamples(source.sequences) : behaviourSamples(source);

/** Returns samples of histories up to the end of each example. */
export function behaviourSamples(source: SampleSource): Samples {
  const { behaviours, examples, facts, offsets, history, length } = source;
  const count = examples.history.length;
  const width = facts.length / Math.max(1, count);
  const outputs = offsets ? offsets.length / Math.max(1, count) : 0;
  const spansOf = (index: number) => {
    const to = examples.to[index]!;
    const from = Math.max(behaviours.offsets[examples.history[index]!]!, to - history);
    return windowsOf(behaviours, { from, to }, length);
  };
  return {
    source,
    facts: width,
    length: (index) => spansOf(index).reduce((sum, { positions }) => sum + positions, 0),
    get(index) {
      return {
        windows: spansOf(index).map(({ span }) => buildSequence(behaviours, span, length)),
        facts: facts.subarray(index * width, (index + 1) * width),
        offset: offsets?.subarray(index * outputs, (index + 1) * outputs) ?? null,
      };
    },
  };
}

/** Returns samples of one sequence each, such as a text, without facts. */
export function sequenceSamples(sequences: readonly Sequence[]): Samples {
  const facts = new Float32Array(0);
  return {
    source: { sequences },
    facts: 0,
    get: (index) => ({ windows: [sequences[index]!], facts, offset: null }),
    length: (index) => sequences[index]!.segment.length,
  };
}

/** Returns batches of similar length, as indices into `rows`. */
export const batchesOf = (samples: Samples, rows: Int32Array): Int32Array[] =>
  batchByLength(rows.map((row) => samples.length(row)));
