import { Baseline, type Evaluation } from '../../../../shared/contract/train.ts';
import type { BaselineData } from '../../evaluate/baselines/baseline-data.ts';
import { chooseBaseline } from '../../evaluate/baselines/choose.ts';
import { rankByBlend, storedBlend } from '../../evaluate/blend/blend.ts';
import { type Shortlist, shortlistLength } from '../../evaluate/blend/candidates.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { Run } from '../../runs/run-files.ts';
import { type Behaviours, encode } from '../../sequence/encode.ts';
import { readHistories } from '../../store/events/histories.ts';
import { withPool } from '../../threads/with-pool.ts';
import { readDataset } from '../../train/dataset.ts';
import { rankAll } from '../../train/rank/rank.ts';
import type { TestCase, TestSet } from '../../train/rank/rank-batches.ts';
import { rankByModel } from '../../train/rank/rank-by-model.ts';
import { withNextEvents, withNextSplit } from './next-histories.ts';

/** Number of top-ranked items per user. */
export const TOP_COUNT = 10;
const VALIDATION_USERS = 1000;
const BASELINE_SECONDS = 30;

/** `model`, `blend` or the name of a baseline. */
export type NextRanker = 'model' | 'blend' | Baseline;

/** Top-ranked item tokens of each user, at most TOP_COUNT. */
export type TopItems = ReadonlyMap<number, readonly number[]>;

/** The next event of some users, as test cases without a target. */
interface NextEvents {
  readonly users: Int32Array;
  readonly behaviours: Behaviours;
  readonly test: TestSet;
}

/** The next events, with the training and validation parts of all histories. */
interface NextEventsOfDataset extends NextEvents {
  readonly training: BaselineData;
  readonly validation: TestSet;
}

/** Returns the top-ranked items of each user, without items that already occur in the user’s history. */
export async function rankNextItems(
  by: NextRanker,
  run: Run,
  { users, evaluation }: { readonly users: readonly number[]; readonly evaluation: Evaluation },
  context: JobContext,
): Promise<TopItems> {
  if (by === 'model') {
    const next = nextEventsOf(run, users, context);
    return topOfUsers(next.users, (await rankedByModel(run, next, TOP_COUNT, context)).topTokens);
  }
  const next = nextEventsOfDataset(run, users, context);
  if (by !== 'blend') {
    const ranked = rankedByBaseline(by, next, TOP_COUNT, context);
    return ranked ? topOfUsers(next.users, ranked.topTokens) : new Map();
  }
  const blend = storedBlend(evaluation.blend?.levels ?? []);
  // The weights are of scores above the end of shortlists as long as those of the evaluation.
  const places = shortlistLength(evaluation.testCases, TOP_COUNT);
  const lists: Record<string, Shortlist> = {};
  for (const ranker of blend.rankers) {
    lists[ranker] =
      ranker === 'model'
        ? await rankedByModel(run, next, places, context)
        : (rankedByBaseline(Baseline.parse(ranker), next, places, context) ?? emptyList(next, places));
  }
  return topOfUsers(next.users, rankByBlend(blend, { lists, places }, next.test, TOP_COUNT).topTokens);
}

function rankedByModel(run: Run, { behaviours, test }: NextEvents, topCount: number, context: JobContext) {
  const tick = (done: number) => {
    context.checkCancelled();
    context.progress({ stage: 'brief.groups', done, total: test.cases.length, unit: 'users' });
  };
  const model = { config: run, weights: run.weights };
  return withPool((pool) => rankByModel(model, behaviours, test, topCount, pool, tick));
}

/** Returns null if the baseline cannot be fitted. */
function rankedByBaseline(
  baseline: Baseline,
  { training, validation, test }: NextEventsOfDataset,
  topCount: number,
  context: JobContext,
): Shortlist | null {
  const checkCancelled = () => context.checkCancelled();
  const choice = chooseBaseline(baseline, training, validation, { seconds: BASELINE_SECONDS, checkCancelled });
  return 'reason' in choice ? null : rankAll(test, choice.score, { topCount, onBatch: checkCancelled });
}

const emptyList = ({ test: { cases } }: NextEvents, places: number): Shortlist => ({
  topTokens: new Int32Array(cases.length * places),
  topScores: new Float32Array(cases.length * places),
});

function nextEventsOf(run: Run, users: readonly number[], { workspace }: JobContext): NextEvents {
  const read = readHistories(workspace.db, { users, texts: run.vocabulary.words !== null });
  const { histories, next } = withNextEvents(read, latest(read.time));
  const behaviours = encode(histories, run.vocabulary);
  const cases = Array.from(next, (event, h) => ({ from: histories.offsets[h]!, event }));
  return { users: histories.users, behaviours, test: testSet(behaviours, run, cases) };
}

function nextEventsOfDataset(run: Run, users: readonly number[], { workspace }: JobContext): NextEventsOfDataset {
  const { histories: read, split, time } = readDataset(workspace.db, run.train);
  const { histories, next } = withNextEvents(read, latest(read.time));
  const { trainEnd, validation } = withNextSplit(split, read.offsets);
  const behaviours = encode(histories, run.vocabulary);
  const { offsets } = histories;
  const sampled = new Set(users);
  const chosen = [...histories.users.keys()].filter((h) => sampled.has(histories.users[h]!));
  const tuning = everyNth(validation, VALIDATION_USERS).map((event) => ({ from: startOf(offsets, event), event }));
  return {
    users: Int32Array.from(chosen, (h) => histories.users[h]!),
    behaviours,
    test: testSet(
      behaviours,
      run,
      chosen.map((h) => ({ from: offsets[h]!, event: next[h]! })),
    ),
    validation: testSet(behaviours, run, tuning),
    training: {
      offsets,
      trainEnd,
      items: behaviours.tokens.item,
      tokens: run.encoder.sizes.item!,
      time: histories.time,
      dates: time.dates,
    },
  };
}

const testSet = ({ tokens }: Behaviours, { encoder }: Run, cases: readonly TestCase[]): TestSet => ({
  column: tokens.item,
  tokens: encoder.sizes.item!,
  cases,
  ranked: 'new',
});

const latest = (times: Float64Array) => times.reduce((max, time) => Math.max(max, time), 0);

function everyNth(values: Int32Array, most: number): number[] {
  if (values.length <= most) return [...values];
  return Array.from({ length: most }, (_, i) => values[Math.floor((i * values.length) / most)]!);
}

/** Returns the first event of the history that contains an event. */
function startOf(offsets: Int32Array, event: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= event) low = middle;
    else high = middle - 1;
  }
  return offsets[low]!;
}

function topOfUsers(users: Int32Array, topTokens: Int32Array): TopItems {
  return new Map(
    Array.from(users, (user, row) => [user, [...topTokens.subarray(row * TOP_COUNT, (row + 1) * TOP_COUNT)]]),
  );
}
