/** Suggested threshold in seconds for near-duplicate events, if it affects any row. */
const USUAL_SECONDS = 3;

/**
 * Returns the suggested threshold for near-duplicate events with its number of rows: the usual one, or else the
 * smallest that affects any row; undefined if none does. Thresholds are ascending.
 */
export function proposedThreshold<T extends { readonly seconds: number; readonly rows: number }>(
  thresholds: readonly T[],
): T | undefined {
  const effective = thresholds.filter(({ rows }) => rows > 0);
  return effective.find(({ seconds }) => seconds === USUAL_SECONDS) ?? effective[0];
}
