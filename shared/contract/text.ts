import { z } from 'zod';
import { HeadConfig } from '../domain/finetune-config.ts';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32 } from './arrays.ts';
import { job } from './method.ts';
import { RatingFigures } from './rating.ts';
import { TrainSummary } from './train.ts';

/** The longest text that is taken, in UTF-16 units; of long ones only the beginning is read. */
const Text = z.string().max(2_000_000);

/** Settings as they were given: defaults are not filled in here, since those of texts are other than those of behaviour. */
const TextSettings = z
  .custom<Partial<TrainConfig>>((value) => TrainConfig.partial().safeParse(value).success)
  .default({});
const RatingSettings = z
  .custom<Partial<HeadConfig>>((value) => HeadConfig.partial().safeParse(value).success)
  .default({});

const Expected = z.object({
  name: z.string(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  /** By the model, all others together being the rest to 1. */
  probability: z.number(),
});

/** A text run that rates. */
const RatingSummary = TrainSummary.extend(RatingFigures.shape);
export type RatingSummary = z.infer<typeof RatingSummary>;

const Actions = z.array(z.string()).min(1).exactOptional();

/** What a training on texts is asked to learn. */
const Lesson = z.discriminatedUnion('learn', [
  z.object({ learn: z.literal('words'), actions: Actions, config: TextSettings }),
  z.object({
    learn: z.literal('ratings'),
    actions: Actions,
    run: z.string().nullable().default(null),
    config: RatingSettings,
  }),
]);

export const text = {
  /** Which texts there are, by action, the most first. */
  'text.survey': job(
    z.object({}),
    z.object({
      actions: z.array(
        z.object({
          action: z.string(),
          texts: z.number(),
          rated: z.number(),
          /** The different ratings, ascending; of more than eleven only so many. */
          ratings: z.array(z.number()),
        }),
      ),
    }),
  ),
  /** How long a training on texts would take, by some steps of it that are thrown away. */
  'text.estimate': job(
    Lesson,
    z.object({
      texts: z.number(),
      /** Of the whole training. */
      steps: z.number(),
      seconds: z.number(),
      /** Steps that were measured. */
      measured: z.number(),
    }),
  ),
  /** Pre-trains a model on the workspace's texts by hidden words; `actions` are those whose texts are read, all by default. `resume` names a run whose training was interrupted. */
  'text.train': job(
    z.object({
      config: TextSettings,
      actions: Actions,
      resume: z.string().exactOptional(),
    }),
    TrainSummary,
  ),
  /**
   * Learns which rating goes with a text, and keeps a text run that rates; judged in folds. `run` is a text run that it
   * begins with; without one it begins with encoders of fresh weights, which short texts are enough for.
   */
  'text.rate': job(
    z.object({
      run: z.string().nullable().default(null),
      actions: Actions,
      config: RatingSettings,
    }),
    RatingSummary,
  ),
  /** What ratings typed texts would have, by a run that rates. */
  'text.classify': job(
    z.object({ run: z.string(), texts: z.array(Text).min(1).max(10_000) }),
    /** (texts × classes), row-major, the rows summing to 1. */
    z.object({ run: z.string(), classes: z.array(z.string()), probabilities: Float32 }),
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
