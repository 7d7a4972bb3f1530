import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Held, Scorer } from '../../train/rank/rank-batches.ts';
import { popularityOf, type Training } from './baseline-data.ts';
import type { Candidate } from './candidate.ts';

/** Events before a question's moment that are counted. */
const WINDOWS = [300, 1000, 3000, 10_000];

/** Popularity of late: counts of each item among the last events of everyone's before the question's moment. */
export function* recent(training: Training): Iterable<Candidate> {
  const { offsets, trainEnd, time } = training;
  const known = Int32Array.from(time.keys()).filter((e) => training.items[e]! >= FIRST_TOKEN);
  const inTraining = new Uint8Array(time.length);
  for (let h = 0; h < trainEnd.length; h++) inTraining.fill(1, offsets[h]!, trainEnd[h]!);
  const events = known.filter((e) => inTraining[e]).sort((a, b) => time[a]! - time[b]!);
  const items = events.map((e) => training.items[e]!);
  const times = Float64Array.from(events, (e) => time[e]!);
  const popularity = popularityOf(training);
  for (const window of WINDOWS.filter((size) => size < 2 * events.length)) {
    const moment = ({ event }: Held) => firstAtOrAfter(times, time[event]!);
    yield { settings: `last ${window} events`, score: windowScorer(items, popularity, window, moment) };
  }
}

/** Items with the same count of late stand in the order of their whole popularity. */
function windowScorer(
  items: Int32Array,
  popularity: Float32Array,
  window: number,
  moment: (question: Held) => number,
): Scorer {
  const most = popularity.reduce((max, count) => Math.max(max, count), 1);
  const tie = popularity.map((count) => (0.5 * count) / most);
  return (questions) => {
    const scores = new Float32Array(questions.length * tie.length);
    questions.forEach((question, row) => {
      const own = scores.subarray(row * tie.length, (row + 1) * tie.length);
      own.set(tie);
      const end = moment(question);
      for (const token of items.subarray(Math.max(0, end - window), end)) own[token]! += 1;
    });
    return scores;
  };
}

/** Index of the first of ascending times that is not before a moment. */
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
