import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { Suggestions } from './suggestions.ts';

/** Props of a group of cleaning steps. */
export interface StepProps {
  cleaning: Cleaning;
  suggestions: Suggestions;
  onChange: (cleaning: Cleaning) => void;
}
