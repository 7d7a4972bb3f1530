import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { withStep } from './with-step.ts';

/** Cleaning step that normalises the width and the case of text. */
export function TextStep({ cleaning, onChange }: StepProps) {
  const { t } = useTranslation();
  const { text } = cleaning;
  return (
    <StepSwitch
      label={t('data.cleaning.text')}
      help={t('data.cleaning.textHelp')}
      on={text !== undefined}
      onToggle={(on) => onChange(withStep(cleaning, 'text', on ? { width: true, case: true } : undefined))}
    >
      <Checkbox
        size="sm"
        label={t('data.cleaning.width')}
        checked={text?.width ?? false}
        onChange={(event) => onChange(withStep(cleaning, 'text', { ...text, width: event.currentTarget.checked }))}
      />
      <Checkbox
        size="sm"
        label={t('data.cleaning.case')}
        checked={text?.case ?? false}
        onChange={(event) => onChange(withStep(cleaning, 'text', { ...text, case: event.currentTarget.checked }))}
      />
    </StepSwitch>
  );
}
