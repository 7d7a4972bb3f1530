/**
 * Returns the first `limit` elements of a list in sorted order; the sort is stable. Takes about one pass over the list
 * if `limit` is small.
 */
export function firstOf(list: ArrayLike<number>, limit: number, isBefore: (a: number, b: number) => boolean): number[] {
  const first: number[] = [];
  if (limit === 0) return first;
  for (let i = 0; i < list.length; i++) {
    const element = list[i]!;
    if (first.length === limit && !isBefore(element, first[limit - 1]!)) continue;
    let at = first.length;
    while (at > 0 && isBefore(element, first[at - 1]!)) at--;
    first.splice(at, 0, element);
    if (first.length > limit) first.pop();
  }
  return first;
}
