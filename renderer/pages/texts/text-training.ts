import type { Input, Output } from '../../../shared/contract/index.ts';
import type { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { ratingPreset, textPreset } from '../../../shared/domain/text-presets.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { TrainPreset } from '../../../shared/domain/train-presets.ts';

type TextStatistics = Output<'text.survey'>;
export type TextTrainingInput = Input<'text.estimate'>;

/**
 * Number of distinct ratings that can be learnt, and minimum number of rated texts; both mirror the engine's limits.
 */
const CLASS_COUNT = { min: 2, max: 10 };
const MIN_RATED_TEXTS = 20;

/** State of the form; empty `actions` means all actions. */
export interface Draft {
  learn: 'ratings' | 'words' | 'checkpoint';
  actions: readonly string[];
  /** Run to fine-tune on ratings; null to train from scratch. */
  run: string | null;
  wordsOnly: boolean;
  /** Settings that override the preset. */
  words: Partial<TrainConfig>;
  ratings: Partial<Pick<FinetuneConfig, 'epochs' | 'members' | 'folds'>>;
}

/** Counts the texts and rated texts of the chosen actions, and returns whether their ratings can be learnt. */
export function countTexts({ actions }: TextStatistics, chosenActions: readonly string[]) {
  const countedActions = actions.filter(({ action }) => chosenActions.length === 0 || chosenActions.includes(action));
  const texts = countedActions.reduce((sum, action) => sum + action.texts, 0);
  const rated = countedActions.reduce((sum, action) => sum + action.rated, 0);
  const { size } = new Set(countedActions.flatMap(({ ratings }) => ratings));
  return { texts, rated, rateable: rated >= MIN_RATED_TEXTS && size >= CLASS_COUNT.min && size <= CLASS_COUNT.max };
}

/** Returns the input of the training; null for a checkpoint, which is loaded instead. */
export function textTrainingInput(draft: Draft, preset: TrainPreset, rated: number): TextTrainingInput | null {
  const actions = draft.actions.length > 0 ? { actions: [...draft.actions] } : {};
  if (draft.learn === 'words') {
    const fields = draft.wordsOnly ? { fields: ['word' as const] } : {};
    return { learn: 'words', ...actions, config: { ...textPreset(preset), ...draft.words, ...fields } };
  }
  if (draft.learn === 'ratings') {
    return {
      learn: 'ratings',
      ...actions,
      run: draft.run,
      config: { ...ratingPreset(preset, rated), ...draft.ratings },
    };
  }
  return null;
}
