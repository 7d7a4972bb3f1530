import type { Sequence } from '../../../sequence/batches.ts';
import type { Behaviours } from '../../../sequence/encode.ts';
import { layOut } from '../../../sequence/layout.ts';
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
}

/** Positions of all windows of a sample. */
export const lengthOf = ({ windows }: Sample) => windows.reduce((sum, { segment }) => sum + segment.length, 0);

/**
 * Histories up to their examples' ends, the last `history` events of each, cut into windows of `length` positions; facts and
 * offsets are (examples × their width), row-major.
 */
export function behaviourSamples(
  behaviours: Behaviours,
  examples: Examples,
  { facts, offsets }: { facts: Float32Array; offsets: Float32Array | null },
  { length, history }: { length: number; history: number },
): Samples {
  const count = examples.history.length;
  const width = facts.length / Math.max(1, count);
  const outputs = offsets ? offsets.length / Math.max(1, count) : 0;
  return {
    facts: width,
    of(index) {
      const to = examples.to[index]!;
      const from = Math.max(behaviours.offsets[examples.history[index]!]!, to - history);
      return {
        windows: windowsOf(behaviours, from, to, length),
        facts: facts.subarray(index * width, (index + 1) * width),
        offset: offsets?.subarray(index * outputs, (index + 1) * outputs) ?? null,
      };
    },
  };
}

/** One sequence a sample and nothing beside it, such as a text. */
export function sequenceSamples(sequences: readonly Sequence[]): Samples {
  const facts = new Float32Array(0);
  return { facts: 0, of: (index) => ({ windows: [sequences[index]!], facts, offset: null }) };
}

function windowsOf(behaviours: Behaviours, from: number, to: number, length: number): Sequence[] {
  const windows: Sequence[] = [];
  for (let end = to; end > from; ) {
    const positions = layOut(behaviours, { from, to: end }, length);
    const first = positions.event.find((event) => event >= 0);
    if (first === undefined) break;
    windows.push(positions);
    end = first;
  }
  return windows;
}

/** Samples and positions that are encoded at once, at most. */
const SAMPLES = 64;
const POSITIONS = 8192;

/** Goes through rows in batches of like length; `visit` is told the places in `rows` and how many are done. */
export function inBatches(
  samples: Samples,
  rows: Int32Array,
  visit: (part: Sample[], places: Int32Array, done: number) => void,
): void {
  const lengths = rows.map((row) => lengthOf(samples.of(row)));
  const order = Int32Array.from(rows.keys()).sort((a, b) => lengths[a]! - lengths[b]!);
  for (let start = 0, end = 0; start < order.length; start = end) {
    for (let held = 0; end < order.length && fits(end - start, held + lengths[order[end]!]!); end++) {
      held += lengths[order[end]!]!;
    }
    const places = order.subarray(start, end);
    visit(
      Array.from(places, (place) => samples.of(rows[place]!)),
      places,
      end,
    );
  }
}

const fits = (count: number, positions: number) => count === 0 || (count < SAMPLES && positions <= POSITIONS);
