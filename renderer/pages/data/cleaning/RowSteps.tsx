import { BotsStep } from './BotsStep.tsx';
import { CoreStep } from './CoreStep.tsx';
import { NearRepeatsStep } from './NearRepeatsStep.tsx';
import type { StepProps } from './step-props.ts';

/** Cleaning steps that leave out rows that do not reflect human behaviour or are too sparse. */
export function RowSteps(props: StepProps) {
  return (
    <>
      <NearRepeatsStep {...props} />
      <BotsStep {...props} />
      <CoreStep {...props} />
    </>
  );
}
