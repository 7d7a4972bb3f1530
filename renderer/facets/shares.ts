/** Numbers of users with a value or in a bin. */
export interface Counts {
  /** Number of selected users. */
  selected: number;
  everyone: number;
}

/** A bin of a histogram. */
export interface Bin extends Counts {
  /** Range of the bin, such as “10–20”. */
  label: string;
}

/** Returns a count as a share of its group; 0 if the group is empty. */
const shareOf = (count: number, total: number) => (total > 0 ? Math.min(1, count / total) : 0);

/**
 * Returns counts as shares, and the largest share, by which charts are scaled: a small selection is then drawn at the
 * same scale as all users, so that differences are visible.
 */
export function sharesOf(counts: readonly Counts[], totals: Counts): { shares: Counts[]; largest: number } {
  const shares = counts.map(({ selected, everyone }) => ({
    selected: shareOf(selected, totals.selected),
    everyone: shareOf(everyone, totals.everyone),
  }));
  return { shares, largest: Math.max(Number.MIN_VALUE, ...shares.flatMap((one) => [one.selected, one.everyone])) };
}
