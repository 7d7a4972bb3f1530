import type { TFunction } from 'i18next';
import type { PredictionRow } from '../../shared/contract/prediction.ts';
import { targetText } from './target-text.ts';

/** Returns the title of a prediction if it has one, else a description of its target. */
export const predictionTitle = (t: TFunction, { title, target }: Pick<PredictionRow, 'title' | 'target'>) =>
  title === '' ? targetText(t, target) : title;
