import { TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatRates, parseRates } from './rates.ts';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { withStep } from './with-step.ts';

/** Cleaning step that converts prices to one currency. */
export function CurrencyStep({ cleaning, onChange }: StepProps) {
  const { t } = useTranslation();
  const { currency } = cleaning;
  return (
    <StepSwitch
      label={t('data.cleaning.currency')}
      help={t('data.cleaning.currencyHelp')}
      on={currency !== undefined}
      onToggle={(on) => onChange(withStep(cleaning, 'currency', on ? { to: 'EUR', rates: {} } : undefined))}
    >
      <TextInput
        size="xs"
        w={110}
        label={t('data.cleaning.currencyTo')}
        maxLength={3}
        value={currency?.to ?? ''}
        onChange={(event) =>
          onChange(
            withStep(cleaning, 'currency', {
              to: event.currentTarget.value.toUpperCase(),
              rates: currency?.rates ?? {},
            }),
          )
        }
      />
      <TagsInput
        size="xs"
        flex={1}
        label={t('data.cleaning.rates')}
        placeholder={t('data.cleaning.ratesExample')}
        splitChars={[',', ';', '\n']}
        value={formatRates(currency?.rates ?? {})}
        onChange={(rates) =>
          onChange(withStep(cleaning, 'currency', { to: currency?.to ?? '', rates: parseRates(rates) }))
        }
      />
    </StepSwitch>
  );
}
