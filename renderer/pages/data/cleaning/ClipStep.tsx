import { useTranslation } from 'react-i18next';
import { StepNumber } from './StepNumber.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { withStep } from './with-step.ts';

/** Cleaning step that clips outliers to a quantile. */
export function ClipStep({ cleaning, onChange }: StepProps) {
  const { t } = useTranslation();
  const { clip } = cleaning;
  return (
    <StepSwitch
      label={t('data.cleaning.clip')}
      help={t('data.cleaning.clipHelp')}
      on={clip !== undefined}
      onToggle={(on) => onChange(withStep(cleaning, 'clip', on ? { quantile: 0.999 } : undefined))}
    >
      <StepNumber
        label={t('data.cleaning.quantile')}
        value={clip && Number((100 * clip.quantile).toFixed(4))}
        min={50.1}
        max={99.9999}
        step={0.1}
        suffix=" %"
        onChange={(percent) => percent && onChange(withStep(cleaning, 'clip', { quantile: percent / 100 }))}
      />
    </StepSwitch>
  );
}
