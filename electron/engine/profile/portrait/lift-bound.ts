/**
 * Number of pseudo-events that smooth a user’s shares towards the overall shares, so that a single event is not a
 * strong interest.
 */
export const PRIOR = 5;

/**
 * Returns the smoothed lift of a value: its share among the user’s events, smoothed towards the overall share by PRIOR
 * pseudo-events (additive smoothing), divided by the overall share.
 */
export function smoothedLift(events: number, total: number, overallShare: number): number {
  return (events + PRIOR * overallShare) / (total + PRIOR) / overallShare;
}

/** 95 % quantile of the standard normal distribution. */
const Z = 1.645;

/**
 * Returns the lower bound of the lift: the 5 % quantile of its posterior distribution (DuMouchel, “Bayesian data mining
 * in large frequency tables”, 1999). With a Poisson model of the counts, the posterior is a gamma distribution whose
 * shape is the number of events plus the pseudo-events. The quantile is approximated by the formula of Wilson and
 * Hilferty (“The distribution of chi-square”, 1931). A single event with a rare item has a high lift and a low bound.
 */
export function liftLowerBound(events: number, total: number, overallShare: number): number {
  const shape = events + PRIOR * overallShare;
  const root = 1 - 1 / (9 * shape) - Z / (3 * Math.sqrt(shape));
  return Math.max(0, shape * root ** 3) / ((total + PRIOR) * overallShare);
}

/** Minimum number of events of an interest. */
const MIN_EVENTS = 3;

/** Whether a value is an interest, given its number of events and the lower bound of its lift. */
export const isInterest = (events: number, low: number): boolean => events >= MIN_EVENTS && low > 1;
