import { z } from 'zod';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32 } from './arrays.ts';
import { job } from './method.ts';
import { TrainSummary } from './train.ts';

/** The longest text that is taken, in UTF-16 units; of long ones only the beginning is read. */
const Text = z.string().max(2_000_000);

const Expected = z.object({
  name: z.string(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  /** By the model, all others together being the rest to 1. */
  probability: z.number(),
});

export const text = {
  /** Pre-trains a model on the workspace's texts by hidden words; `actions` are those whose texts are read, all by default. */
  'text.train': job(
    z.object({ config: TrainConfig.partial().default({}), actions: z.array(z.string()).min(1).exactOptional() }),
    TrainSummary,
  ),
  /**
   * A typed text as a profile in the space of a run's users: what is nearest to it, and what the model expects next of
   * somebody who says so. `action` is what the text is taken for, such as a search.
   */
  'text.profile': job(
    z.object({ run: z.string(), text: Text, action: z.string().exactOptional() }),
    z.object({
      run: z.string(),
      /** The different words: whether the model knows them from texts, else the names that hold them. */
      words: z.array(
        z.object({
          word: z.string(),
          known: z.boolean(),
          names: z.array(z.object({ kind: z.enum(['category', 'brand', 'item']), name: z.string() })),
        }),
      ),
      /** Of length 1. */
      vector: Float32,
      /** Users by cosine; empty where the run has no profiles. */
      nearest: z.array(z.object({ user: z.string(), cosine: z.number() })),
      /** What comes next, the likeliest first; empty where the run does not predict it. */
      expected: z.object({ items: z.array(Expected), categories: z.array(Expected) }),
    }),
  ),
};
