import { z } from 'zod';
import { SearchRanges } from '../domain/search-ranges.ts';
import { TrainConfig } from '../domain/train-config.ts';
import { Float32, Int32 } from './arrays.ts';
import { RunId } from './ids.ts';
import { job, method } from './method.ts';

/** Estimated cost of a training, measured on some of its steps. */
const TrainEstimate = z.object({
  parameters: z.number(),
  /** Peak memory in bytes: weights, Adam's moments, gradients, and the activations of a batch. */
  memory: z.number(),
  stepsPerEpoch: z.number(),
  /** Validation included. */
  secondsPerEpoch: z.number(),
  /** Number of epochs: the configured number, or as many as fit into the time limit. */
  epochs: z.number(),
  /** Total seconds; early stopping by `patience` may end it sooner. */
  seconds: z.number(),
  /** Which limit ends the training. */
  endedBy: z.enum(['epochs', 'minutes']),
  /** Training throughput in events per second. */
  eventsPerSecond: z.number(),
  /** Number of steps that were measured. */
  steps: z.number(),
});
export type TrainEstimate = z.infer<typeof TrainEstimate>;

/** A metric with its 95 % bootstrap interval over users; the bounds are null if none were stored. */
const Interval = z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() });

/** Value of a setting, as in the configuration. */
const Setting = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const ComparedRun = z.object({
  run: z.string(),
  title: z.string(),
  created: z.number(),
  parameters: z.number(),
  seconds: z.number(),
  /** Hash of the training events; empty if none was stored. */
  data: z.string(),
  /** Metrics on the test targets; empty if the run has not been evaluated. */
  metrics: z.record(z.string(), Interval),
  /** Learning curve, one entry per epoch; NaN if there were no validation targets. */
  epochs: Int32,
  /** Seconds since the start of the training. */
  elapsed: Float32,
  trainingLoss: Float32,
  validationLoss: Float32,
  validationNdcg10: Float32,
});

/** NDCG@10 of the second run minus that of the first, on the users evaluated with the same target in both. */
const ComparedPair = z.object({
  first: z.string(),
  second: z.string(),
  /**
   * Number of common users; 0 if one run has not been evaluated or was evaluated on other targets. All other fields are
   * then null.
   */
  users: z.number(),
  difference: z.number().nullable(),
  /** 95 % bootstrap interval over users. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** The better run; null if the interval contains 0. */
  better: z.string().nullable(),
});
export type ComparedPair = z.infer<typeof ComparedPair>;

const Comparison = z.object({
  /** In the requested order. */
  runs: z.array(ComparedRun),
  /** Settings that differ between the runs, with a value per run in that order; null if a run has no such setting. */
  differences: z.array(z.object({ setting: z.string(), values: z.array(Setting.nullable()) })),
  /** Whether all runs were trained on the same events; null if unknown for any of them. */
  sameData: z.boolean().nullable(),
  /** All pairs of runs. */
  pairs: z.array(ComparedPair),
});
export type Comparison = z.infer<typeof Comparison>;

export const SearchMethod = z.enum(['random', 'halving']);

const Trial = z.object({
  trial: z.number(),
  /** Sampled settings; all others are those of the search's configuration. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /**
   * `stopped`: eliminated in favour of better trials; `failed`: could not be trained, for example because the loss
   * became NaN.
   */
  state: z.enum(['running', 'stopped', 'finished', 'failed']),
  epochs: z.number(),
  seconds: z.number(),
  parameters: z.number(),
  /** Best validation NDCG@10, by which trials are ranked; null if the trial failed. */
  ndcg10: z.number().nullable(),
  /** Learning curve, one entry per epoch. */
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
  /** Base configuration of all trials; sampled settings override it. */
  config: TrainConfig,
  ranges: SearchRanges,
  /** The best first. */
  trials: z.array(Trial),
  /** Job that currently runs the search. */
  job: z.string().nullable(),
  /** Whether the search has finished; false for an interrupted one. */
  ended: z.boolean(),
  /**
   * Best trial and the run saved from it; null until the search has finished. `run` is also null once that run is
   * deleted.
   */
  best: z.number().nullable(),
  run: z.string().nullable(),
});
export type Search = z.infer<typeof Search>;

