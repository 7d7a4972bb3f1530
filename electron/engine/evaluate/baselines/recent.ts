import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Scorer, TestCase } from '../../train/rank/rank-batches.ts';
import { type BaselineData, popularityOf } from './baseline-data.ts';
import type { Candidate } from './candidate.ts';

/** Numbers of events before a test event that are counted. */
const WINDOWS = [300, 1000, 3000, 10_000];

/**
 * Recent popularity: counts of each item among the last training events of all users before the time of the test event.
 */
export function* recent(training: BaselineData): Iterable<Candidate> {
  const { offsets, trainEnd, time } = training;
  const itemEvents = Int32Array.from(time.keys()).filter((e) => training.items[e]! >= FIRST_TOKEN);
  const inTraining = new Uint8Array(time.length);
  for (let h = 0; h < trainEnd.length; h++) inTraining.fill(1, offsets[h]!, trainEnd[h]!);
  const events = itemEvents.filter((e) => inTraining[e]).sort((a, b) => time[a]! - time[b]!);
  const items = events.map((e) => training.items[e]!);
  const times = Float64Array.from(events, (e) => time[e]!);
  const popularity = popularityOf(training);
  for (const window of WINDOWS.filter((size) => size < 2 * events.length)) {
    const moment = ({ event }: TestCase) => firstAtOrAfter(times, time[event]!);
    yield { settings: `last ${window} events`, score: windowScorer(items, popularity, window, moment) };
  }
}

/** Ties in the recent count are broken by overall popularity. */
function windowScorer(
  items: Int32Array,
  popularity: Float32Array,
  window: number,
  moment: (testCase: TestCase) => number,
): Scorer {
  const most = popularity.reduce((max, count) => Math.max(max, count), 1);
  const tie = popularity.map((count) => (0.5 * count) / most);
  return (cases) => {
    const scores = new Float32Array(cases.length * tie.length);
    cases.forEach((testCase, row) => {
      const rowScores = scores.subarray(row * tie.length, (row + 1) * tie.length);
      rowScores.set(tie);
      const end = moment(testCase);
      for (const token of items.subarray(Math.max(0, end - window), end)) rowScores[token]! += 1;
    });
    return scores;
  };
}

/** Index of the first of ascending times that is not earlier than `moment` (lower bound). */
function firstAtOrAfter(times: Float64Array, moment: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
