import { CurrencyStep } from './CurrencyStep.tsx';
import { InternalStep } from './InternalStep.tsx';
import type { StepProps } from './step-props.ts';
import { TextStep } from './TextStep.tsx';

/** Cleaning steps that normalise text, leave out internal users, and convert currencies. */
export function ValueSteps(props: StepProps) {
  return (
    <>
      <TextStep {...props} />
      <InternalStep {...props} />
      <CurrencyStep {...props} />
    </>
  );
}
