import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { loadRun } from '../../runs/run-files.ts';
import { refuseOtherData } from '../../runs/same-data.ts';
import { encode } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { readHistories } from '../../store/events/histories.ts';
import { timeline } from '../../store/events/timeline.ts';
import { modelScorer } from '../../train/rank/model-scorer.ts';
import { topK } from '../../train/rank/top-k.ts';
import { nameAndTitles } from '../portrait/name-and-titles.ts';
import { userId } from '../user-id.ts';
import { leaveOneOut } from './leave-one-out.ts';

/** Number of latest events that can be a reason. */
const LATEST = 20;
/** Minimum factor of a reason. The removal of any event changes probabilities by smaller factors. */
const MIN_FACTOR = 1.1;

/**
 * Predicts the item or category of a user’s next event with a run’s model. The reason for each is the latest event
 * whose removal from the history lowers the probability most. Throws USER_NOT_FOUND, RUN_NOT_FOUND and
 * RUN_OF_OTHER_DATA.
 */
export const nextItemsJob: JobFunction<Parsed<'profile.next'>, Output<'profile.next'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const user = userId(db, input.user);
  const run = await loadRun(path, input.run);
  try {
    refuseOtherData(db, run);
    const { target, vocabulary } = run;
    const behaviours = encode(readHistories(db, { users: [user], texts: vocabulary.words !== null }), vocabulary);
    const events = behaviours.offsets[1] ?? 0;
    if (events === 0 || (target !== 'item' && target !== 'category')) return { run: run.id, kind: null, expected: [] };
    const latest = Array.from({ length: Math.min(LATEST, events) }, (_, i) => events - 1 - i);
    // A model reads no more events than it has positions.
    const first = Math.max(0, events - run.encoder.length - LATEST);
    const { behaviours: histories, cases } = leaveOneOut(behaviours, first, latest);
    const scores = modelScorer(histories, run, run.weights)(cases);
    const tokens = scores.length / cases.length;
    const rows = cases.map((_, row) => logProbabilities(scores.subarray(row * tokens, (row + 1) * tokens)));
    const [whole, ...without] = rows as [Float64Array, ...Float64Array[]];
    const shown = timeline(db, user, { offset: 0, limit: latest.length }).events;
    const best = topK(Float32Array.from(whole), new Uint8Array(tokens), input.limit).filter((token) => token > 0);
    return {
      run: run.id,
      kind: target,
      expected: Array.from(best, (token) => {
        const factors = without.map((row) => Math.exp(whole[token]! - row[token]!));
        const strongest = factors.indexOf(Math.max(...factors));
        const event = shown[strongest];
        const factor = factors[strongest] ?? 0;
        return {
          ...nameAndTitles(db, target, vocabulary.fields[target].values[token - FIRST_TOKEN]!),
          probability: Math.exp(whole[token]!),
          because: event && factor >= MIN_FACTOR ? { event, factor } : null,
        };
      }),
    };
  } finally {
    run.dispose();
  }
};

/** Returns the log-softmax over the tokens from FIRST_TOKEN on; −∞ for special tokens. */
function logProbabilities(scores: Float32Array): Float64Array {
  const known = scores.subarray(FIRST_TOKEN);
  const largest = known.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const sum = known.reduce((total, score) => total + Math.exp(score - largest), 0);
  const norm = largest + Math.log(sum);
  return Float64Array.from(scores, (score, token) => (token < FIRST_TOKEN ? Number.NEGATIVE_INFINITY : score - norm));
}