const SearchSummary = z.object({
  search: z.string(),
  /** Best trial and the run saved from it. */
  best: z.number(),
  run: z.string(),
  trials: z.number(),
  seconds: z.number(),
});

/** Everything needed to reproduce a run, and its result: `run.json` in its folder. */
export const RunRecord = z.object({
  run: z.string(),
  created: z.number(),
  portrait: z.string(),
  node: z.string(),
  platform: z.string(),
  backend: z.string(),
  /** Device of the backend at the end of the training, as its vendor names it. */
  device: z.string().exactOptional(),
  /**
   * Number of data-parallel threads at the end of the training; 0 for a single thread without a separate thread that
   * prepares batches.
   */
  workers: z.number().exactOptional(),
  seed: z.number(),
  config: z.record(z.string(), z.unknown()),
  data: z.object({
    hash: z.string(),
    users: z.number(),
    events: z.number(),
    /** Imported files, in import order. */
    imports: z.array(z.object({ file: z.string(), sha256: z.string() })),
  }),
  validation: z.record(z.string(), z.number()),
  /** Command line that reproduces the training. */
  command: z.string(),
});
export type RunRecord = z.infer<typeof RunRecord>;

const areUnique = (names: readonly string[]) => new Set(names).size === names.length;

export const runs = {
  /** Measures some steps of a training and discards them. */
  'train.estimate': job(z.object({ config: TrainConfig.partial().default({}) }), TrainEstimate, {
    reads: true,
    measuresSpeed: true,
  }),
  /** Compares two to six finished runs of the same kind; throws RUNS_OF_DIFFERENT_KINDS for others. */
  'train.compare': job(
    z.object({ runs: z.array(RunId).min(2).max(6).refine(areUnique, 'each run once') }),
    Comparison,
    { reads: true },
  ),
  /** Sets the title and the note of a run; an omitted one is left unchanged. */
  'train.rename': method(
    z.object({
      run: RunId,
      title: z.string().trim().max(100).exactOptional(),
      note: z.string().trim().max(2000).exactOptional(),
    }),
    z.object({}),
  ),
  /**
   * Deletes a run, finished or not, with its folder, profiles and maps; or a search, but not the run saved from it. It
   * can be restored until the workspace is closed or its files are deleted: by `train.emptyTrash`, or when the disk is
   * full. Throws RUN_BUSY while a job uses it, and RUN_NEEDED if a segment
   * needs one of its maps.
   */
  'train.delete': method(
    z.object({ run: RunId }),
    z.object({
      profiles: z.number(),
      maps: z.array(z.string()),
      /** Runs that were fine-tuned from it; they stay. */
      children: z.array(z.string()),
    }),
  ),
  /** Restores a run or a search that was deleted since the workspace was opened. Throws RUN_NOT_FOUND. */
  'train.restore': method(z.object({ run: RunId }), z.object({})),
  /** Size of the files of deleted runs and searches. */
  'train.trash': method(z.object({}), z.object({ bytes: z.number() })),
  /** Deletes the files of deleted runs and searches, all by default; they can then no longer be restored. */
  'train.emptyTrash': method(z.object({ runs: z.array(RunId).exactOptional() }), z.object({})),
  /**
   * Hyperparameter search: trains with settings sampled from ranges until the time is up and saves the best trial as a
   * run. `halving` trains many trials for a few epochs and continues with the best third of them (successive halving);
   * `random` trains each trial to the end. Uses validation targets only.
   */
  'train.search': job(
    z.object({
      /** Base configuration of all trials. */
      config: TrainConfig.partial().default({}),
      /** By default: width, layers, dropout, learning rate and batch size. */
      ranges: SearchRanges.default({}),
      method: SearchMethod.default('halving'),
      minutes: z.number().positive().max(10_000),
      seed: z.number().int().default(1),
    }),
    SearchSummary,
    { reads: false },
  ),
  /** Lists all searches with their trials, running ones included, the newest first. */
  'train.searches': method(z.object({}), z.object({ searches: z.array(Search) })),
  /** Returns a run's `run.json`. */
  'train.record': method(z.object({ run: RunId }), RunRecord),
  /** Exports the record with the run's learning curve, verdict and vocabulary as one JSON file. */
  'train.exportRecord': method(z.object({ run: RunId }), z.object({ file: z.string() })),
};
