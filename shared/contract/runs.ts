import { z } from 'zod';
import { SearchRanges } from '../domain/search-ranges.ts';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32, Int32 } from './arrays.ts';
import { job, method } from './method.ts';

/** What a training will take, measured by some real steps of it. */
const TrainEstimate = z.object({
  parameters: z.number(),
  /** Bytes at the peak: weights, Adam's moments, gradients, and what a batch keeps for its gradients. */
  memory: z.number(),
  stepsPerEpoch: z.number(),
  /** Validation included. */
  secondsPerEpoch: z.number(),
  /** Epochs that will be learnt: those asked for, or as many as fit into the minutes. */
  epochs: z.number(),
  /** Seconds in all; with `patience` it may end sooner. */
  seconds: z.number(),
  /** What ends it. */
  endedBy: z.enum(['epochs', 'minutes']),
  /** Behaviours learnt from a second. */
  eventsPerSecond: z.number(),
  /** Steps that were measured. */
  steps: z.number(),
});
export type TrainEstimate = z.infer<typeof TrainEstimate>;

/** A measure with the ends of its 95 % interval by bootstrap over users; null where none was kept. */
const Interval = z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() });

/** A setting's value, as it is written in a configuration. */
const Setting = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const ComparedRun = z.object({
  run: z.string(),
  title: z.string(),
  created: z.number(),
  parameters: z.number(),
  seconds: z.number(),
  /** Hash of the events that it saw; empty where it was not kept. */
  data: z.string(),
  /** On the test's targets; empty where it has not been evaluated. */
  metrics: z.record(z.string(), Interval),
  /** The curve, one entry an epoch; NaN where nothing could be asked. */
  epochs: Int32,
  /** Seconds since the training began. */
  elapsed: Float32,
  trainingLoss: Float32,
  validationLoss: Float32,
  validationNdcg10: Float32,
});

/** NDCG@10 of the second run less that of the first, on the users whom both were asked about with the same target. */
const ComparedPair = z.object({
  first: z.string(),
  second: z.string(),
  /** Users of both; 0 where one has not been evaluated, or on other targets. The rest is null then. */
  users: z.number(),
  difference: z.number().nullable(),
  /** 95 % interval, by bootstrap over users. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** The better run; null where the interval holds 0. */
  better: z.string().nullable(),
});
export type ComparedPair = z.infer<typeof ComparedPair>;

const Comparison = z.object({
  /** In the order asked for. */
  runs: z.array(ComparedRun),
  /** Settings that are not the same in all, with a value of each run in that order; null where a run has no such setting. */
  differences: z.array(z.object({ setting: z.string(), values: z.array(Setting.nullable()) })),
  /** Whether all saw the same events; null where that is not known of one. */
  sameData: z.boolean().nullable(),
  /** Every two of them. */
  pairs: z.array(ComparedPair),
});
export type Comparison = z.infer<typeof Comparison>;

export const SearchMethod = z.enum(['random', 'halving']);

const Trial = z.object({
  trial: z.number(),
  /** The settings that were drawn; all others are those of the search's configuration. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** `stopped`: others did better when it was asked; `failed`: it could not be trained, such as for a loss that is no number. */
  state: z.enum(['running', 'stopped', 'finished', 'failed']),
  epochs: z.number(),
  seconds: z.number(),
  parameters: z.number(),
  /** The best NDCG@10 on validation, which it is ranked by; null where it failed. */
  ndcg10: z.number().nullable(),
  /** The curve, one entry an epoch. */
  validationNdcg10: Float32,
  validationLoss: Float32,
});
export type Trial = z.infer<typeof Trial>;

const Search = z.object({
  search: z.string(),
  created: z.number(),
  method: SearchMethod,
  minutes: z.number(),
  seed: z.number(),
  /** What all trials have in common; what was drawn of the ranges stands in its place. */
  config: TrainConfig,
  ranges: SearchRanges,
  /** The best first. */
  trials: z.array(Trial),
  /** The job that goes on with it now. */
  job: z.string().nullable(),
  /** Whether it has come to its end: what was interrupted has not. */
  ended: z.boolean(),
  /** The best trial and the run that it is kept as; null before the end. The run is null, too, once it is deleted. */
  best: z.number().nullable(),
  run: z.string().nullable(),
});
export type Search = z.infer<typeof Search>;

const SearchSummary = z.object({
  search: z.string(),
  /** The best trial, and the run that it was kept as. */
  best: z.number(),
  run: z.string(),
  trials: z.number(),
  seconds: z.number(),
});

/** What repeats a run, and what it came to: `run.json` in its folder. */
export const RunRecord = z.object({
  run: z.string(),
  created: z.number(),
  portrait: z.string(),
  node: z.string(),
  platform: z.string(),
  backend: z.string(),
  /** What the backend computed on at the end, as its maker names it. */
  device: z.string().exactOptional(),
  /** Threads that learnt together at the end, 0 for one without another that prepared batches. */
  workers: z.number().exactOptional(),
  seed: z.number(),
  config: z.record(z.string(), z.unknown()),
  data: z.object({
    hash: z.string(),
    users: z.number(),
    events: z.number(),
    /** What had been imported, in that order. */
    imports: z.array(z.object({ file: z.string(), sha256: z.string() })),
  }),
  validation: z.record(z.string(), z.number()),
  /** A command that trains the same again. */
  command: z.string(),
});
export type RunRecord = z.infer<typeof RunRecord>;

const noTwice = (names: readonly string[]) => new Set(names).size === names.length;

export const runs = {
  /** Measures some steps of a training, without keeping anything of it. */
  'train.estimate': job(z.object({ config: TrainConfig.partial().default({}) }), TrainEstimate),
  /** Two to six finished runs side by side. */
  'train.compare': job(
    z.object({ runs: z.array(z.string()).min(2).max(6).refine(noTwice, 'each run once') }),
    Comparison,
  ),
  /** A title and a note of a run, for people; one that is left out stays as it is. */
  'train.rename': method(
    z.object({
      run: z.string(),
      title: z.string().trim().max(100).exactOptional(),
      note: z.string().trim().max(2000).exactOptional(),
    }),
    z.object({}),
  ),
  /**
   * Removes a run with its folder, its profiles and maps, finished or not; or a search, but not the run that came of it. Refused while a job uses it (RUN_BUSY) or a
   * segment was drawn on one of its maps (RUN_NEEDED).
   */
  'train.delete': method(z.object({ run: z.string() }), z.object({ profiles: z.number(), maps: z.array(z.string()) })),
  /**
   * Trains with settings drawn from ranges, as many as the minutes allow, and keeps the best as a run. `halving` trains many
   * for a few epochs and goes on with the better third of them; `random` trains each to its end. Asks validation only.
   */
  'train.search': job(
    z.object({
      /** What all trials have in common. */
      config: TrainConfig.partial().default({}),
      /** By default: width, layers, dropout, learning rate and batch size around the configuration's. */
      ranges: SearchRanges.default({}),
      method: SearchMethod.default('halving'),
      minutes: z.number().positive().max(10_000),
      seed: z.number().int().default(1),
    }),
    SearchSummary,
  ),
  /** All searches with their trials, those that go on included, the newest first. */
  'train.searches': method(z.object({}), z.object({ searches: z.array(Search) })),
  /** What a run's `run.json` says. */
  'train.record': method(z.object({ run: z.string() }), RunRecord),
  /** Writes the record with the run's curve, verdict and vocabulary as one JSON file among the exports. */
  'train.exportRecord': method(z.object({ run: z.string() }), z.object({ file: z.string() })),
};
