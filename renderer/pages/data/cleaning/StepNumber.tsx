import { NumberInput } from '@mantine/core';

interface StepNumberProps {
  label: string;
  value: number | undefined;
  /** Told only what is a number; undefined where the field was emptied. */
  onChange: (value: number | undefined) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Whether only whole numbers are taken. */
  whole?: boolean;
  suffix?: string;
}

/** A number of a cleaning step. */
export function StepNumber({ label, value, onChange, whole = false, ...rest }: StepNumberProps) {
  return (
    <NumberInput
      size="xs"
      w={170}
      label={label}
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
      allowDecimal={!whole}
      clampBehavior="strict"
      thousandSeparator=","
      {...rest}
    />
  );
}
