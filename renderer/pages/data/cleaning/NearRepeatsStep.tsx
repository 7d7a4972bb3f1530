import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';
import { StepNumber } from './StepNumber.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { withStep } from './with-step.ts';

/** Cleaning step that leaves out double-fired events. */
export function NearRepeatsStep({ cleaning, onChange, suggestions }: StepProps) {
  const { t } = useTranslation();
  const { nearRepeats } = cleaning;
  const format = useFormat();
  const suggestion = suggestions.nearRepeats;
  const seconds = nearRepeats?.seconds ?? suggestion?.seconds;
  const rows = suggestion?.thresholds.find((threshold) => threshold.seconds === seconds)?.rows;
  return (
    <StepSwitch
      label={t('data.cleaning.nearRepeats')}
      help={t('data.cleaning.nearRepeatsHelp')}
      effect={
        rows === undefined || seconds === undefined
          ? undefined
          : t('data.cleaning.affectedWithin', { count: rows, seconds: format.number(seconds, 1) })
      }
      on={nearRepeats !== undefined}
      onToggle={(on) =>
        onChange(withStep(cleaning, 'nearRepeats', on ? { seconds: suggestion?.seconds ?? 3 } : undefined))
      }
    >
      <StepNumber
        label={t('data.cleaning.seconds')}
        value={nearRepeats?.seconds}
        min={0.1}
        max={3600}
        onChange={(value) => value && onChange(withStep(cleaning, 'nearRepeats', { seconds: value }))}
      />
    </StepSwitch>
  );
}
