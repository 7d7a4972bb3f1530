/** One in so many trials continues to the next stage (Jamieson and Talwalkar, 2016; Li et al., 2018). */
const ETA = 3;

/**
 * One bracket of successive halving: the number of trials at its start, and the epoch to which each stage trains the
 * surviving ones.
 */
export interface Bracket {
  trials: number;
  /** Ascending; the last is the full length. */
  stages: number[];
}

/** Number of trials that survive `stage` stages. */
export const survivorsAfter = (trials: number, stage: number) => Math.max(1, Math.floor(trials / ETA ** stage));

/**
 * Returns the bracket with the most trials that time allows; `affordable`: total number of epochs that can be trained.
 * More trials are worth more than longer ones, but a first stage of one epoch is uninformative if there is time for
 * two; if time is short, the length is cut and three trials are still compared.
 */
export function planBracket(epochs: number, affordable: number): Bracket {
  for (const stages of [3, 2]) {
    const length = Math.min(epochs, Math.floor(affordable / costOf(stages)));
    if (length >= 2 * ETA ** stages) return bracketOf(stages, length);
  }
  return bracketOf(1, Math.max(1, Math.min(epochs, Math.max(ETA, Math.floor(affordable / costOf(1))))));
}

/**
 * Epochs that a bracket trains, per epoch of its full length: every stage but the first trains a third of the trials
 * three times as long.
 */
const costOf = (stages: number) => 1 + (stages * (ETA - 1)) / ETA;

export const epochsOf = ({ stages }: Bracket) => (stages.at(-1) ?? 0) * costOf(stages.length - 1);

function bracketOf(stages: number, length: number): Bracket {
  const ends = Array.from({ length: stages + 1 }, (_, stage) =>
    Math.max(1, Math.round(length / ETA ** (stages - stage))),
  );
  return { trials: ETA ** stages, stages: [...new Set(ends)] };
}
