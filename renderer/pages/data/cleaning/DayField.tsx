import { TextInput } from '@mantine/core';

interface DayFieldProps {
  label: string;
  /** ISO time. */
  value: string | undefined;
  /** `YYYY-MM-DD`; undefined if the field was cleared. */
  onChange: (day: string | undefined) => void;
}

/** A day that bounds the times of a cleaning step. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      size="xs"
      w={170}
      label={label}
      value={value?.slice(0, 10) ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
