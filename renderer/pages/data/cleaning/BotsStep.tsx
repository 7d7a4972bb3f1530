import { useTranslation } from 'react-i18next';
import { StepNumber } from './StepNumber.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { omitUndefined, withStep } from './with-step.ts';

/** Cleaning step that leaves out users with more events a minute or a day than people have. */
export function BotsStep({ cleaning, onChange, suggestions }: StepProps) {
  const { t } = useTranslation();
  const { bots } = cleaning;
  const suggestion = suggestions.bots;
  return (
    <StepSwitch
      label={t('data.cleaning.bots')}
      help={t('data.cleaning.botsHelp')}
      rows={suggestion?.rows}
      on={bots !== undefined}
      onToggle={(on) => {
        const defaults = omitUndefined({
          perMinute: suggestion?.perMinute ?? (suggestion?.perDay ? undefined : 120),
          perDay: suggestion?.perDay ?? undefined,
        });
        onChange(withStep(cleaning, 'bots', on ? defaults : undefined));
      }}
    >
      <StepNumber
        label={t('data.cleaning.perMinute')}
        value={bots?.perMinute}
        min={1}
        integerOnly
        onChange={(perMinute) =>
          onChange(withStep(cleaning, 'bots', omitUndefined({ perMinute, perDay: bots?.perDay })))
        }
      />
      <StepNumber
        label={t('data.cleaning.perDay')}
        value={bots?.perDay}
        min={1}
        integerOnly
        onChange={(perDay) =>
          onChange(withStep(cleaning, 'bots', omitUndefined({ perMinute: bots?.perMinute, perDay })))
        }
      />
    </StepSwitch>
  );
}
