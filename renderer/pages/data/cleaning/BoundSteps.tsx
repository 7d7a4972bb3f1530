import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StepNumber } from './StepNumber.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { omitUndefined, withStep } from './with-step.ts';

/** Cleaning steps with bounds: times and prices outside them are left out, outliers are clipped to a quantile. */
export function BoundSteps({ cleaning, onChange, suggestions }: StepProps) {
  const { t } = useTranslation();
  const { times, prices, clip } = cleaning;
  const matchesText = (rows: number | undefined) =>
    rows === undefined ? null : t('data.cleaning.found', { count: rows });
  return (
    <>
      <StepSwitch
        label={t('data.cleaning.times')}
        help={t('data.cleaning.timesHelp')}
        matchesText={matchesText(suggestions.times?.rows)}
        on={times !== undefined}
        onToggle={(on) => {
          const defaults = {
            from: suggestions.times?.early ?? EARLIEST_TIME,
            to: suggestions.times?.late ?? endOfDay(today()),
          };
          onChange(withStep(cleaning, 'times', on ? defaults : undefined));
        }}
      >
        <DayField
          label={t('data.cleaning.from')}
          value={times?.from}
          onChange={(day) =>
            onChange(withStep(cleaning, 'times', omitUndefined({ from: day && `${day}T00:00:00Z`, to: times?.to })))
          }
        />
        <DayField
          label={t('data.cleaning.to')}
          value={times?.to}
          onChange={(day) =>
            onChange(withStep(cleaning, 'times', omitUndefined({ from: times?.from, to: day && endOfDay(day) })))
          }
        />
      </StepSwitch>
      <StepSwitch
        label={t('data.cleaning.prices')}
        help={t('data.cleaning.pricesHelp')}
        matchesText={matchesText(suggestions.prices?.rows)}
        on={prices !== undefined}
        onToggle={(on) => {
          const defaults = omitUndefined({ min: 0.01, max: suggestions.prices?.high ?? undefined });
          onChange(withStep(cleaning, 'prices', on ? defaults : undefined));
        }}
      >
        <StepNumber
          label={t('data.cleaning.min')}
          value={prices?.min}
          onChange={(min) => onChange(withStep(cleaning, 'prices', omitUndefined({ min, max: prices?.max })))}
        />
        <StepNumber
          label={t('data.cleaning.max')}
          value={prices?.max}
          onChange={(max) => onChange(withStep(cleaning, 'prices', omitUndefined({ min: prices?.min, max })))}
        />
      </StepSwitch>
      <StepSwitch
        label={t('data.cleaning.clip')}
        help={t('data.cleaning.clipHelp')}
        matchesText={null}
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
    </>
  );
}

/** Default lower bound of times: the web had no shops before 1990. */
const EARLIEST_TIME = '1990-01-01T00:00:00Z';
const today = () => new Date().toISOString().slice(0, 10);
const endOfDay = (day: string) => `${day}T23:59:59.999Z`;

interface DayFieldProps {
  label: string;
  /** ISO time. */
  value: string | undefined;
  /** `YYYY-MM-DD`; undefined if the field was cleared. */
  onChange: (day: string | undefined) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
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
