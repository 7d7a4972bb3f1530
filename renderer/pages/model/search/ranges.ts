import {
  SEARCHABLE,
  type SearchRange,
  type SearchRanges,
  wrongRanges,
} from '../../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { choices, type Field, isChoice } from '../start/settings.ts';

export type Searchable = (typeof SEARCHABLE)[number] & Field;

/** A range to begin with, around a configuration's value: all words or both answers, or from half to double. */
export function firstRange(field: Searchable, config: TrainConfig): SearchRange {
  if (isChoice(field)) return { values: [...choices[field]] };
  const value = config[field];
  if (typeof value !== 'number') return { values: [true, false] };
  const inside = (number: number) => TrainConfig.shape[field].safeParse(number).success;
  const [low, high] = value === 0 ? [0, 0.1] : [value / 2, value * 2];
  return { from: inside(low) ? low : value, to: inside(high) ? high : value, log: false };
}

/** Settings of ranges that cannot be searched as they stand. */
export function wrongSettings(ranges: SearchRanges): string[] {
  return Object.keys(ranges).filter((name) => wrongRanges({ [name]: ranges[name]! }).length > 0);
}

/** Settings that are not searched yet, of those that can be. */
export function unsearched(ranges: SearchRanges): Searchable[] {
  return SEARCHABLE.filter((name) => !Object.hasOwn(ranges, name));
}

/** What was typed as one value of a setting: a number, else a word. */
export const typedValue = (typed: string): string | number =>
  typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed;

/** Every value of a setting that is a word or an answer. */
export function everyValue(setting: string): (string | boolean)[] {
  const field = SEARCHABLE.find((name) => name === setting);
  return field && isChoice(field) ? [...choices[field]] : [true, false];
}
