import type { Input } from '../../../../shared/contract/index.ts';
import type { SearchRanges } from '../../../../shared/domain/search-ranges.ts';
import { invalidSettings } from './ranges.ts';

export interface SearchPlan {
  minutes: number;
  method: NonNullable<Input<'train.search'>['method']>;
  ranges: SearchRanges;
}

export const isValidPlan = ({ minutes, ranges }: SearchPlan): boolean =>
  minutes > 0 && Object.keys(ranges).length > 0 && invalidSettings(ranges).length === 0;
