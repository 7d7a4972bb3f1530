import { describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../../electron/engine/model/config.ts';
import type { Behaviours } from '../../../../electron/engine/sequence/encode.ts';
import { FIELDS } from '../../../../electron/engine/sequence/fields.ts';
import { sliceBatches } from '../../../../electron/engine/train/contrast/slice-batch.ts';
import { drawSlices } from '../../../../electron/engine/train/contrast/slices.ts';
import { divide } from '../../../../electron/engine/train/trainer/data-parallel/divide.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

const EVENTS = 100;
const column = Int32Array.from({ length: EVENTS }, (_, e) => 5 + (e % 7));
const behaviours: Behaviours = {
  users: Int32Array.of(1),
  offsets: Int32Array.of(0, EVENTS),
  tokens: Object.fromEntries(FIELDS.map((field) => [field, column])) as Behaviours['tokens'],
  session: new Int32Array(EVENTS),
};
const encoder = EncoderConfig.parse({ length: 64, sizes: { item: 12 } });

/** Draws slices of a history of `events` events, which begins at the tenth event, many times. */
function draw(events: number, settings: Partial<TrainConfig> = {}) {
  const config = { encoder, train: TrainConfig.parse({ contrast: 1, slices: 3, sliceLength: 16, ...settings }) };
  const span = { from: 10, to: 10 + events };
  return Array.from({ length: 200 }, (_, i) => drawSlices(behaviours, span, config, new Random(1, i)));
}

/** Events of a sequence without special positions. */
const eventsOf = ({ event }: { event: Int32Array }) => [...event].filter((e) => e >= 0);

describe('slices of a history', () => {
  it('are contiguous parts of it, from a quarter of the longest to the longest', () => {
    const lengths = new Set<number>();
    for (const slices of draw(60)) {
      expect(slices).toMatchObject({ history: 10 });
      expect(slices!.sequences).toHaveLength(3);
      for (const events of slices!.sequences.map(eventsOf)) {
        expect(events).toEqual(events.map((_, i) => events[0]! + i));
        expect(events[0]).toBeGreaterThanOrEqual(10);
        expect(events.at(-1)).toBeLessThan(70);
        lengths.add(events.length);
      }
    }
    expect([...lengths].sort((a, b) => a - b)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  });

  it('of a short history have from half of its events to all but one', () => {
    const lengths = draw(5).flatMap((slices) => slices!.sequences.map((sequence) => eventsOf(sequence).length));
    expect([...new Set(lengths)].sort()).toEqual([3, 4]);
    expect(draw(2).every((slices) => slices!.sequences.every((sequence) => eventsOf(sequence).length === 1))).toBe(
      true,
    );
    expect(draw(1).every((slices) => slices === null)).toBe(true);
  });
});

describe('batches of slices', () => {
  const slices = (count: number) =>
    draw(20)
      .slice(0, count)
      .map((drawn, i) => ({ ...drawn!, history: i }));

  it('compare each with the slices of up to 64 users, and count by their number of slices', () => {
    const batches = sliceBatches(slices(80));
    expect(batches.map(({ histories }) => histories.length)).toEqual([192, 48]);
    expect(batches.map(({ share }) => share)).toEqual([0.8, 0.2]);
    const [{ inputs, positions, sliceOf }] = batches as [(typeof batches)[0]];
    // Each position is of an event, in the row of its slice.
    positions.forEach((position, i) => {
      expect(Math.floor(position / inputs.length)).toBe(sliceOf[i]);
      expect(inputs.tokens.item![position]).toBeGreaterThanOrEqual(5);
    });
  });

  it('leave out a single history, which is not told from any other', () => {
    expect(sliceBatches(slices(1))).toEqual([]);
    expect(sliceBatches(slices(2).map((of) => ({ ...of, history: 4 })))).toEqual([]);
    expect(sliceBatches([])).toEqual([]);
  });
});

describe('a batch divided among workers', () => {
  const divided = (lengths: number[], loads: number[]) => divide(lengths, (length) => length, loads.length, loads);

  it('gives fewer positions to a worker with slices to encode', () => {
    expect(divided([5, 5, 5, 5], [0, 0])).toEqual([
      [5, 5],
      [5, 5],
    ]);
    expect(divided([5, 5, 5, 5], [10, 0])).toEqual([[5], [5, 5, 5]]);
    expect(divided([5, 5, 5, 5], [40, 0])).toEqual([[], [5, 5, 5, 5]]);
    expect(divided([1, 2, 9], [0, 30, 0])).toEqual([[1, 2], [], [9]]);
  });
});
