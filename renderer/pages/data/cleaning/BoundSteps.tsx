import { ClipStep } from './ClipStep.tsx';
import { PricesStep } from './PricesStep.tsx';
import type { StepProps } from './step-props.ts';
import { TimesStep } from './TimesStep.tsx';

/** Cleaning steps with bounds: times and prices outside them are left out, outliers are clipped to a quantile. */
export function BoundSteps(props: StepProps) {
  return (
    <>
      <TimesStep {...props} />
      <PricesStep {...props} />
      <ClipStep {...props} />
    </>
  );
}
