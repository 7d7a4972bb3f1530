import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { withStep } from './with-step.ts';

/** Cleaning step that leaves out internal users. */
export function InternalStep({ cleaning, onChange }: StepProps) {
  const { t } = useTranslation();
  const { internal } = cleaning;
  return (
    <StepSwitch
      label={t('data.cleaning.internal')}
      help={t('data.cleaning.internalHelp')}
      on={internal !== undefined}
      onToggle={(on) => onChange(withStep(cleaning, 'internal', on ? { users: [] } : undefined))}
    >
      <TagsInput
        size="xs"
        flex={1}
        label={t('data.cleaning.internalUsers')}
        placeholder={t('data.cleaning.enter')}
        splitChars={[',', ';', ' ', '\n']}
        value={internal?.users ?? []}
        onChange={(users) => onChange(withStep(cleaning, 'internal', { users }))}
      />
    </StepSwitch>
  );
}
