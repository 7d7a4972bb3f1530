import { z } from 'zod';
import { disposeTraining } from '../../electron/engine/train/loop/checkpoint.ts';
import { epochBatches, type Lessons, trainable } from '../../electron/engine/train/loop/epoch-batches.ts';
import { train } from '../../electron/engine/train/loop/train-run.ts';
import { untrained } from '../../electron/engine/train/new-run.ts';
import { runPython } from './peer.ts';

/** The first epoch starts threads, compiles and fills caches; the median is of the others. */
export const EPOCHS = 4;

/** Median seconds of an epoch of a training by so many workers, as a run takes it. */
export async function secondsOfEpoch(lessons: Lessons, workers: number): Promise<number> {
  const training = untrained(lessons.config);
  const ends = [performance.now()];
  const hooks = {
    progress() {},
    checkCancelled() {},
    onEpoch() {
      ends.push(performance.now());
      return null;
    },
  };
  try {
    await train({ ...lessons, ...training }, training.state, hooks, workers);
  } finally {
    disposeTraining(training);
  }
  const seconds = ends.slice(1).map((end, i) => (end - ends[i]!) / 1000);
  return seconds.slice(1).sort((a, b) => a - b)[(EPOCHS - 1) >> 1]!;
}

/** Positions of each sequence of an epoch, special tokens included. */
export function lengthsOf(lessons: Lessons): number[] {
  const batches = [...epochBatches(lessons, trainable(lessons), 0, 0)];
  return batches.flatMap((batch) => batch.map(({ positions }) => positions.event.length));
}

/** Behaviours of those sequences: what is not a special token. */
export function eventsOf(lessons: Lessons): number {
  const batches = [...epochBatches(lessons, trainable(lessons), 0, 0)];
  const events = batches.flatMap((batch) => batch.map(({ positions }) => positions.event.filter((e) => e >= 0).length));
  return events.reduce((sum, count) => sum + count, 0);
}

const Peer = z.object({ seconds: z.number(), version: z.string() });

/** The same epoch by PyTorch, sequences padded to the model's length; null where no Python has it. */
export function torchEpoch({ config }: Lessons, lengths: readonly number[], threads: number) {
  const { encoder, train: settings, target } = config;
  const { width, layers, heads, length, dropout, sizes } = encoder;
  return runPython(
    'torch-epoch.py',
    {
      ...{ width, layers, heads, length, dropout, lengths, threads, epochs: EPOCHS },
      sizes: Object.values(sizes),
      itemField: Object.keys(sizes).indexOf(target),
      batchSize: settings.batchSize,
      maskShare: settings.maskShare,
    },
    Peer,
  );
}
