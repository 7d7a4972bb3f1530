import * as tf from '@tensorflow/tfjs-core';
import { Random } from '../../../../shared/domain/random.ts';
import { encodeRows } from '../../model/encoder.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { padBatch } from '../../sequence/batches.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { type Dataset, heldOutCases } from '../dataset.ts';
import { firstPositions, pairScores } from './pair-scores.ts';
import { learnsSessionPairs, pairSequence, pairsOf } from './session-pairs.ts';

const BATCH = 64;

/**
 * Returns the accuracy of next-session prediction on held-out sessions, 0.5 by chance. Of the users whose validation
 * part begins a session, half (drawn with the run's seed) are shown with their own next session and half with another
 * user's. Null if the run does not train it or fewer than two such users exist.
 */
export function pairAccuracy(
  dataset: Dataset,
  behaviours: Behaviours,
  config: RunConfig,
  weights: Weights,
  limit: number,
): number | null {
  if (!learnsSessionPairs(config.train)) return null;
  const { offsets, session } = behaviours;
  const { trainEnd } = dataset.split;
  const eventByHistoryStart = new Map(heldOutCases(dataset, 'validation').map(({ from, event }) => [from, event]));
  const validation = trainEnd.map((_, h) => eventByHistoryStart.get(offsets[h]!) ?? -1);
  const startsSession = (h: number, e = trainEnd[h]!) =>
    e > offsets[h]! && validation[h]! >= e && session[e] !== session[e - 1];
  const users = [...validation.keys()].filter((h) => startsSession(h)).slice(0, limit);
  if (users.length < 2) return null;
  const random = new Random(config.train.seed);
  const secondSpan = (h: number) => ({ from: trainEnd[h]!, to: validation[h]! + 1 });
  const examples = users.map((h, i) => {
    const follows = random.chance(0.5);
    const other = users[(i + 1 + random.integer(users.length - 1)) % users.length]!;
    const first = { from: offsets[h]!, to: trainEnd[h]! };
    return {
      positions: pairSequence(behaviours, first, secondSpan(follows ? h : other), config.encoder.length),
      targetPositions: [],
      targets: [],
      follows,
    };
  });
  let correctCount = 0;
  for (let start = 0; start < examples.length; start += BATCH) {
    const chunk = examples.slice(start, start + BATCH);
    const pairs = pairsOf(chunk);
    const scores = tf.tidy(() => {
      const batch = padBatch(chunk.map(({ positions }) => positions));
      const firstRows = Int32Array.from(firstPositions(batch, pairs));
      return pairScores(weights, encodeRows(config.encoder, weights, batch, firstRows));
    });
    const values = scores.dataSync();
    scores.dispose();
    pairs.follows.forEach((follows, i) => {
      if (Number(values[2 * i + 1]! > values[2 * i]!) === follows) correctCount++;
    });
  }
  return correctCount / examples.length;
}
