import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Tick, Training } from './baseline-data.ts';
import type { Candidate } from './candidate.ts';
import { linkScorer, strongestLinks } from './links.ts';

/** How many steps an item may come after another to count as its follower: 1 is a Markov chain. */
const STEPS = [1, 5, 20];
const DECAYS = [0, 0.5, 0.8];

/**
 * What followed the user's last items in the histories of others, by sequential rules (Kamehkhosh et al., 2017): an item
 * that came n steps later counts 1 / n, in shares of all that followed.
 */
export function* followers(training: Training, tick: Tick): Iterable<Candidate> {
  const places = placesOf(training);
  for (const steps of STEPS) {
    const links = strongestLinks(
      training.tokens,
      (token, add) => addFollowers(training, places, steps, token, add),
      tick,
    );
    for (const decay of DECAYS)
      yield { settings: `${steps} steps, decay ${decay}`, score: linkScorer(training, links, decay) };
  }
}

function addFollowers(
  { items }: Training,
  { offsets, event, end }: Places,
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

/** Events of each token, and where the training part of each event's history ends. */
interface Places {
  readonly offsets: Int32Array;
  readonly event: Int32Array;
  readonly end: Int32Array;
}

function placesOf({ offsets, trainEnd, items, tokens }: Training): Places {
  const starts = new Int32Array(tokens + 1);
  const each = (visit: (token: number, event: number, end: number) => void) => {
    for (let h = 0; h < trainEnd.length; h++) {
      for (let e = offsets[h]!; e < trainEnd[h]!; e++) if (items[e]! >= FIRST_TOKEN) visit(items[e]!, e, trainEnd[h]!);
    }
  };
  each((token) => {
    starts[token + 1]!++;
  });
  for (let token = 0; token < tokens; token++) starts[token + 1]! += starts[token]!;
  const next = starts.slice(0, tokens);
  const event = new Int32Array(starts[tokens]!);
  const end = new Int32Array(starts[tokens]!);
  each((token, e, trainingEnd) => {
    const at = next[token]!++;
    event[at] = e;
    end[at] = trainingEnd;
  });
  return { offsets: starts, event, end };
}
