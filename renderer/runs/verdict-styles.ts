import {
  type Icon,
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import type { BaselineVerdict } from './compare-to-baseline.ts';

interface VerdictStyle {
  icon: Icon;
  colour: string;
}

/** Icon and colour of each verdict; colour is never the only cue, so each has its own icon and text. */
export const BASELINE_VERDICT_STYLES: Record<BaselineVerdict, VerdictStyle> = {
  clearly: { icon: IconCircleCheckFilled, colour: 'teal' },
  maybe: { icon: IconHelpCircleFilled, colour: 'yellow' },
  no: { icon: IconAlertTriangleFilled, colour: 'orange' },
  worse: { icon: IconCircleXFilled, colour: 'red' },
};

/** The same for a prediction or a rating of texts, which is compared to a linear model. */
export const LINEAR_VERDICT_STYLES: Record<'better' | 'maybe' | 'no', VerdictStyle> = {
  better: BASELINE_VERDICT_STYLES.clearly,
  maybe: BASELINE_VERDICT_STYLES.maybe,
  no: BASELINE_VERDICT_STYLES.worse,
};
