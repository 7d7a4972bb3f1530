import type { Brief } from '../../../../shared/contract/brief.ts';
import type { NextItem } from '../../../../shared/contract/brief-facts.ts';
import { Baseline, type Evaluation, type RunRow } from '../../../../shared/contract/train.ts';
import { chooseBaseline } from '../../evaluate/baselines/choose.ts';
import type { JobContext } from '../../jobs/context.ts';
import { loadRun, type Run } from '../../runs/run-files.ts';
import { encode } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { readHistories } from '../../store/events/histories.ts';
import { itemLabel } from '../../store/names/item-label.ts';
import { withPool } from '../../threads/with-pool.ts';
import { readDataset } from '../../train/dataset.ts';
import { rankAll } from '../../train/rank/rank.ts';
import type { TestCase, TestSet } from '../../train/rank/rank-batches.ts';
import { rankByModel } from '../../train/rank/rank-by-model.ts';
import { withNextEvents, withNextSplit } from './next-histories.ts';

/** Maximum number of members per group over which rankings are averaged. */
const SAMPLE = 200;
/** Number of top-ranked items counted per member, and of items returned per group. */
const TOP_COUNT = 10;
const MAX_ITEMS = 3;
/** Minimum share of sampled members for whom an item is top-ranked. */
const MIN_SHARE = 0.1;
/** Minimum ratio of that share to the share among the members of all groups. */
const MIN_RATIO = 1.3;
const VALIDATION_USERS = 1000;
const BASELINE_SECONDS = 30;

interface NextItems {
  readonly by: NonNullable<Brief['next']>['by'];
  /** Largest number of members sampled from a group. */
  readonly sample: number;
  /** Next items of each group, the most frequent first. */
  readonly ofGroup: readonly NextItem[][];
}

/**
 * Ranks the items that a sample of each group's members are likely to interact with next: by the model, or by the best
 * baseline if the model is significantly worse. Items that a member already had are excluded.
 */
export async function nextItems(
  { id, evaluation }: RunRow,
  groups: readonly Int32Array[],
  context: JobContext,
): Promise<NextItems | null> {
  const by = rankerOf(evaluation);
  const run = await loadRun(context.workspace.path, id);
  try {
    if (by === null || run.target !== 'item') return null;
    const samples = groups.map(sampleOf);
    const users = [...new Set(samples.flat())].sort((a, b) => a - b);
    const topOf = by === 'model' ? await rankedByModel(run, users, context) : rankedByRule(by, run, users, context);
    const { values } = run.vocabulary.fields.item;
    return {
      by,
      sample: Math.max(0, ...samples.map((sample) => sample.length)),
      ofGroup: typicalItems(samples, topOf).map((items) =>
        items.flatMap(({ token, ...shares }) => {
          const label = itemLabel(context.workspace.db, values[token - FIRST_TOKEN]!);
          return label ? [{ ...label, ...shares }] : [];
        }),
      ),
    };
  } finally {
    run.dispose();
  }
}

/**
 * Returns the model, or the best baseline if the interval of the difference lies below it; null without an evaluation.
 */
function rankerOf(evaluation: Evaluation | null): NextItems['by'] | null {
  if (!evaluation) return null;
  const { difference, beatsBaselines, bestBaseline } = evaluation;
  const isWorse = difference ? difference.high < 0 : !beatsBaselines;
  const rule = Baseline.safeParse(bestBaseline);
  return isWorse && rule.success ? rule.data : 'model';
}

/** Returns members sampled evenly from a group. */
function sampleOf(members: Int32Array): number[] {
  if (members.length <= SAMPLE) return [...members];
  return Array.from({ length: SAMPLE }, (_, i) => members[Math.floor((i * members.length) / SAMPLE)]!);
}

/** Top-ranked item tokens of each user. */
type TopItems = ReadonlyMap<number, readonly number[]>;

async function rankedByModel(run: Run, users: readonly number[], context: JobContext): Promise<TopItems> {
  const { db } = context.workspace;
  const read = readHistories(db, { users, texts: run.vocabulary.words !== null });
  const { histories, next } = withNextEvents(read, latest(read.time));
  const behaviours = encode(histories, run.vocabulary);
  const test = testSet(behaviours.tokens.item, run, casesOf(histories.offsets, next));
  const tick = (done: number) => {
    context.checkCancelled();
    context.progress({ stage: 'brief.groups', done, total: users.length, unit: 'users' });
  };
  const { topTokens } = await withPool((pool) =>
    rankByModel({ config: run, weights: run.weights }, behaviours, test, TOP_COUNT, pool, tick),
  );
  return topOfUsers(histories.users, topTokens);
}

