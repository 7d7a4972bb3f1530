import { describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../../electron/engine/model/config.ts';
import type { RunConfig } from '../../../../electron/engine/runs/run-files.ts';
import type { Behaviours } from '../../../../electron/engine/sequence/encode.ts';
import { CLS, FIELDS, FIRST_TOKEN, SEP, UNK } from '../../../../electron/engine/sequence/fields.ts';
import { causalExample, causalNextExample } from '../../../../electron/engine/train/objective/causal.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

const [A, B, C, D] = [FIRST_TOKEN, FIRST_TOKEN + 1, FIRST_TOKEN + 2, FIRST_TOKEN + 3];

/** A single history of items, in sessions. */
function history(item: number[], session: number[] = item.map(() => 1)): Behaviours {
  const tokens = Object.fromEntries(FIELDS.map((field) => [field, Int32Array.from(item)]));
  return {
    users: Int32Array.of(1),
    offsets: Int32Array.of(0, item.length),
    tokens: tokens as Behaviours['tokens'],
    session: Int32Array.from(session),
  };
}

function config(length = 16, backwards = 0): RunConfig {
  return {
    train: TrainConfig.parse({ objective: 'causal', backwards }),
    encoder: EncoderConfig.parse({ causal: true, length, sizes: { item: 40 } }),
    target: 'item',
  };
}

function exampleOf(behaviours: Behaviours, length?: number, seed = 1) {
  const span = { from: 0, to: behaviours.session.length };
  return causalExample(behaviours, span, config(length), new Random(seed));
}

describe('the causal objective', () => {
  it('predicts each new behaviour from the position before it, and ends before the last', () => {
    const { positions, targetPositions: at, targets } = exampleOf(history([A, B, A, C, D]));
    expect([...positions.tokens.item]).toEqual([CLS, A, B, A, C]);
    expect(at).toEqual([1, 3, 4]);
    expect(targets).toEqual([B, C, D]);
  });

  it('fits the model’s length if a window has no target', () => {
    const unknown = history(Array.from({ length: 12 }, () => UNK));
    for (const seed of [1, 2, 3]) expect(exampleOf(unknown, 8, seed).positions.event.length).toBeLessThanOrEqual(8);
  });

  it('predicts the first behaviour of a session from the [SEP] before it', () => {
    const { positions, targetPositions: at, targets } = exampleOf(history([A, B, C], [1, 1, 2]));
    expect([...positions.tokens.item]).toEqual([CLS, A, B, SEP]);
    expect(at).toEqual([1, 3]);
    expect(targets).toEqual([B, C]);
  });

  it('ends where an evaluation of its last target would', () => {
    for (const [items, sessions] of [
      [
        [A, B, C, D],
        [1, 1, 1, 1],
      ],
      [
        [A, B, C, D],
        [1, 1, 2, 3],
      ],
    ] as const) {
      const behaviours = history([...items], [...sessions]);
      const example = exampleOf(behaviours);
      const next = causalNextExample(behaviours, 0, 3, config());
      expect(next.positions).toEqual(example.positions);
      expect([next.targetPositions[0], next.targets[0]]).toEqual([
        example.targetPositions.at(-1),
        example.targets.at(-1),
      ]);
    }
  });

  it('predicts repeats only if nothing is new', () => {
    expect(exampleOf(history([A, A, A])).targets).toEqual([A, A]);
    expect(exampleOf(history([A, A, B, B])).targets).toEqual([B]);
  });

  it('has no target outside of the vocabulary, but includes it in the input', () => {
    const { positions, targets } = exampleOf(history([UNK, A, UNK, B, UNK]));
    expect(targets).toEqual([A, B]);
    expect([...positions.tokens.item]).toEqual([CLS, UNK, A, UNK]);
  });

  it('has no target if all values are unknown', () => {
    expect(exampleOf(history([A, UNK])).targetPositions).toEqual([]);
  });

  it('reverses the given share of sequences', () => {
    const behaviours = history([A, B, C, D], [1, 1, 1, 2]);
    const drawExamples = (share: number) =>
      Array.from({ length: 200 }, (_, seed) =>
        causalExample(behaviours, { from: 0, to: 4 }, config(16, share), new Random(seed)),
      );
    const isTurned = ({ targets }: { targets: number[] }) => targets[0] === C;
    expect(drawExamples(0).some(isTurned)).toBe(false);
    expect(drawExamples(1).every(isTurned)).toBe(true);
    expect(drawExamples(0.25).filter(isTurned).length / 200).toBeCloseTo(0.25, 1);
    const [turned] = drawExamples(1);
    expect([...turned!.positions.tokens.item]).toEqual([CLS, D, SEP, C, B]);
    expect(turned!.targets).toEqual([C, B, A]);
    expect(turned!.targetPositions).toEqual([2, 3, 4]);
  });

  it('fits the length with any sessions', () => {
    const items = Array.from({ length: 200 }, (_, i) => FIRST_TOKEN + (i % 35));
    const sessions = items.map((_, i) => Math.floor(i / 3));
    const behaviours = history(items, sessions);
    for (let seed = 0; seed < 50; seed++) {
      const { positions, targetPositions: at } = exampleOf(behaviours, 16, seed);
      expect(positions.event.length).toBeLessThanOrEqual(16);
      expect(at.at(-1)).toBe(positions.event.length - 1);
    }
    expect(causalNextExample(behaviours, 0, 150, config(16)).positions.event.length).toBeLessThanOrEqual(16);
  });
});
