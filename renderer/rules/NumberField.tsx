import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NumberDraft } from './draft.ts';
import { numberOf } from './parse-value.ts';

interface NumberFieldProps {
  value: NumberDraft;
  onChange: (value: NumberDraft) => void;
  label?: string;
  /** Whether it may be left empty. */
  optional?: boolean;
  min?: number;
  width?: number;
}

/** A number input that is marked as invalid while a required value is missing. */
export function NumberField({ value, onChange, label, optional = false, min = 0, width = 100 }: NumberFieldProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      size="xs"
      w={width}
      aria-label={label ?? t('rules.value')}
      placeholder={optional ? t('rules.any') : ''}
      value={value}
      onChange={(input) => onChange(numberOf(input))}
      min={min}
      error={!optional && value === ''}
    />
  );
}
