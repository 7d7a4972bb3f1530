/** Items of a period that a model was not trained on, with their events. */
export interface UnknownItems {
  readonly items: number;
  readonly unknown: number;
  readonly events: number;
  readonly unknownEvents: number;
}

/** Minimum number of items of the last days for which drift is reported. */
const MIN_ITEMS = 20;
/** Minimum increase of the share of unknown items. */
const MIN_INCREASE = 0.1;

/** Returns the share of items that are unknown; NaN without items. */
export const unknownShare = ({ items, unknown }: UnknownItems): number => unknown / items;

/**
 * Whether the data has drifted away from a model: the share of unknown items in the last days exceeds that of the time
 * before, in which items that are too rare for the vocabulary are unknown as well.
 */
export function hasDrifted({
  last,
  earlier,
}: {
  readonly last: UnknownItems;
  readonly earlier: UnknownItems;
}): boolean {
  if (last.items < MIN_ITEMS) return false;
  const before = earlier.items === 0 ? 0 : unknownShare(earlier);
  return unknownShare(last) - before >= MIN_INCREASE;
}
