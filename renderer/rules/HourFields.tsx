import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BehaviourDraft } from './draft.ts';

interface HourFieldsProps {
  hours: BehaviourDraft['hours'];
  onChange: (hours: BehaviourDraft['hours']) => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const padded = (hour: string) => hour.padStart(2, '0');

/** First and last hour of the day of a filter. The last hour is shown only if the first is set. */
export function HourFields({ hours, onChange }: HourFieldsProps) {
  const { t } = useTranslation();
  const [from, to] = hours ?? [];
  return (
    <>
      <Select
        size="xs"
        w={130}
        aria-label={t('rules.firstHour')}
        placeholder={t('rules.anyHour')}
        data={HOURS.map((hour) => ({ value: hour, label: t('rules.fromHour', { time: `${padded(hour)}:00` }) }))}
        value={from === undefined ? null : String(from)}
        onChange={(hour) => onChange(hour === null ? null : [Number(hour), to ?? Number(hour)])}
        clearable
        clearButtonProps={{ 'aria-label': t('rules.anyHour') }}
      />
      {from !== undefined && (
        <Select
          size="xs"
          w={130}
          aria-label={t('rules.lastHour')}
          data={HOURS.map((hour) => ({ value: hour, label: t('rules.toHour', { time: `${padded(hour)}:59` }) }))}
          value={String(to)}
          onChange={(hour) => onChange([from, Number(hour)])}
          allowDeselect={false}
        />
      )}
    </>
  );
}
