import {
  type Icon,
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import type { DifferenceVerdict } from '../../shared/domain/difference-verdict.ts';
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
export const LINEAR_VERDICT_STYLES: Record<DifferenceVerdict, VerdictStyle> = {
  better: BASELINE_VERDICT_STYLES.clearly,
  probablyBetter: BASELINE_VERDICT_STYLES.maybe,
  level: BASELINE_VERDICT_STYLES.maybe,
  probablyWorse: BASELINE_VERDICT_STYLES.no,
  worse: BASELINE_VERDICT_STYLES.worse,
};
