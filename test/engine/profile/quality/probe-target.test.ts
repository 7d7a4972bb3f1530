import { describe, expect, it } from 'vitest';
import type { Labels } from '../../../../electron/engine/finetune/labels/labels.ts';
import type { DenseFeatures, Moment } from '../../../../electron/engine/profile/quality/moment.ts';
import { probeTarget } from '../../../../electron/engine/profile/quality/probe-target.ts';
import type { Behaviours } from '../../../../electron/engine/sequence/encode.ts';
import { FIELDS, FIRST_TOKEN } from '../../../../electron/engine/sequence/fields.ts';
import { Random } from '../../../../shared/domain/random.ts';

const USERS = 240;
const EVENTS = 8;
const WIDTH = 6;
const random = new Random(8);
const classOf = Int32Array.from({ length: USERS }, () => random.integer(2));
const labels: Labels = { kind: 'classes', names: ['no', 'yes'], values: classOf };

/** Features in which only the first column depends on the class, if `informative`. */
function dense(informative: boolean): DenseFeatures {
  const value = (at: number) =>
    random.normal() + (informative && at % WIDTH === 0 ? 3 * (2 * classOf[Math.floor(at / WIDTH)]! - 1) : 0);
  return { vectors: Float32Array.from({ length: USERS * WIDTH }, (_, at) => value(at)), width: WIDTH };
}

/** Histories of eight events over twenty items; if `informative`, each class has ten items of its own. */
function behavioursOf(informative: boolean): Behaviours {
  const item = (u: number) => (informative ? 10 * classOf[u]! + random.integer(10) : random.integer(20));
  const items = Int32Array.from({ length: USERS * EVENTS }, (_, e) => FIRST_TOKEN + item(Math.floor(e / EVENTS)));
  const unknown = new Int32Array(USERS * EVENTS).fill(1);
  return {
    users: Int32Array.from({ length: USERS }, (_, u) => u + 1),
    offsets: Int32Array.from({ length: USERS + 1 }, (_, u) => u * EVENTS),
    tokens: Object.fromEntries(
      FIELDS.map((field) => [field, field === 'item' ? items : unknown]),
    ) as Behaviours['tokens'],
    session: new Int32Array(USERS * EVENTS),
  };
}

function probe(informative: { readonly vectors: boolean; readonly counts: boolean }) {
  const behaviours = behavioursOf(informative.counts);
  const moment: Moment = {
    examples: {
      history: Int32Array.from({ length: USERS }, (_, u) => u),
      to: behaviours.offsets.slice(1),
      at: new Float64Array(USERS),
    },
    facts: new Float32Array(USERS * 6),
    dense: { vector: dense(informative.vectors), random: dense(false), svd: dense(false), aggregates: dense(false) },
  };
  const target = { target: 'planted', days: null, labels, rows: Int32Array.from({ length: USERS }, (_, u) => u) };
  const folds: number[] = [];
  const hooks = { checkCancelled: () => {}, onFold: (fold: number) => folds.push(fold) };
  return { ...probeTarget(behaviours, moment, target, { folds: 3, seed: 1 }, hooks), folds };
}

describe('a probe', () => {
  it('finds a class that is planted in the vectors but not in the counts, and the union has it too', () => {
    const {
      metric,
      users,
      vector,
      counts,
      union,
      random: untrained,
      gain,
      folds,
    } = probe({ vectors: true, counts: false });
    expect({ metric, users, folds }).toEqual({ metric: 'rocAuc', users: USERS, folds: [1, 2, 3] });
    expect(vector).toBeGreaterThan(0.98);
    expect(union).toBeGreaterThan(0.95);
    // Held out, features without the class are near 0.5: the standard error with 240 users is 0.037.
    for (const uninformed of [counts, untrained]) expect(Math.abs(uninformed - 0.5)).toBeLessThan(0.15);
    expect(gain.low).toBeGreaterThan(0.2);
  });

  it('finds a class that is planted in the counts but not in the vectors, and the union has it too', () => {
    const { vector, counts, union, gain } = probe({ vectors: false, counts: true });
    expect(counts).toBeGreaterThan(0.98);
    expect(union).toBeGreaterThan(0.95);
    expect(Math.abs(vector - 0.5)).toBeLessThan(0.15);
    expect(gain.low).toBeLessThanOrEqual(0);
  });
});
