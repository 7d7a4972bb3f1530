import type { Histories } from '../store/events/histories.ts';

/** Returns the first events of each history, up to `ends[h]` (exclusive); a user without any keeps an empty history. */
export function historyPrefixes(histories: Histories, ends: Int32Array): Histories {
  const { users, offsets } = histories;
  const eventIndices: number[] = [];
  const prefixOffsets = new Int32Array(offsets.length);
  for (let h = 0; h < users.length; h++) {
    for (let e = offsets[h]!; e < ends[h]!; e++) eventIndices.push(e);
    prefixOffsets[h + 1] = eventIndices.length;
  }
  const events = Int32Array.from(eventIndices);
  const ints = (column: Int32Array) => events.map((e) => column[e]!);
  const floats = (column: Float32Array) => Float32Array.from(events, (e) => column[e]!);
  return {
    users,
    offsets: prefixOffsets,
    time: Float64Array.from(events, (e) => histories.time[e]!),
    action: ints(histories.action),
    item: ints(histories.item),
    category: ints(histories.category),
    brand: ints(histories.brand),
    price: floats(histories.price),
    amount: floats(histories.amount),
    session: ints(histories.session),
    text: ints(histories.text),
    texts: histories.texts,
  };
}

/** Returns the events before a point in time; users without any are removed. */
export function historiesBefore(histories: Histories, until: number): Histories {
  const { users, offsets, time } = histories;
  const ends = users.map((_, h) => {
    let end = offsets[h]!;
    while (end < offsets[h + 1]! && time[end]! < until) end++;
    return end;
  });
  const prefixes = historyPrefixes(histories, ends);
  const remainingIndices = users.map((_, h) => h).filter((h) => ends[h]! > offsets[h]!);
  const remainingOffsets = new Int32Array(remainingIndices.length + 1);
  remainingIndices.forEach((h, place) => {
    remainingOffsets[place + 1] = prefixes.offsets[h + 1]!;
  });
  return { ...prefixes, users: remainingIndices.map((h) => users[h]!), offsets: remainingOffsets };
}
