import type { Histories } from '../store/events/histories.ts';

/** The first events of each history, up to `ends[h]` (exclusive); users keep their places, with nothing where there is none. */
export function headsOf(histories: Histories, ends: Int32Array): Histories {
  const { users, offsets } = histories;
  const kept: number[] = [];
  const cut = new Int32Array(offsets.length);
  for (let h = 0; h < users.length; h++) {
    for (let e = offsets[h]!; e < ends[h]!; e++) kept.push(e);
    cut[h + 1] = kept.length;
  }
  const events = Int32Array.from(kept);
  const ints = (column: Int32Array) => events.map((e) => column[e]!);
  const floats = (column: Float32Array) => Float32Array.from(events, (e) => column[e]!);
  return {
    users,
    offsets: cut,
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

/** What lies before a moment; users of whom nothing does are left out. */
export function before(histories: Histories, until: number): Histories {
  const { users, offsets, time } = histories;
  const ends = users.map((_, h) => {
    let end = offsets[h]!;
    while (end < offsets[h + 1]! && time[end]! < until) end++;
    return end;
  });
  const heads = headsOf(histories, ends);
  const kept = users.map((_, h) => h).filter((h) => ends[h]! > offsets[h]!);
  const cut = new Int32Array(kept.length + 1);
  kept.forEach((h, place) => {
    cut[place + 1] = heads.offsets[h + 1]!;
  });
  return { ...heads, users: kept.map((h) => users[h]!), offsets: cut };
}
