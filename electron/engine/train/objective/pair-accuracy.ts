import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../../shared/domain/random.ts';
import { encodeRows } from '../../model/encoder.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { padBatch } from '../../sequence/batches.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { type Dataset, heldOut } from '../dataset.ts';
import { firstPositions, pairScores } from './pair-scores.ts';
import { asksPairs, pairOf, pairsOf } from './session-pairs.ts';

const BATCH = 64;

/**
 * How often the model tells a user's held-out session from somebody else's, 0.5 by guessing: of those whose validation begins
 * a session, half (drawn by the run's seed) are shown with their own, and half with another's. Null where the run does not
 * ask that or fewer than two such users are there.
 */
export function pairAccuracy(
  dataset: Dataset,
  behaviours: Behaviours,
  config: RunConfig,
  weights: Weights,
  limit: number,
): number | null {
  if (!asksPairs(config.train)) return null;
  const { offsets, session } = behaviours;
  const { trainEnd } = dataset.split;
  const asked = new Map(heldOut(dataset, 'validation').map(({ from, event }) => [from, event]));
  const validation = trainEnd.map((_, h) => asked.get(offsets[h]!) ?? -1);
  const begins = (h: number, e = trainEnd[h]!) =>
    e > offsets[h]! && validation[h]! >= e && session[e] !== session[e - 1];
  const users = [...validation.keys()].filter((h) => begins(h)).slice(0, limit);
  if (users.length < 2) return null;
  const random = new Random(config.train.seed);
  const later = (h: number) => ({ from: trainEnd[h]!, to: validation[h]! + 1 });
  const examples = users.map((h, i) => {
    const follows = random.chance(0.5);
    const other = users[(i + 1 + random.integer(users.length - 1)) % users.length]!;
    const first = { from: offsets[h]!, to: trainEnd[h]! };
    return {
      positions: pairOf(behaviours, first, later(follows ? h : other), config.encoder.length),
      at: [],
      targets: [],
      follows,
    };
  });
  let right = 0;
  for (let start = 0; start < examples.length; start += BATCH) {
    const part = examples.slice(start, start + BATCH);
    const pairs = pairsOf(part);
    const scores = tf.tidy(() => {
      const batch = padBatch(part.map(({ positions }) => positions));
      const firsts = Int32Array.from(firstPositions(batch, pairs));
      return pairScores(weights, encodeRows(config.encoder, weights, batch, firsts));
    });
    const values = scores.dataSync();
    scores.dispose();
    pairs.follows.forEach((follows, i) => {
      if (Number(values[2 * i + 1]! > values[2 * i]!) === follows) right++;
    });
  }
  return right / examples.length;
}
