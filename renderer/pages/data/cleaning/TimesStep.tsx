import { useTranslation } from 'react-i18next';
import { DayField } from './DayField.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { omitUndefined, withStep } from './with-step.ts';

/** Default lower bound of times: the web had no shops before 1990. */
const EARLIEST_TIME = '1990-01-01T00:00:00Z';
const today = () => new Date().toISOString().slice(0, 10);
const endOfDay = (day: string) => `${day}T23:59:59.999Z`;

/** Cleaning step that leaves out rows whose time is out of bounds. */
export function TimesStep({ cleaning, onChange, suggestions }: StepProps) {
  const { t } = useTranslation();
  const { times } = cleaning;
  return (
    <StepSwitch
      label={t('data.cleaning.times')}
      help={t('data.cleaning.timesHelp')}
      rows={suggestions.times?.rows}
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
  );
}
