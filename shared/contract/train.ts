import { z } from 'zod';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32, Int32 } from './arrays.ts';
import { job, method } from './method.ts';

/** recall@5/10/20, ndcg@5/10/20 and mrr, each in [0, 1]. */
export const Metrics = z.record(z.string(), z.number());

export const Evaluation = z.object({
  run: z.string(),
  /** Users with a held-out target. */
  users: z.number(),
  /** Items that are ranked (those a user has seen before are left out for that user). */
  candidates: z.number(),
  metrics: Metrics,
  baselines: z.record(z.string(), Metrics),
  /** Whether the model's NDCG@10 is above every baseline's. */
  beatsBaselines: z.boolean(),
});
export type Evaluation = z.infer<typeof Evaluation>;

export const TrainSummary = z.object({
  run: z.string(),
  backend: z.string(),
  parameters: z.number(),
  steps: z.number(),
  /** Behaviours learnt from, repeats over epochs counted. */
  events: z.number(),
  seconds: z.number(),
  eventsPerSecond: z.number(),
  /** Loss (nats) and ranking metrics on the validation targets at the end. */
  validation: z.record(z.string(), z.number()),
});
export type TrainSummary = z.infer<typeof TrainSummary>;

const RunRow = z.object({
  id: z.string(),
  created: z.number(),
  summary: TrainSummary,
  evaluation: Evaluation.nullable(),
  /** Users with a profile of this run. */
  profiles: z.number(),
});
export type RunRow = z.infer<typeof RunRow>;

export const train = {
  /** Pre-trains a model on the workspace's events; `resume` names a run whose training was interrupted. */
  'train.start': job(
    z.object({ config: TrainConfig.partial().default({}), resume: z.string().exactOptional() }),
    TrainSummary,
  ),
  /** Ranks all items for each user's held-out next one, beside popularity, and keeps the result with the run. */
  'train.evaluate': job(z.object({ run: z.string() }), Evaluation),
  'train.runs': method(z.object({}), z.object({ runs: z.array(RunRow) })),
  /** A run's configuration and curve: one entry an epoch. */
  'train.run': method(
    z.object({ run: z.string() }),
    z.object({
      run: RunRow,
      config: TrainConfig,
      /** Which field of a behaviour is predicted, and how many values it has. */
      target: z.string(),
      epochs: Int32,
      trainingLoss: Float32,
      validationLoss: Float32,
      validationNdcg10: Float32,
    }),
  ),
};
