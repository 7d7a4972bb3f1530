import { describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../../electron/engine/model/config.ts';
import type { RunConfig } from '../../../../electron/engine/runs/run-files.ts';
import type { Behaviours } from '../../../../electron/engine/sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, MASK } from '../../../../electron/engine/sequence/fields.ts';
import { exampleOf } from '../../../../electron/engine/train/objective/objective.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

const EVENTS = 60;
const USERS = 4;

/** Users with items of their own, each item once, in sessions of ten. */
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

/** Examples of the first user; strangers are the others, in turn. */
function draw(settings: Partial<TrainConfig>, count: number) {
  const config = configOf(settings);
  return Array.from({ length: count }, (_, seed) =>
    exampleOf(behaviours, spanOf(0), config, new Random(seed), () => spanOf(1 + (seed % (USERS - 1)))),
  );
}

describe('masked behaviours', () => {
  it('are the share that was asked for: 80 % hidden, 10 % replaced, 10 % left as they are', () => {
    const examples = draw({ maskShare: 0.3 }, 400);
    let hidden = 0;
    let kept = 0;
    for (const { positions, at, targets } of examples) {
      expect(at).toHaveLength(0.3 * EVENTS);
      at.forEach((place, i) => {
        const shown = positions.tokens.item[place]!;
        if (shown === MASK) hidden++;
        if (shown === targets[i]) kept++;
        expect(targets[i]).toBe(FIRST_TOKEN + positions.event[place]!);
        expect(positions.tokens.category[place]).toBe(shown);
      });
    }
    const all = examples.length * 0.3 * EVENTS;
    expect(hidden / all).toBeCloseTo(0.8, 1);
    expect(kept / all).toBeCloseTo(0.1, 1);
  });

  it.each([
    [1, 1],
    [3, 3],
  ])('come in spans of %d on average', (maskSpan, mean) => {
    // Few are hidden, so that spans seldom touch and are seldom cut short by the share.
    const examples = draw({ maskShare: 0.2, maskSpan }, 400);
    const runs = examples.map(({ positions, at }) => {
      const events = at.map((place) => positions.event[place]!).sort((a, b) => a - b);
      return events.filter((event, i) => event !== events[i - 1]! + 1).length;
    });
    const length = (0.2 * EVENTS * runs.length) / runs.reduce((sum, count) => sum + count, 0);
    expect(length).toBeGreaterThan(mean * 0.9);
    expect(length).toBeLessThan(mean * 1.4);
  });
});

describe('pairs of sessions', () => {
  const pairs = draw({ nextSession: 1, maskShare: 0.1 }, 400).filter(({ follows }) => follows !== undefined);

  it('are half of the sequences, and half of them really follow', () => {
    expect(pairs.length / 400).toBeCloseTo(0.5, 1);
    expect(pairs.filter(({ follows }) => follows).length / pairs.length).toBeCloseTo(0.5, 1);
  });

  it('are cut where a session begins; the second part is the first one’s next or another user’s', () => {
    for (const { positions, follows } of pairs) {
      expect(positions.event.length).toBeLessThanOrEqual(128);
      const part = (segment: number) =>
        [...positions.event].filter((e, i) => e >= 0 && positions.segment[i] === segment);
      const [first, second] = [part(0), part(1)];
      expect(first.every((e) => e < EVENTS)).toBe(true);
      expect(second[0]! % 10).toBe(0);
      if (follows) expect(second[0]).toBe(first.at(-1)! + 1);
      else expect(second.every((e) => e >= EVENTS)).toBe(true);
    }
  });

  it('are not asked where nobody has a second session, nor of a model that looks back only', () => {
    const config = configOf({ nextSession: 1 });
    const short = () => exampleOf(behaviours, { from: 0, to: 8 }, config, new Random(1), () => spanOf(1));
    expect(short().follows).toBeUndefined();
    expect(draw({ nextSession: 1, objective: 'causal' }, 20).every(({ follows }) => follows === undefined)).toBe(true);
  });
});
