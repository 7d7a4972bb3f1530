import { useTranslation } from 'react-i18next';
import { StepNumber } from './StepNumber.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { withStep } from './with-step.ts';

/** Cleaning step that leaves out double-fired events. */
export function NearRepeatsStep({ cleaning, onChange, suggestions }: StepProps) {
  const { t } = useTranslation();
  const { nearRepeats } = cleaning;
  const suggestion = suggestions.nearRepeats;
  return (
    <StepSwitch
      label={t('data.cleaning.nearRepeats')}
      help={t('data.cleaning.nearRepeatsHelp')}
      rows={suggestion?.rows}
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
        onChange={(seconds) => seconds && onChange(withStep(cleaning, 'nearRepeats', { seconds }))}
      />
    </StepSwitch>
  );
}
