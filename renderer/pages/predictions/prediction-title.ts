import type { TFunction } from 'i18next';
import type { HeadRow } from '../../../shared/contract/finetune.ts';
import { targetText } from './start/target-text.ts';

/** What a head is called: by people, else by what it says of a user. */
export const headTitle = (t: TFunction, { title, target }: Pick<HeadRow, 'title' | 'target'>) =>
  title === '' ? targetText(t, target) : title;
