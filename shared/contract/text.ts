import { z } from 'zod';
import { FinetuneConfig } from '../domain/finetune-config.ts';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32 } from './arrays.ts';
import { RunId } from './ids.ts';
import { job } from './method.ts';
import { RatingFigures } from './rating.ts';
import { TrainSummary } from './train.ts';

/** Maximum length of a text, in UTF-16 code units; only the start of a long text is read. */
const Text = z.string().max(2_000_000);

const PartialTrainConfig = TrainConfig.partial();
const PartialFinetuneConfig = FinetuneConfig.partial();
/** Settings as given, without defaults: those of text runs differ from those of behaviour runs. */
const TextSettings = z
  .custom<z.infer<typeof PartialTrainConfig>>((value) => PartialTrainConfig.safeParse(value).success)
  .default({});
const RatingSettings = z
  .custom<z.infer<typeof PartialFinetuneConfig>>((value) => PartialFinetuneConfig.safeParse(value).success)
  .default({});

const PredictedName = z.object({
  name: z.string(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  /** Probability by the model; the probabilities of all candidates sum to 1. */
  probability: z.number(),
});

/** Summary of a run that predicts the rating of a text. */
const RatingSummary = TrainSummary.extend(RatingFigures.shape);
export type RatingSummary = z.infer<typeof RatingSummary>;

const Actions = z.array(z.string()).min(1).exactOptional();

/** Training objective on texts: masked words, or ratings. */
const TrainingSource = z.discriminatedUnion('learn', [
  z.object({ learn: z.literal('words'), actions: Actions, config: TextSettings }),
  z.object({
    learn: z.literal('ratings'),
    actions: Actions,
    run: RunId.nullable().default(null),
    config: RatingSettings,
  }),
]);

export const text = {
  /** Statistics of the workspace's texts by action, the most texts first. */
  'text.survey': job(
    z.object({}),
    z.object({
      actions: z.array(
        z.object({
          action: z.string(),
          texts: z.number(),
          rated: z.number(),
          /** Distinct ratings, ascending; truncated if there are more than eleven. */
          ratings: z.array(z.number()),
        }),
      ),
    }),
    { reads: true },
  ),
  /** Estimates the duration of a text training from some of its steps, which are discarded. */
  'text.estimate': job(
    TrainingSource,
    z.object({
      texts: z.number(),
      /** Total number of steps of the training. */
      steps: z.number(),
      seconds: z.number(),
      /** Number of steps that were measured. */
      measured: z.number(),
    }),
    { reads: true, measuresSpeed: true },
  ),
  /**
   * Pre-trains a model on the workspace's texts by masked-word prediction. `actions` restricts the texts to those of
   * these actions (all by default); `resume` names an interrupted run.
   */
  'text.train': job(
    z.object({
      config: TextSettings,
      actions: Actions,
      resume: RunId.exactOptional(),
    }),
    TrainSummary,
    { reads: false },
  ),
  /**
   * Trains a model that predicts the rating of a text, evaluates it by cross-validation and saves it as a text run.
   * `run` is the text run whose encoder it starts from; without it the encoders are randomly initialised, which
   * suffices for short texts.
   */
  'text.rate': job(
    z.object({
      run: RunId.nullable().default(null),
      actions: Actions,
      config: RatingSettings,
    }),
    RatingSummary,
    { reads: false },
  ),
  /** Predicts the ratings of texts with a run that predicts ratings. */
  'text.classify': job(
    z.object({ run: RunId, texts: z.array(Text).min(1).max(10_000) }),
    /** (texts × classes), row-major; each row sums to 1. */
    z.object({ run: z.string(), classes: z.array(z.string()), probabilities: Float32 }),
    { reads: true },
  ),
  /**
   * Encodes a text as a profile in the vector space of a run's users and returns its nearest users and the model's
   * predictions of the next category and item. `action` is the action that the text is treated as, such as a search.
   */
  'text.profile': job(
    z.object({ run: RunId, text: Text, action: z.string().exactOptional() }),
    z.object({
      run: z.string(),
      /** Distinct words: whether the model knows the word from texts, otherwise the names that contain it. */
      words: z.array(
        z.object({
          word: z.string(),
          known: z.boolean(),
          names: z.array(z.object({ kind: z.enum(['category', 'brand', 'item']), name: z.string() })),
        }),
      ),
      /** Unit vector. */
      vector: Float32,
      /** Nearest users by cosine similarity; empty if the run has no profiles. */
      nearest: z.array(z.object({ user: z.string(), cosine: z.number() })),
      /** Predictions of the next event, the most likely first; empty if the run does not predict the field. */
      expected: z.object({ items: z.array(PredictedName), categories: z.array(PredictedName) }),
    }),
    { reads: true },
  ),
};
