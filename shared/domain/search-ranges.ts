import { z } from 'zod';
import type { Random } from './random.ts';
import { TrainConfig } from './train-config.ts';

/** Search space of a setting: a list of values, or a number in a range, sampled uniformly or log-uniformly (`log`). */
export const SearchRange = z.union([
  z.strictObject({
    values: z
      .array(z.union([z.string(), z.number(), z.boolean()]))
      .min(1)
      .max(100),
  }),
  z.strictObject({ from: z.number(), to: z.number(), log: z.boolean().default(false) }),
]);
export type SearchRange = z.infer<typeof SearchRange>;

/** Sampled value of each range. */
export type DrawnSettings = Readonly<Record<string, string | number | boolean>>;

const INTEGERS = ['layers', 'heads', 'batchSize', 'negatives', 'minCount'] as const;
/** Integers sampled in multiples of 8, which the kernels process fastest. */
const MULTIPLES_OF_8 = ['width', 'length'] as const;
/**
 * Settings that affect the quality of a model. Excludes the training length, which the search itself allocates, and the
 * seed and the split, which must not be optimised.
 */
export const SEARCHABLE = [
  ...MULTIPLES_OF_8,
  ...INTEGERS,
  'objective',
  'norm',
  'dropout',
  'learningRate',
  'warmup',
  'decay',
  'weightDecay',
  'labelSmoothing',
  'maskShare',
  'maskSpan',
  'nextShare',
  'backwards',
  'nextSession',
  'loss',
  'logQ',
  'clipNorm',
] as const satisfies readonly (keyof TrainConfig)[];
type Searchable = (typeof SEARCHABLE)[number];

export const SearchRanges = z.record(z.string(), SearchRange);
export type SearchRanges = z.infer<typeof SearchRanges>;

/** Default search space: the settings with the largest effect on most data. */
export const DEFAULT_RANGES: SearchRanges = {
  width: { values: [32, 64, 128] },
  layers: { values: [1, 2, 3] },
  dropout: { from: 0.1, to: 0.6, log: false },
  learningRate: { from: 3e-4, to: 5e-3, log: true },
  batchSize: { values: [16, 32, 64, 128] },
};

/** Why a search space cannot be sampled; `problem` is the message of the setting's schema. */
export interface InvalidRange {
  readonly variant: 'setting' | 'order' | 'log' | 'value' | 'heads';
  readonly setting: string;
  readonly from?: number;
  readonly to?: number;
  readonly value?: string | number | boolean;
  readonly problem?: string | undefined;
}

/** Validates ranges; returns no error if they can be sampled. */
export function rangeErrors(ranges: SearchRanges): InvalidRange[] {
  return Object.entries(ranges).flatMap(([setting, range]): InvalidRange[] => {
    if (!isSearchable(setting)) return [{ variant: 'setting', setting }];
    if ('from' in range) {
      const { from, to, log } = range;
      if (from > to) return [{ variant: 'order', setting, from, to }];
      if (log && from <= 0) return [{ variant: 'log', setting }];
    }
    const ends = 'from' in range ? [range.from, range.to] : range.values;
    return ends.flatMap((value): InvalidRange[] => {
      const { success, error } = TrainConfig.shape[setting].safeParse(value);
      return success ? [] : [{ variant: 'value', setting, value, problem: error.issues[0]?.message }];
    });
  });
}

function isSearchable(setting: string): setting is Searchable {
  return SEARCHABLE.some((name) => name === setting);
}

/** Samples a value from each range, in the order of the setting names. */
export function drawSettings(ranges: SearchRanges, random: Random): DrawnSettings {
  const names = Object.keys(ranges).sort();
  return Object.fromEntries(names.map((name) => [name, drawValue(name, ranges[name]!, random)]));
}

function drawValue(name: string, range: SearchRange, random: Random): string | number | boolean {
  if ('values' in range) return random.pick(range.values);
  const { from, to, log } = range;
  const fraction = random.float();
  const value = log ? from * (to / from) ** fraction : from + (to - from) * fraction;
  return Math.min(to, Math.max(from, roundSetting(name, value)));
}

/** Rounds to an integer or a multiple of 8 if the setting requires it, otherwise to three significant digits. */
function roundSetting(name: string, value: number): number {
  if (MULTIPLES_OF_8.some((setting) => setting === name)) return 8 * Math.round(value / 8);
  if (INTEGERS.some((setting) => setting === name)) return Math.round(value);
  return Number(value.toPrecision(3));
}
