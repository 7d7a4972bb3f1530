import { Random } from '../../../../shared/domain/random.ts';
import { type DrawnSettings, drawSettings, type SearchRanges } from '../../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

/** Number of draws after which the ranges are considered exhausted. */
const MAX_DRAWS = 200;

/**
 * Draws valid settings for trial number `trial` that differ from all earlier trials, or null if none are left. They are
 * determined by the seed, the number and the earlier trials.
 */
export function drawTrial(
  ranges: SearchRanges,
  config: TrainConfig,
  seed: number,
  trial: number,
  earlierTrials: readonly DrawnSettings[],
): DrawnSettings | null {
  const random = new Random(seed, trial);
  const triedSettings = new Set(earlierTrials.map((settings) => JSON.stringify(settings)));
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const settings = drawSettings(ranges, random);
    const { width, heads } = TrainConfig.parse({ ...config, ...settings });
    if (width % heads === 0 && !triedSettings.has(JSON.stringify(settings))) return settings;
  }
  return null;
}
