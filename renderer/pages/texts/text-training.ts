import type { Input, Output } from '../../../shared/contract/index.ts';
import type { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import { ratingPreset, textPreset } from '../../../shared/domain/text-presets.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { TrainPreset } from '../../../shared/domain/train-presets.ts';

type Survey = Output<'text.survey'>;
export type Lesson = Input<'text.estimate'>;

/** Ratings that a model of texts can tell apart, and how many texts must have one, as the engine has it. */
const CLASSES = { fewest: 2, most: 10 };
const FEWEST_RATED = 20;

/** What is asked for on the page; of `actions` none stands for all. */
export interface Draft {
  learn: 'ratings' | 'words' | 'checkpoint';
  actions: readonly string[];
  /** The run that ratings begin with. */
  run: string | null;
  wordsOnly: boolean;
  /** What was set other than the preset has it. */
  words: Partial<TrainConfig>;
  ratings: Partial<Pick<HeadConfig, 'epochs' | 'members' | 'folds'>>;
}

/** The texts of some actions together: how many, how many of them rated, and whether their ratings can be learnt. */
export function sumOf({ actions }: Survey, chosen: readonly string[]) {
  const some = actions.filter(({ action }) => chosen.length === 0 || chosen.includes(action));
  const texts = some.reduce((sum, one) => sum + one.texts, 0);
  const rated = some.reduce((sum, one) => sum + one.rated, 0);
  const { size } = new Set(some.flatMap(({ ratings }) => ratings));
  return { texts, rated, rateable: rated >= FEWEST_RATED && size >= CLASSES.fewest && size <= CLASSES.most };
}

/** What the engine is to learn by a draft with a preset; null for a checkpoint, which is not trained. */
export function lessonOf(draft: Draft, preset: TrainPreset, rated: number): Lesson | null {
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
