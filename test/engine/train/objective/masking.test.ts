import { describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../../electron/engine/model/config.ts';
import type { RunConfig } from '../../../../electron/engine/runs/run-files.ts';
import type { Behaviours } from '../../../../electron/engine/sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, MASK } from '../../../../electron/engine/sequence/fields.ts';
import { trainingExample } from '../../../../electron/engine/train/objective/objective.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

const EVENTS = 60;
const USERS = 4;

/** Users with ten-event sessions of items of their own, each item once. */
function behavioursOf(): Behaviours {
  const events = Int32Array.from({ length: USERS * EVENTS }, (_, e) => e);
  const tokens = Object.fromEntries(FIELDS.map((field) => [field, events.map((e) => FIRST_TOKEN + e)]));
  return {
    users: Int32Array.from({ length: USERS }, (_, u) => u + 1),
    offsets: Int32Array.from({ length: USERS + 1 }, (_, u) => u * EVENTS),
    tokens: tokens as Behaviours['tokens'],
    session: events.map((e) => Math.floor(e / 10)),
  };
}

function configOf(settings: Partial<TrainConfig>): RunConfig {
  const train = TrainConfig.parse({ nextShare: 0, ...settings });
  const sizes = Object.fromEntries(FIELDS.map((field) => [field, FIRST_TOKEN + USERS * EVENTS]));
  return { train, encoder: EncoderConfig.parse({ length: 128, sizes }), target: 'item' };
}

const behaviours = behavioursOf();
const spanOf = (user: number) => ({ from: user * EVENTS, to: (user + 1) * EVENTS });

/** Examples of the first user; the other users take turns as `otherSpan`. */
function draw(settings: Partial<TrainConfig>, count: number) {
  const config = configOf(settings);
  return Array.from({ length: count }, (_, seed) =>
    trainingExample(behaviours, spanOf(0), config, new Random(seed), () => spanOf(1 + (seed % (USERS - 1)))),
  );
}

describe('masking', () => {
  it('selects the given share of behaviours: 80 % masked, 10 % replaced, 10 % unchanged', () => {
    const examples = draw({ maskShare: 0.3 }, 400);
    let maskedCount = 0;
    let unchangedCount = 0;
    for (const { positions, targetPositions: at, targets } of examples) {
      expect(at).toHaveLength(0.3 * EVENTS);
      at.forEach((place, i) => {
        const token = positions.tokens.item[place]!;
        if (token === MASK) maskedCount++;
        if (token === targets[i]) unchangedCount++;
        expect(targets[i]).toBe(FIRST_TOKEN + positions.event[place]!);
        expect(positions.tokens.category[place]).toBe(token);
      });
    }
    const all = examples.length * 0.3 * EVENTS;
    expect(maskedCount / all).toBeCloseTo(0.8, 1);
    expect(unchangedCount / all).toBeCloseTo(0.1, 1);
  });

  it.each([
    [1, 1],
    [3, 3],
  ])('selects spans of %d on average', (maskSpan, mean) => {
    // A small share, so that spans seldom touch and are seldom cut short.
    const examples = draw({ maskShare: 0.2, maskSpan }, 400);
    const runs = examples.map(({ positions, targetPositions: at }) => {
      const events = at.map((place) => positions.event[place]!).sort((a, b) => a - b);
      return events.filter((event, i) => event !== events[i - 1]! + 1).length;
    });
    const length = (0.2 * EVENTS * runs.length) / runs.reduce((sum, count) => sum + count, 0);
    expect(length).toBeGreaterThan(mean * 0.9);
    expect(length).toBeLessThan(mean * 1.4);
  });
});

describe('session pairs', () => {
  const pairs = draw({ nextSession: 1, maskShare: 0.1 }, 400).filter(({ follows }) => follows !== undefined);

  it('make up half of the sequences, and half of them are consecutive', () => {
    expect(pairs.length / 400).toBeCloseTo(0.5, 1);
    expect(pairs.filter(({ follows }) => follows).length / pairs.length).toBeCloseTo(0.5, 1);
  });

  it('are split where a session begins; the second part is the next session or another user’s', () => {
    for (const { positions, follows } of pairs) {
      expect(positions.event.length).toBeLessThanOrEqual(128);
      const eventsOf = (segment: number) =>
        [...positions.event].filter((e, i) => e >= 0 && positions.segment[i] === segment);
      const [first, second] = [eventsOf(0), eventsOf(1)];
      expect(first.every((e) => e < EVENTS)).toBe(true);
      expect(second[0]! % 10).toBe(0);
      if (follows) expect(second[0]).toBe(first.at(-1)! + 1);
      else expect(second.every((e) => e >= EVENTS)).toBe(true);
    }
  });

  it('are absent if no user has two sessions, and for a causal model', () => {
    const config = configOf({ nextSession: 1 });
    const short = () => trainingExample(behaviours, { from: 0, to: 8 }, config, new Random(1), () => spanOf(1));
    expect(short().follows).toBeUndefined();
    expect(draw({ nextSession: 1, objective: 'causal' }, 20).every(({ follows }) => follows === undefined)).toBe(true);
  });
});
