import { NumberInput, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FinetuneConfig } from '../../shared/domain/finetune-config.ts';
import {
  type FinetuneField,
  finetuneChoices,
  finetuneFields,
  invalidFields,
  isFinetuneChoice,
} from './finetune-settings.ts';

interface FinetuneFieldsProps {
  config: FinetuneConfig;
  isShown: (field: FinetuneField) => boolean;
  /** Explanations that replace the usual ones. */
  help?: Partial<Record<FinetuneField, string>>;
  onChange: (changes: Partial<FinetuneConfig>) => void;
}

const STEPS: Partial<Record<FinetuneField, number>> = { learningRate: 0.0005, dropout: 0.05, weightDecay: 0.01 };
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Inputs for fine-tuning settings, each by the type of its value, with its explanation. */
export function FinetuneFields({ config, isShown, help = {}, onChange }: FinetuneFieldsProps) {
  const { t } = useTranslation();
  const invalid = invalidFields(config);
  return finetuneFields.filter(isShown).map((field) => {
    const value = config[field];
    const texts = { label: t(`finetune.fields.${field}`), description: help[field] ?? t(`finetune.help.${field}`) };
    if (isFinetuneChoice(field)) {
      return (
        <Select
          key={field}
          {...texts}
          inputWrapperOrder={ORDER}
          data={finetuneChoices[field].map((choice) => ({ value: choice, label: t(`finetune.choices.${choice}`) }))}
          value={String(value)}
          onChange={(choice) => onChange({ [field]: choice })}
          allowDeselect={false}
        />
      );
    }
    if (typeof value === 'boolean') {
      const toggle = (checked: boolean) => onChange({ [field]: checked });
      return (
        <Switch
          key={field}
          {...texts}
          checked={value}
          onChange={(event) => toggle(event.currentTarget.checked)}
          mt={26}
        />
      );
    }
    return (
      <NumberInput
        key={field}
        {...texts}
        inputWrapperOrder={ORDER}
        value={value}
        step={STEPS[field] ?? 1}
        min={0}
        error={invalid.includes(field) && t('training.faults.value')}
        onChange={(input) => typeof input === 'number' && onChange({ [field]: input })}
      />
    );
  });
}
