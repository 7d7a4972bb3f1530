/** Of trials that were asked, one in so many goes on (Jamieson and Talwalkar, 2016; Li et al., 2018). */
const ETA = 3;

/** One round of successive halving: how many trials it begins with, and to which epoch each stage trains those that are left. */
export interface Bracket {
  trials: number;
  /** Ascending; the last is the full length. */
  stages: number[];
}

/** Trials that are left after `stage` stages. */
export const leftAfter = (trials: number, stage: number) => Math.max(1, Math.floor(trials / ETA ** stage));

/**
 * The bracket with the most trials for which there is time: `affordable` is how many epochs can be learnt in all. Trials
 * are worth more than length, but a stage of one epoch tells nothing where there is time for two; where there is little
 * time, the length is cut and three trials are compared all the same.
 */
export function planBracket(epochs: number, affordable: number): Bracket {
  for (const stages of [3, 2]) {
    const length = Math.min(epochs, Math.floor(affordable / costOf(stages)));
    if (length >= 2 * ETA ** stages) return bracketOf(stages, length);
  }
  return bracketOf(1, Math.max(1, Math.min(epochs, Math.max(ETA, Math.floor(affordable / costOf(1))))));
}

/** Epochs that a bracket learns, for each epoch of its full length: every stage but the first trains a third of the trials three times as long. */
const costOf = (stages: number) => 1 + (stages * (ETA - 1)) / ETA;

export const epochsOf = ({ stages }: Bracket) => (stages.at(-1) ?? 0) * costOf(stages.length - 1);

function bracketOf(stages: number, length: number): Bracket {
  const ends = Array.from({ length: stages + 1 }, (_, stage) =>
    Math.max(1, Math.round(length / ETA ** (stages - stage))),
  );
  return { trials: ETA ** stages, stages: [...new Set(ends)] };
}
