import {
  rangeErrors,
  SEARCHABLE,
  type SearchRange,
  type SearchRanges,
} from '../../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { choices, type Field, isChoice } from '../../../training/settings.ts';

export type Searchable = (typeof SEARCHABLE)[number] & Field;

/**
 * Returns the initial range of a setting: all choices, both booleans, or from half to double the configured value
 * within the allowed bounds.
 */
export function initialRange(field: Searchable, config: TrainConfig): SearchRange {
  if (isChoice(field)) return { values: [...choices[field]] };
  const value = config[field];
  if (typeof value !== 'number') return { values: [true, false] };
  const isValid = (number: number) => TrainConfig.shape[field].safeParse(number).success;
  const [low, high] = value === 0 ? [0, 0.1] : [value / 2, value * 2];
  return { from: isValid(low) ? low : value, to: isValid(high) ? high : value, log: false };
}

/** Returns the settings with invalid ranges. */
export function invalidSettings(ranges: SearchRanges): string[] {
  return Object.keys(ranges).filter((name) => rangeErrors({ [name]: ranges[name]! }).length > 0);
}

/** Returns the searchable settings that have no range yet. */
export function remainingSettings(ranges: SearchRanges): Searchable[] {
  return SEARCHABLE.filter((name) => !Object.hasOwn(ranges, name));
}

/** Parses a typed value of a setting: as a number if it is one, else as text. */
export const parseValue = (text: string): string | number =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;

/** Returns all values of a setting that is a choice or a boolean. */
export function allValues(setting: string): (string | boolean)[] {
  const field = SEARCHABLE.find((name) => name === setting);
  return field && isChoice(field) ? [...choices[field]] : [true, false];
}
