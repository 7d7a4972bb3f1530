import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { BaselineData, Tick } from './baseline-data.ts';
import type { Candidate } from './candidate.ts';
import { linkScorer, strongestLinks } from './links.ts';

/** Maximum distance at which a later item counts as a follower; 1 is a Markov chain. */
const STEPS = [1, 5, 20];
const DECAYS = [0, 0.5, 0.8];

/**
 * Sequential rules (Kamehkhosh et al., 2017): scores items by how often they followed the user's last items in other
 * histories. An item n steps later counts 1 / n, normalised by the occurrences of the first item.
 */
export function* followers(training: BaselineData, tick: Tick): Iterable<Candidate> {
  const eventIndex = indexEvents(training);
  for (const steps of STEPS) {
    const links = strongestLinks(
      training.tokens,
      (token, add) => addFollowers(training, eventIndex, steps, token, add),
      tick,
    );
    for (const decay of DECAYS)
      yield { settings: `${steps} steps, decay ${decay}`, score: linkScorer(training, links, decay) };
  }
}

function addFollowers(
  { items }: BaselineData,
  { offsets, event, end }: EventIndex,
  steps: number,
  token: number,
  add: (other: number, weight: number) => void,
): void {
  const count = offsets[token + 1]! - offsets[token]!;
  for (let i = offsets[token]!; i < offsets[token + 1]!; i++) {
    const at = event[i]!;
    const last = Math.min(end[i]! - 1, at + steps);
    for (let e = at + 1; e <= last; e++) if (items[e]! >= FIRST_TOKEN) add(items[e]!, 1 / ((e - at) * count));
  }
}

/** Events of each token, and the end of the training part of each event's history. */
interface EventIndex {
  readonly offsets: Int32Array;
  readonly event: Int32Array;
  readonly end: Int32Array;
}

function indexEvents({ offsets, trainEnd, items, tokens }: BaselineData): EventIndex {
  const starts = new Int32Array(tokens + 1);
  const forEachEvent = (visit: (token: number, event: number, end: number) => void) => {
    for (let h = 0; h < trainEnd.length; h++) {
      for (let e = offsets[h]!; e < trainEnd[h]!; e++) if (items[e]! >= FIRST_TOKEN) visit(items[e]!, e, trainEnd[h]!);
    }
  };
  forEachEvent((token) => {
    starts[token + 1]!++;
  });
  for (let token = 0; token < tokens; token++) starts[token + 1]! += starts[token]!;
  const next = starts.slice(0, tokens);
  const event = new Int32Array(starts[tokens]!);
  const end = new Int32Array(starts[tokens]!);
  forEachEvent((token, e, trainingEnd) => {
    const at = next[token]!++;
    event[at] = e;
    end[at] = trainingEnd;
  });
  return { offsets: starts, event, end };
}
