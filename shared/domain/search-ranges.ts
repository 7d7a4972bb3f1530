import { z } from 'zod';
import type { Random } from './random.ts';
import { TrainConfig } from './train-config.ts';

/** What may be tried of a setting: some values, or a number between two, drawn evenly or evenly by magnitude (`log`). */
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

/** What was drawn of each range. */
export type Drawn = Readonly<Record<string, string | number | boolean>>;

const WHOLE = ['layers', 'heads', 'batchSize', 'negatives', 'minCount'] as const;
/** Whole numbers that are drawn in eights, which kernels like best. */
const EIGHTS = ['width', 'length'] as const;
/**
 * Settings that make a model better or worse. Not how long it is trained, which is what a search divides up; nor the seed and
 * what is held out, since choosing by luck is no choice.
 */
export const SEARCHABLE = [
  ...EIGHTS,
  ...WHOLE,
  ...(['objective', 'norm', 'dropout', 'learningRate', 'warmup', 'decay', 'weightDecay', 'labelSmoothing'] as const),
  ...(['maskShare', 'maskSpan', 'nextShare', 'backwards', 'nextSession', 'loss', 'logQ', 'clipNorm'] as const),
] as const satisfies readonly (keyof TrainConfig)[];
type Searchable = (typeof SEARCHABLE)[number];

export const SearchRanges = z.record(z.string(), SearchRange);
export type SearchRanges = z.infer<typeof SearchRanges>;

/** What is searched where nothing is named: what matters most on most data. */
export const USUAL_RANGES: SearchRanges = {
  width: { values: [32, 64, 128] },
  layers: { values: [1, 2, 3] },
  dropout: { from: 0.1, to: 0.6, log: false },
  learningRate: { from: 3e-4, to: 5e-3, log: true },
  batchSize: { values: [16, 32, 64, 128] },
};

/** What is wrong with ranges, a sentence each; empty where a search can draw from them. */
export function wrongRanges(ranges: SearchRanges): string[] {
  return Object.entries(ranges).flatMap(([setting, range]) => {
    if (!isSearchable(setting)) return [`${setting} is not searched for`];
    if ('from' in range && range.from > range.to) return [`${setting}: from ${range.from} is above to ${range.to}`];
    if ('from' in range && range.log && range.from <= 0) return [`${setting}: magnitudes begin above 0`];
    const ends = 'from' in range ? [range.from, range.to] : range.values;
    return ends.flatMap((value) => {
      const { success, error } = TrainConfig.shape[setting].safeParse(value);
      return success ? [] : [`${setting}: ${value} cannot be (${error.issues[0]?.message})`];
    });
  });
}

function isSearchable(setting: string): setting is Searchable {
  return SEARCHABLE.some((one) => one === setting);
}

/** Draws a value of each range, in the order of their names. */
export function drawSettings(ranges: SearchRanges, random: Random): Drawn {
  const names = Object.keys(ranges).sort();
  return Object.fromEntries(names.map((name) => [name, drawOne(name, ranges[name]!, random)]));
}

function drawOne(name: string, range: SearchRange, random: Random): string | number | boolean {
  if ('values' in range) return random.pick(range.values);
  const { from, to, log } = range;
  const share = random.float();
  const drawn = log ? from * (to / from) ** share : from + (to - from) * share;
  return Math.min(to, Math.max(from, rounded(name, drawn)));
}

/** Whole where it must be, and otherwise with the three digits that matter. */
function rounded(name: string, value: number): number {
  if (EIGHTS.some((one) => one === name)) return 8 * Math.round(value / 8);
  if (WHOLE.some((one) => one === name)) return Math.round(value);
  return Number(value.toPrecision(3));
}
