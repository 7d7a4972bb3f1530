import type { Input, Output } from '../../../shared/contract/index.ts';
import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { RATING_LIMITS } from '../../../shared/domain/rating-limits.ts';
import { ratingPreset, textPreset } from '../../../shared/domain/text-presets.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { TrainPreset } from '../../../shared/domain/train-presets.ts';
import { invalidFields } from '../../training/finetune-settings.ts';
import { firstIssue } from '../../training/settings.ts';

export type TextStatistics = Output<'text.survey'>;
export type TextTrainingInput = Input<'text.estimate'>;

/** State of the form; empty `actions` means all actions. */
export interface Draft {
  learn: 'ratings' | 'words';
  effort: TrainPreset;
  actions: readonly string[];
  /** Run to fine-tune on ratings; null to train from scratch. */
  run: string | null;
  wordsOnly: boolean;
  /** Settings that override the preset. */
  words: Partial<TrainConfig>;
  ratings: Partial<FinetuneConfig>;
}

/** Returns the form's first state: ratings if they can be learnt, else words. */
export function initialDraft(statistics: TextStatistics, run: string | null): Draft {
  const learn = countTexts(statistics, []).rateable ? 'ratings' : 'words';
  return { learn, effort: 'quick', actions: [], run, wordsOnly: false, words: {}, ratings: {} };
}

export interface TextCounts {
  texts: number;
  rated: number;
  /** Whether the ratings can be learnt. */
  rateable: boolean;
}

/** Counts the texts and rated texts of the chosen actions. */
export function countTexts({ actions }: TextStatistics, chosenActions: readonly string[]): TextCounts {
  const countedActions = actions.filter(({ action }) => chosenActions.length === 0 || chosenActions.includes(action));
  const texts = countedActions.reduce((sum, action) => sum + action.texts, 0);
  const rated = countedActions.reduce((sum, action) => sum + action.rated, 0);
  const { size } = new Set(countedActions.flatMap(({ ratings }) => ratings));
  const { minTexts, minRatings, maxRatings } = RATING_LIMITS;
  return { texts, rated, rateable: rated >= minTexts && size >= minRatings && size <= maxRatings };
}

/** Returns all settings of pre-training on words: those of a preset, with the ones that override it. */
export function wordSettings({ words }: Draft, preset: TrainPreset): TrainConfig {
  return { ...textPreset(preset), ...words };
}

/** Returns all settings of training on `rated` texts: those of a preset, with the ones that override it. */
export function ratingSettings({ ratings }: Draft, preset: TrainPreset, rated: number): FinetuneConfig {
  return { ...FinetuneConfig.parse(ratingPreset(preset, rated)), ...ratings };
}

/**
 * Returns the input of the training; null if it cannot start, since there is too little to learn from or a setting is
 * invalid.
 */
export function textTrainingInput(draft: Draft, preset: TrainPreset, counts: TextCounts): TextTrainingInput | null {
  const actions = draft.actions.length > 0 ? { actions: [...draft.actions] } : {};
  if (draft.learn === 'words') {
    const config = wordSettings(draft, preset);
    if (counts.texts === 0 || firstIssue(config) !== null) return null;
    return { learn: 'words', ...actions, config: draft.wordsOnly ? { ...config, fields: ['word'] } : config };
  }
  const config = ratingSettings(draft, preset, counts.rated);
  if (!counts.rateable || invalidFields(config).length > 0) return null;
  return { learn: 'ratings', ...actions, run: draft.run, config };
}