function rankedByRule(rule: Baseline, run: Run, users: readonly number[], context: JobContext): TopItems {
  const { histories: read, split, time } = readDataset(context.workspace.db, run.train);
  const { histories, next } = withNextEvents(read, latest(read.time));
  const { trainEnd, validation } = withNextSplit(split, read.offsets);
  const behaviours = encode(histories, run.vocabulary);
  const items = behaviours.tokens.item;
  const { offsets } = histories;
  const starts = Int32Array.from(next, (_, h) => offsets[h]!);
  const tuning = everyNth(validation, VALIDATION_USERS).map((event) => ({ from: startOf(starts, event), event }));
  const training = {
    offsets,
    trainEnd,
    items,
    tokens: run.encoder.sizes.item!,
    time: histories.time,
    dates: time.dates,
  };
  const choice = chooseBaseline(rule, training, testSet(items, run, tuning), {
    seconds: BASELINE_SECONDS,
    checkCancelled: () => context.checkCancelled(),
  });
  if ('reason' in choice) return new Map();
  const sampled = new Set(users);
  const chosen = [...histories.users.keys()].filter((h) => sampled.has(histories.users[h]!));
  const cases = chosen.map((h) => ({ from: offsets[h]!, event: next[h]! }));
  const { topTokens } = rankAll(testSet(items, run, cases), choice.score, {
    topCount: TOP_COUNT,
    onBatch: () => context.checkCancelled(),
  });
  return topOfUsers(
    Int32Array.from(chosen, (h) => histories.users[h]!),
    topTokens,
  );
}

const casesOf = (offsets: Int32Array, next: Int32Array): TestCase[] =>
  Array.from(next, (event, h) => ({ from: offsets[h]!, event }));

const testSet = (column: Int32Array, { encoder }: Run, cases: readonly TestCase[]): TestSet => ({
  column,
  tokens: encoder.sizes.item!,
  cases,
  ranked: 'new',
});

const latest = (times: Float64Array) => times.reduce((max, time) => Math.max(max, time), 0);

function everyNth(values: Int32Array, most: number): number[] {
  if (values.length <= most) return [...values];
  return Array.from({ length: most }, (_, i) => values[Math.floor((i * values.length) / most)]!);
}

/** Returns the largest of the ascending starts that does not exceed an event. */
function startOf(starts: Int32Array, event: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= event) low = middle;
    else high = middle - 1;
  }
  return starts[low]!;
}

function topOfUsers(users: Int32Array, topTokens: Int32Array): TopItems {
  return new Map(
    Array.from(users, (user, row) => [user, [...topTokens.subarray(row * TOP_COUNT, (row + 1) * TOP_COUNT)]]),
  );
}

/**
 * An item by its token, with the shares of a group's sampled members, and of those of all groups, for whom it is
 * top-ranked.
 */
interface TypicalItem {
  readonly token: number;
  readonly share: number;
  readonly overall: number;
}

/**
 * Returns the items of each group that are top-ranked more often for its members than for those of all groups, by
 * descending difference; if there are none, the most frequent ones.
 */
function typicalItems(samples: readonly (readonly number[])[], topOf: TopItems): TypicalItem[][] {
  const shares = samples.map((sample) => sharesAmong(sample, topOf));
  const overall = sharesAmong(samples.flat(), topOf);
  return shares.map((ofGroup) => {
    const items = [...ofGroup]
      .map(([token, share]) => ({ token, share, overall: overall.get(token) ?? 0 }))
      .filter(({ share }) => share >= MIN_SHARE)
      .sort((a, b) => b.share - a.share || a.token - b.token);
    const typical = items.filter(({ share, overall: ofAll }) => share >= MIN_RATIO * ofAll);
    const byDifference = typical.toSorted((a, b) => b.share - b.overall - (a.share - a.overall) || a.token - b.token);
    return (byDifference.length > 0 ? byDifference : items).slice(0, MAX_ITEMS);
  });
}

function sharesAmong(sample: readonly number[], topOf: TopItems): Map<number, number> {
  const counts = new Map<number, number>();
  for (const token of sample.flatMap((user) => topOf.get(user) ?? []))
    if (token >= FIRST_TOKEN) counts.set(token, (counts.get(token) ?? 0) + 1);
  return new Map([...counts].map(([token, count]) => [token, count / sample.length]));
}
