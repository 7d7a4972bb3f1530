import { evenBatches, type Sequence } from '../../sequence/batches.ts';
import { fitOf, layOut, type Span } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { Examples } from '../examples.ts';

/** What a head reads of one example: its sequence in windows, the last first, and numbers beside them. */
export interface Sample {
  readonly windows: readonly Sequence[];
  readonly facts: Float32Array;
  /** What another model says already, in the labels' own units; the head learns what to add to it. */
  readonly offset: Float32Array | null;
}

/** Samples by index; made when they are asked for, so that memory does not grow with the number of users. */
export interface Samples {
  /** Numbers beside the windows, the same for each sample. */
  readonly facts: number;
  of(index: number): Sample;
  /** Positions of all windows of a sample. */
  length(index: number): number;
}

/** What samples are drawn from; facts and offsets are (examples × their width), row-major. */
export interface BehaviourSamples {
  readonly behaviours: Behaviours;
  readonly examples: Examples;
  readonly facts: Float32Array;
  readonly offsets: Float32Array | null;
  /** Events that are read of a history, the last ones, and positions of the windows that they are cut into. */
  readonly history: number;
  readonly length: number;
}

/** Histories up to their examples' ends. */
export function behaviourSamples({ behaviours, examples, facts, offsets, history, length }: BehaviourSamples): Samples {
  const count = examples.history.length;
  const width = facts.length / Math.max(1, count);
  const outputs = offsets ? offsets.length / Math.max(1, count) : 0;
  const spansOf = (index: number) => {
    const to = examples.to[index]!;
    const from = Math.max(behaviours.offsets[examples.history[index]!]!, to - history);
    return windowsOf(behaviours, { from, to }, length);
  };
  return {
    facts: width,
    length: (index) => spansOf(index).reduce((sum, { positions }) => sum + positions, 0),
    of(index) {
      return {
        windows: spansOf(index).map(({ span }) => layOut(behaviours, span, length)),
        facts: facts.subarray(index * width, (index + 1) * width),
        offset: offsets?.subarray(index * outputs, (index + 1) * outputs) ?? null,
      };
    },
  };
}

/** One sequence a sample and nothing beside it, such as a text. */
export function sequenceSamples(sequences: readonly Sequence[]): Samples {
  const facts = new Float32Array(0);
  return {
    facts: 0,
    of: (index) => ({ windows: [sequences[index]!], facts, offset: null }),
    length: (index) => sequences[index]!.segment.length,
  };
}

/** A span cut into what fits into windows of `length` positions, the last first, with the positions of each. */
function windowsOf(behaviours: Behaviours, { from, to }: Span, length: number) {
  const windows: { span: Span; positions: number }[] = [];
  for (let end = to; end > from; ) {
    const { from: first, positions } = fitOf(behaviours, { from, to: end }, length);
    if (first === end) break;
    windows.push({ span: { from: first, to: end }, positions });
    end = first;
  }
  return windows;
}

/** The places of some rows in batches of like length. */
export const batchesOf = (samples: Samples, rows: Int32Array): Int32Array[] =>
  evenBatches(rows.map((row) => samples.length(row)));
