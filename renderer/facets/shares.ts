/** Numbers of users with a value or in a bin. */
export interface Counts {
  /** Of the selected users. */
  selected: number;
  everyone: number;
}

/** One bin of a histogram. */
export interface Bin extends Counts {
  /** Values of the bin as text, such as “10–20”. */
  label: string;
}

/** Returns a count as a share of its group, 0 if the group is empty. */
const shareOf = (count: number, total: number) => (total > 0 ? Math.min(1, count / total) : 0);

/**
 * Returns the shares of some counts and the largest of all of them, by which charts are scaled: a selection of a few
 * users is then drawn as large as all users, so that differences between them show.
 */
export function sharesOf(counts: readonly Counts[], totals: Counts): { shares: Counts[]; largest: number } {
  const shares = counts.map(({ selected, everyone }) => ({
    selected: shareOf(selected, totals.selected),
    everyone: shareOf(everyone, totals.everyone),
  }));
  return { shares, largest: Math.max(Number.MIN_VALUE, ...shares.flatMap((one) => [one.selected, one.everyone])) };
}
