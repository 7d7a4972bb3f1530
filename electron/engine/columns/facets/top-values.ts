import { firstOf } from '../first-of.ts';
import type { Mask } from '../masks.ts';
import type { Feature } from './feature.ts';

/** Most frequent values with their numbers of users. */
export interface ValueCounts {
  readonly values: string[];
  readonly selected: Int32Array;
  readonly everyone: Int32Array;
  /** Number of values that are not listed. */
  readonly further: number;
}

interface Options {
  readonly nameOf: (value: number) => string;
  readonly limit: number;
  /** Values that are always listed. */
  readonly named: readonly string[];
}

/** Returns the values with the most users of a mask; ties are resolved by the number of all users. */
export function topValues({ count, everyone }: Feature, mask: Mask, { nameOf, limit, named }: Options): ValueCounts {
  const selected = count(mask);
  const present: number[] = [];
  for (let value = 0; value < everyone.length; value++) if (everyone[value]! > 0) present.push(value);
  const isBefore = (a: number, b: number) =>
    selected[a] === selected[b] ? everyone[a]! > everyone[b]! : selected[a]! > selected[b]!;
  const top = firstOf(present, limit, isBefore);
  const listed = new Set(top);
  const names = new Set(named);
  const added = names.size === 0 ? [] : present.filter((value) => !listed.has(value) && names.has(nameOf(value)));
  const all = [...top, ...added];
  return {
    values: all.map(nameOf),
    selected: Int32Array.from(all, (value) => selected[value]!),
    everyone: Int32Array.from(all, (value) => everyone[value]!),
    further: present.length - all.length,
  };
}
