import { NumberInput } from '@mantine/core';

interface StepNumberProps {
  label: string;
  value: number | undefined;
  /** Called with numbers only; undefined if the field was cleared. */
  onChange: (value: number | undefined) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Whether only integers are accepted. */
  integerOnly?: boolean;
  suffix?: string;
}

/** Numeric parameter of a cleaning step. */
export function StepNumber({ label, value, onChange, integerOnly = false, ...rest }: StepNumberProps) {
  return (
    <NumberInput
      size="xs"
      w={170}
      label={label}
      value={value ?? ''}
      onChange={(input) => onChange(typeof input === 'number' ? input : undefined)}
      allowDecimal={!integerOnly}
      clampBehavior="strict"
      thousandSeparator=","
      {...rest}
    />
  );
}
