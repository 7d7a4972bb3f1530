/**
 * Number of pseudo-events, distributed as all users' events are, that smooth a user's shares, so that a single event is
 * no strong interest.
 */
export const PRIOR = 5;

/**
 * Lift of something among a user's events: the share of the events with it, smoothed towards the overall share by PRIOR
 * pseudo-events (additive smoothing), divided by the overall share.
 */
export function smoothedLift(events: number, total: number, overallShare: number): number {
  return (events + PRIOR * overallShare) / (total + PRIOR) / overallShare;
}

/** Quantile of the standard normal distribution at 95 %. */
const Z = 1.645;

/**
 * Lower bound of the lift: the 5 % quantile of its posterior distribution, as in DuMouchel, "Bayesian data mining in
 * large frequency tables" (1999). With the events as Poisson counts, the posterior is a gamma distribution with a shape
 * of the events plus the pseudo-events; its quantile is approximated as in Wilson and Hilferty, "The distribution of
 * chi-square" (1931). One event with a rare item has a high lift and a low bound.
 */
export function liftLowerBound(events: number, total: number, overallShare: number): number {
  const shape = events + PRIOR * overallShare;
  const root = 1 - 1 / (9 * shape) - Z / (3 * Math.sqrt(shape));
  return Math.max(0, shape * root ** 3) / ((total + PRIOR) * overallShare);
}

/** Fewest events with something that make it an interest. */
const MIN_EVENTS = 3;

/** Whether something is an interest, by the number of events with it and the lower bound of its lift. */
export const isInterest = (events: number, low: number): boolean => events >= MIN_EVENTS && low > 1;
