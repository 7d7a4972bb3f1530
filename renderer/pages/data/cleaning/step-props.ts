import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { Suggestions } from './suggestions.ts';

/** What a group of cleaning steps is shown from. */
export interface StepProps {
  cleaning: Cleaning;
  suggestions: Suggestions;
  onChange: (cleaning: Cleaning) => void;
}
