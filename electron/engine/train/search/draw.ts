import { Random } from '../../../../shared/domain/random.ts';
import { type Drawn, drawSettings, type SearchRanges } from '../../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

/** Draws after which ranges are taken to hold nothing new. */
const PATIENCE = 200;

/**
 * Settings of trial number `trial` that fit together and that none before it had, or null where there are none left.
 * They follow from the seed, the number and those before it.
 */
export function drawTrial(
  ranges: SearchRanges,
  config: TrainConfig,
  seed: number,
  trial: number,
  before: readonly Drawn[],
): Drawn | null {
  const random = new Random(seed, trial);
  const known = new Set(before.map((settings) => JSON.stringify(settings)));
  for (let draw = 0; draw < PATIENCE; draw++) {
    const settings = drawSettings(ranges, random);
    const { width, heads } = TrainConfig.parse({ ...config, ...settings });
    if (width % heads === 0 && !known.has(JSON.stringify(settings))) return settings;
  }
  return null;
}
