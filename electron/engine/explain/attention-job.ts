import * as tf from '@tensorflow/tfjs-core';
import type { AttentionToken } from '../../../shared/contract/explain.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { JobFunction } from '../jobs/context.ts';
import { encodeBatch } from '../model/encoder.ts';
import { userId } from '../profile/user-id.ts';
import { loadRun } from '../runs/run-files.ts';
import { refuseOtherData } from '../runs/same-data.ts';
import { padBatch } from '../sequence/batches.ts';
import { buildSequence, type TokenSequence } from '../sequence/build-sequence.ts';
import { encode } from '../sequence/encode.ts';
import { CLS, FIRST_TOKEN } from '../sequence/fields.ts';
import { readHistories } from '../store/events/histories.ts';
import { timeline } from '../store/events/timeline.ts';
import { ModelCache } from './model-cache.ts';

const runs = new ModelCache(loadRun, 2);

/**
 * Computes the attention of a run's encoder over a user's last behaviours. Throws USER_NOT_FOUND, RUN_NOT_FOUND and
 * NO_EVENTS.
 */
export const attentionJob: JobFunction<Parsed<'explain.attention'>, Output<'explain.attention'>> = async (
  input,
  context,
) => {
  const { db, path } = context.workspace;
  const user = userId(db, input.user);
  const run = await runs.get(path, input.run);
  refuseOtherData(db, run);
  const behaviours = encode(readHistories(db, { users: [user], texts: run.vocabulary.words !== null }), run.vocabulary);
  const events = behaviours.offsets[1] ?? 0;
  if (events === 0) throw noEvents(input.user);
  const length = Math.min(input.last, run.encoder.length);
  const positions = buildSequence(behaviours, { from: 0, to: events }, length);
  const { layers, heads } = run.encoder;
  const weights = tf.tidy(() => {
    const { attention: perLayer } = encodeBatch(run.encoder, run.weights, padBatch([positions]), { attention: true });
    return tf.concat(perLayer.map((layer) => layer.as1D()));
  });
  const attention = weights.dataSync<'float32'>();
  weights.dispose();
  const latestEvents = timeline(db, user, { offset: 0, limit: length }).events.reverse();
  return {
    run: run.id,
    user: input.user,
    layers,
    heads,
    tokens: tokensOf(positions, latestEvents, events, run.vocabulary.words?.words ?? []),
    attention,
  };
};

function noEvents(user: string): PortraitError {
  return new PortraitError({
    code: 'NO_EVENTS',
    message: `The user “${user}” has no events.`,
    hint: 'Choose a user with events.',
    details: { user, variant: 'user' },
  });
}

/**
 * Describes each position. `latest`: the history's last events, oldest first; `events`: number of events in the
 * history; `words`: the run's word vocabulary.
 */
function tokensOf(
  { event: eventIndices, tokens: { action: actionTokens, word: wordTokens } }: TokenSequence,
  latest: ReturnType<typeof timeline>['events'],
  events: number,
  words: readonly string[],
): AttentionToken[] {
  return Array.from(eventIndices, (event, position) => {
    if (event >= 0) {
      const { action, item, title, titleEn, category, time } = latest[latest.length - (events - event)]!;
      return { kind: 'behaviour', word: null, action, item, title, titleEn, category, time };
    }
    const word = words[(wordTokens?.[position] ?? 0) - FIRST_TOKEN] ?? null;
    const kind = word !== null ? 'word' : actionTokens[position] === CLS ? 'CLS' : 'SEP';
    return { kind, word, action: null, item: null, title: null, titleEn: null, category: null, time: null };
  });
}
